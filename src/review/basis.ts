import { type Basis, type Criteria, indicatorsOf } from '../criteria/criteria.ts';
import { FindingLog } from '../finding.ts';
import { mayHold } from '../survey/column-look.ts';
import { HOUSEHOLD_ANSWERS, MEMBER_ANSWERS } from '../survey/fields.ts';
import { householdReader, readHouseholds } from '../survey/households.ts';
import { plainSample } from '../survey/plain-sample.ts';
import type { RawRecord } from '../survey/records.ts';
import { rowSorter } from '../survey/row-kinds.ts';
import { hasMemberField, type Survey } from '../survey/survey.ts';
import { fieldsIn, type Table } from '../survey/table.ts';

/** Columns other than marks that hold answers or scores. */
export const ANSWERS: readonly string[] = ['income', 'b1', 'b2', ...HOUSEHOLD_ANSWERS];

/** What has to be known of the whole survey before its first household can be judged. */
export interface Contents {
  /** True when some household has a B1 total. */
  readonly hasB1: boolean;
  /** Per table: true when some household has an answer or a score. */
  readonly hasAnswers: readonly boolean[];
}

/** Looks as far into the files as it takes to say which answers they hold; usually the first row. */
export async function contentsOf(survey: Survey, sets: readonly Criteria[]): Promise<Contents> {
  const marks = sets.flatMap((criteria) => indicatorsOf(criteria).map((i) => i.id));
  const answers = [...ANSWERS, ...marks].flatMap((field) => survey.slots.get(field) ?? []);
  const asked = MEMBER_ANSWERS.filter((field) => hasMemberField(survey, field));
  const ofMembers = asked.flatMap((field) => survey.memberSlots.get(field) ?? []);
  const b1 = survey.slots.get('b1') ?? -1;
  const hasAnswers: boolean[] = [];
  let hasB1 = false;
  for (const at of survey.tables.keys()) {
    const table = survey.tables[at];
    const columns = table === undefined ? [] : [...fieldsIn(table)];
    const holdsB1 = !hasB1 && table !== undefined && columns.includes('b1') && (await mayHold(table, 'b1'));
    const seeksB1 = () => !hasB1 && holdsB1;
    let found = false;
    for (const cells of table === undefined ? [] : await firstCells(survey, table, at)) {
      found ||= answers.some((slot) => cells[slot] !== '');
      hasB1 ||= b1 >= 0 && cells[b1] !== '';
    }
    if (found && !seeksB1()) {
      hasAnswers.push(found);
      continue;
    }
    if (ofMembers.length > 0 || columns.some((id) => ANSWERS.includes(id) || marks.includes(id))) {
      scan: for await (const batch of readHouseholds(survey, at, new FindingLog())) {
        for (const { cells, members } of batch) {
          found ||= answers.some((slot) => cells[slot] !== '');
          found ||= members.some((member) => ofMembers.some((slot) => member.cells[slot] !== ''));
          hasB1 ||= b1 >= 0 && cells[b1] !== '';
          if (found && !seeksB1()) break scan;
        }
      }
    }
    hasAnswers.push(found);
  }
  return { hasB1, hasAnswers };
}

/** The first households stand within so many bytes and rows of most files. */
const FIRST = { bytes: 1 << 14, rows: 8 };

/** The cells of the first households, for the reader of CSV takes longer to begin than they do. None where only it can tell. */
async function firstCells(survey: Survey, table: Table, at: number): Promise<readonly (readonly string[])[]> {
  const { sniffed, source, headerLine, layout } = table;
  if (sniffed === null || layout.memberFields !== null) return [];
  const rows = (await plainSample(source, sniffed, headerLine + FIRST.rows, FIRST.bytes)) ?? [];
  const sort = rowSorter(layout, survey.vocabulary);
  const read = householdReader(survey, table, at);
  const isHousehold = (row: RawRecord) => sort(row).kind === 'data';
  return rows.filter(isHousehold).map((row) => read(row).cells);
}

/** The basis of the run for a set: as asked; else points when the set has rules for them and the survey has B1. */
export function basisFor(criteria: Criteria, wanted: Basis | null, contents: Contents): Basis {
  if (criteria.classes.income === null) return 'score';
  if (wanted !== null) return wanted;
  return criteria.classes.score !== null && contents.hasB1 ? 'score' : 'income';
}
