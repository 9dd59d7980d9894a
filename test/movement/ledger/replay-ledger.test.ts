import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { severityOf } from '../../../src/finding.ts';
import type { ListedHousehold } from '../../../src/movement/ledger/annual-list.ts';
import { LISTS, REASONS } from '../../../src/movement/ledger/ledger.ts';
import { flowCounts, flowsOf, isExit, ledgerFlows, monthlyFlows } from '../../../src/movement/ledger/ledger-flows.ts';
import { closes, listBalances } from '../../../src/movement/ledger/list-balance.ts';
import { replay } from '../../../src/movement/ledger/replay-ledger.ts';
import type { Row } from '../../fixtures.ts';
import { ledgerOfRows, line, listOf } from '../ledgers.ts';

const ALL = { opened: '2024-12-14', until: null };
const LIST = listOf({ 'A/1': 'poor', 'A/2': 'near_poor', 'B/1': 'poor', 'B/9': 'near_poor' });

async function codes(rows: readonly Row[], list: typeof LIST | null = LIST) {
  const { findings } = replay(await ledgerOfRows(rows), list, ALL);
  return findings.map(({ code, at }) => [code, at.row, at.column]);
}

describe('the ledger, worked into the list', () => {
  it('takes households onto a list and off it, and gives the list of any day', async () => {
    const ledger = await ledgerOfRows([
      line('2025-03-10 in poor A/7 new', { size: '5' }),
      line('2025-06-01 out poor A/1 to_non_poor'),
      line('2025-11-05 out poor A/7 moved_out'),
    ]);
    const poorOn = (until: string | null) =>
      [...replay(ledger, LIST, { ...ALL, until }).standings]
        .filter(([, one]) => one.class === 'poor')
        .map(([key]) => key);
    expect(poorOn('2025-03-09')).toEqual(['A/1', 'B/1']);
    expect(poorOn('2025-03-10')).toEqual(['A/1', 'B/1', 'A/7']);
    expect(poorOn('2025-06-30')).toEqual(['B/1', 'A/7']);
    expect(poorOn(null)).toEqual(['B/1']);
  });

  it('counts a household in in March and out in November as one entry and one exit', async () => {
    const ledger = await ledgerOfRows([
      line('2025-03-10 in poor A/7 new', { size: '5' }),
      line('2025-11-05 out poor A/7 moved_out'),
    ]);
    const replayed = replay(ledger, LIST, ALL);
    expect(ledgerFlows(replayed.flows).get('A/7')).toMatchObject({
      entries: [{ kind: 'new', persons: 5 }],
      exits: [{ kind: 'other_out', persons: 5 }],
    });
    const [poor] = listBalances(LIST, replayed);
    expect(poor).toMatchObject({
      opening: { households: 2, persons: 8 },
      in: { households: 1, persons: 5 },
      out: { households: 1, persons: 5 },
      current: { households: 2, persons: 8 },
    });
    expect(flowsOf(replayed.flows, '2025-04-01', null).map(({ kind }) => kind)).toEqual(['other_out']);
    expect(flowsOf(replayed.flows, null, '2025-03-10').map(({ kind }) => kind)).toEqual(['new']);
  });

  it('counts a transfer in both tables alike, and no escape', async () => {
    const ledger = await ledgerOfRows([
      line('2025-06-01 in near_poor A/1 transfer'),
      line('2025-06-01 out poor A/1 transfer'),
    ]);
    const { flows, findings } = replay(ledger, LIST, ALL);
    expect(findings.map(({ code }) => code)).toEqual([]);
    const { poor, near_poor } = flowCounts(flows);
    expect(poor.to_near_poor).toEqual({ households: 1, persons: 4 });
    expect(near_poor.from_poor).toEqual({ households: 1, persons: 4 });
    expect(poor.to_non_poor.households).toBe(0);
  });

  it('calls nobody gone who only left the list without a reason', async () => {
    const ledger = await ledgerOfRows([line('2025-06-01 out poor A/1'), line('2025-06-02 in poor A/8')]);
    expect(replay(ledger, LIST, ALL).flows.map(({ kind }) => kind)).toEqual(['unresolved_out', 'new']);
  });

  it('refuses what contradicts the list or itself, with row and column', async () => {
    expect(await codes([line('2025-03-01 out poor C/1')])).toEqual([['E875', 2, 'direction']]);
    expect(await codes([line('2025-03-01 out poor A/2')])).toEqual([['E875', 2, 'direction']]);
    expect(await codes([line('2025-03-01 in poor A/1')])).toEqual([['E876', 2, 'direction']]);
    expect(await codes([line('2025-03-01 in poor C/1'), line('2025-04-01 in near_poor C/1')])).toEqual([
      ['E876', 3, 'direction'],
    ]);
    expect(await codes([line('2024-11-30 in poor C/1')])).toEqual([['E878', 2, 'date']]);
    expect(await codes([line('2025-03-01 out poor A/1 transfer')])).toEqual([['E879', 2, 'reason']]);
    expect(await codes([line('2025-04-01 in poor C/1'), line('2025-03-01 in poor C/2')])).toEqual([
      ['W877', 3, 'date'],
    ]);
  });

  it('knows without a list only what the ledger itself says', async () => {
    expect(await codes([line('2025-03-01 out poor C/1')], null)).toEqual([]);
    expect(await codes([line('2025-03-01 out poor C/1'), line('2025-04-01 out poor C/1')], null)).toEqual([
      ['E875', 3, 'direction'],
    ]);
  });

  it('sums flows by month, unit and list', async () => {
    const ledger = await ledgerOfRows(
      [
        line('2025-03-10 in poor 00001/7 new', { size: '5' }),
        line('2025-03-20 in poor 00001/8 new', { size: '' }),
        line('2025-03-20 in poor 00002/8 new', { size: '2' }),
        line('2025-04-01 out poor 00001/7 died'),
      ],
      ['commune_code', 'household_id'],
    );
    const sums = monthlyFlows(replay(ledger, listOf({}), ALL).flows);
    expect(sums.map((one) => [one.month, one.unit.code, one.in, one.out])).toEqual([
      ['2025-03', '00001', { households: 2, persons: null }, { households: 0, persons: 0 }],
      ['2025-03', '00002', { households: 1, persons: 2 }, { households: 0, persons: 0 }],
      ['2025-04', '00001', { households: 0, persons: 0 }, { households: 1, persons: 5 }],
    ]);
  });
});

describe('any ledger', () => {
  const keys = ['A/1', 'A/2', 'A/3', 'B/1', 'B/2'];
  const day = fc.integer({ min: 1, max: 300 }).map((n) => new Date(Date.UTC(2025, 0, n)).toISOString().slice(0, 10));
  const row = fc
    .tuple(
      day,
      fc.constantFrom('in' as const, 'out' as const),
      fc.constantFrom(...LISTS),
      fc.constantFrom(...keys),
      fc.nat(),
    )
    .map(([date, direction, listed, key, pick]) => {
      const reasons = ['', ...REASONS[direction]];
      return line(`${date} ${direction} ${listed} ${key} ${reasons[pick % reasons.length]}`, {
        size: String((pick % 9) + 1),
      });
    });
  const classes = fc.dictionary(
    fc.constantFrom(...keys),
    fc.constantFrom<ListedHousehold['class']>('poor', 'near_poor', 'non_poor'),
  );

  it('closes: opening + in − out = current, for households and persons, whatever is refused of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), classes, async (rows, list) => {
        const opening = listOf(list);
        const replayed = replay(await ledgerOfRows(rows), opening, ALL);
        for (const balance of listBalances(opening, replayed)) {
          expect(closes(balance)).toBe(true);
          expect(balance.current.persons).not.toBeNull();
        }
        // half of a transfer may be refused, and then the ledger is
        if (replayed.findings.some(({ code }) => severityOf(code) === 'error')) return;
        const { poor, near_poor } = flowCounts(replayed.flows);
        expect(poor.to_near_poor.households).toBe(near_poor.from_poor.households);
        expect(poor.from_near_poor.households).toBe(near_poor.to_poor.households);
      }),
    );
  });

  it('gives each household exits and entries by turns', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), classes, async (rows, list) => {
        const { flows } = replay(await ledgerOfRows(rows), listOf(list), ALL);
        for (const key of keys) {
          const own = flows.filter(({ entry }) => entry.key === key).map(isExit);
          for (const [at, exit] of own.entries()) if (at > 0) expect(exit).not.toBe(own[at - 1]);
        }
      }),
    );
  });

  it('does not depend on the order of its rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row, { minLength: 1, maxLength: 20, selector: (r) => `${r.date} ${r.key}` }),
        classes,
        async (rows, list) => {
          const standings = async (some: readonly Row[]) =>
            [...replay(await ledgerOfRows(some), listOf(list), ALL).standings]
              .map(([key, one]) => [key, one.class])
              .sort();
          expect(await standings([...rows].reverse())).toEqual(await standings(rows));
        },
      ),
    );
  });
});
