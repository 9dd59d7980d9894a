import { describe, expect, it } from 'vitest';
import { cellsOf, open, refusedAs, rowOf, rowsOf, xlsx, xlsxFiles, zipOf } from './made.ts';

const FONTS = '<fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts>';
const STYLES = `<numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts>${FONTS}<cellStyleXfs><xf numFmtId="14" fontId="1"/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf fontId="1"/></cellXfs>`;

describe('a cell', () => {
  it.each([
    ['a number', '<c><v>12</v></c>', '12'],
    ['a number in its format', '<c s="1"><v>12</v></c>', '00012'],
    ['a date', '<c s="2"><v>45935</v></c>', '2025-10-05'],
    ['an ISO date', '<c t="d"><v>2025-10-05T00:00:00</v></c>', '2025-10-05'],
    ['a truth', '<c t="b"><v>1</v></c>', 'true'],
    ['an untruth', '<c t="b"><v>0</v></c>', 'false'],
    ['an error', '<c t="e"><v>#REF!</v></c>', '#REF!'],
    ['an inline text', '<c t="inlineStr"><is><t>Hộ &amp; &lt;khẩu&gt; &#7879;&#x1EC7;</t></is></c>', 'Hộ & <khẩu> ệệ'],
    [
      'an inline rich text',
      '<c t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t xml:space="preserve"> b</t></r></is></c>',
      'a b',
    ],
    ['a text of a formula', '<c t="str"><f>A1</f><v>x</v></c>', 'x'],
    ['an empty text of a formula', '<c t="str"><f>A1</f><v></v></c>', ''],
    ['CDATA', '<c t="str"><v><![CDATA[<a> & b]]></v></c>', '<a> & b'],
    ['a text cut by a comment', '<c t="str"><v>a<!-- <c> -->b</v></c>', 'ab'],
    ['an escaped character', '<c t="str"><v>a_x000D_b</v></c>', 'a\rb'],
    ['an escaped escape', '<c t="str"><v>_x005F_x000D_</v></c>', '_x000D_'],
    ['a text in an old font', '<c t="str" s="3"><v>hé</v></c>', '«hé»'],
    ['a style that is not there', '<c s="99"><v>12</v></c>', '12'],
    ['quotes of the other kind, and > in them', "<c t='str' x='>'><v>x</v></c>", 'x'],
  ])('may hold %s', async (_, cell, text) => {
    expect(await rowOf(`${cell}<c t="str"><v>|</v></c>`, { styles: STYLES })).toEqual([text, '|']);
  });

  it('stands where its name says, or next to the one before', async () => {
    expect(await rowOf('<c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c><c r="AB1"><v>28</v></c>')).toEqual(
      ['1', '', '3', '4'].concat(Array<string>(23).fill(''), '28'),
    );
  });

  it('drops blanks at the end', async () => {
    expect(await rowOf('<c><v>1</v></c><c r="XFD1" s="1"/>', { styles: STYLES })).toEqual(['1']);
  });
});

describe('shared strings', () => {
  const strings =
    '<si><t>Một</t></si><si><t/></si><si><r><t>hé </t></r><r><rPr><rFont val="Arial"/></rPr><t>nghèo</t></r></si>' +
    '<si><r><rPr><rFont val=".VnTime"/></rPr><t>nghÌo</t></r></si><si><t>漢</t><rPh sb="0" eb="1"><t>かん</t></rPh></si>';

  it('are the texts of their cells, each run decoded by its own font or else that of the cell', async () => {
    const cell = (index: number, style = 0) => `<c t="s" s="${style}"><v>${index}</v></c>`;
    expect(
      await rowOf([cell(0), cell(0, 3), cell(1), cell(2), cell(2, 3), cell(3), cell(4)].join(''), {
        strings,
        styles: STYLES,
      }),
    ).toEqual(['Một', '«Một»', '', 'hé nghèo', '«hé »nghèo', '«nghÌo»', '漢']);
  });

  it('may be more than are kept decoded', async () => {
    const many = Array.from({ length: 70_000 }, (_, n) => `<si><t>hộ ${n}</t></si>`).join('');
    expect(
      await rowOf('<c t="s"><v>69999</v></c><c t="s"><v>65536</v></c><c t="s"><v>3</v></c>', { strings: many }),
    ).toEqual(['hộ 69999', 'hộ 65536', 'hộ 3']);
  });

  it('that are not there are damage', async () => {
    const data = '<row><c t="s"><v>5</v></c></row>';
    expect(await refusedAs(xlsx({ data, strings: '<si><t>a</t></si>' }))).toBe('E106 part');
    expect(await refusedAs(xlsx({ data }))).toBe('E106 part');
  });
});

describe('rows', () => {
  it('keep their numbers, and blank ones are passed over', async () => {
    const data =
      '<row r="2"/><row r="3"><c><v>1</v></c></row><row><c><v>2</v></c></row><row r="9"><c/></row><row r="20"><c><v>3</v></c></row>';
    expect((await rowsOf(await open(xlsx({ data })))).map((row) => row.line)).toEqual([3, 4, 20]);
  });

  it('come in batches of 1,024', async () => {
    const workbook = await open(xlsx({ data: '<row><c><v>1</v></c></row>'.repeat(5000) }));
    const sizes = [];
    for await (const batch of workbook.rows('Hộ')) sizes.push(batch.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(5000);
    expect(Math.max(...sizes)).toBe(1024);
  });

  it('out of order or out of the sheet are damage', async () => {
    const row = (n: string) => `<row r="${n}"><c><v>1</v></c></row>`;
    expect(await refusedAs(xlsx({ data: row('2') + row('1') }))).toBe('E106 cells');
    expect(await refusedAs(xlsx({ data: row('1048577') }))).toBe('E106 cells');
    expect(await refusedAs(xlsx({ data: row('1e99') }))).toBe('E106 cells');
    expect(await refusedAs(xlsx({ data: '<row><c r="XFE1"><v>1</v></c></row>' }))).toBe('E106 cells');
  });

  it('may use a prefix for their tags', async () => {
    const files = xlsxFiles({});
    const sheet = '<x:worksheet><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await cellsOf(zipOf({ ...files, 'xl/worksheets/sheet1.xml': sheet }))).toEqual([['7']]);
  });
});

describe('the notes', () => {
  it('tell macros, other workbooks and formulas without values', async () => {
    const link = '<Relationship Id="r9" Type="x/externalLink" Target="externalLinks/externalLink1.xml"/>';
    const data =
      '<row><c><f>A2</f></c><c><f>A3</f><v/></c><c><f>A4</f><v>4</v></c><c t="str"><f>A5</f></c><c t="e"><f>[1]S!A1</f><v>#REF!</v></c></row>';
    const workbook = await open(xlsx({ data, relations: link, more: { 'xl/vbaProject.bin': 'x' } }));
    expect(await rowsOf(workbook)).toEqual([{ line: 1, cells: ['', '', '4', '', '#REF!'] }]);
    expect(workbook.notes).toMatchObject({ hasMacros: true, externalLinks: 1, uncachedFormulas: 3 });
  });
});

describe('the package', () => {
  it('may be stored, have other capitals, and a comment behind it', async () => {
    const data = '<row><c t="s"><v>0</v></c></row>';
    const files = Object.entries(xlsxFiles({ data, strings: '<si><t>a</t></si>' }));
    const renamed = Object.fromEntries(
      files.map(([name, text]) => [name.replace('sharedStrings', 'SharedStrings'), text]),
    );
    expect(await cellsOf(zipOf(renamed, { isStored: true, comment: 'PK' }))).toEqual([['a']]);
  });

  it('leaves out sheets that hold no cells', async () => {
    const files = xlsxFiles({ relations: '<Relationship Id="r8" Type="x/chartsheet" Target="chart.xml"/>' });
    const list =
      '<workbook xmlns:r="x"><sheets><sheet name="Biểu đồ" r:id="r8"/><sheet name="Hộ" r:id="r1"/></sheets></workbook>';
    expect((await open(zipOf({ ...files, 'xl/workbook.xml': list }))).sheets.map((s) => s.name)).toEqual(['Hộ']);
  });
});
