import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  column,
  csvOf,
  errorsIn,
  findingsIn,
  household,
  read,
  review,
  rowsIn,
  tempFile,
  tempFolder,
} from '../fixtures.ts';

/** The national set with the income counted as a thirteenth indicator, ten points of B2 each. */
const OWN = `
id: own-1
family: own
extends: vn-2022
title: { vi: Thử, en: Trial }
status: provisional
documents:
  draft: { title: { vi: Dự thảo, en: Draft }, date: "2025-01-01" }
in_force:
  from: "2025-01-01"
  to: "2026-12-31"
  source: { document: draft, checked_on: "2026-01-01" }
  confidence: medium
territory: { name: { vi: Nơi thử, en: Trial place } }
population:
  title: { vi: Mọi hộ, en: All households }
  residence: [permanent, temporary]
  source: { document: draft, checked_on: "2026-01-01" }
  confidence: medium
lines:
  poverty:
    title: { vi: Chuẩn, en: Line }
    unit: vnd_per_person
    period: month
    by_area: { rural: 1500000, urban: 2000000 }
    source: { document: draft, checked_on: "2026-01-01" }
    confidence: medium
dimensions:
  income:
    title: { vi: Thu nhập, en: Income }
    indicators:
      income_line:
        title: { vi: Mức thu nhập, en: Income line }
        text: { vi: Từ chuẩn trở xuống, en: At or below the line }
        deprived: { test: at_most, field: income, value: { line: poverty } }
        source: { document: draft, checked_on: "2026-01-01" }
        confidence: medium
scores:
  b2:
    title: { vi: Điểm B2, en: B2 }
    given: b2
    points_each: 10
    source: { document: draft, checked_on: "2026-01-01" }
    confidence: medium
`;

const ownSet = () => tempFile(OWN, 'own.yaml');

describe('a set of the user that counts the income', () => {
  // at this income the thirteenth indicator is deprived, so B2 is 10 at least
  const survey = () => tempFile(csvOf([household('1', { b2: '0' }), household('2', { b2: '10' })]));

  it('is used by its path', async () => {
    const path = tempFile(csvOf([household('1'), household('2', { income: '9000000' })]));
    const ran = await review(['classify', path, '-c', ownSet(), '-o', '-', '--date', '2025-05-01']);
    expect(ran.exit, ran.stderr).toBe(0);
    expect(column(ran.stdout, 'deprivations')).toEqual(['1', '0']);
    expect(column(ran.stdout, 'criteria')).toEqual(['own-1', 'own-1']);
  });

  it('refuses a B2 that the income and the marks cannot give', async () => {
    const ran = await review(['classify', survey(), '-c', ownSet(), '--format', 'json']);
    expect([ran.exit, errorsIn(ran)]).toEqual([65, [['E310', 2]]]);
  });

  it('loses no household: each one read is written or set aside', async () => {
    const folder = tempFolder();
    const [result, rejects] = [join(folder, 'r.csv'), join(folder, 'x.csv')];
    const ran = await review(['classify', survey(), '-c', ownSet(), '-o', result, '--reject-to', rejects]);
    expect(ran.exit).toBe(1);
    expect(column(read(result), 'household_id')).toEqual(['2']);
    expect(column(read(rejects), 'household_id')).toEqual(['1']);
  });

  it('never has the verdict of another set in its result', async () => {
    const folder = tempFolder();
    const sets = ['-c', ownSet(), '-c', 'vn-2022', '-o', folder, '--reject-to', join(folder, 'x.csv')];
    await review(['classify', survey(), ...sets]);
    // under vn-2022 alone the deprivations of the first household would be 0
    const rows = rowsIn(read(join(folder, 'own-1.csv')));
    expect(rows.filter((row) => row.deprivations !== '1')).toEqual([]);
  });
});

it('a set whose rules leave a household without a class is refused with the file and the row', async () => {
  const rules = `classes:
  income:
    rules:
      non_poor:
        class: non_poor
        text: { vi: x, en: x }
        when: { test: above, field: income, value: 9000000 }
        source: { document: draft, checked_on: "2026-01-01" }
        confidence: medium
`;
  const own = tempFile(OWN.trimStart() + rules, 'own.yaml');
  const ran = await review(['classify', tempFile(csvOf([household('1')])), '-c', own, '--format', 'json']);
  expect(ran.exit).toBe(78);
  expect(findingsIn(ran, 'E403')).toMatchObject([{ file: own, row: expect.any(Number) }]);
  expect(findingsIn(ran, 'E403')[0]?.row).toBeGreaterThan(40);
});
