import { type Finding, type FindingLog, finding, severityOf } from '../finding.ts';
import { type Household, isUnusable, readHouseholds, type Survey } from '../survey/survey.ts';
import type { Assessment, Assessor } from './assess.ts';
import { addressOf } from './assess.ts';
import { type DuplicateKey, KeyRegister } from './keys.ts';
import { emptyTally, type Tally, tallier } from './tally.ts';

/** Takes what one criteria set decided, in file order. `restart` forgets all that was written so far. */
export interface ResultSink {
  write(household: Household, assessment: Assessment): void;
  /** Resolves when what was written has left memory. */
  flush(): Promise<void>;
  restart(): Promise<void>;
}

/** Takes the rows that were set aside, with the reasons. */
export interface RejectSink {
  write(household: Household, reasons: readonly Finding[]): void;
  flush(): Promise<void>;
  restart(): Promise<void>;
}

export interface ReviewRun {
  readonly survey: Survey;
  readonly assessors: readonly Assessor[];
  readonly keyFields: readonly string[];
  /** Of rows that are identical, keep the first. */
  readonly dropIdentical: boolean;
  /** One per assessor; none when nothing is to be written. */
  readonly results: readonly ResultSink[];
  /** Null: an error stops the run. */
  readonly rejects: RejectSink | null;
  readonly onBytes?: (table: number, chunk: Uint8Array) => void;
}

/** What was done with the rows: `read` = `classified` + `rejected` + `dropped`, always. */
export interface ReviewCounts {
  readonly read: number;
  readonly classified: number;
  readonly rejected: number;
  readonly dropped: number;
  /** Rows read, per table. */
  readonly rows: readonly number[];
}

export interface ReviewDone {
  readonly counts: ReviewCounts;
  /** One per assessor. */
  readonly tallies: readonly Tally[];
}

/**
 * Classifies a survey: every household by every set, in file order, in bounded memory.
 *
 * Findings go to the log, all of them. With an error and no place for rejected rows the caller must discard what the
 * sinks hold: `log.hasErrors` says so.
 */
export async function reviewSurvey(
  run: ReviewRun,
  log: FindingLog,
  freshLog: () => FindingLog,
): Promise<ReviewDone & { log: FindingLog }> {
  const first = await pass(run, log, new Set());
  const doubles = first.register.duplicates.filter((d) => !(run.dropIdentical && d.identical));
  if (doubles.length === 0 || run.rejects === null) {
    reportDuplicates(run, first.register.duplicates, doubles, log);
    return { ...first, log };
  }
  // the first of two rows with one key was already written: begin again, knowing which rows to set aside
  for (const sink of [...run.results, run.rejects]) await sink.restart();
  const again = freshLog();
  const excluded = new Map(doubles.flatMap((d) => d.rows.map((row) => [`${row.table}:${row.line}`, d] as const)));
  const second = await pass(run, again, new Set(excluded.keys()), (household) => {
    const duplicate = excluded.get(`${household.table}:${household.line}`);
    return duplicate === undefined ? [] : [duplicateFinding(run, duplicate, household)];
  });
  reportDuplicates(run, first.register.duplicates, doubles, again);
  return { ...second, log: again };
}

interface Pass extends ReviewDone {
  readonly register: KeyRegister;
}

async function pass(
  run: ReviewRun,
  log: FindingLog,
  excluded: ReadonlySet<string>,
  reasons: (household: Household) => Finding[] = () => [],
): Promise<Pass> {
  const { survey, assessors, results, rejects } = run;
  const tallies = assessors.map(() => emptyTally());
  const talliers = tallies.map((tally) => tallier(survey, tally));
  const register = new KeyRegister(survey, run.keyFields);
  const idSlot = survey.slots.get('household_id') ?? -1;
  const counts = { read: 0, classified: 0, rejected: 0, dropped: 0, rows: survey.tables.map(() => 0) };

  const setAside = (household: Household, why: readonly Finding[]) => {
    counts.rejected++;
    rejects?.write(household, why);
  };
  const take = (household: Household) => {
    counts.read++;
    (counts.rows[household.table] as number)++;
    const found = [...household.findings];
    if (household.cells[idSlot] === '' && !isUnusable(household)) {
      found.push(finding('E302', addressOf(survey, household, 'household_id')));
    }
    const usable = !found.some((f) => severityOf(f.code) === 'error');
    const assessed = usable ? assessors.map((a) => a.assess(household)) : [];
    const failed = assessed.find((a): a is readonly Finding[] => Array.isArray(a));
    if (failed !== undefined) found.push(...failed);
    if (excluded.has(`${household.table}:${household.line}`)) found.push(...reasons(household));
    else note(log, found);
    if (!usable || failed !== undefined || excluded.has(`${household.table}:${household.line}`)) {
      setAside(
        household,
        found.filter((f) => severityOf(f.code) === 'error'),
      );
      return;
    }
    const assessments = assessed as Assessment[];
    if (register.add(household, assessments[0]?.class ?? '') === 'identical' && run.dropIdentical) {
      counts.dropped++;
      return;
    }
    counts.classified++;
    for (const [at, assessment] of assessments.entries()) {
      note(log, assessment.findings);
      talliers[at]?.(household, assessment);
      if (!log.hasErrors || rejects !== null) results[at]?.write(household, assessment);
    }
  };

  for (const at of survey.tables.keys()) {
    const options = run.onBytes === undefined ? {} : { onBytes: run.onBytes };
    for await (const batch of readHouseholds(survey, at, log, options)) {
      for (const household of batch) take(household);
      await Promise.all([...results, ...(rejects === null ? [] : [rejects])].map((sink) => sink.flush()));
    }
  }
  return { counts, tallies, register };
}

/** Errors keep their own address; what merely happens often is counted. */
function note(log: FindingLog, findings: readonly Finding[]): void {
  for (const found of findings) {
    if (severityOf(found.code) === 'error') log.add(found);
    else log.tally(found);
  }
}

function reportDuplicates(
  run: ReviewRun,
  all: readonly DuplicateKey[],
  errors: readonly DuplicateKey[],
  log: FindingLog,
): void {
  for (const duplicate of errors) {
    for (const row of duplicate.rows) log.add(duplicateFinding(run, duplicate, row));
  }
  for (const dropped of all.filter((d) => !errors.includes(d))) {
    const [first, ...rest] = dropped.rows;
    for (const row of rest) {
      const at = { file: run.survey.tables[row.table]?.source.name ?? '', row: row.line };
      log.add(finding('N316', at, { saw: dropped.key, data: { kept: rowName(run, first ?? row) } }));
    }
  }
}

function duplicateFinding(
  run: ReviewRun,
  { key, rows, identical, classes }: DuplicateKey,
  { table, line }: { table: number; line: number },
): Finding {
  const source = run.survey.tables[table];
  const column = source?.headings[source.fields.findIndex((f) => f?.id === 'household_id')];
  const at = {
    file: source?.source.name ?? '',
    row: line,
    field: 'household_id',
    ...(column === undefined ? {} : { column }),
  };
  const kind = identical ? 'identical' : classes.length > 1 ? 'two_classes' : 'different';
  return finding('E303', at, { saw: key, data: { kind, rows: rows.map((row) => rowName(run, row)), classes } });
}

function rowName(run: ReviewRun, { table, line }: { table: number; line: number }): string {
  const name = run.survey.tables[table]?.source.name ?? '';
  return run.survey.tables.length > 1 ? `${name}:${line}` : String(line);
}
