import type { Evidence } from '../../judge/evidence.ts';
import type { Truth } from '../../judge/truth.ts';
import type { ReviewedHousehold } from '../../results/reviewed.ts';
import { ANSWERS } from '../../review/basis.ts';
import { MEMBER_ANSWERS } from '../../survey/fields.ts';
import type { Survey } from '../../survey/survey.ts';

/** What one year's file says of a household; null: not known. */
export interface Facts {
  /** Đồng per person per month. */
  readonly income: number | null;
  readonly b1: number | null;
  readonly b2: number | null;
  readonly size: number | null;
  readonly area: string | null;
  /** Commune by its code, else its name, and village; blank where the file does not say. */
  readonly commune: string;
  readonly village: string;
  /** By indicator; those for which the file has no column are missing. */
  readonly marks: ReadonlyMap<string, Truth>;
}

/** Reads the facts from the cells of a result, where derived marks and totals stand with the others. */
export function factsOf(survey: Survey, { cells }: ReviewedHousehold): Facts {
  const cell = (field: string) => cells[survey.slots.get(field) ?? -1] ?? '';
  const number = (field: string) => (cell(field) === '' ? null : Number(cell(field)));
  const marks = survey.fields.flatMap(({ id, kind }): [string, Truth][] =>
    kind === 'mark' ? [[id, cell(id) === '' ? null : cell(id) === '1']] : [],
  );
  return {
    income: number('income'),
    b1: number('b1'),
    b2: number('b2'),
    size: number('size'),
    area: cell('area') || null,
    commune: cell('commune_code') || cell('commune'),
    village: cell('village'),
    marks: new Map(marks),
  };
}

/** The facts as rules weighed them: a B1 that was computed of answers, marks that an older definition gave no longer. */
export function weighedFacts(facts: Facts, { b1, marks }: Evidence, ids: readonly string[]): Facts {
  const weighed = ids.flatMap((id, at): [string, Truth][] => (facts.marks.has(id) ? [[id, marks[at] ?? null]] : []));
  return { ...facts, b1: facts.b1 ?? b1, marks: new Map([...facts.marks, ...weighed]) };
}

/** True when the file holds any answer or score of the household, its members' too. */
export function isAnswered(survey: Survey, { cells, members }: ReviewedHousehold): boolean {
  const isFilled = (of: readonly string[], slot: number | undefined) => slot !== undefined && (of[slot] ?? '') !== '';
  const marks = survey.fields.flatMap(({ id, kind }) => (kind === 'mark' ? [id] : []));
  return (
    [...ANSWERS, ...marks].some((field) => isFilled(cells, survey.slots.get(field))) ||
    members.some((member) => MEMBER_ANSWERS.some((field) => isFilled(member.cells, survey.memberSlots.get(field))))
  );
}
