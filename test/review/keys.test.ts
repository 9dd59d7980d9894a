import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DuplicateKey, KeyRegister, keyFields } from '../../src/review/keys.ts';
import { csvOf, householdsOf, type Row, surveyOf } from '../fixtures.ts';

async function keyOf(heading: string, wanted: readonly string[] | null = null) {
  return keyFields(await surveyOf([`${heading}\n`]), wanted);
}

/** The duplicates of some files, with the rows as `table:line`. */
async function duplicates(files: readonly (readonly Row[])[], wanted: readonly string[] | null = null) {
  const survey = await surveyOf(files.map((rows) => csvOf(rows)));
  const register = new KeyRegister(survey, keyFields(survey, wanted));
  const said = (await householdsOf(survey)).map((h) => register.add(h, ''));
  return { said, found: register.duplicates.map(shown) };
}

const shown = ({ key, rows, identical }: DuplicateKey) => ({
  key,
  rows: rows.map(({ table, line }) => `${table}:${line}`),
  identical,
});

describe('the key of a household', () => {
  it.each([
    ['household_id', ['household_id']],
    ['household_id,village', ['village', 'household_id']],
    ['village,household_id,commune', ['commune', 'village', 'household_id']],
    ['commune,commune_code,household_id', ['commune_code', 'household_id']],
    ['province_code,household_id', ['household_id']],
  ])('of a file with %s is %j', async (heading, fields) => {
    expect(await keyOf(heading)).toEqual(fields);
  });

  it('is what the user says', async () => {
    expect(await keyOf('household_id,commune_code,head_id_number', ['head_id_number'])).toEqual(['head_id_number']);
  });

  it('is text: leading zeros count', async () => {
    const { said } = await duplicates([[{ household_id: '1' }, { household_id: '01' }, { household_id: '001' }]]);
    expect(said).toEqual(['new', 'new', 'new']);
  });

  it('joins its parts by a slash', async () => {
    const survey = await surveyOf(['commune_code,village,household_id\n00001,Thôn 1,0001\n']);
    const [row] = await householdsOf(survey);
    const register = new KeyRegister(survey, keyFields(survey, null));
    expect(row && register.keyOf(row)).toBe('00001/Thôn 1/0001');
  });
});

describe('a key that comes twice', () => {
  const row = { commune_code: '00001', village: 'Thôn 1', household_id: '0001', income: '1', reviewer: 'A' };

  it('is found within a file, with every row', async () => {
    const { found, said } = await duplicates([[row, { ...row, household_id: '0002' }, row, { ...row, income: '2' }]]);
    expect(said).toEqual(['new', 'new', 'identical', 'different']);
    expect(found).toEqual([{ key: '00001/Thôn 1/0001', rows: ['0:2', '0:4', '0:5'], identical: false }]);
  });

  it('is found across files whose columns stand in another order', async () => {
    const other = { income: '1', household_id: '0001', village: 'Thôn 1', commune_code: '00001' };
    const { found } = await duplicates([[row], [other]]);
    expect(found).toEqual([{ key: '00001/Thôn 1/0001', rows: ['0:2', '1:2'], identical: true }]);
  });

  it('is identical when only the reviewer differs', async () => {
    const { found } = await duplicates([[row, { ...row, reviewer: 'B' }]]);
    expect(found).toMatchObject([{ identical: true }]);
  });

  it('is identical when the rows say the same in other spellings', async () => {
    const rows = [
      { ...row, area: 'NT', income: '1.500.000' },
      { ...row, area: 'rural', income: '1500000' },
    ];
    expect((await duplicates([rows])).found).toMatchObject([{ identical: true }]);
  });

  it('is not identical when any other cell differs', async () => {
    for (const heading of ['income', 'size', 'head_name', 'water', 'note', 'recorded_class']) {
      const { found } = await duplicates([[row, { ...row, [heading]: '9' }]]);
      expect(found, heading).toMatchObject([{ identical: false }]);
    }
  });

  it('is not identical when a column that is not known differs, unless it numbers the rows', async () => {
    expect((await duplicates([[row, { ...row, 'Số nhà': '9' }]])).found).toMatchObject([{ identical: false }]);
    const numbered = [
      { STT: '1', ...row },
      { STT: '2', ...row },
    ];
    expect((await duplicates([numbered])).found).toMatchObject([{ identical: true }]);
  });

  it('is not identical when a value stands in the neighbouring column', async () => {
    const { found } = await duplicates([
      [
        { ...row, b1: '5', b2: '' },
        { ...row, b1: '', b2: '5' },
      ],
    ]);
    expect(found).toMatchObject([{ identical: false }]);
  });

  it('is no duplicate in another village or commune', async () => {
    const rows = [row, { ...row, village: 'Thôn 2' }, { ...row, commune_code: '00002' }];
    expect((await duplicates([rows])).found).toEqual([]);
  });

  it('depends on the key the user says', async () => {
    const rows = [row, { ...row, village: 'Thôn 2' }];
    expect((await duplicates([rows], ['household_id'])).found).toMatchObject([{ key: '0001', rows: ['0:2', '0:3'] }]);
    expect((await duplicates([[row, row]], ['village', 'household_id'])).found).toHaveLength(1);
  });
});

describe('two households', () => {
  const part = fc.string({ unit: fc.constantFrom('1', 'A', '/', ' ', '-'), minLength: 1, maxLength: 4 });
  // a household without a number has no key
  const id = part.filter((text) => text.trim() !== '');
  const key = fc.record({ commune_code: part, village: part, household_id: id });

  it('have the same key only when all its parts are the same', async () => {
    await fc.assert(
      fc.asyncProperty(key, key, async (a, b) => {
        const tidy = (r: Row) => JSON.stringify(Object.values(r).map((v) => v.trim()));
        fc.pre(Object.values({ ...a, ...b }).every((v) => v.trim() !== ''));
        const { said } = await duplicates([[a, b]]);
        expect(said[1] === 'new').toBe(tidy(a) !== tidy(b));
      }),
      {
        numRuns: 400,
        examples: [
          [
            { commune_code: '1', village: 'A/1', household_id: '1' },
            { commune_code: '1', village: 'A', household_id: '1/1' },
          ],
        ],
      },
    );
  });
});
