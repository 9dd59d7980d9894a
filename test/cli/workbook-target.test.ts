import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { StagedFile } from '../../src/cli/staged.ts';
import { WorkbookTarget } from '../../src/cli/workbook-target.ts';
import {
  csvOf,
  filesIn,
  generated,
  household,
  read,
  refused,
  review,
  rowsIn,
  tempFile,
  tempFolder,
} from '../fixtures.ts';

const ODD = [
  household('007', { head_name: '=1+1', head_id_number: '000123456789', village: "Thôn 'Đông'", size: '4' }),
  household('008', { head_name: 'Lò Thị Ếch, "Bé"', income: '1500000.5', head_birth_date: '1987' }, 3),
  household('_x0041_', { head_name: '', income: '' }),
];

/** The cells of the first sheet, as text. */
async function cellsOf(path: string): Promise<readonly (readonly string[])[]> {
  const { sheets } = await readXlsx(readFileSync(path));
  return (sheets[0]?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')));
}

async function classifyBoth(input: string, ...options: readonly string[]) {
  const folder = tempFolder();
  const [csv, xlsx] = [join(folder, 'r.csv'), join(folder, 'r.xlsx')];
  for (const path of [csv, xlsx]) {
    const { exit, stderr } = await review(['classify', input, '-c', 'vn-2022', '-o', path, ...options]);
    expect(exit, stderr).toBe(0);
  }
  return { folder, csv, xlsx };
}

describe('a result as a workbook', () => {
  it('has the cells of the result as CSV, whichever reader made them', async () => {
    for (const reader of ['fast', 'reference']) {
      const { folder, csv, xlsx } = await classifyBoth(tempFile(csvOf(ODD)), '--reader', reader);
      const rows = rowsIn(read(csv));
      const [headings = [], ...cells] = await cellsOf(xlsx);
      expect(headings).toEqual(Object.keys(rows[0] ?? {}));
      expect(cells.map((row) => headings.map((_, at) => row[at] ?? ''))).toEqual(rows.map((row) => Object.values(row)));
      expect(filesIn(folder)).toEqual(['r.csv', 'r.csv.manifest.json', 'r.xlsx', 'r.xlsx.manifest.json']);
    }
  });

  it('keeps ids as text and makes amounts, marks and persons numbers', async () => {
    const { xlsx } = await classifyBoth(tempFile(csvOf(ODD)));
    const { sheets } = await readXlsx(readFileSync(xlsx));
    const [headings = [], first = []] = sheets[0]?.rows ?? [];
    const cell = (heading: string) => first[headings.indexOf(heading)];
    expect(['household_id', 'head_id_number', 'size', 'income', 'employment', 'line', 'criteria'].map(cell)).toEqual([
      '007',
      '000123456789',
      4,
      1_400_000,
      0,
      1_500_000,
      'vn-2022',
    ]);
  });

  it('can be classified, summarised and compared as the CSV can', async () => {
    const { csv, xlsx } = await classifyBoth(tempFile(await generated(60)), '--year', '2024');
    for (const argv of [
      ['classify', '-c', 'vn-2022', '-o', '-'],
      ['summary', '--by', 'commune', '--format', 'csv'],
    ]) {
      const [command = '', ...options] = argv;
      const [fromCsv, fromXlsx] = [await review([command, csv, ...options]), await review([command, xlsx, ...options])];
      expect(fromXlsx.exit).toBe(0);
      expect(fromXlsx.stdout).toBe(fromCsv.stdout);
    }
    const same = await review(['diff', csv, xlsx, '--format', 'json']);
    expect(same.exit, same.stderr).toBe(0);
    expect(JSON.parse(same.stdout).data.households).toMatchObject({ matched: 60, only_before: 0, only_after: 0 });
  });

  it('is not written when a row cannot be used', async () => {
    const folder = tempFolder();
    const input = tempFile(csvOf([...ODD, household('009', { income: 'x' })]));
    const ran = await review(['classify', input, '-c', 'vn-2022', '-o', join(folder, 'r.xlsx')]);
    expect([ran.exit, filesIn(folder)]).toEqual([65, []]);
  });

  it('begins anew when the lane gives up after many rows', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => household(`${at}`));
    const input = tempFile(csvOf([...rows, rows[0] ?? {}]));
    const folder = tempFolder();
    const path = join(folder, 'r.xlsx');
    const options = ['--reader', 'fast', '--drop-identical', '-o', path];
    expect((await review(['classify', input, '-c', 'vn-2022', ...options])).exit).toBe(0);
    expect(await cellsOf(path)).toHaveLength(3001);
  });

  it('with more households than a sheet holds is refused, and nothing is left', async () => {
    const folder = tempFolder();
    const path = join(folder, 'r.xlsx');
    const target = new WorkbookTarget(await StagedFile.create(path), 'vn-2022', { fields: [] }, 2);
    target.write('a\r\n1\r\n2\r\n3\r\n');
    expect((await refused(target.settle())).map(({ code, data }) => [code, data])).toEqual([['E603', { most: 2 }]]);
    await target.discard();
    expect(filesIn(folder)).toEqual([]);
  });

  it('keeps its rows when the memory they came in is used again', async () => {
    const path = join(tempFolder(), 'r.xlsx');
    const target = new WorkbookTarget(await StagedFile.create(path), 'a', { fields: [] });
    target.write('a,b\r\n');
    const memory = Buffer.alloc(600);
    for (let at = 0; at < 400; at++) {
      const length = memory.write(`${at},${String(at).repeat(150)}\r\n`);
      await target.writeBytes(memory.subarray(0, length));
      memory.fill('x');
    }
    await target.settle();
    await target.commit();
    const rows = Array.from({ length: 400 }, (_, at) => [String(at), String(at).repeat(150)]);
    expect(await cellsOf(path)).toEqual([['a', 'b'], ...rows]);
  });

  it('holds nothing of what was written before it began anew', async () => {
    const folder = tempFolder();
    const written = async (name: string, isAnew: boolean) => {
      const target = new WorkbookTarget(await StagedFile.create(join(folder, name)), 'a', { fields: [] });
      target.write('old\r\n');
      for (let at = 0; isAnew && at < 3000; at++) {
        target.write(`${Math.sin(at)}\r\n`);
        await target.flush();
      }
      if (isAnew) await target.restart();
      target.write(isAnew ? 'old\r\n1\r\n' : '1\r\n');
      await target.settle();
      await target.commit();
      return readFileSync(join(folder, name)).length;
    };
    expect(await written('anew.xlsx', true)).toBe(await written('once.xlsx', false));
    expect(await cellsOf(join(folder, 'anew.xlsx'))).toEqual([['old'], ['1']]);
  });
});
