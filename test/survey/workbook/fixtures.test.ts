import { readdirSync, readFileSync } from 'node:fs';
import { readXls, readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { fixture, open, rowsOf } from './made.ts';

const LIST = [
  { line: 1, cells: ['DANH SÁCH HỘ (số liệu giả định)'] },
  {
    line: 3,
    cells: ['Mã hộ', 'Chủ hộ', 'Số khẩu', '', '', 'CCCD', 'Ngày sinh', 'Thu nhập BQ', 'Hộ DTTS', 'Ghi chú'],
  },
  { line: 4, cells: ['', '', 'Nam', 'Nữ', 'Cộng'] },
  {
    line: 5,
    cells: [
      '0001',
      'Nguyễn Thị Hường',
      '2',
      '3',
      '5',
      '000123456789',
      '1952-01-05',
      '1500000',
      'true',
      'dòng một\ndòng hai',
    ],
  },
  {
    line: 6,
    cells: [
      '0020',
      '«NguyÔn V¨n B×nh»',
      '1',
      '',
      '1',
      '000987654321',
      '1960-03',
      '1466.6670',
      'false',
      'Bản cũ: «hé nghÌo» (2010)',
    ],
  },
  {
    line: 10,
    cells: [
      '0300',
      '«TrÇn ThÞ »Mỹ',
      'Nguyễn Thị Hường (2)',
      '#DIV/0!',
      '2025-10-05 08:30',
      '',
      '1948',
      '666666.666666667',
      '',
      '=1+1 <&> "x"   .',
    ],
  },
];

describe.each(['xlsx', 'xls', 'ods'] as const)('one list saved as .%s', (format) => {
  it('gives the same rows: codes with zeros, dates as far as shown, old fonts, formulas by their values', async () => {
    const workbook = await open(fixture(`libreoffice.${format}`));
    expect(workbook.format).toBe(format);
    expect(await rowsOf(workbook)).toEqual(LIST);
    expect([...workbook.notes.decodedTexts]).toEqual([['.VnTime', 3]]);
  });

  it('tells the hidden sheet', async () => {
    const workbook = await open(fixture(`libreoffice.${format}`));
    expect(workbook.sheets).toEqual([
      { name: 'Hộ', isHidden: false },
      { name: 'Ẩn', isHidden: true },
    ]);
    expect(await rowsOf(workbook, 'Ẩn')).toEqual([{ line: 1, cells: ['không ai thấy'] }]);
  });

  it('stops after as many rows as are wanted', async () => {
    const workbook = await open(fixture(`libreoffice.${format}`));
    const rows = [];
    for await (const batch of workbook.rows('Hộ', { maxRows: 2 })) rows.push(...batch);
    expect(rows).toEqual(LIST.slice(0, 2));
  });

  it('leaves old fonts as they are when nobody decodes them', async () => {
    const rows = await rowsOf(await open(fixture(`libreoffice.${format}`), () => null));
    expect(rows[4]?.cells[1]).toBe('NguyÔn V¨n B×nh');
  });

  it('is refused when its name is asked for after it was closed', async () => {
    const workbook = await open(fixture(`libreoffice.${format}`));
    workbook.close();
    expect(() => workbook.rows('Hộ')).toThrow('Hộ');
  });
});

describe('what openpyxl writes', () => {
  it('has formulas without values, which are blank and counted', async () => {
    const workbook = await open(fixture('openpyxl.xlsx'));
    expect(await rowsOf(workbook)).toEqual([
      { line: 1, cells: ['DANH SÁCH HỘ'] },
      { line: 3, cells: ['Mã hộ', 'Chủ hộ', 'Số khẩu', '', 'Tổng', 'CCCD', 'Ngày sinh', 'Thu nhập'] },
      { line: 4, cells: ['', '', 'Nam', 'Nữ'] },
      { line: 5, cells: ['00007', '«Hoµng ThÞ Yªn»', '1', '2', '', '000123456789', '1949-12-31', '900000.5'] },
      {
        line: 6,
        cells: ['12345', 'PHẠM VĂN LỘC', 'true', '#N/A', '', '000111222333', '1999-01-01 14:05', '1500000'],
      },
    ]);
    expect(workbook.notes.uncachedFormulas).toBe(2);
    expect(workbook.sheets[1]).toEqual({ name: 'Phụ', isHidden: true });
  });

  it('counts days from 1904 where the workbook says so', async () => {
    expect(await rowsOf(await open(fixture('openpyxl-1904.xlsx')))).toEqual([{ line: 1, cells: ['2025-10-05'] }]);
  });
});

describe('another reader', () => {
  /** The texts of a row, as both readers must see them; numbers and dates are spelt differently on purpose. */
  const texts = (cells: readonly unknown[]) =>
    cells.filter((cell): cell is string => typeof cell === 'string' && /\p{L}/u.test(cell));

  it.each([
    ['libreoffice.xlsx', readXlsx],
    ['libreoffice.xls', readXls],
    ['openpyxl.xlsx', readXlsx],
  ])('finds the same texts in %s', async (name, read) => {
    const theirs = (await read(fixture(name))).sheets[0]?.rows ?? [];
    const ours = await rowsOf(await open(fixture(name), () => null));
    const isText = (text: string) => !/^(true|false)$/.test(text);
    expect(ours.map((row) => texts(row.cells).filter(isText))).toEqual(
      theirs.map((row) => texts(row)).filter((row) => row.length > 0),
    );
  });
});

it('says of each fixture what made it', () => {
  const readme = readFileSync('fixtures/survey/workbooks/README.md', 'utf8');
  for (const name of readdirSync('fixtures/survey/workbooks')) expect(readme).toContain(name);
});
