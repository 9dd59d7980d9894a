import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvOf, fixture, household, type Ran, read, review, rowsIn, tempFile, tempFolder } from '../fixtures.ts';

const ID = '000123456789';
const FULL = /(?<!\d)\d{12}(?!\d)/;

function hides({ stdout, stderr }: Ran): void {
  expect(stderr).not.toMatch(FULL);
  expect(stdout).not.toMatch(FULL);
}

describe('no text shows a full id', () => {
  it.each([
    ['where an income should be', { income: `${ID} đồng gì đó` }],
    ['where an area should be', { area: ID }],
    ['where a mark should be', { water: ID }],
    ['where a class should be', { recorded_class: `${ID}` }],
    ['where a date should be', { review_date: ID }],
    ['where a total should be', { b2: ID }],
    ['as the number of the household', { household_id: ID, income: 'x' }],
    ['as a province outside the territory', { province_code: ID }],
  ] as const)('%s', async (_, wrong) => {
    const path = tempFile(csvOf([household('1', wrong), household('2', { head_id_number: ID })]));
    for (const lang of ['vi', 'en']) {
      for (const set of ['vn-2022', 'quang-ninh-2023']) {
        hides(await review(['classify', path, '-c', set, '--lang', lang, '-v']));
      }
    }
  });

  it('of a household that stands in two rows', async () => {
    const path = tempFile(csvOf([household(ID), household(ID), household('2', { income: 'x' })]));
    const ran = await review(['classify', path, '-c', 'vn-2022']);
    expect(ran.stderr).toContain('E303');
    hides(ran);
    hides(await review(['classify', path, '-c', 'vn-2022', '--drop-identical']));
  });

  it('of a household that is explained', async () => {
    const path = tempFile(csvOf([household(ID, { head_id_number: ID }), household('000123456788')]));
    for (const format of ['table', 'md']) {
      hides(await review(['explain', path, '-c', 'vn-2022', '--household', ID, '--format', format]));
    }
  });

  it('of a household that is not found, nor of its neighbours', async () => {
    const path = tempFile(csvOf([household(ID)]));
    const ran = await review(['explain', path, '-c', 'vn-2022', '--household', '000123456788']);
    expect(ran.exit).toBe(65);
    hides(ran);
  });

  it('in the messages of a JSON answer', async () => {
    const path = tempFile(csvOf([household(ID, { area: ID }), household(ID)]));
    const ran = await review(['classify', path, '-c', 'vn-2022', '--format', 'json']);
    hides(ran);
  });

  it('in the reasons of rows set aside, whose own cells are whole', async () => {
    const folder = tempFolder();
    const path = tempFile(csvOf([household(ID, { income: `${ID.slice(1)}x` }), household('2')]));
    const rejects = join(folder, 'x.csv');
    const argv = ['classify', path, '-c', 'vn-2022', '--reject-to', rejects, '-o', join(folder, 'r.csv')];
    hides(await review(argv));
    const [row] = rowsIn(read(rejects));
    expect(row?.reason).not.toMatch(FULL);
    expect(row?.household_id).toBe(ID);
  });
});

it('a result holds ids whole, what is shown of it does not', async () => {
  const ran = await review(['classify', fixture('good/officer.csv'), '-c', 'vn-2022', '-o', '-', '-v']);
  expect(ran.stdout).toContain('000123456781');
  expect(ran.stderr).not.toMatch(FULL);
});
