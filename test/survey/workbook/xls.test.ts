import { describe, expect, it } from 'vitest';
import { decodeRk, RECORD, RecordReader, readText, recordAt } from '../../../src/survey/workbook/biff.ts';
import { Fonts } from '../../../src/survey/workbook/fonts.ts';
import { readGlobals } from '../../../src/survey/workbook/xls-globals.ts';
import { cellsByRow, XlsCells } from '../../../src/survey/workbook/xls-sheet.ts';
import { fixture, marking, open, rowsOf } from './made.ts';

const u16 = (...values: number[]) => Buffer.from(Uint16Array.from(values).buffer);
const u32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
const f64 = (value: number) => Buffer.from(Float64Array.of(value).buffer);
const record = (id: number, ...parts: readonly Uint8Array[]) => {
  const data = Buffer.concat(parts);
  return Buffer.concat([u16(id, data.length), data]);
};
const wide = (text: string) => Buffer.from(text, 'utf16le');
const text = (letters: string, flags = 1) => Buffer.concat([u16(letters.length), Buffer.from([flags]), wide(letters)]);

const BEGIN = record(RECORD.begin, u16(0x0600, 5));
const END = record(RECORD.end);
const font = (name: string) => record(RECORD.font, Buffer.alloc(14), Buffer.from([name.length, 1]), wide(name));
const style = (fontNumber: number, format: number) => record(RECORD.style, u16(fontNumber, format));

/** Globals with two styles, of plain text and of `.VnTime`, then one sheet of these records. */
function cellsIn(records: readonly Buffer[], globals: readonly Buffer[] = []) {
  const fonts = ['A', 'B', 'C', 'D', '.VnTime'].map(font);
  const head = [BEGIN, ...fonts, style(0, 0), style(5, 0), style(0, 14), ...globals, END];
  const begin = Buffer.concat(head).length;
  const stream = Buffer.concat([...head, BEGIN, ...records, END]);
  const library = new Fonts(marking);
  const cells = new XlsCells(stream, readGlobals(stream, library), library);
  return cellsByRow(stream, begin).flatMap((place) =>
    cells.at(place).map(({ column, text: said }) => [stream.readUInt16LE(place + 4), column, said] as const),
  );
}

const number = (row: number, column: number, value: number, styled = 0) =>
  record(RECORD.number, u16(row, column, styled), f64(value));
const textFormula = (row: number) =>
  record(RECORD.formula, u16(row, 0, 0), Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]), Buffer.alloc(6));

describe('the cells of an .xls', () => {
  it('come by row even when they were written in another order', () => {
    expect(cellsIn([number(1, 0, 3), number(0, 1, 2), number(0, 0, 1)])).toEqual([
      [0, 1, '2'],
      [0, 0, '1'],
      [1, 0, '3'],
    ]);
  });

  it('may be several numbers in one record', () => {
    const rk = (value: number, styled: number) => Buffer.concat([u16(styled), u32((value << 2) | 2)]);
    const record_ = record(RECORD.multipleRk, u16(0, 3), rk(7, 0), rk(45935, 2), u16(4));
    expect(cellsIn([record_])).toEqual([
      [0, 3, '7'],
      [0, 4, '2025-10-05'],
    ]);
  });

  it('take the text of a formula from behind a shared formula', () => {
    const shared = record(0x04bc, Buffer.alloc(10));
    const answer = record(RECORD.string, text('Hộ nghèo'));
    expect(cellsIn([textFormula(0), shared, answer, textFormula(1), number(2, 0, 1)])).toEqual([
      [0, 0, 'Hộ nghèo'],
      [1, 0, ''],
      [2, 0, '1'],
    ]);
  });

  it('are true, false and errors', () => {
    const truth = (value: number, isError: number) =>
      record(RECORD.booleanOrError, u16(0, 0, 0), Buffer.from([value, isError]));
    expect(cellsIn([truth(1, 0), truth(0, 0), truth(0x17, 1), truth(0x2a, 1)]).map((cell) => cell[2])).toEqual([
      'true',
      'false',
      '#REF!',
      '#N/A',
    ]);
  });

  it('leave out the cells of a chart that lies in the sheet', () => {
    expect(cellsIn([number(0, 0, 1), BEGIN, number(0, 0, 9), END, number(1, 0, 2)])).toEqual([
      [0, 0, '1'],
      [1, 0, '2'],
    ]);
  });

  it('are decoded by their fonts, of which there is no fourth', () => {
    const label = (styled: number) => record(RECORD.label, u16(0, 0, styled), text('hé'));
    expect(cellsIn([label(0), label(1)]).map((cell) => cell[2])).toEqual(['hé', '«hé»']);
  });

  it('are decoded run by run', () => {
    const rich = Buffer.concat([u16(6), Buffer.from([9]), u16(1), wide('a hé b'), u16(2, 5)]);
    const globals = [record(RECORD.sharedStrings, u32(1), u32(1), rich)];
    const shared = record(RECORD.labelShared, u16(0, 0, 0), u32(0));
    expect(cellsIn([shared], globals)).toEqual([[0, 0, 'a «hé b»']]);
  });
});

describe('a text', () => {
  it('goes on in the next record, which says anew how wide its letters are', () => {
    const stream = Buffer.concat([
      record(RECORD.sharedStrings, u16(6), Buffer.from([0]), Buffer.from('abc')),
      record(RECORD.continue, Buffer.from([1]), wide('ệ')),
      record(RECORD.continue, Buffer.from([0]), Buffer.from('yz')),
    ]);
    expect(readText(new RecordReader(stream, recordAt(stream, 0))).text).toBe('abcệyz');
  });

  it('that runs over several records of a real file is whole', async () => {
    const rows = await rowsOf(await open(fixture('libreoffice-200.xls')));
    expect(rows.map((row) => row.cells)).toEqual(
      Array.from({ length: 200 }, (_, n) => [
        String(n),
        `Hộ số ${n} của bà Nguyễn Thị Hường ở thôn ${(n * 7) % 1000}, xã Ví Dụ`,
      ]),
    );
  });
});

describe('a number in four bytes', () => {
  it.each([
    [(1500000 << 2) | 2, 1500000],
    [(-7 << 2) | 2, -7],
    [(1234 << 2) | 3, 12.34],
    [0x3ff00000, 1],
    [0x3ff00001, 0.01],
    [0x40f86a00 | 0, 100000],
  ])('%i is %d', (rk, value) => {
    expect(decodeRk(rk)).toBe(value);
  });
});
