import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, household, type Row } from '../fixtures.ts';
import { reviewed } from './run.ts';

/** A household as it may arrive: some cells blank, some wrong. */
const dirty = fc.record({
  household_id: fc.constantFrom('0001', '0002', '0003', '0004', '0005', '0006', ''),
  village: fc.constantFrom('Thôn 1', 'Thôn 2'),
  area: fc.constantFrom('rural', 'urban', '', 'làng'),
  income: fc.constantFrom('1000000', '1,5tr', '1800000', '', '-1', 'nhiều'),
  b2: fc.constantFrom('', '', '0', '30', '35', '130'),
  water: fc.constantFrom('1', '0', '', '?'),
  toilet: fc.constantFrom('1', '0', ''),
  housing_area: fc.constantFrom('1', '0'),
  recorded_class: fc.constantFrom('poor', 'hộ nghèo', '', 'nghèo?'),
  reviewer: fc.constantFrom('A', 'B'),
});
const dirt = fc.array(dirty, { maxLength: 25 });

/** Households in no particular state, each with a number of its own. */
const clean = fc
  .array(dirty, { minLength: 1, maxLength: 25 })
  .map((rows) => rows.map((row, at) => ({ ...row, household_id: `${at + 1}` })));

/** Rows as text, some with a cell too many. */
const fileOf = (rows: readonly Row[], crooked: readonly number[] = []) =>
  `${HEADINGS.join(',')}\n${rows.map((row, at) => lineOf(row) + (crooked.includes(at) ? ',extra' : '')).join('\n')}\n`;
const HEADINGS = ['household_id', 'village', 'area', 'income', 'b2', 'water', 'toilet', 'housing_area'].concat(
  'recorded_class',
  'reviewer',
);
const lineOf = (row: Row) =>
  HEADINGS.map((heading) => row[heading] ?? '')
    .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
    .join(',');

describe('the counts of a review', () => {
  it('close: read = classified + rejected + dropped, whatever the rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(dirt, { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(24)),
        fc.boolean(),
        fc.boolean(),
        async (files, crooked, dropIdentical, setAside) => {
          const { counts, written, aside } = await reviewed(
            files.map((rows) => fileOf(rows, crooked)),
            { dropIdentical, setAside },
          );
          expect(counts.read).toBe(files.flat().length);
          expect(counts.classified + counts.rejected + counts.dropped).toBe(counts.read);
          expect(counts.rows).toEqual(files.map((rows) => rows.length));
          if (!setAside) return;
          expect(written).toHaveLength(counts.classified);
          expect(aside).toHaveLength(counts.rejected);
          if (!dropIdentical) expect(counts.dropped).toBe(0);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('give every row set aside a reason that is an error', async () => {
    await fc.assert(
      fc.asyncProperty(dirt, async (rows) => {
        const { aside } = await reviewed([fileOf(rows)], { setAside: true });
        for (const [row, codes] of aside) expect(codes, row).toMatch(/^E/);
      }),
    );
  });
});

describe('a verdict', () => {
  const verdicts = async (files: readonly (readonly Row[])[]) => {
    const { written, aside } = await reviewed(
      files.map((rows) => fileOf(rows)),
      { setAside: true },
    );
    return { rows: written.map((row) => row.join('|')).sort(), codes: aside.map(([, codes]) => codes).sort() };
  };

  it('does not depend on the order of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        clean.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        async ([rows, shuffled]) => {
          expect(await verdicts([shuffled])).toEqual(await verdicts([rows]));
        },
      ),
    );
  });

  it('does not depend on how the rows are divided among files, nor on their order', async () => {
    await fc.assert(
      fc.asyncProperty(clean, fc.nat(25), async (rows, cut) => {
        const [first, second] = [rows.slice(0, cut), rows.slice(cut)];
        const whole = await verdicts([rows]);
        expect(await verdicts([first, second])).toEqual(whole);
        expect(await verdicts([second, first])).toEqual(whole);
      }),
    );
  });

  it('stands in the order of the input', async () => {
    const rows = ['0003', '0001', '0002'].map((id) => household(id));
    const { written } = await reviewed([csvOf(rows), csvOf([household('0000')])]);
    expect(written.map(([id]) => id)).toEqual(['0003', '0001', '0002', '0000']);
  });
});

describe('rows that say the same', () => {
  const twice = [household('0001', { reviewer: 'A' }), household('0002'), household('0001', { reviewer: 'B' })];

  it('are an error of each of them', async () => {
    const { findings } = await reviewed([csvOf(twice)]);
    expect(findings).toMatchObject([
      { code: 'E303', at: { row: 2, column: 'household_id' }, saw: '0001', data: { kind: 'identical' } },
      { code: 'E303', at: { row: 4 }, data: { kind: 'identical', rows: ['2', '4'] } },
    ]);
  });

  it('are dropped on request, the first kept and the others told', async () => {
    const { counts, written, findings } = await reviewed([csvOf(twice)], { dropIdentical: true });
    expect(counts).toMatchObject({ read: 3, classified: 2, rejected: 0, dropped: 1 });
    expect(written.map(([id]) => id)).toEqual(['0001', '0002']);
    expect(findings).toMatchObject([{ code: 'N316', at: { row: 4 }, saw: '0001', data: { kept: '2' } }]);
  });

  it('are dropped across files too', async () => {
    const files = [csvOf([household('0001')]), csvOf([household('0001'), household('0002')])];
    const { counts, findings } = await reviewed(files, { dropIdentical: true });
    expect(counts).toMatchObject({ classified: 2, dropped: 1, rows: [1, 2] });
    expect(findings).toMatchObject([{ code: 'N316', at: { file: 'b.csv', row: 2 }, data: { kept: 'a.csv:2' } }]);
  });
});

describe('rows of one household that differ', () => {
  const rows = [
    household('0001'),
    household('0002', {}, 3),
    household('0001', { income: '9000000' }),
    household('0001'),
  ];

  it('are an error that names all of them and their classes', async () => {
    const { findings } = await reviewed([csvOf(rows)]);
    expect(findings.map(({ code, at }) => [code, at.row])).toEqual([
      ['E303', 2],
      ['E303', 4],
      ['E303', 5],
    ]);
    expect(findings[0]?.data).toMatchObject({
      kind: 'two_classes',
      rows: ['2', '4', '5'],
      classes: ['near_poor', 'non_poor'],
    });
  });

  it('are told apart from those that give two classes', async () => {
    const { findings } = await reviewed([csvOf([household('0001'), household('0001', { size: '3' })])]);
    expect(findings[0]?.data).toMatchObject({ kind: 'different', classes: ['near_poor'] });
  });

  it('are an error even when identical ones may be dropped', async () => {
    const { findings } = await reviewed([csvOf(rows)], { dropIdentical: true });
    expect(findings.map((f) => f.code)).toEqual(['E303', 'E303', 'E303']);
  });

  it('are all set aside where rows may be, the first one too', async () => {
    const { written, aside, counts, tally } = await reviewed([csvOf(rows)], { setAside: true });
    expect(written.map(([id]) => id)).toEqual(['0002']);
    expect(aside).toEqual([
      ['0:2', 'E303'],
      ['0:4', 'E303'],
      ['0:5', 'E303'],
    ]);
    expect(counts).toMatchObject({ read: 4, classified: 1, rejected: 3, dropped: 0 });
    expect(tally.byArea.rural.poor.households).toBe(1);
    expect(tally.byArea.rural.near_poor.households).toBe(0);
  });

  it('are told although one of them has another fault', async () => {
    const { findings } = await reviewed([csvOf([household('0001'), household('0001', { income: '-1' })])]);
    expect(findings.map(({ code, at }) => `${code} ${at.row}`).sort()).toEqual(['E303 2', 'E303 3', 'E306 3']);
  });

  it('are all set aside although one of them has another fault', async () => {
    const rows = [household('0001'), household('0001', { income: '-1' })];
    const { written } = await reviewed([csvOf(rows)], { setAside: true });
    expect(written).toEqual([]);
  });
});

describe('a row that contradicts itself', () => {
  it('has a B2 that its marks cannot give', async () => {
    const rows = [household('0001', { b2: '10' }, 3), household('0002', { b2: '30' }, 3)];
    const { findings, counts } = await reviewed([csvOf(rows)], { setAside: true });
    expect(findings).toMatchObject([{ code: 'E310', at: { row: 2, field: 'b2' } }]);
    expect(counts).toMatchObject({ classified: 1, rejected: 1 });
  });

  it.each(['35', '130', '5'])('has a B2 of %s, which no marks give', async (b2) => {
    const { findings } = await reviewed([csvOf([{ household_id: '1', area: 'rural', income: '1', b2 }])]);
    expect(findings.filter((f) => f.code === 'E309')).toMatchObject([{ at: { row: 2, column: 'b2' }, saw: b2 }]);
  });

  it('is told along with what else is wrong with its row', async () => {
    const { findings } = await reviewed([csvOf([household('1', { income: 'x', b2: '35' })])]);
    expect(findings.map((f) => f.code).sort()).toEqual(['E305', 'E309']);
  });

  it('does not when blanks leave room for its B2', async () => {
    const { counts } = await reviewed([csvOf([household('0001', { b2: '10', water: '' })])], { setAside: true });
    expect(counts.rejected).toBe(0);
  });
});

describe('whoever watches a review', () => {
  it('is shown every household once, whatever becomes of its row, also when the survey is read twice', async () => {
    const rows = [household('0001'), household('0002', { area: 'làng' }), household('0001', {}, 3)];
    for (const setAside of [false, true]) {
      const { watched } = await reviewed([csvOf(rows), csvOf([household('0003')])], { setAside });
      expect(watched).toEqual([
        ['0:2', true, false],
        ['0:3', false, false],
        ['0:4', true, true],
        ['1:2', true, false],
      ]);
    }
  });
});

describe('a household without a number', () => {
  it('is an error', async () => {
    const { findings } = await reviewed([csvOf([household(''), household(' ')])]);
    expect(findings).toMatchObject([
      { code: 'E302', at: { row: 2, column: 'household_id' } },
      { code: 'E302', at: { row: 3 } },
    ]);
  });

  it('is told along with what else is wrong with its row', async () => {
    const { findings } = await reviewed([csvOf([household('', { income: 'x' })])]);
    expect(findings.map((f) => f.code).sort()).toEqual(['E302', 'E305']);
  });
});

describe('rows of members above the first numbered household', () => {
  it('belong to nobody, which is told once', async () => {
    const rows = [
      { household_id: '', name: 'Lý Mẫu', relation: 'con', area: 'rural', income: '1400000' },
      { household_id: '1', name: 'Trần Mẫu', relation: 'Chủ hộ', area: 'rural', income: '1400000' },
      { household_id: '', name: 'Trần Mẫu', relation: 'con', area: 'rural', income: '' },
    ];
    const { findings, counts } = await reviewed([csvOf(rows)], { setAside: true });
    const errors = findings.filter(({ code }) => code.startsWith('E'));
    expect(errors).toMatchObject([{ code: 'E328', at: { row: 2 } }]);
    expect(counts).toMatchObject({ read: 2, classified: 1, rejected: 1 });
  });

  it('are a household whose number is missing when one of them is its head', async () => {
    const row = { household_id: '', name: 'Lý Mẫu', relation: 'Chủ hộ', area: 'rural', income: '1400000' };
    const { findings } = await reviewed([csvOf([row])]);
    expect(findings.filter(({ code }) => code.startsWith('E'))).toMatchObject([{ code: 'E302' }]);
  });
});

describe('a household outside the population', () => {
  const rows = [
    household('0001', { residence: 'temporary', province_code: '22' }),
    household('0002', { residence: '', province_code: '22' }),
    household('0003', { residence: 'permanent', province_code: '01' }),
  ];
  const columnOf = (written: readonly (readonly string[])[]) =>
    written.map((row) => row[rows[0] === undefined ? 0 : Object.keys(rows[0]).length]);

  it('is out of scope where only permanent residents count', async () => {
    const { written, findings } = await reviewed([csvOf(rows)], { set: 'quang-ninh-2023' });
    expect(columnOf(written)).toEqual(['out_of_scope', 'near_poor', 'near_poor']);
    expect(findings).toMatchObject([
      { code: 'N317', count: 1, at: { row: 3 } },
      { code: 'W318', count: 1, at: { row: 4 }, saw: '01', expected: ['22'] },
    ]);
  });

  it('is in scope where all residents count', async () => {
    const { written, findings } = await reviewed([csvOf(rows)]);
    expect(columnOf(written)).toEqual(['near_poor', 'near_poor', 'near_poor']);
    expect(findings).toEqual([]);
  });
});

describe('a finding that repeats itself', () => {
  const rows = Array.from({ length: 40 }, (_, at) => household(`${at}`, { review_date: 'soon', size: '--' }));
  const found = async (code: string) =>
    (await reviewed([csvOf(rows)])).findings.filter((f) => f.code === code).map(({ count, at }) => [count, at.row]);

  it('is counted in one place when it is a note', async () => {
    expect(await found('N314')).toEqual([[40, 2]]);
  });

  it('keeps every row when it is a warning', async () => {
    expect(await found('W313')).toEqual(rows.map((_, at) => [1, at + 2]));
  });
});
