import type { HouseholdCounts } from '../comparison.ts';
import { goneBy } from '../pairing/gone.ts';
import type { Pair } from '../pairing/pairs.ts';
import type { TwoYears } from '../pairing/two-years.ts';
import { LISTS, type ListClass } from './columns.ts';
import { STATES, type State, stateOf } from './states.ts';

type Matrix = Record<State, Record<State, number>>;

/** No household anywhere. */
export function emptyTransitions(): Matrix {
  const row = () => Object.fromEntries(STATES.map((state) => [state, 0]));
  return Object.fromEntries(STATES.map((state) => [state, row()])) as Matrix;
}

/** Adds a household; one that is absent from both years (out of scope) is nowhere. */
export function seeTransition(transitions: Matrix, { before, after }: Pair): void {
  const [from, to] = [stateOf(before), stateOf(after)];
  if (from !== 'absent' || to !== 'absent') transitions[from][to]++;
}

/** The households of both years, as the transitions have them. */
export function countsOf(transitions: Readonly<Record<State, Readonly<Record<State, number>>>>): HouseholdCounts {
  const present = STATES.filter((state) => state !== 'absent');
  const sum = (cells: readonly number[]) => cells.reduce((n, cell) => n + cell, 0);
  const onlyBefore = sum(present.map((state) => transitions[state].absent));
  const onlyAfter = sum(present.map((state) => transitions.absent[state]));
  const matched = sum(present.flatMap((from) => present.map((to) => transitions[from][to])));
  return {
    before: matched + onlyBefore,
    after: matched + onlyAfter,
    matched,
    only_before: onlyBefore,
    only_after: onlyAfter,
  };
}

/** The lengths of the lists, counted in the files and not in the pairs. */
export function listLengths({ before, after }: TwoYears) {
  const lengths = (households: TwoYears['before']['households']) =>
    Object.fromEntries(LISTS.map((list) => [list, households.filter((one) => one.class === list).length])) as Record<
      ListClass,
      number
    >;
  return { start: lengths(before.households), end: lengths(after.households.filter((one) => goneBy(one) === null)) };
}
