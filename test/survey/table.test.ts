import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FindingLog } from '../../src/finding.ts';
import { fixture, opened, refused } from '../fixtures.ts';

const fieldsOf = async (text: string) => (await opened(text)).fields.map((f) => f?.id ?? null);

/** The notes that opening a text leaves. */
async function notes(text: string) {
  const log = new FindingLog();
  await opened(text, 'a.csv', { log });
  return log.findings.map(({ code, at, data }) => ({ code, row: at.row, columns: data?.columns }));
}

describe('the heading row', () => {
  it('is mapped to fields, in Vietnamese and English and by canonical name', async () => {
    expect(await fieldsOf('Mã hộ,Area,income,Điểm B1\n')).toEqual(['household_id', 'area', 'income', 'b1']);
  });

  it('is the first line that holds anything', async () => {
    const table = await opened('\n , \r\n\nhousehold_id,area\n0001,rural\n');
    expect(table.headerLine).toBe(4);
    expect(table.headings).toEqual(['household_id', 'area']);
  });

  it('may have line breaks in its headings, and then ends on a later line', async () => {
    const table = await opened('"Mã\nhộ","Thu nhập\r\nbình quân"\n');
    expect(table.fields.map((f) => f?.id)).toEqual(['household_id', 'income']);
  });

  it('stands behind a line sep=', async () => {
    const table = await opened('sep=;\r\nMã hộ;Khu vực\r\n');
    expect(table).toMatchObject({ headerLine: 2, headings: ['Mã hộ', 'Khu vực'] });
  });

  it.each([
    ['', 'empty'],
    ['\ufeff', 'a byte order mark alone'],
    ['\n\n , ,\n', 'blank lines alone'],
  ])('is missing from %j (%s)', async (text) => {
    expect(await refused(opened(text))).toMatchObject([{ code: 'E104', at: { file: 'a.csv' } }]);
  });
});

describe('two columns for one field', () => {
  it('are an error that names both', async () => {
    const found = await refused(opened('household_id,Khu vực,Thu nhập bình quân,Area\n'));
    expect(found).toMatchObject([
      { code: 'E201', at: { file: 'a.csv', row: 1, field: 'area' }, data: { columns: ['Khu vực', 'Area'] } },
    ]);
  });

  it('are an error for every field that has them', async () => {
    const found = await refused(opened('\nb1,B1,b2,Phiếu B2,B2\n'));
    expect(found.map(({ at, data }) => [at.row, at.field, data?.columns])).toEqual([
      [2, 'b1', ['b1', 'B1']],
      [2, 'b2', ['b2', 'Phiếu B2', 'B2']],
    ]);
  });

  it('are an error when they have the very same heading', async () => {
    expect(await refused(opened('income,income\n'))).toMatchObject([{ data: { columns: ['income', 'income'] } }]);
  });

  it('are no error when their heading is not known', async () => {
    expect(await fieldsOf('household_id,Số nhà,Số nhà\n')).toEqual(['household_id', null, null]);
  });
});

describe('headings that are not known', () => {
  it('are noted together, blank ones aside', async () => {
    expect(await notes('STT,Mã hộ,,Điện thoại\n')).toEqual([{ code: 'N204', row: 1, columns: ['STT', 'Điện thoại'] }]);
  });

  it('are not those of a result, unless the file is one', async () => {
    expect(await notes('household_id,class,line\n')).toEqual([{ code: 'N204', row: 1, columns: ['class', 'line'] }]);
  });
});

describe('a result file', () => {
  const text = readFileSync(fixture('good/result.csv'), 'utf8');

  it('has its result columns dropped, to be computed anew', async () => {
    const table = await opened(text);
    const kept = table.fields.flatMap((f) => f?.id ?? []);
    expect(kept).toEqual(['household_id', 'area', 'income', 'recorded_class']);
    expect((await notes(text))[0]).toMatchObject({ code: 'N206', row: 1 });
    expect((await notes(text))[0]?.columns).toHaveLength(14);
  });

  it('has its other unknown columns noted', async () => {
    const [, second] = await notes(text.replace('household_id,', 'Tổ,household_id,'));
    expect(second).toEqual({ code: 'N204', row: 1, columns: ['Tổ'] });
  });
});

describe('the unit of a file', () => {
  it('is the one given, when the file has no column for it', async () => {
    expect((await opened('household_id\n', 'a.csv', { unit: '00001' })).unit).toBe('00001');
  });

  it('is that of its rows, when the file has a column for it', async () => {
    expect((await opened('household_id,Mã xã\n', 'a.csv', { unit: '00001' })).unit).toBeNull();
  });
});

describe('what is no table', () => {
  it('is refused with its kind', async () => {
    expect(await refused(opened(Uint8Array.of(0x50, 0x4b, 3, 4)))).toMatchObject([{ code: 'E106' }]);
    expect(await refused(opened(Uint8Array.of(0x61, 0x0a, 0xff)))).toMatchObject([{ code: 'E102', at: { row: 2 } }]);
  });
});
