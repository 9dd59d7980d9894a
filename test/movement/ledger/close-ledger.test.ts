import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListedHousehold } from '../../../src/movement/ledger/annual-list.ts';
import { closedCells, closedOn, closeLedger } from '../../../src/movement/ledger/close-ledger.ts';
import { ledgerOf } from '../../../src/movement/ledger/read-ledger.ts';
import { replay } from '../../../src/movement/ledger/replay-ledger.ts';
import type { Row } from '../../fixtures.ts';
import { ledgerOfRows, line, listOf } from '../ledgers.ts';

const DAY = '2025-12-14';
const OPENING = listOf({ 'A/1': 'poor', 'A/2': 'near_poor', 'A/3': 'poor' });

async function closed(rows: readonly Row[], end: ReturnType<typeof listOf>) {
  const ledger = await ledgerOfRows(rows);
  const replayed = replay(ledger, OPENING, { opened: '2024-12-14', until: DAY });
  return { ledger, ...closeLedger(ledger, replayed, { opening: OPENING, end, day: DAY }) };
}

describe('closing a ledger', () => {
  it("says of each of its households what the year's end result made of it", async () => {
    const rows = [
      line('2025-02-01 in poor B/1 new'),
      line('2025-02-02 in poor B/2 new'),
      line('2025-02-03 in poor B/3 new'),
      line('2025-02-04 out poor A/1 died'),
      line('2025-02-05 out poor A/3 to_non_poor'),
      line('2025-02-06 out near_poor A/2 moved_out'),
    ];
    const end = listOf({ 'B/1': 'poor', 'B/2': 'non_poor', 'A/1': 'near_poor', 'A/3': 'poor' });
    const { households, findings } = await closed(rows, end);
    expect(households.map(({ entry, endClass, state }) => [entry.key, endClass, state])).toEqual([
      ['B/1', 'poor', 'reflected'],
      ['B/2', 'non_poor', 'changed'],
      ['B/3', 'absent', 'missing'],
      ['A/1', 'near_poor', 'still_listed'],
      ['A/3', 'poor', 'changed'],
      ['A/2', 'absent', 'reflected'],
    ]);
    expect(findings.map(({ code, at }) => [code, at.row])).toEqual([
      ['W881', 4],
      ['W882', 5],
    ]);
  });

  it('balances the year of both lists, with what the review itself moved apart', async () => {
    const { balances } = await closed(
      [line('2025-02-01 in poor B/1 new', { size: '2' })],
      listOf({ 'A/1': 'poor', 'B/9': 'poor' }),
    );
    expect(balances[0]).toMatchObject({
      opening: { households: 2 },
      in: { households: 1, persons: 2 },
      out: { households: 0 },
      current: { households: 3, persons: 10 },
      reviewIn: { households: 1, persons: 4 },
      reviewOut: { households: 2, persons: 6 },
      closing: { households: 2, persons: 8 },
    });
  });

  it('marks its lines as closed, leaves later ones open, and takes no more on closed days', async () => {
    const result = await closed(
      [line('2025-02-01 in poor B/1 new'), line('2025-12-20 in poor B/5 new')],
      listOf({ 'B/1': 'poor' }),
    );
    const cells = closedCells(result.ledger, result, DAY);
    expect(cells.headings.slice(-2)).toEqual(['closed', 'end_class']);
    expect(cells.rows.map((row) => row.cells.slice(-2))).toEqual([
      [DAY, 'poor'],
      ['', ''],
    ]);
    const again = ledgerOf(cells, { keyFields: null });
    expect(closedOn(again, '2025-12-14')?.code).toBe('E880');
    expect(closedOn(again, '2025-12-15')).toBeNull();
    expect(result.later).toHaveLength(1);
  });

  it('closes for any lists', async () => {
    const keys = ['A/1', 'A/2', 'A/3', 'B/1', 'B/2'];
    const outcome = fc.constantFrom<ListedHousehold['class']>('poor', 'near_poor', 'non_poor', 'undecided');
    const end = fc.dictionary(fc.constantFrom(...keys), fc.tuple(outcome, fc.integer({ min: 1, max: 9 })));
    await fc.assert(
      fc.asyncProperty(end, async (classes) => {
        const list = new Map(
          Object.entries(classes).flatMap(([key, [one, size]]) => [...listOf({ [key]: one }, size)]),
        );
        const { balances } = await closed(
          [line('2025-02-01 in poor B/1 new', { size: '2' }), line('2025-03-01 out poor A/1')],
          list,
        );
        for (const { current, reviewIn, reviewOut, closing } of balances) {
          expect(current.households + reviewIn.households - reviewOut.households).toBe(closing.households);
          expect(Number(current.persons) + Number(reviewIn.persons) - Number(reviewOut.persons)).toBe(closing.persons);
        }
      }),
    );
  });
});
