import { type Finding, type FindingLog, severityOf } from '../finding.ts';
import { orderedLines, type RejectSink, type ReviewCounts, type ReviewDone } from '../review/review.ts';
import { countMoves, emptySideBySide } from '../review/side-by-side.ts';
import { addAlike, type Count, emptyTally, type Tally } from '../review/tally.ts';
import type { Household, Survey } from '../survey/survey.ts';
import type { BlockDone, State, StateCount } from './done.ts';

/** Above this the households counted so far are added up. */
const MOST_STATES = 1 << 17;

/** Puts what became of the blocks together, in the order of the file. */
export class Merger {
  readonly #survey: Survey;
  readonly #log: FindingLog;
  readonly #rejects: RejectSink | null;
  readonly #tallies: readonly Tally[];
  readonly #sideBySide: ReviewDone['sideBySide'];
  readonly #hasRecorded: boolean;
  readonly #rows: number[];
  readonly #blanks: number[] = [];
  /** In the order in which the states first stand in the survey. */
  readonly #households = new Map<State, Count>();
  #read = 0;
  #classified = 0;
  #rejected = 0;

  constructor(survey: Survey, sets: number, log: FindingLog, rejects: RejectSink | null) {
    this.#survey = survey;
    this.#log = log;
    this.#rejects = rejects;
    this.#tallies = Array.from({ length: sets }, emptyTally);
    this.#sideBySide = emptySideBySide(sets);
    this.#hasRecorded = survey.slots.has('recorded_class');
    this.#rows = survey.tables.map(() => 0);
  }

  /** Takes a block that begins on `line` of its file. `states`: those that its counts are numbered by. */
  take(block: BlockDone, line: number, states: readonly State[]): void {
    this.#read += block.read;
    this.#classified += block.classified;
    this.#rejected += block.rejected;
    this.#rows[block.table] = (this.#rows[block.table] as number) + block.read;
    for (const found of block.findings) this.#note(found, block.table, line);
    for (const { household, reasons } of block.rejects) {
      this.#rejects?.write(
        moved(household, line),
        reasons.map((reason) => onLine(reason, line)),
      );
    }
    for (const count of block.counts) this.#count(states[count.state] as State, count);
    for (const [set, unknowns] of block.undecided.entries()) {
      const { undecidedFor } = this.#tallies[set] as Tally;
      for (const [id, households] of unknowns) undecidedFor.set(id, (undecidedFor.get(id) ?? 0) + households);
    }
    if (this.#households.size > MOST_STATES) this.#addUp();
  }

  done(): ReviewDone {
    this.#addUp();
    const counts: ReviewCounts = {
      read: this.#read,
      classified: this.#classified,
      rejected: this.#rejected,
      dropped: 0,
      rows: this.#rows,
      lines: this.#rows.map((data, at) => orderedLines({ heading: 1, data, ...blanksIn(this.#blanks[at]) })),
    };
    return { counts, tallies: this.#tallies, log: this.#log, sideBySide: this.#sideBySide };
  }

  #note(found: Finding, table: number, line: number): void {
    if (found.code === 'N205') {
      this.#blanks[table] = (this.#blanks[table] ?? 0) + found.count;
      const file = this.#survey.tables[table]?.source.name ?? '';
      const data = { line: line + Number(found.data?.line) };
      this.#log.tally({ ...found, at: { file }, data });
    } else if (severityOf(found.code) === 'note') this.#log.tally(onLine(found, line));
    else this.#log.add(onLine(found, line));
  }

  #count(state: State, { households, persons, sizeUnknown }: StateCount): void {
    const before = this.#households.get(state);
    if (before === undefined) {
      this.#households.set(state, { households, persons, sizeUnknown });
      return;
    }
    before.households += households;
    before.persons += persons;
    before.sizeUnknown += sizeUnknown;
  }

  #addUp(): void {
    for (const [{ area, assessments }, count] of this.#households) {
      for (const [set, assessment] of assessments.entries()) {
        addAlike(this.#tallies[set] as Tally, area, assessment, count, this.#hasRecorded);
      }
      countMoves(this.#sideBySide, assessments, count.households);
    }
    this.#households.clear();
  }
}

function blanksIn(blank: number | undefined): { readonly blank?: number } {
  return blank === undefined ? {} : { blank };
}

/** A finding of a block that begins on `line`, with the line of its file. */
function onLine(found: Finding, line: number): Finding {
  return { ...found, at: { ...found.at, row: line + (found.at.row ?? 0) } };
}

function moved(household: Household, line: number): Household {
  const at = line + household.line;
  return {
    ...household,
    line: at,
    record: { ...household.record, line: at },
    records: [{ ...household.record, line: at }],
    findings: household.findings.map((found) => onLine(found, line)),
  };
}
