import { groupedBy } from '../../text/grouped.ts';
import type { Flow } from '../ledger/ledger-flows.ts';
import type { Standing } from '../ledger/replay-ledger.ts';
import type { Brief } from '../pairing/brief.ts';
import { GONE, goneBy } from '../pairing/gone.ts';
import { NOBODY, type Pair } from '../pairing/pairs.ts';
import type { TwoYears } from '../pairing/two-years.ts';
import { isListed, stateOf } from '../tables/states.ts';
import { type Course, plainCourse, type YearLedger } from './course.ts';
import { type FoundLater, findLater } from './find-later.ts';
import { laterReader } from './later-households.ts';

/** The courses of two years between which there is a ledger. */
export interface Courses {
  /** What became of a pair: one course, or two where the ledger follows it under both of its keys. */
  of(pair: Pair): readonly Course[];
  /** Of households that only the ledger has, and of those whose row of the year after belongs to another. */
  readonly alone: readonly Course[];
  readonly strangers: FoundLater['strangers'];
  /** Whether the ledger has the household of this row of the year after under a key of its own. */
  knows(after: Brief): boolean;
}

export const WITHOUT_LEDGER: Courses = {
  of: (pair) => [plainCourse(pair)],
  alone: [],
  strangers: [],
  knows: () => false,
};

/**
 * Puts what the ledger says of a household between its two years. A household of the year before is the one whose key the
 * ledger writes; who is in no list of that year is sought in the year after.
 */
export function ledgerCourses(pairs: readonly Pair[], years: TwoYears, { replayed }: YearLedger): Courses {
  const flows = groupedBy(replayed.flows, ({ entry }) => entry.key);
  const known = new Set(years.before.households.map(({ key }) => key));
  const read = laterReader(years);
  const standingOf = (key: string) => replayed.standings.get(key) as Standing;
  const later = [...flows.keys()].filter((key) => !known.has(key)).map((key) => read(key, standingOf(key)));
  const { found, strangers } = findLater(later, years);
  const courseOf = (opening: Brief | null, brief: Brief, pair: Pair): Course => {
    const own = flows.get(brief.key) ?? [];
    return { opening, flows: own, pair: { ...pair, before: left(brief, standingOf(brief.key), own) } };
  };
  const ofOpening = (pair: Pair): Course =>
    pair.before !== null && flows.has(pair.before.key) ? courseOf(pair.before, pair.before, pair) : plainCourse(pair);
  const several = new Map<Pair, readonly Course[]>();
  const continued = new Set<Brief>();
  for (const pair of pairs) {
    const now = pair.after === null ? undefined : found.get(pair.after);
    if (now === undefined) continue;
    const course = ofOpening(pair);
    // still on a list under its old key: then that is the one that the year after has
    if (isListed(stateOf(course.pair.before))) continue;
    continued.add(now);
    const ended = pair.before === null ? [] : [{ ...course, pair: { ...course.pair, after: null } }];
    several.set(pair, [...ended, courseOf(null, now, pair)]);
  }
  const rows = new Map([...found].map(([after, one]) => [one, after]));
  const aloneOf = (one: Brief): Course => {
    const row = rows.get(one);
    return courseOf(null, one, { ...NOBODY, event: row === undefined ? null : goneBy(row) });
  };
  return {
    of: (pair) => several.get(pair) ?? [ofOpening(pair)],
    alone: later.filter((one) => !continued.has(one)).map(aloneOf),
    strangers,
    knows: (after) => found.has(after),
  };
}

/** A household as the ledger leaves it. Who died or went away is in no list; anyone else off the lists is above them. */
function left(brief: Brief, { class: listed, size }: Standing, flows: readonly Flow[]): Brief {
  const reason = flows.at(-1)?.entry.reason;
  const isGone = (GONE as readonly unknown[]).includes(reason);
  return { ...brief, class: listed ?? (isGone ? 'out_of_scope' : 'non_poor'), size };
}
