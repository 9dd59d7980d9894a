import type { Reviewed } from '../results/reviewed.ts';
import type { Comparison, MovedHousehold } from './comparison.ts';
import type { YearLedger } from './course/course.ts';
import { ledgerCourses, WITHOUT_LEDGER } from './course/ledger-courses.ts';
import { historyOf } from './history.ts';
import type { LinkLine } from './link/links-file.ts';
import { lostUnits, unplacedUnits } from './lost-units.ts';
import type { Brief } from './pairing/brief.ts';
import { pairYears } from './pairing/pair-years.ts';
import type { Pair } from './pairing/pairs.ts';
import { ofOneRound, type Rebase, readYears, whereLived } from './pairing/two-years.ts';
import { isOneCriteria } from './round.ts';
import { Account } from './tables/account.ts';
import { stateOf } from './tables/states.ts';
import { countsOf, emptyTransitions, seeTransition } from './tables/transitions.ts';
import type { UnitLevel } from './tables/unit-books.ts';

export interface CompareOptions {
  readonly links?: readonly LinkLine[];
  /** Results of years before the earlier one: they tell who relapsed. */
  readonly history?: readonly Reviewed[];
  /** Puts places of the year before into units of the year after. */
  readonly rebase?: Rebase;
  /** What was decided between the two; it plays no part where there are no tables. */
  readonly ledger?: YearLedger | null;
  /** Units whose tables are wanted, from the largest. */
  readonly levels?: readonly UnitLevel[];
  /** True for two results of one round: nobody has moved, and there are no tables. */
  readonly isCorrection?: boolean;
}

/**
 * Compares two results, the earlier one first: who is who, what became of each household, and the movement tables. These are
 * not made where the results were made under different criteria, or are of one round.
 *
 * @throws FindingsError for rows that cannot be used; Error for an identity that does not hold
 */
export async function compare(
  before: Reviewed,
  after: Reviewed,
  { links = [], history = [], rebase, ledger = null, levels = ['commune'], isCorrection = false }: CompareOptions = {},
): Promise<Comparison> {
  const read = await readYears(before, after, rebase ?? null);
  const years = isCorrection ? ofOneRound(read) : read;
  const { pairs, doubts } = pairYears(years, links);
  const transitions = emptyTransitions();
  const hasTables = !isCorrection && isOneCriteria(before, after);
  const account = hasTables ? new Account(years, await historyOf(history, years), ledger) : null;
  const courses = hasTables && ledger !== null ? ledgerCourses(pairs, years, ledger) : WITHOUT_LEDGER;
  const changed: MovedHousehold[] = [];
  for (const pair of pairs) {
    seeTransition(transitions, pair);
    const own = courses.of(pair);
    const columns = own.flatMap((course) => account?.see(course) ?? []);
    const [from, to] = [stateOf(pair.before), stateOf(pair.after)];
    if (from !== to || columns.length > 0) {
      const flows = own.flatMap((course) => course.flows);
      changed.push({ pair, from, to, columns, flows, place: placeOf(pair) });
    }
  }
  for (const course of courses.alone) account?.see(course);
  function placeOf(pair: Pair) {
    const { was, is } = whereLived(pair, years);
    return stateOf(pair.after) === 'absent' ? was : is;
  }
  return {
    kind: isCorrection ? 'correction' : 'movement',
    before,
    after,
    households: countsOf(transitions),
    outOfScope: { before: outOfScope(years.before.households), after: outOfScope(years.after.households) },
    transitions,
    changed,
    tables: account?.tables(levels, transitions) ?? null,
    pairs,
    doubts: { ...doubts, unknownNumbers: doubts.unknownNumbers.filter((after) => !courses.knows(after)) },
    ledgerStrangers: courses.strangers,
    lostUnits: lostUnits(pairs, years),
    unplaced: unplacedUnits(years),
    placeOf,
    open: (pair) => ({
      ...pair,
      before: pair.before && years.before.open(pair.before),
      after: pair.after && years.after.open(pair.after),
      origin: pair.origin && (pair.before === null ? years.before : years.after).open(pair.origin),
    }),
  };
}

function outOfScope(households: readonly Brief[]): number {
  return households.filter((one) => one.class === 'out_of_scope').length;
}
