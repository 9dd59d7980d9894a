import { createHash } from 'node:crypto';
import { changeSink, rejectSink, resultSink, type TextTarget } from '../../src/cli/result-files.ts';
import type { Basis } from '../../src/criteria/criteria.ts';
import { FindingLog, FindingsError } from '../../src/finding.ts';
import type { LaneSetup } from '../../src/lane/block-review.ts';
import type { Crew } from '../../src/lane/crew.ts';
import { type Reviewed, reviewHere } from '../../src/lane/here.ts';
import { reviewByLane } from '../../src/lane/run.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { makeAssessor } from '../../src/review/assess.ts';
import { SHORT_HASH } from '../../src/review/hash.ts';
import { keyFields } from '../../src/review/keys.ts';
import { type ReviewDone, reviewSurvey } from '../../src/review/review.ts';
import { openTable } from '../../src/survey/open-tables.ts';
import type { Delimiter } from '../../src/survey/sniff.ts';
import { memorySource, type Source } from '../../src/survey/source.ts';
import { makeSurvey, type Survey } from '../../src/survey/survey.ts';
import { setNamed, vocabulary } from '../fixtures.ts';
import { judgeFor } from '../review/run.ts';

/** One run over one survey, as `classify` would be asked for it. */
export interface Asked {
  readonly files: readonly Uint8Array[];
  readonly sets: readonly (readonly [id: string, basis: Basis])[];
  readonly delimiter?: Delimiter | null;
  /** The unit given for each file without one of its own. */
  readonly units?: readonly (string | null)[];
  /** Files whose class is taken as recorded. */
  readonly recorded?: readonly boolean[];
  readonly keepColumns?: boolean;
  readonly setsAside?: boolean;
  readonly dropIdentical?: boolean;
  readonly writes?: boolean;
  readonly key?: readonly string[] | null;
  /** Bytes per block of the lane, and per chunk of the source. */
  readonly blockBytes?: number;
  readonly chunkBytes?: number;
}

/** Everything that comes out of a run and must not depend on who read the survey. */
export interface Outcome {
  readonly results: readonly string[];
  readonly changes: string;
  readonly rejects: string;
  /** What was done, or the findings that ended it. */
  readonly done: unknown;
  /** Of the bytes, per file. */
  readonly hashes: readonly string[];
}

/** What the reference makes of it, what the lane makes of it, and whether the lane came to its end. */
export async function both(asked: Asked, crewOf: (setup: LaneSetup) => Crew<Reviewed> = reviewHere) {
  const survey = await openSurvey(asked);
  if (survey === null) return null;
  const reference = await outcome(asked, survey, (run, _, fresh) => reviewSurvey(run, fresh));
  let byLane = false;
  const lane = await outcome(asked, survey, async (run, setup, fresh) => {
    const { lane: isLane, ...done } = await reviewByLane(
      { ...run, crew: crewOf(setup), blockBytes: asked.blockBytes ?? 1 << 20 },
      fresh,
    );
    byLane = isLane;
    return done;
  });
  return { reference, lane, byLane };
}

/** The survey, or null when its headings already stop the run. */
async function openSurvey(asked: Asked): Promise<Survey | null> {
  const log = new FindingLog();
  try {
    const tables = await Promise.all(
      asked.files.map((bytes, at) =>
        openTable(
          chunked(`${at}.csv`, bytes, asked.chunkBytes ?? 1 << 20),
          { vocabulary, encoding: null, delimiter: asked.delimiter ?? null, unit: asked.units?.[at] ?? null },
          log,
        ),
      ),
    );
    const survey = makeSurvey(tables, vocabulary, asked.keepColumns === true);
    return survey.slots.has('household_id') ? survey : null;
  } catch (error) {
    if (error instanceof FindingsError) return null;
    throw error;
  }
}

function chunked(name: string, bytes: Uint8Array, size: number): Source {
  return {
    ...memorySource(name, bytes),
    async *open() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

type Run = Parameters<typeof reviewSurvey>[0] & Pick<Parameters<typeof reviewByLane>[0], 'rows' | 'changeRows'>;

async function outcome(
  asked: Asked,
  survey: Survey,
  review: (run: Run, setup: LaneSetup, fresh: () => FindingLog) => Promise<ReviewDone>,
): Promise<Outcome> {
  const { sets, recorded = [], setsAside = false, dropIdentical = false, writes = true } = asked;
  const ids = sets.map(([id]) => id);
  const assessors = sets.map(([id, basis]) =>
    makeAssessor(setNamed(id), judgeFor(setNamed(id), basis), survey, (table) => recorded[table] === true),
  );
  const key = keyFields(survey, asked.key ?? null);
  const targets = writes ? ids.map(memoryTarget) : [];
  const [changed, aside] = [memoryTarget(), memoryTarget()];
  const results = targets.map((target, at) => resultSink(target, survey, ids[at] ?? '', `hash-of-${ids[at]}`));
  const changes = writes && ids.length > 1 ? changeSink(changed, survey, key, ids) : null;
  const rejects = setsAside ? rejectSink(aside, survey, messagesIn('en')) : null;
  let hashes = asked.files.map(() => createHash('sha256'));
  const run: Run = {
    ...{ survey, assessors, keyFields: key, dropIdentical, results, changes, rejects },
    ...{ rows: results, changeRows: changes },
    onBytes: (table, chunk) => void hashes[table]?.update(chunk),
  };
  const setup: LaneSetup = {
    ...{ survey, assessors, keyFields: key },
    hashes: ids.map((id) => `hash-of-${id}`.slice(0, SHORT_HASH)),
    writesResults: writes,
    writesChanges: changes !== null,
    writesRejects: setsAside,
  };
  const fresh = () => {
    hashes = asked.files.map(() => createHash('sha256'));
    return new FindingLog();
  };
  const { done, isKept } = await ended(review(run, setup, fresh), setsAside);
  return {
    results: isKept ? targets.map((target) => target.text()) : [],
    changes: isKept ? changed.text() : '',
    rejects: isKept ? aside.text() : '',
    done,
    hashes: hashes.map((hash) => hash.digest('hex')),
  };
}

/** How a run ended. With an error and no place for rows, what was written is thrown away. */
async function ended(run: Promise<ReviewDone>, setsAside: boolean): Promise<{ done: unknown; isKept: boolean }> {
  try {
    const { log, counts, tallies, sideBySide } = await run;
    const isKept = setsAside || !log.hasErrors;
    const counted = tallies.map((tally) => ({
      ...tally,
      undecidedFor: [...tally.undecidedFor],
      bases: [...tally.bases],
      derived: [...tally.derived],
    }));
    const moves = sideBySide.map((pair) =>
      [...pair.moves].map(([name, m]) => [name, { ...m, reasons: [...m.reasons] }]),
    );
    const findings = [...log.findings];
    return { done: isKept ? { findings, counts, counted, moves } : { findings, counts }, isKept };
  } catch (error) {
    if (!(error instanceof FindingsError)) throw error;
    return { done: error.findings, isKept: false };
  }
}

function memoryTarget(): TextTarget & { text(): string } {
  let parts: Uint8Array[] = [];
  return {
    write: (text) => void parts.push(Buffer.from(text)),
    writeBytes: async (bytes) => void parts.push(Uint8Array.from(bytes)),
    flush: async () => {},
    restart: async () => {
      parts = [];
    },
    text: () => Buffer.concat(parts).toString('latin1'),
  };
}
