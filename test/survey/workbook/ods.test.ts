import { describe, expect, it } from 'vitest';
import { open, refusedAs, rowsOf, zipOf } from './made.ts';

const cell = (text: string, attributes = '') => `<t:table-cell ${attributes}><x:p>${text}</x:p></t:table-cell>`;

/** An .ods with one table of this content. */
const ods = (table: string, styles = '', more = '') =>
  zipOf(
    {
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': `<o:document-content><o:automatic-styles>${styles}</o:automatic-styles><o:body><o:spreadsheet><t:table t:name="Hộ">${table}</t:table>${more}</o:spreadsheet></o:body></o:document-content>`,
    },
    { isStored: true },
  );

const row = (cells: string, attributes = '') => `<t:table-row ${attributes}>${cells}</t:table-row>`;
const cells = async (table: string, styles = '') => (await rowsOf(await open(ods(table, styles)))).map((r) => r.cells);

describe('an .ods', () => {
  it('repeats cells and rows as it says, and keeps the numbers of rows', async () => {
    const table =
      row('', 't:number-rows-repeated="3"') +
      row(cell('a', 't:number-columns-repeated="2"') + cell('', 't:number-columns-repeated="3"') + cell('b')) +
      row(cell('c'), 't:number-rows-repeated="2"') +
      row('<t:table-cell t:number-columns-repeated="16384"/>', 't:number-rows-repeated="1048569"');
    expect(await rowsOf(await open(ods(table)))).toEqual([
      { line: 4, cells: ['a', 'a', '', '', '', 'b'] },
      { line: 5, cells: ['c'] },
      { line: 6, cells: ['c'] },
    ]);
  });

  it('reads every kind of value', async () => {
    const values = [
      't:formula="of:=A1"',
      'o:value-type="float" o:value="1.5E6"',
      'o:value-type="percentage" o:value="0.25"',
      'o:value-type="currency" o:value="1466.667"',
      'o:value-type="date" o:date-value="1952-01-05"',
      'o:value-type="time" o:time-value="PT08H30M00S"',
      'o:value-type="boolean" o:boolean-value="true"',
      'o:value-type="string" o:string-value="chữ"',
    ];
    const workbook = await open(ods(row(values.map((v) => `<t:table-cell ${v}/>`).join(''))));
    expect((await rowsOf(workbook))[0]?.cells).toEqual([
      '',
      '1500000',
      '0.25',
      '1466.6670',
      '1952-01-05',
      '08:30',
      'true',
      'chữ',
    ]);
    expect(workbook.notes.uncachedFormulas).toBe(1);
  });

  it('takes the style of a cell from the cell, its row or its column, and from what the style is derived from', async () => {
    const styles =
      '<n:number-style s:name="N"><n:number n:min-integer-digits="3"/></n:number-style>' +
      '<n:number-style s:name="D"><n:number n:min-integer-digits="3" n:decimal-places="2"/></n:number-style>' +
      '<s:style s:name="base" s:data-style-name="N"/><s:style s:name="code" s:parent-style-name="base"/>' +
      '<s:style s:name="amount" s:data-style-name="D"/><s:style s:name="round" s:parent-style-name="round"/>';
    const number = (attributes: string) => `<t:table-cell ${attributes} o:value-type="float" o:value="7"/>`;
    const table =
      '<t:table-column t:number-columns-repeated="2"/><t:table-column t:default-cell-style-name="code"/>' +
      row(number('') + number('t:style-name="code"') + number('') + number('t:style-name="round"')) +
      row(number('') + number('t:style-name="amount"'), 't:default-cell-style-name="code"');
    expect(await cells(table, styles)).toEqual([
      ['7', '007', '007', '7'],
      ['007', '7'],
    ]);
  });

  it('leaves out what is drawn or noted on a cell, and keeps written blanks', async () => {
    const drawn =
      '<d:frame><d:text-box><x:p>hình</x:p></d:text-box></d:frame><o:annotation><x:p>ghi</x:p></o:annotation>';
    const table = `<t:shapes><d:frame><x:p>ngoài</x:p></d:frame></t:shapes>${row(
      `<t:table-cell>${drawn}<x:p>một\n  hai<x:s x:c="3"/>ba<x:tab/><x:a>bốn</x:a></x:p><x:p/></t:table-cell>`,
    )}`;
    expect(await cells(table)).toEqual([['một hai   ba\tbốn\n']]);
  });

  it('counts the copies of other workbooks and does not take them for sheets', async () => {
    const copy = '<t:table t:name="\'file:///x.ods\'#$S"><t:table-source/></t:table><t:table t:name="Hai"/>';
    const workbook = await open(ods(row(cell('a')), '', copy));
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['Hộ', 'Hai']);
    expect(workbook.notes.externalLinks).toBe(1);
    expect(await rowsOf(workbook, 'Hai')).toEqual([]);
  });

  it.each([
    ['E108 cells', row(cell('a', 't:number-columns-repeated="16384"'), 't:number-rows-repeated="1048576"')],
    ['E106 cells', row(cell('a', 't:number-columns-repeated="16385"'))],
    ['E106 cells', row(cell('a'), 't:number-rows-repeated="1048576"') + row(cell('a'))],
    ['E108 token', row(cell('<x:s x:c="999999999"/>'.repeat(40)))],
  ])('ends with %s when it claims more than a sheet holds', async (as, table) => {
    expect(await refusedAs(ods(table))).toBe(as);
  });

  it('may fill all rows of a sheet', async () => {
    const rows = await rowsOf(await open(ods(row(cell('a'), 't:number-rows-repeated="1048576"'))));
    expect(rows.at(-1)).toEqual({ line: 1_048_576, cells: ['a'] });
  });
});
