import { type Finding, type FindingLog, finding, severityOf } from '../finding.ts';
import { readHouseholds } from '../survey/households.ts';
import type { RowKind } from '../survey/row-kinds.ts';
import type { Household, Survey } from '../survey/survey.ts';
import { addressOf } from './address.ts';
import type { Assessment, Assessor } from './assess.ts';
import { duplicateFinding, reportDropped } from './duplicates.ts';
import { KeyRegister, type Row } from './keys.ts';
import { countMoves, emptySideBySide, isMoved, moveFinder, type SideBySide } from './side-by-side.ts';
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

/** Takes a household that the sets of the run class differently. */
export interface ChangeSink {
  write(household: Household, assessments: readonly Assessment[]): void;
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
  /** Households whose class differs between the sets; null when they are not written. */
  readonly changes: ChangeSink | null;
  /** Null: an error stops the run. */
  readonly rejects: RejectSink | null;
  readonly onBytes?: (table: number, chunk: Uint8Array) => void;
  /** Shown every household of the first pass, whatever becomes of its row. */
  readonly watch?: Watch;
}

/** `assessments` null: an error keeps the row from being judged. `isCopy`: a row with its key came before. */
export type Watch = (household: Household, assessments: readonly Assessment[] | null, isCopy: boolean) => void;

/** What was done with the rows: `read` = `classified` + `rejected` + `dropped`, always. */
export interface ReviewCounts {
  readonly read: number;
  readonly classified: number;
  readonly rejected: number;
  readonly dropped: number;
  /** Households read, per table. */
  readonly rows: readonly number[];
  /** Rows of the files, per table, by what they are: `data` makes households, the others are none. */
  readonly lines: readonly Readonly<Partial<Record<RowKind['kind'], number>>>[];
}

export interface ReviewDone {
  readonly counts: ReviewCounts;
  /** One per assessor. */
  readonly tallies: readonly Tally[];
  readonly log: FindingLog;
  /** The first set against each of the others. */
  readonly sideBySide: readonly SideBySide[];
}

/**
 * Classifies a survey: every household by every set, in file order, in bounded memory.
 *
 * Findings go to the log given back, all of them; `freshLog` makes it anew when the survey is read a second time. With
 * an error and no place for rejected rows the caller must discard what the sinks hold: `log.hasErrors` says so.
 */
export async function reviewSurvey(run: ReviewRun, freshLog: () => FindingLog): Promise<ReviewDone> {
  const { survey, dropIdentical, rejects, results, changes } = run;
  const first = await pass(run, freshLog(), new Map());
  const doubles = first.register.duplicates.filter((d) => !(dropIdentical && d.identical));
  const reasons = new Map(
    doubles.flatMap((d) => d.rows.map((row) => [nameOf(row), duplicateFinding(survey, d, row)] as const)),
  );
  let done = first;
  if (doubles.length > 0 && rejects !== null) {
    // the first of two rows with one key was already written: begin again, knowing which rows to set aside
    for (const sink of [...results, rejects, ...(changes === null ? [] : [changes])]) await sink.restart();
    done = await pass(run, freshLog(), reasons);
  }
  for (const reason of reasons.values()) done.log.add(reason);
  for (const found of survey.join?.strays() ?? []) done.log.add(found);
  if (dropIdentical) reportDropped(survey, first.register.duplicates, done.log);
  return done;
}

interface Pass extends ReviewDone {
  readonly register: KeyRegister;
}

/** Reads the survey once. `excluded`: rows that are known to be no good, with the reason. */
async function pass(run: ReviewRun, log: FindingLog, excluded: ReadonlyMap<string, Finding>): Promise<Pass> {
  const { survey, assessors, results, rejects, changes } = run;
  const sideBySide = emptySideBySide(assessors.length);
  const tallies = assessors.map(() => emptyTally());
  const talliers = tallies.map((tally) => tallier(survey, tally));
  const register = new KeyRegister(survey, run.keyFields);
  const judge = rowJudge(survey, assessors);
  const idSlot = survey.slots.get('household_id') ?? -1;
  const counts = {
    read: 0,
    classified: 0,
    rejected: 0,
    dropped: 0,
    rows: survey.tables.map(() => 0),
    lines: survey.tables.map(() => ({})),
  };
  const onRow = (table: number, kind: RowKind['kind']) => countLine(counts.lines[table] ?? {}, kind);

  const take = (household: Household) => {
    counts.read++;
    (counts.rows[household.table] as number)++;
    const { findings, assessments } = judge(household);
    note(log, findings);
    const duplicate = excluded.get(nameOf(household));
    // a row with a fault still is a second row of its household
    const hasId = household.cells[idSlot] !== '';
    const copy = hasId ? register.add(household, assessments?.[0]?.class ?? '') : 'new';
    if (excluded.size === 0) run.watch?.(household, assessments, copy !== 'new');
    if (assessments === null || duplicate !== undefined) {
      const errors = findings.filter((f) => severityOf(f.code) === 'error');
      counts.rejected++;
      rejects?.write(household, duplicate === undefined ? errors : [...errors, duplicate]);
      return;
    }
    if (copy === 'identical' && run.dropIdentical) {
      counts.dropped++;
      return;
    }
    counts.classified++;
    countMoves(sideBySide, assessments);
    if (isMoved(assessments) && (!log.hasErrors || rejects !== null)) changes?.write(household, assessments);
    for (const [at, assessment] of assessments.entries()) {
      talliers[at]?.(household, assessment);
      // with an error nothing will be kept: the rest is read for its findings
      if (!log.hasErrors || rejects !== null) results[at]?.write(household, assessment);
    }
  };

  const sinks = [...results, ...[rejects, changes].filter((sink) => sink !== null)];
  for (const at of survey.tables.keys()) {
    const options = { onRow, ...(run.onBytes === undefined ? {} : { onBytes: run.onBytes }) };
    for await (const batch of readHouseholds(survey, at, log, options)) {
      for (const household of batch) take(household);
      await Promise.all(sinks.map((sink) => sink.flush()));
    }
  }
  return { counts: { ...counts, lines: counts.lines.map(orderedLines) }, tallies, register, log, sideBySide };
}

export interface Judged {
  readonly findings: readonly Finding[];
  /** One per set; null when an error keeps the row from being judged. */
  readonly assessments: readonly Assessment[] | null;
}

/** Judges one row by every set; errors of reading it, and of one set with it, are reported together. */
export function rowJudge(survey: Survey, assessors: readonly Assessor[]): (household: Household) => Judged {
  const idSlot = survey.slots.get('household_id') ?? -1;
  const withMoves = moveFinder(survey, assessors);
  return (household) => {
    const found = [...household.findings];
    const isCut = found.some((f) => f.code === 'E301');
    const isNobodys = found.some((f) => f.code === 'E328');
    if (!isCut && !isNobodys && household.cells[idSlot] === '')
      found.push(finding('E302', addressOf(survey, household, 'household_id')));
    if (found.some((f) => severityOf(f.code) === 'error')) {
      const more = isCut ? [] : (assessors[0]?.faultsOfB2(household) ?? []);
      return { findings: [...found, ...more], assessments: null };
    }
    const assessments: Assessment[] = [];
    const faults = new Map<string, Finding>();
    for (const assessor of assessors) {
      const assessed = assessor.assess(household);
      if ('verdict' in assessed) {
        assessments.push(assessed);
        found.push(...assessed.findings.filter((one) => !isToldOf(one, found)));
      } else for (const fault of assessed) faults.set(`${fault.code}:${fault.at.field}`, fault);
    }
    if (faults.size > 0) return { findings: [...found, ...faults.values()], assessments: null };
    return { findings: found, assessments: withMoves(household, assessments) };
  };
}

/** Lines by kind in the order of a file from the top: the same for every way of reading it. */
export function orderedLines(lines: ReviewCounts['lines'][number]): ReviewCounts['lines'][number] {
  return Object.fromEntries(LINE_KINDS.flatMap((kind) => ((lines[kind] ?? 0) === 0 ? [] : [[kind, lines[kind]]])));
}

const LINE_KINDS: readonly RowKind['kind'][] = [
  'letterhead',
  'heading',
  'numbering',
  'section',
  'data',
  'total',
  'signature',
  'blank',
];

/** Sets that derive a mark alike find the same disagreement. */
function isToldOf({ code, at }: Finding, found: readonly Finding[]): boolean {
  return code === 'W341' && found.some((other) => other.code === code && other.at.field === at.field);
}

function countLine(lines: Partial<Record<RowKind['kind'], number>>, kind: RowKind['kind']): void {
  lines[kind] = (lines[kind] ?? 0) + 1;
}

/** A row by its table and line. */
function nameOf({ table, line }: Row): string {
  return `${table}:${line}`;
}

/** Errors and warnings keep their own address; what merely happens often is counted. */
function note(log: FindingLog, findings: readonly Finding[]): void {
  for (const found of findings) {
    if (severityOf(found.code) === 'note') log.tally(found);
    else log.add(found);
  }
}
