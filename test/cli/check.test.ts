import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/survey/source.ts';
import { openWorkbook } from '../../src/survey/workbook/workbook.ts';
import { csvOf, household, review, tempFile, tempFolder } from '../fixtures.ts';

const SET = ['-c', 'vn-2022', '--year', '2025', '--lang', 'en'];
const CLEAN = csvOf([household('0001', { commune_code: '00001' }, 3), household('0002', { commune_code: '00001' }, 1)]);

async function checked(args: readonly string[]) {
  const ran = await review(['check', ...args, '--format', 'json']);
  return { exit: ran.exit, ...(JSON.parse(ran.stdout) as Answer) };
}

interface Answer {
  readonly data: {
    readonly files: readonly Record<string, unknown>[];
    readonly not_sent: readonly { readonly code: string }[];
  };
  readonly findings: readonly { readonly code: string; readonly row: number | null; readonly column: string | null }[];
}

describe('review check', () => {
  it('says how a file was read', async () => {
    const { exit, data } = await checked([tempFile(CLEAN), ...SET]);
    expect(exit).toBe(0);
    expect(data.files).toMatchObject([
      { format: 'text', encoding: 'utf-8', delimiter: ',', heading_rows: [1, 1], row_is: 'household', households: 2 },
    ]);
  });

  it('ends with 0 whatever it found, and with 1 when asked to fail on that', async () => {
    const file = tempFile(csvOf([household('0001', { area: 'hill' })]));
    expect((await checked([file, ...SET])).exit).toBe(0);
    expect((await checked([file, ...SET, '--fail-on', 'error'])).exit).toBe(1);
    const warned = tempFile(csvOf([household('0001', { recorded_class: 'poor' })]));
    expect((await checked([warned, ...SET, '--fail-on', 'error'])).exit).toBe(0);
    expect((await checked([warned, ...SET, '--fail-on', 'warning'])).exit).toBe(1);
  });

  it('looks at the files alone when no criteria and no date are given', async () => {
    const { exit, findings } = await checked([
      tempFile(csvOf([household('0001', { income: 'much' })])),
      '--lang',
      'en',
    ]);
    expect(exit).toBe(0);
    expect(findings).toMatchObject([{ code: 'E305', row: 2, column: 'income' }]);
  });

  it('checks the other files when one cannot be read, and ends with 65', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.csv'), CLEAN);
    writeFileSync(join(folder, 'b.xlsx'), 'PK\u0003\u0004');
    const { exit, data } = await checked([folder, ...SET]);
    expect(exit).toBe(65);
    expect(data.files).toMatchObject([{ accepted: true }, { accepted: false, households: null }]);
  });

  it('ends with 66 for a file that is not there', async () => {
    expect((await checked([join(tempFolder(), 'none.csv'), ...SET])).exit).toBe(66);
  });

  it('knows which units have not sent, and which hold more than there are', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.csv'), CLEAN);
    const units = tempFile('unit_code,name,households\n00001,Xã Mẫu,1\n00002,Xã Thử,9\n', 'units.csv', tempFolder());
    const { data, findings } = await checked([folder, ...SET, '--expect', units]);
    expect(data.not_sent).toMatchObject([{ code: '00002' }]);
    expect(findings.map((f) => f.code).filter((code) => /^(E346|W351)$/.test(code))).toEqual(['E346', 'W351']);
  });

  it("finds households of last year's result that have none this year", async () => {
    const folder = tempFolder();
    const before = join(folder, 'before.csv');
    const last = tempFile(csvOf([household('0001', {}, 3), household('0009', {}, 3)]));
    await review(['classify', last, '-c', 'vn-2022', '--year', '2024', '-o', before, '-q']);
    const now = tempFile(csvOf([household('0001', {}, 3)]));
    const { findings } = await checked([now, ...SET, '--previous', before]);
    expect(findings.filter((f) => f.code === 'W344')).toMatchObject([{ row: 3 }]);
  });

  it('finds a household in two files', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'x'));
    writeFileSync(join(folder, 'x', 'a.csv'), CLEAN);
    writeFileSync(join(folder, 'x', 'b.csv'), CLEAN.replaceAll(',', ';'));
    const { findings } = await checked([folder, ...SET]);
    expect(findings.filter((f) => f.code === 'E303')).toHaveLength(4);
  });

  it('writes a workbook to send back, with the faulty cells coloured', async () => {
    const folder = tempFolder();
    const output = join(folder, 'back.xlsx');
    const file = tempFile(csvOf([household('0001', { area: 'hill' }), household('0002')]), 'commune.csv');
    const ran = await review(['check', file, ...SET, '--format', 'xlsx', '-o', output, '-q']);
    expect(ran.exit).toBe(0);
    const workbook = await openWorkbook(memorySource('back.xlsx', readFileSync(output)));
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['Findings', 'commune']);
    const rows: string[][] = [];
    for await (const batch of workbook.rows('commune')) rows.push(...batch.map(({ cells }) => [...cells]));
    const faulty = rows.find((row) => row.includes('0001'));
    expect(faulty?.at(-1)).toContain('E304');
    expect(rows.find((row) => row.includes('0002'))?.at(-1)).not.toContain('E304');
  });

  it('needs a file for a workbook', async () => {
    expect((await review(['check', tempFile(CLEAN), '--format', 'xlsx', '--lang', 'en'])).exit).toBe(2);
  });

  it('guards cells of its list against being taken for formulas', async () => {
    const file = tempFile(csvOf([household('0001', { area: '=1+1' })]));
    const { stdout } = await review(['check', file, ...SET, '--format', 'csv']);
    expect(stdout).toContain('E304');
    expect(stdout).not.toMatch(/(^|,)=/m);
  });

  it('reads constants of a columns file as cells, and refuses what they cannot be', async () => {
    const folder = tempFolder();
    const file = tempFile('household_id,income,b2\n1,1400000,30\n', 'survey.csv', folder);
    const columns = (text: string) => tempFile(`constant: ${text}\n`, 'columns.yaml', folder);
    const args = [file, '-c', 'vn-2022', '-o', '-', '-q', '--columns'];
    const { exit, stdout } = await review(['classify', ...args, columns('{ area: Nông thôn }')]);
    expect([exit, stdout.includes(',rural,poor,')]).toEqual([0, true]);
    expect((await review(['classify', ...args, columns('{ area: hill }')])).exit).toBe(78);
  });

  it('refuses an encoding that the bytes are not in, with the line', async () => {
    const file = tempFile('household_id,head_name\n1,Nguyễn Mẫu\n');
    const { exit, findings } = await checked([file, '--encoding', 'tcvn3']);
    expect(exit).toBe(65);
    expect(findings).toMatchObject([{ code: 'E102', row: 2 }]);
  });

  it('is quiet about a clean file', async () => {
    const { stdout } = await review(['check', tempFile(CLEAN), ...SET]);
    expect(stdout).toContain('Nothing wrong was found');
  });
});
