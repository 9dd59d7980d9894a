import { describe, expect, it } from 'vitest';
import { verify } from '../../../src/movement/tables/identities.ts';
import { postingsOf } from '../../../src/movement/tables/postings.ts';
import type { State } from '../../../src/movement/tables/states.ts';
import { emptyTransitions } from '../../../src/movement/tables/transitions.ts';
import { UnitBook } from '../../../src/movement/tables/unit-book.ts';

/** A book with one household that went from one class to another. */
function booked(from: State, to: State) {
  const book = new UnitBook();
  const persons = { before: 4, after: 3, stayed: 2 };
  const postings = postingsOf({ from, to, out: 'unresolved_out', into: 'new', hasMoved: false, persons });
  for (const posting of postings) book.post(posting);
  const transitions = emptyTransitions();
  transitions[from][to]++;
  const length = (state: State) => ({ poor: state === 'poor' ? 1 : 0, near_poor: state === 'near_poor' ? 1 : 0 });
  return { total: book, transitions, start: length(from), end: length(to), postings };
}

const plain = { cuts: [], others: [], moved: emptyTransitions() };

describe('identities', () => {
  it.each([
    ['poor', 'poor'],
    ['poor', 'near_poor'],
    ['near_poor', 'non_poor'],
    ['poor', 'undecided'],
    ['undecided', 'near_poor'],
    ['absent', 'poor'],
    ['near_poor', 'absent'],
  ] as const)('hold for a household that was %s and is %s', (from, to) => {
    expect(() => verify({ ...plain, ...booked(from, to) })).not.toThrow();
  });

  it('a line that does not close is a bug', () => {
    const { postings, ...held } = booked('poor', 'non_poor');
    const [, ...withoutStart] = postings;
    const total = new UnitBook();
    for (const posting of withoutStart) total.post(posting);
    expect(() => verify({ ...plain, ...held, total })).toThrow(/end = start/);
  });

  it('so is a unit that is missing from the whole, a list of another length, a transition that no table has', () => {
    const held = booked('poor', 'poor');
    expect(() => verify({ ...plain, ...held, cuts: [[]] })).toThrow(/units against the whole/);
    expect(() => verify({ ...plain, ...held, end: { poor: 2, near_poor: 0 } })).toThrow(/end against the list/);
    const transitions = emptyTransitions();
    transitions.poor.non_poor = 1;
    expect(() => verify({ ...plain, ...held, transitions })).toThrow(/to_non_poor against transitions/);
  });
});
