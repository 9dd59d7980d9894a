import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompareOptions, compare } from '../../src/movement/compare.ts';
import { annualList, isListed } from '../../src/movement/ledger/annual-list.ts';
import { type ListedClass, REASONS } from '../../src/movement/ledger/ledger.ts';
import { replay } from '../../src/movement/ledger/replay-ledger.ts';
import { COLUMNS, LISTS } from '../../src/movement/tables/columns.ts';
import { closingOf } from '../../src/movement/tables/identities.ts';
import { OUTCOMES } from '../../src/review/tally.ts';
import type { Row } from '../fixtures.ts';
import { ledgerOfRows } from './ledgers.ts';
import { type Panel, resultOf } from './panels.ts';

const keyFields = ['commune_code', 'village', 'household_id'];
const household = fc.record({
  class: fc.constantFrom(...OUTCOMES),
  commune_code: fc.constantFrom('001', '002'),
  village: fc.constantFrom('A', 'B'),
  area: fc.constantFrom('urban', 'rural', ''),
  size: fc.constantFrom('1', '3', '7'),
  event: fc.constantFrom('', '', '', 'moved_in', 'moved_out', 'split_from', 'died'),
  previous_household_id: fc.constantFrom('', '', '', '1', '2', '001/A/3', '002/B/4'),
});
const list = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 8 }), household), { selector: ([id]) => id, maxLength: 8 })
  .map((rows) => rows.map(([id, row]): Panel => ({ ...row, household_id: String(id) })));
const opening = list.map((rows) => rows.map((row): Panel => ({ ...row, event: '', previous_household_id: '' })));

/** Months in which something is decided about one household: a number of either list, or of none. */
const turns = fc.array(
  fc.record({
    number: fc.integer({ min: 1, max: 10 }),
    place: fc.constantFrom('001/A', '001/B', '002/A', '003/C'),
    onto: fc.constantFrom<ListedClass>('poor', 'near_poor'),
    isTransfer: fc.boolean(),
    entry: fc.constantFrom('', ...REASONS.in.filter((reason) => reason !== 'transfer')),
    exit: fc.constantFrom('', ...REASONS.out.filter((reason) => reason !== 'transfer')),
    size: fc.constantFrom('', '2', '5'),
  }),
  { maxLength: 11 },
);

/** A ledger that contradicts nothing: who is on a list comes off it or changes lists, who is on none comes onto one. */
function validRows(was: readonly Panel[], decided: typeof turns extends fc.Arbitrary<infer T> ? T : never): Row[] {
  const now = new Map<string, ListedClass>();
  const keys = new Map(was.map((one) => [one.household_id as string, keyFields.map((f) => one[f]).join('/')]));
  for (const one of was) if (isListed(one.class)) now.set(keys.get(one.household_id as string) as string, one.class);
  return decided.flatMap(({ number, place, onto, isTransfer, entry, exit, size }, at): Row[] => {
    const key = keys.get(String(number)) ?? `${place}/${number}`;
    const date = `2024-${String(at + 1).padStart(2, '0')}-10`;
    const on = now.get(key);
    if (on === undefined) {
      now.set(key, onto);
      return [{ date, key, direction: 'in', class: onto, reason: entry, size: size || '4' }];
    }
    const out = { date, key, direction: 'out', class: on };
    if (!isTransfer) {
      now.delete(key);
      return [{ ...out, reason: exit }];
    }
    const other = on === 'poor' ? 'near_poor' : 'poor';
    now.set(key, other);
    return [
      { ...out, reason: 'transfer' },
      { date, key, direction: 'in', class: other, reason: 'transfer', size },
    ];
  });
}

async function compared(was: readonly Panel[], is: readonly Panel[], rows: readonly Row[] | null) {
  const before = await resultOf(was, { year: 2023, keyFields });
  const after = await resultOf(is, { year: 2024, keyFields });
  const options: CompareOptions = { levels: ['province', 'commune', 'village'] };
  if (rows === null) return compare(before, after, options);
  const ledger = await ledgerOfRows(rows, keyFields);
  const replayed = replay(ledger, await annualList(before), { opened: '2023-12-14', until: '2024-12-14' });
  expect(replayed.findings).toEqual([]);
  return compare(before, after, { ...options, ledger: { file: 'so.csv', until: '2024-12-14', replayed } });
}

describe('any two lists and any ledger between them', () => {
  it('every table closes, from the list of last year to that of this one; transitions stay those of the lists', async () => {
    let flows = 0;
    await fc.assert(
      fc.asyncProperty(opening, list, turns, async (was, is, decided) => {
        const rows = validRows(was, decided);
        const { tables, transitions } = await compared(was, is, rows);
        const plain = await compared(was, is, null);
        if (tables === null || plain.tables === null) throw new Error('no tables');
        flows += rows.length;
        expect(transitions).toEqual(plain.transitions);
        for (const one of LISTS) {
          const [line, without] = [tables.total.book, plain.tables.total.book].map((book) => book.households(one));
          expect([line?.start, line?.end]).toEqual([without?.start, without?.end]);
          for (const { book } of [tables.total, ...tables.areas, ...tables.units]) {
            expect(closingOf(book.households(one))).toBe(book.households(one).end);
            const persons = book.persons(one);
            if (persons !== null) expect(closingOf(persons)).toBe(persons.end);
            expect(Math.min(...Object.values<number>(book.households(one)))).toBeGreaterThanOrEqual(0);
          }
          const communes = tables.units.filter(({ level }) => level === 'commune');
          for (const column of COLUMNS) {
            const sum = communes.reduce((n, { book }) => n + book.households(one)[column], 0);
            expect(sum, column).toBe(tables.total.book.households(one)[column]);
          }
          const said = (direction: string) =>
            rows.filter((row) => row.class === one && row.direction === direction).length;
          expect([tables.ledger?.entries[one], tables.ledger?.exits[one]]).toEqual([said('in'), said('out')]);
        }
        expect(tables.total.book.persons('poor')?.to_other).toBe(tables.total.book.persons('near_poor')?.from_other);
      }),
      { numRuns: 80 },
    );
    expect(flows).toBeGreaterThan(80);
  });

  it('an empty ledger changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(opening, list, async (was, is) => {
        const [empty, plain] = [await compared(was, is, []), await compared(was, is, null)];
        expect(empty.changed).toEqual(plain.changed);
        for (const one of LISTS)
          for (const [at, unit] of [plain.tables?.total, ...(plain.tables?.units ?? [])].entries()) {
            const same = [empty.tables?.total, ...(empty.tables?.units ?? [])][at];
            expect(same?.book.households(one)).toEqual(unit?.book.households(one));
            expect(same?.book.persons(one)).toEqual(unit?.book.persons(one));
          }
      }),
      { numRuns: 30 },
    );
  });
});
