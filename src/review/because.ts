import type { Indicator } from '../criteria/criteria.ts';
import { decidingMembers } from '../judge/deciding.ts';
import { type Household, type Member, type Survey, tableAt } from '../survey/survey.ts';
import { addressOf } from './address.ts';
import { columnsAnswering } from './asked.ts';
import type { Assessment } from './assess.ts';

/** A cell that was read for an indicator, as it stands in the file. */
export interface SeenCell {
  readonly field: string;
  readonly column: string | null;
  readonly saw: string | null;
}

/** A member on whom an indicator turns: by place and relation, never by name or number. */
export interface SeenMember {
  /** Among the members of the household, 1 = first. */
  readonly position: number;
  /** As written in the file; null when it does not say. */
  readonly relation: string | null;
  /** False: what is asked of the member is not known. */
  readonly certain: boolean;
  readonly file: string;
  readonly row: number;
}

/** What an indicator rests on. */
export interface Because {
  readonly because: readonly SeenCell[];
  readonly members: readonly SeenMember[];
  /** Members that were not listed and may decide; null when nobody knows how many, 0 when they decide nothing. */
  readonly unlisted: number | null;
  /** Members who were asked; 0 when nobody was. */
  readonly asked: number;
}

/** What was read for an indicator: its mark, the income it is computed from, or the answers behind it. */
export function becauseOf(
  indicator: Indicator,
  at: number,
  isComputed: boolean,
  household: Household,
  { derivation }: Assessment,
  survey: Survey,
): Because {
  const fields = isComputed ? ['income', indicator.id].filter((field) => survey.slots.has(field)) : [indicator.id];
  const own = fields.map((field) => cellOf(survey, household, field));
  const columns = derivation === null ? [] : columnsAnswering(survey, household, indicator, derivation.answers);
  if (derivation === null || columns.length === 0) return { because: own, members: [], unlisted: 0, asked: 0 };
  const marks = own.filter(({ saw }) => saw !== null && saw.trim() !== '');
  const answers = columns.flatMap(({ at: column, field, heading }): SeenCell[] => {
    const joined = household.cells[survey.slots.get(field) ?? -1] ?? '';
    if (column === null) return joined === '' ? [] : [{ field, column: heading, saw: joined }];
    return [{ field, column: heading, saw: household.record.cells[column] ?? null }];
  });
  const deciding = indicator.deprived === null ? null : decidingMembers(indicator.deprived, derivation.facts);
  const isOpen = (derivation.truths[at] ?? null) === null;
  const named = (places: readonly number[], certain: boolean) =>
    places.flatMap((place) => {
      const member = household.members[place];
      return member === undefined ? [] : [seenMember(survey, member, place, certain)];
    });
  return {
    because: [...marks, ...answers],
    members:
      deciding === null
        ? []
        : [...named(deciding.certain, true), ...(isOpen ? named(deciding.open, false) : [])].sort(
            (a, b) => a.position - b.position,
          ),
    unlisted: deciding === null || !isOpen ? 0 : deciding.unlisted,
    asked: deciding === null ? 0 : household.members.length,
  };
}

function cellOf(survey: Survey, household: Household, field: string): SeenCell {
  const { column = null } = addressOf(survey, household, field);
  const at = survey.tables[household.table]?.fields.findIndex((f) => f?.id === field) ?? -1;
  return { field, column, saw: at < 0 ? null : (household.record.cells[at] ?? null) };
}

function seenMember(survey: Survey, { table, line, cells }: Member, place: number, certain: boolean): SeenMember {
  const relation = cells[survey.memberSlots.get('relation') ?? -1] || null;
  return { position: place + 1, relation, certain, file: tableAt(survey, table)?.source.name ?? '', row: line };
}
