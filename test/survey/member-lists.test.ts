import { describe, expect, it } from 'vitest';
import { apartFromMembers } from '../../src/survey/member-lists.ts';
import { csvOf, type Row, surveyOf, vocabulary } from '../fixtures.ts';

const households: Row = { household_id: '1', area: 'rural', income: '900000', size: '2' };
const member: Row = { household_id: '1', relation: 'con', birth_date: '2015', insured: '1' };

/** How many of some files, a row each, are taken for lists of members. */
async function membersAmong(...files: readonly Row[]): Promise<number> {
  const { tables } = await surveyOf(files.map((row) => csvOf([row])));
  const apart = apartFromMembers(tables, vocabulary);
  expect(apart.households.length + apart.members.length).toBe(files.length);
  return apart.members.length;
}

describe('beside a list of households, a list of members', () => {
  it('is told by what each member is to the head, by the name, or by the number', async () => {
    const { relation = '', ...rest } = member;
    expect(await membersAmong(households, { ...rest, relation })).toBe(1);
    expect(await membersAmong(households, { ...rest, 'Họ tên thành viên': 'Nguyễn Thử' })).toBe(1);
    expect(await membersAmong(households, { ...rest, member_id: '1' })).toBe(1);
    expect(await membersAmong(households, rest)).toBe(0);
  });

  it('may say where the household is, and answer for its house', async () => {
    const more = { commune_code: '00001', village: 'Thôn 1', wall: 'durable', floor_area: '40', ethnicity: 'Kinh' };
    expect(await membersAmong(households, { ...member, ...more })).toBe(1);
  });

  it.each([
    ['an area', { area: 'rural' }],
    ['a class', { recorded_class: 'Hộ nghèo' }],
    ['a decided class', { decided_class: 'Hộ nghèo' }],
    ['a mark', { water: '1' }],
    ['an income', { income: '900000' }],
    ['a score', { b1: '120' }],
    ['a size', { size: '2' }],
    ['a residence', { residence: 'permanent' }],
  ])('that has %s is a list of households', async (_, more) => {
    expect(await membersAmong(households, { ...member, ...more })).toBe(0);
  });

  it('without a number of the household is not known', async () => {
    const { household_id = '', ...rest } = member;
    expect(await membersAmong(households, { STT: household_id, ...rest })).toBe(0);
  });
});

it('lists with a row a member alone are lists of households', async () => {
  expect(await membersAmong(member, { ...member, household_id: '2' })).toBe(0);
});
