import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { told } from '../../../src/messages/finding-words.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { bytesOf } from '../../fixtures.ts';
import { fixture, open, refusal, refusedAs, rowsOf, xlsx, xlsxFiles, zipOf } from './made.ts';

const FILES = ['libreoffice.xlsx', 'libreoffice.xls', 'libreoffice.ods', 'openpyxl.xlsx'] as const;

describe('a damaged workbook', () => {
  it.each(FILES)('%s, cut anywhere, is refused in words or reads', async (name) => {
    const whole = fixture(name);
    const lengths = fc.integer({ min: 0, max: whole.length - 1 });
    await fc.assert(
      fc.asyncProperty(lengths, async (length) => {
        for (const { code } of await refusal(whole.subarray(0, length))) expect(code).toMatch(/^E10[36]$/);
      }),
    );
  });

  it.each(FILES)('%s with a wrong byte anywhere is refused in words or reads', async (name) => {
    const whole = fixture(name);
    const places = fc.integer({ min: 0, max: whole.length - 1 });
    await fc.assert(
      fc.asyncProperty(places, fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const bytes = Buffer.from(whole);
        bytes[place] = (bytes[place] ?? 0) ^ change;
        for (const { code } of await refusal(bytes)) expect(code).toMatch(/^E10[36789]$/);
      }),
      { numRuns: 300 },
    );
  });

  it('never gives another text: a changed byte of a packed sheet is found by its checksum', async () => {
    const data = `<row><c t="str"><v>${'Nguyễn Thị Hường '.repeat(40)}</v></c></row>`;
    const whole = xlsx({ data }, { isStored: true });
    const at = whole.indexOf('Hường');
    whole[at] = 'K'.charCodeAt(0);
    expect(await refusedAs(whole)).toBe('E106 zip');
  });

  it.each([
    ['without its list of sheets', { 'xl/workbook.xml': '<workbook/>' }, 'E106 part'],
    ['with a sheet that is broken off', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' }, 'E106 xml'],
    ['with a sheet cut inside a tag', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData></sheetD' }, 'E106 xml'],
  ])('is refused %s', async (_, part, as) => {
    expect(await refusedAs(zipOf({ ...xlsxFiles({}), ...part }))).toBe(as);
  });

  it('is refused without the part of a sheet, with the address of the sheet', async () => {
    const { 'xl/worksheets/sheet1.xml': _, ...rest } = xlsxFiles({});
    expect(await refusal(zipOf(rest))).toMatchObject([{ code: 'E106', at: { file: 'a.xlsx', sheet: 'Hộ' } }]);
  });
});

describe('an encrypted workbook', () => {
  it('is told from an .xls', async () => {
    const options = { encryption: { password: 'x', spinCount: 10 }, sheets: [{ name: 'a', rows: [['b']] }] };
    expect(await refusedAs(await writeXlsx(options))).toBe('E107 xlsx');
  });

  it('is told when it is an .xls', async () => {
    const bytes = Buffer.from(fixture('libreoffice.xls'));
    // the record of the code page becomes that of a password
    const at = bytes.indexOf(Buffer.from([0x42, 0, 2, 0]));
    expect(at).toBeGreaterThan(0);
    bytes[at] = 0x2f;
    expect(await refusedAs(bytes)).toBe('E107 xls');
  });

  it('is told when it is an .ods', async () => {
    const files = {
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'META-INF/manifest.xml': '<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
      'content.xml': 'xxxx',
    };
    expect(await refusedAs(zipOf(files, { isStored: true }))).toBe('E107 ods');
  });

  it('is told when its zip has a password', async () => {
    expect(await refusedAs(xlsx({}, { flags: 1 }))).toBe('E107 zip');
  });
});

describe('a workbook built to be large', () => {
  it('is refused when a sheet unpacks to hundreds of times its size', async () => {
    const sheet = Buffer.alloc(64 * 2 ** 20, '<a></a>');
    expect(await refusedAs(zipOf({ ...xlsxFiles({}), 'xl/worksheets/sheet1.xml': sheet }))).toBe('E108 ratio');
  });

  it('is refused when it has too many parts', async () => {
    const more = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`xl/${n}.xml`, '']));
    expect(await refusedAs(xlsx({ more }))).toBe('E108 entries');
  });

  it('is refused when its styles are a small part that is not small', async () => {
    const blank = Buffer.alloc(50 * 2 ** 20);
    for (let at = 0; at < blank.length; at += 4) blank.writeUInt32LE((at * 2654435761) >>> 0, at);
    const files = { ...xlsxFiles({ styles: '' }), 'xl/styles.xml': blank };
    expect(await refusedAs(zipOf(files, { isStored: true }))).toBe('E108 inflated');
  });

  it('is refused when it brings XML entities', async () => {
    const lol = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet/>';
    expect(await refusedAs(zipOf({ ...xlsxFiles({}), 'xl/worksheets/sheet1.xml': lol }))).toBe('E108 entities');
  });

  it.each([
    ['text', `<row><c t="str"><v>${'a'.repeat(2 ** 20 + 1)}</v></c></row>`],
    ['tag', `<row x="${'a'.repeat(2 ** 20 + 40_000)}"/>`],
    ['text in pieces', `<row><c t="str"><v>${`${'a'.repeat(1000)}<!-- -->`.repeat(1100)}</v></c></row>`],
    ['rich text', `<row><c t="inlineStr"><is>${`<r><t>${'a'.repeat(1000)}</t></r>`.repeat(1100)}</is></c></row>`],
  ])('is refused when a %s is longer than a million characters', async (_, data) => {
    expect(await refusedAs(xlsx({ data }, { isStored: true }))).toBe('E108 token');
  });

  it('is refused when rows reach across the sheet again and again', async () => {
    const wide = '<row><c r="XFD1"><v>1</v></c></row>';
    expect(await refusedAs(xlsx({ data: wide.repeat(1001) }, { isStored: true }))).toBe('E108 cells');
  });

  it('reads one cell in the last corner', async () => {
    const data = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const [row] = await rowsOf(await open(xlsx({ data })));
    expect([row?.line, row?.cells.length]).toEqual([1_048_576, 16_384]);
  });

  it('reads a sheet of blank rows, however many, and whatever size it claims', async () => {
    const files = xlsxFiles({ data: '<row s="1" customFormat="1"><c s="1"/><c s="1"/></row>'.repeat(1_048_576) });
    const sheet = files['xl/worksheets/sheet1.xml'].replace(
      '<sheetData>',
      '<dimension ref="A1:XFD1048576"/><sheetData>',
    );
    const bytes = zipOf({ ...files, 'xl/worksheets/sheet1.xml': sheet }, { isStored: true });
    expect(await rowsOf(await open(bytes))).toEqual([]);
  });

  it('is refused when it has more blank rows than a sheet', async () => {
    expect(await refusedAs(xlsx({ data: '<row/>'.repeat(1_048_577) }, { isStored: true }))).toBe('E106 cells');
  });
});

describe('what is no workbook', () => {
  it.each([
    ['a web page', '<html><table><tr><td>a</td></tr></table></html>', 'E109 html'],
    [
      'a spreadsheet of Excel 2003',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      'E109 xml-2003',
    ],
    ['a web page in one file', 'MIME-Version: 1.0\r\n', 'E109 mhtml'],
    ['other XML', '<?xml version="1.0"?><a/>', 'E103 xml'],
    ['text', 'a,b\n', 'E103 text'],
    ['nothing', '', 'E103 text'],
    ['a picture', '\u0089PNG\u0000\u0001', 'E103 binary'],
  ])('%s is named', async (_, text, as) => {
    expect(await refusedAs(bytesOf(text))).toBe(as);
  });

  it('a zip of something else is missing the workbook', async () => {
    expect(await refusedAs(zipOf({ 'a.txt': 'a' }))).toBe('E106 part');
    expect(await refusedAs(zipOf({ 'word/document.xml': 'a' }))).toBe('E103 document');
  });

  it.each(['vi', 'en'] as const)('has words in %s for every kind', async (lang) => {
    const words = messagesIn(lang).findings;
    const kinds = {
      E106: ['cut', 'zip', 'xml', 'part', 'cells', 'records'],
      E108: ['file', 'entries', 'inflated', 'ratio', 'token', 'entities', 'strings', 'styles', 'cells'],
      E109: ['html', 'mhtml', 'xml-2003'],
      E103: ['xml', 'binary', 'zip', 'document', 'xlsb', 'xls-95', 'ole'],
    } as const;
    for (const [code, list] of Object.entries(kinds) as [keyof typeof kinds, readonly string[]][]) {
      const said = list.map((kind) => words[code](told({ code, at: {}, count: 1, data: { kind } }))[0]);
      expect(new Set(said).size).toBe(list.length);
      const bare = words[code](told({ code, at: {}, count: 1, data: { kind: '…' } }))[0];
      for (const [at, kind] of list.entries()) expect(said[at]).not.toBe(bare.replace('…', kind));
    }
  });
});
