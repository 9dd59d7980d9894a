import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openOneReview, openReviewed } from '../../src/cli/reviewed-input.ts';
import { settingsFrom } from '../../src/cli/settings.ts';
import { FindingLog } from '../../src/finding.ts';
import type { Reviewed, ReviewedHousehold } from '../../src/results/reviewed.ts';
import { csvOf, household, ioInto, type Row, refused, resultFile, review, tempFile } from '../fixtures.ts';

const settings = settingsFrom({ lang: 'en' }, ioInto({ stdout: '', stderr: '' }));

const resultOf = (rows: readonly Row[], options: readonly string[] = [], year = '2024') =>
  resultFile(rows, year, ...options);

async function householdsOf(reviewed: Reviewed): Promise<readonly ReviewedHousehold[]> {
  const all: ReviewedHousehold[] = [];
  for await (const batch of reviewed.households()) all.push(...batch);
  return all;
}

const codesOf = async (run: Promise<unknown>) => (await refused(run)).map(({ code }) => code);

describe('a result read again', () => {
  it('gives every household with its class, and what the manifest says', async () => {
    const path = await resultOf(
      [household('0001', {}, 3), household('0002', {}, 0)],
      ['--status', 'approved', '--coverage', 'all'],
    );
    const reviewed = await openOneReview([path], {}, new FindingLog(), settings);
    expect(reviewed).toMatchObject({
      coverage: 'all',
      status: 'approved',
      date: '2024-12-14',
      year: 2024,
      rejected: 0,
    });
    expect(reviewed.set?.id).toBe('vn-2022');
    const households = await householdsOf(reviewed);
    expect(households.map((h) => [h.key, h.class, h.deprivations])).toEqual([
      ['0001', 'poor', 3],
      ['0002', 'near_poor', 0],
    ]);
    expect(await householdsOf(reviewed)).toEqual(households);
  });

  it('is the same as the survey it came from', async () => {
    const rows = [
      household('0001', {}, 3),
      household('0002', { income: '' }, 1),
      household('0003', { residence: 'temporary' }),
    ];
    const survey = tempFile(csvOf(rows));
    const path = await resultOf(rows);
    const log = new FindingLog();
    const result = await openOneReview([path], {}, log, settings);
    const classified = await openOneReview([survey], { criteria: ['vn-2022'], year: '2024' }, log, settings);
    const plain = (h: ReviewedHousehold) => ({ ...h, members: [] });
    expect((await householdsOf(classified)).map(plain)).toEqual((await householdsOf(result)).map(plain));
  });

  it('joins its parts, and keeps apart what differs in year, status or criteria', async () => {
    const [a, b] = [await resultOf([household('0001')]), await resultOf([household('0002')])];
    const later = await resultOf([household('0001')], [], '2025');
    const opened = await openReviewed([a, later, b], {}, new FindingLog(), settings);
    expect(opened.map(({ files, year }) => [files, year])).toEqual([
      [[a, b], 2024],
      [[later], 2025],
    ]);
    expect(await codesOf(openOneReview([a, later], {}, new FindingLog(), settings))).toEqual(['E806']);
  });

  it('tells of a household that stands in two parts', async () => {
    const [a, b] = [await resultOf([household('0001')]), await resultOf([household('0001')])];
    const reviewed = await openOneReview([a, b], {}, new FindingLog(), settings);
    expect(await codesOf(householdsOf(reviewed))).toEqual(['E303', 'E303']);
  });

  it('says what is wrong with rows edited by hand, all at once', async () => {
    const path = await resultOf([household('0001'), household('0002', {}, 3)]);
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text
        .replace(/,near_poor,near_poor/, ',rich,near_poor')
        .replace(/vn-2022,[0-9a-f]{12}(?=[^\n]*\n$)/, 'vn-2016,000000000000'),
    );
    const reviewed = await openOneReview([path], {}, new FindingLog(), settings);
    const codes = await codesOf(householdsOf(reviewed));
    expect(codes).toContain('E801');
    expect(codes).toContain('E802');
  });

  it('takes the criteria of the first row whatever its class, and tells versions of one set apart', async () => {
    const path = await resultOf([household('0001'), household('0002'), household('0003')]);
    rmSync(`${path}.manifest.json`);
    const lines = readFileSync(path, 'utf8').split('\r\n');
    const hash = /vn-2022,([0-9a-f]{12})/.exec(lines[2] ?? '')?.[1] ?? '';
    const rich = (lines[1] ?? '').replace(/,(?:near_poor|non_poor|poor),/, ',rich,');
    const other = (lines[3] ?? '').replace(hash, '000000000000');
    writeFileSync(path, [lines[0], rich, lines[2], other, ''].join('\r\n'));
    const reviewed = await openOneReview([path], {}, new FindingLog(), settings);
    const found = await refused(householdsOf(reviewed));
    expect(found.map(({ code, saw, expected }) => [code, saw, expected])).toEqual([
      ['E801', 'rich', expect.anything()],
      ['E802', 'vn-2022 000000000000', [`vn-2022 ${hash}`]],
    ]);
  });

  it('warns of a result without a manifest, and takes what the user says', async () => {
    const path = await resultOf([household('0001')], ['--coverage', 'all']);
    rmSync(`${path}.manifest.json`);
    const log = new FindingLog();
    const reviewed = await openOneReview([path], { year: '2025' }, log, settings);
    expect(log.findings.map(({ code }) => code)).toEqual(['W804']);
    expect(reviewed).toMatchObject({ coverage: 'reviewed', year: 2025 });
  });

  it('warns when rows were taken away', async () => {
    const path = await resultOf([household('0001'), household('0002')]);
    const lines = readFileSync(path, 'utf8').split('\r\n');
    writeFileSync(path, [lines[0], lines[1], ''].join('\r\n'));
    const log = new FindingLog();
    await householdsOf(await openOneReview([path], {}, log, settings));
    expect(log.findings).toMatchObject([{ code: 'W803', data: { rows: 1, written: 2 } }]);
  });

  it('can be classified under another set', async () => {
    const path = await resultOf([household('0001', { income: '1800000' }, 3)]);
    const log = new FindingLog();
    const [under] = await openReviewed([path], { criteria: ['quang-ninh-2023'] }, log, settings);
    const set = (
      await openReviewed([tempFile(csvOf([household('0001')]))], { criteria: ['quang-ninh-2023'] }, log, settings)
    )[0]?.set;
    expect(under?.criteria.id).toBe('vn-2022');
    const again = await openOneReview([path], {}, log, settings, set ? { under: set } : {});
    expect((await householdsOf(again))[0]).toMatchObject({ class: 'poor' });
    expect(again).toMatchObject({ criteria: { id: 'quang-ninh-2023' }, year: 2024 });
  });
});

describe('a survey where a result is asked for, without criteria', () => {
  it('is named, and told what to do', async () => {
    const result = await resultOf([household('0001')]);
    const survey = tempFile(csvOf([household('0001')]), 'khao-sat.csv');
    for (const argv of [
      ['summary', survey],
      ['diff', survey, result],
      ['link', result, survey],
    ]) {
      const ran = await review([...argv, '--lang', 'en']);
      expect([argv[0], ran.exit]).toEqual([argv[0], 2]);
      expect(ran.stderr).toContain('khao-sat.csv is no result of classify');
      expect(ran.stderr).toContain('-c ID or --year');
    }
  });
});
