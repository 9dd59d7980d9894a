import { describe, expect, it } from 'vitest';
import { FindingLog } from '../../src/finding.ts';
import { readHouseholds } from '../../src/survey/households.ts';
import { joinMembers } from '../../src/survey/member-files.ts';
import { openTable } from '../../src/survey/open-tables.ts';
import { memorySource } from '../../src/survey/source.ts';
import type { Household } from '../../src/survey/survey.ts';
import { bytesOf, csvOf, householdsOf, type Row, surveyOf, vocabulary } from '../fixtures.ts';

interface Joined {
  readonly households: readonly Household[];
  /** Names of the members of each household. */
  readonly names: readonly (readonly string[])[];
  /** Code and row of everything found, households' findings too. */
  readonly found: readonly (readonly [string, number | undefined])[];
  /** Of each household that is not there: how many such ones have a number that lost its zeros; 0 for another. */
  readonly zeros: readonly unknown[];
}

/** Households and files of members, joined and read. */
async function joined(
  rows: readonly Row[],
  files: readonly (readonly Row[])[],
  key: readonly string[] = ['household_id'],
): Promise<Joined> {
  const log = new FindingLog();
  const options = { vocabulary, delimiter: null, encoding: null, unit: null, areMembers: true };
  const tables = await Promise.all(
    files.map((file, at) => openTable(memorySource(`m${at}.csv`, bytesOf(csvOf(file))), options, log)),
  );
  const { survey } = await joinMembers(await surveyOf([csvOf(rows)]), tables, key, log);
  const households: Household[] = [];
  for await (const batch of readHouseholds(survey, 0, log)) households.push(...batch);
  const name = survey.memberSlots.get('name') ?? -1;
  const all = [...log.findings, ...households.flatMap((h) => h.findings), ...(survey.join?.strays() ?? [])];
  return {
    households,
    names: households.map(({ members }) => members.map(({ cells }) => cells[name] ?? '')),
    found: all.map(({ code, at }) => [code, at.row] as const),
    zeros: all.flatMap(({ code, data }) => (code === 'W361' ? [data?.zeros] : [])),
  };
}

const house = (household_id: string, more: Row = {}): Row => ({ household_id, income: '1400000', size: '2', ...more });
const one = (household_id: string, name: string, more: Row = {}): Row => ({ household_id, name, age: '30', ...more });

describe('members', () => {
  it('join the household of their number, in the order of the file', async () => {
    const { names, found } = await joined(
      [house('1'), house('2')],
      [[one('1', 'A'), one('1', 'B'), one('2', 'C'), one('2', 'D')]],
    );
    expect(names).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ]);
    expect(found).toEqual([]);
  });

  it('bring what was answered of the dwelling, on the row of any of them; the household’s own row comes first', async () => {
    const { households, found } = await joined(
      [house('1', { wall: 'durable' }), house('2', { wall: '' })],
      [
        [
          one('1', 'A', { wall: 'non_durable', floor_area: '40' }),
          one('1', 'B'),
          one('2', 'C'),
          one('2', 'D', { wall: 'non_durable' }),
        ],
      ],
    );
    // household_id, income, size, wall of the household's file; floor_area comes with the members
    expect(households.map(({ cells }) => [cells[3], cells[4]])).toEqual([
      ['durable', '40'],
      ['non_durable', ''],
    ]);
    expect(found).toEqual([]);
  });

  it('need not stand together, and may come in several files', async () => {
    const { names, found } = await joined(
      [house('2'), house('1')],
      [[one('1', 'A'), one('2', 'C'), one('1', 'B')], [one('2', 'D')]],
    );
    expect(names).toEqual([
      ['C', 'D'],
      ['A', 'B'],
    ]);
    expect(found).toEqual([]);
  });

  it('join on village and number where both files have a village, however it is written', async () => {
    const key = ['village', 'household_id'];
    const { names } = await joined(
      [house('1', { village: 'Thôn Hòa' }), house('1', { village: 'Thôn Hai' })],
      [[one('1', 'B', { village: 'Thôn Hai' }), one('1', 'A', { village: 'thôn  hoà' })]],
      key,
    );
    expect(names).toEqual([['A'], ['B']]);
  });

  it('join on the name of the commune where only the households have its code', async () => {
    const at = (commune_code: string, commune: string) => ({ commune_code, commune });
    const { names, found } = await joined(
      [house('1', { ...at('00001', 'Xã Một'), size: '1' }), house('1', { ...at('00002', 'Xã Hai'), size: '1' })],
      [[one('1', 'B', { commune: 'Xã Hai' }), one('1', 'A', { commune: 'Xã Một' })]],
      ['commune_code', 'household_id'],
    );
    expect(names).toEqual([['A'], ['B']]);
    expect(found).toEqual([]);
  });

  it('whose file cannot tell two households apart stop the run', async () => {
    const { found } = await joined(
      [house('1', { village: 'Một' }), house('1', { village: 'Hai' })],
      [[one('1', 'A')]],
      ['village', 'household_id'],
    );
    expect(found).toContainEqual(['E365', 3]);
  });

  it('of a file without villages join by number alone where that is enough', async () => {
    const { names, found } = await joined(
      [house('1', { village: 'Một', size: '1' }), house('2', { village: 'Hai', size: '1' })],
      [[one('1', 'A'), one('2', 'B')]],
      ['village', 'household_id'],
    );
    expect(names).toEqual([['A'], ['B']]);
    expect(found).toEqual([]);
  });

  it('of no household are told, once for each household that is not there', async () => {
    const { found } = await joined([house('1', { size: '1' })], [[one('1', 'A'), one('7', 'B'), one('7', 'C')]]);
    expect(found).toEqual([['W361', 3]]);
  });

  it.each([
    ['members', ['0001', '0002', '0007'], ['1', '2', '9']],
    ['households', ['1', '2', '7'], ['0001', '0002', '0009']],
  ])('of no household, whose numbers lost their zeros in the file of %s, are counted', async (_, numbers, theirs) => {
    const { zeros } = await joined(
      numbers.map((number) => house(number, { size: '1' })),
      [theirs.map((number) => one(number, 'A'))],
    );
    expect(zeros).toEqual([2, 2, 0]);
  });

  it('of no household are counted by the codes of communes that lost their zeros, and not by names', async () => {
    const key = ['commune_code', 'village', 'household_id'];
    const at = (commune_code: string, village: string) => ({ commune_code, village });
    const { zeros } = await joined(
      [house('01', at('00001', '01')), house('02', at('00002', '01'))],
      [[one('1', 'A', at('1', '01')), one('2', 'B', at('2', '1'))]],
      key,
    );
    expect(zeros).toEqual([1, 0]);
  });

  it('of no household are not like one that has its members', async () => {
    const { zeros } = await joined([house('01', { size: '1' })], [[one('01', 'A'), one('1', 'B'), one('0', 'C')]]);
    expect(zeros).toEqual([0, 0]);
  });

  it('without a number of their household stop the run when the file has none at all', async () => {
    const { found } = await joined([house('1')], [[{ name: 'A', age: '3' }]]);
    expect(found).toEqual([['E202', 1]]);
  });

  it('without a number between rows that have one are told', async () => {
    const { names, found } = await joined([house('1', { size: '3' })], [[one('1', 'A'), one('', 'B'), one('1', 'C')]]);
    expect(names).toEqual([['A', 'B', 'C']]);
    expect(found).toEqual([['W360', 3]]);
  });

  it('numbered on the row of the head alone belong to the household above', async () => {
    const { names, found } = await joined(
      [house('1'), house('2')],
      [[one('1', 'A'), one('', 'B'), one('2', 'C'), one('', 'D')]],
    );
    expect(names).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ]);
    expect(found).toEqual([]);
  });

  it('keep every letter of their cells, and signs that part rows or cells are blanks', async () => {
    const { names } = await joined([house('1')], [[one('1', 'Đặng Thị Mẫu "H\u2019"'), one('1', 'B\u001fC\u001eD')]]);
    expect(names).toEqual([['Đặng Thị Mẫu "H\u2019"', 'B C D']]);
  });

  it('spread their faults to their household and to no other', async () => {
    const { households } = await joined(
      [house('1'), house('2')],
      [[one('1', 'A', { age: 'ba' }), one('1', 'B'), one('2', 'C'), one('2', 'D')]],
    );
    expect(households.map(({ findings }) => findings.map(({ code, at }) => [code, at.file, at.row]))).toEqual([
      [['E305', 'm0.csv', 2]],
      [],
    ]);
  });
});

describe('the number of a member', () => {
  const numbered = (household_id: string, member_id: string, name: string) => one(household_id, name, { member_id });

  it('twice in a household with the same answers is one member', async () => {
    const { names, found } = await joined(
      [house('1', { size: '1' })],
      [[numbered('1', 'M1', 'A'), numbered('1', 'M1', 'A')]],
    );
    expect(names).toEqual([['A']]);
    expect(found).toEqual([['N363', 3]]);
  });

  it('twice in a household with other answers is an error', async () => {
    const { found } = await joined([house('1')], [[numbered('1', 'M1', 'A'), numbered('1', 'M1', 'B')]]);
    expect(found).toEqual([['E362', 3]]);
  });

  it('in two households is told', async () => {
    const { found } = await joined(
      [house('1', { size: '1' }), house('2', { size: '1' })],
      [[numbered('1', 'M123', 'A'), numbered('2', 'M123', 'A')]],
    );
    expect(found).toEqual([['W364', 3]]);
  });

  it('counted anew in every household is quiet', async () => {
    const { found } = await joined(
      [house('1', { size: '1' }), house('2', { size: '1' })],
      [[numbered('1', '1', 'A'), numbered('2', '1', 'B')]],
    );
    expect(found).toEqual([]);
  });
});

describe('the size of the household', () => {
  it('is counted where no file says it', async () => {
    const { households, found } = await joined(
      [{ household_id: '1', income: '1400000' }],
      [[one('1', 'A'), one('1', 'B')]],
    );
    expect(households[0]?.cells).toEqual(['1', '1400000', '2']);
    expect(found).toEqual([['N327', undefined]]);
  });

  it('stays unknown where it was left blank', async () => {
    const { households, found } = await joined([house('1', { size: '' })], [[one('1', 'A')]]);
    expect(households[0]?.cells).toEqual(['1', '1400000', '']);
    expect(found).toEqual([]);
  });

  it('above the members listed means that some are unknown, below is an error', async () => {
    expect((await joined([house('1')], [[one('1', 'A')]])).found).toEqual([['N337', 2]]);
    expect((await joined([house('1', { size: '1' })], [[one('1', 'A'), one('1', 'B')]])).found).toEqual([['E336', 2]]);
  });

  it('is held against a list whose rows are members too', async () => {
    const row = (household_id: string, size: string) => ({ household_id, relation: 'con', size });
    const rows = [row('1', '2'), row('1', ''), row('2', '1'), row('2', ''), row('3', '3')];
    const households = await householdsOf(await surveyOf([csvOf(rows)]));
    expect(households.map(({ findings }) => findings.map(({ code, at }) => [code, at.row, at.field]))).toEqual([
      [],
      [['E336', 4, 'size']],
      [['N337', 6, 'size']],
    ]);
  });
});
