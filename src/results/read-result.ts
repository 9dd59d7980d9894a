import { type Finding, FindingLog, FindingsError, finding, severityOf } from '../finding.ts';
import { duplicateFinding } from '../review/duplicates.ts';
import { KeyRegister } from '../review/keys.ts';
import { readHouseholds } from '../survey/households.ts';
import { isUnusable, type Survey } from '../survey/survey.ts';
import { placeOf, type Table } from '../survey/table.ts';
import { decidedReader } from './result-cells.ts';
import type { ReviewedHousehold } from './reviewed.ts';

export interface ResultTables {
  readonly survey: Survey;
  readonly keyFields: readonly string[];
  readonly criteria: { readonly id: string; readonly hash: string };
  /** By table: how many rows its manifest says it has; null without one. */
  readonly rows: readonly (number | null)[];
}

/**
 * The households of result files, in file order. Warnings of reading go to the log.
 *
 * @throws FindingsError after the last row: `E801` class that is none, `E802` row of other criteria, `E303` household that
 * stands twice, and what reading finds
 */
export async function* readResult(
  { survey, keyFields, criteria, rows }: ResultTables,
  log: FindingLog,
): AsyncGenerator<readonly ReviewedHousehold[]> {
  const register = new KeyRegister(survey, keyFields);
  const errors = new FindingLog();
  const counts: number[] = [];
  for (const [at, table] of survey.tables.entries()) {
    const decided = decidedReader(table);
    const read = new FindingLog();
    let count = 0;
    for await (const batch of readHouseholds(survey, at, read)) {
      count += batch.length;
      const reviewed: ReviewedHousehold[] = [];
      for (const household of batch) {
        const { line, cells, members } = household;
        for (const found of household.findings) if (severityOf(found.code) === 'error') errors.add(found);
        const said = decided(household.record.cells, line);
        if ('code' in said) errors.add(said);
        else if (said.criteria.hash !== criteria.hash) errors.add(otherCriteria(table, line, said.criteria, criteria));
        register.add(household, 'code' in said ? '' : said.class);
        if (errors.hasErrors || 'code' in said || isUnusable(household)) continue;
        const { criteria: _, ...decision } = said;
        reviewed.push({ table: at, line, cells, key: register.keyOf(household), members, ...decision });
      }
      if (reviewed.length > 0) yield reviewed;
    }
    counts.push(count);
    for (const found of read.findings) if (severityOf(found.code) === 'error') errors.add(found);
  }
  for (const double of register.duplicates)
    for (const row of double.rows) errors.add(duplicateFinding(survey, double, row));
  noteRows({ survey, rows }, counts, log);
  if (errors.hasErrors) throw new FindingsError(errors.findings);
}

type CriteriaSaid = ResultTables['criteria'];

/** Two versions of one set are told apart by their hashes. */
function otherCriteria(table: Table, row: number, saw: CriteriaSaid, expected: CriteriaSaid): Finding {
  const at = { ...placeOf(table), row, column: 'criteria', field: 'criteria' };
  const name = ({ id, hash }: CriteriaSaid) => (saw.id === expected.id ? `${id} ${hash}` : id);
  return finding('E802', at, { saw: name(saw), expected: [name(expected)] });
}

/** `W803`: rows were added or taken away since the result was written. `found`: by table, how many it has. */
export function noteRows(
  { survey, rows }: Pick<ResultTables, 'survey' | 'rows'>,
  found: readonly number[],
  log: FindingLog,
): void {
  for (const [at, table] of survey.tables.entries()) {
    const [written, now] = [rows[at] ?? null, found[at] ?? 0];
    if (written !== null && written !== now) log.add(finding('W803', placeOf(table), { data: { rows: now, written } }));
  }
}
