import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompareOptions, compare } from '../../src/movement/compare.ts';
import { COLUMNS, type Column, LISTS } from '../../src/movement/tables/columns.ts';
import { closingOf } from '../../src/movement/tables/identities.ts';
import { STATES } from '../../src/movement/tables/states.ts';
import { OUTCOMES } from '../../src/review/tally.ts';
import { type Panel, type ReviewOptions, resultOf } from './panels.ts';

/** Households of a few numbers, so that most are in both years; their places and heads may differ. */
const household = fc.record({
  class: fc.constantFrom(...OUTCOMES),
  commune_code: fc.constantFrom('001', '002'),
  village: fc.constantFrom('A', 'B'),
  area: fc.constantFrom('urban', 'rural', ''),
  size: fc.constantFrom('1', '3', '7'),
  head_name: fc.constantFrom('Lò Văn A', 'Lò Văn B', ''),
});
const list = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), household), { selector: ([id]) => id, maxLength: 12 })
  .map((rows) => rows.map(([id, row]): Panel => ({ ...row, household_id: String(id) })));
/** The same with events, and numbers of the year before. */
const laterList = list.chain((rows) =>
  fc.tuple(
    ...rows.map((row) =>
      fc
        .record({
          event: fc.constantFrom('', '', '', 'moved_in', 'moved_out', 'split_from', 'died'),
          previous_household_id: fc.constantFrom('', '', '', '1', '2', '001/A/3', '002/B/4'),
          previously_poor: fc.constantFrom('', '0', '1'),
        })
        .map((more): Panel => ({ ...row, ...more })),
    ),
  ),
);
const coverage = fc.constantFrom('all' as const, 'reviewed' as const, 'listed' as const);

const compared = async (
  was: readonly Panel[],
  is: readonly Panel[],
  [before, after]: readonly [ReviewOptions, ReviewOptions] = [{}, {}],
  options: CompareOptions = { levels: ['province', 'commune', 'village'] },
) => {
  const comparison = await compare(
    await resultOf(was, { year: 2023, ...before }),
    await resultOf(is, { year: 2024, ...after }),
    options,
  );
  return { ...comparison, tables: comparison.tables as NonNullable<typeof comparison.tables> };
};

describe('any two lists', () => {
  it('every table closes, the lists agree with each other, and parts add up to the whole', async () => {
    await fc.assert(
      fc.asyncProperty(list, laterList, coverage, coverage, async (was, is, a, b) => {
        const { tables } = await compared(was, is, [{ coverage: a }, { coverage: b }]);
        const [poor, near] = LISTS.map((one) => tables.total.book.households(one));
        expect(poor?.to_other).toBe(near?.from_other);
        expect(near?.to_other).toBe(poor?.from_other);
        for (const one of LISTS) {
          for (const { book } of [tables.total, ...tables.areas, ...tables.units]) {
            expect(closingOf(book.households(one))).toBe(book.households(one).end);
            const persons = book.persons(one);
            if (persons !== null) expect(closingOf(persons)).toBe(persons.end);
          }
          const communes = tables.units.filter(({ level }) => level === 'commune');
          for (const column of COLUMNS) {
            const sum = communes.reduce((n, { book }) => n + book.households(one)[column], 0);
            expect(sum, column).toBe(tables.total.book.households(one)[column]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('nothing is counted below zero', async () => {
    await fc.assert(
      fc.asyncProperty(list, laterList, async (was, is) => {
        const { tables } = await compared(was, is);
        for (const one of LISTS) {
          const cells: number[] = Object.values(tables.total.book.households(one));
          expect(cells.every((n) => n >= 0)).toBe(true);
          const persons: number[] = Object.values(tables.total.book.persons(one) ?? {});
          expect(persons.every((n) => n >= 0)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('swapping the years transposes the transitions and swaps opening with closing', async () => {
    await fc.assert(
      fc.asyncProperty(list, list, async (was, is) => {
        const [forth, back] = [await compared(was, is), await compared(is, was)];
        for (const from of STATES)
          for (const to of STATES) expect(back.transitions[to][from]).toBe(forth.transitions[from][to]);
        for (const one of LISTS) {
          const [there, again] = [forth, back].map(({ tables }) => tables.total.book.households(one));
          expect([again?.start, again?.end]).toEqual([there?.end, there?.start]);
          expect([again?.to_undecided, again?.to_other]).toEqual([there?.from_undecided, there?.from_other]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('a list against itself is empty', async () => {
    await fc.assert(
      fc.asyncProperty(list, async (was) => {
        const { changed, tables } = await compared(was, was);
        expect(changed).toEqual([]);
        const still: readonly Column[] = ['start', 'end'];
        for (const one of LISTS)
          for (const column of COLUMNS.filter((name) => !still.includes(name)))
            expect(tables.total.book.households(one)[column], column).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('the order of the rows plays no part', async () => {
    await fc.assert(
      fc.asyncProperty(list, list, async (was, is) => {
        const [one, other] = [await compared(was, is), await compared(was.toReversed(), is.toReversed())];
        expect(other.transitions).toEqual(one.transitions);
        for (const name of LISTS)
          expect(other.tables.total.book.households(name)).toEqual(one.tables.total.book.households(name));
      }),
      { numRuns: 30 },
    );
  });
});
