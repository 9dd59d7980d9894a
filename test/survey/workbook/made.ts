import { readFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import { type Finding, FindingsError } from '../../../src/finding.ts';
import type { RawRecord } from '../../../src/survey/records.ts';
import { memorySource } from '../../../src/survey/source.ts';
import type { DecodeFont } from '../../../src/survey/workbook/fonts.ts';
import { openWorkbook, type Workbook } from '../../../src/survey/workbook/workbook.ts';

/** Reads a file of `fixtures/survey/workbooks`. */
export const fixture = (name: string): Buffer => readFileSync(`fixtures/survey/workbooks/${name}`);

/** Marks what is decoded instead of decoding it. */
export const marking: DecodeFont = (text, font) => (/^(\.Vn|VNI)/.test(font) ? `«${text}»` : null);

export const open = (content: Uint8Array, decodeFont: DecodeFont = marking): Promise<Workbook> =>
  openWorkbook(memorySource('a.xlsx', content), { decodeFont });

/** All rows of a sheet: the first when none is named. */
export async function rowsOf(workbook: Workbook, sheet = workbook.sheets[0]?.name ?? ''): Promise<RawRecord[]> {
  const rows: RawRecord[] = [];
  for await (const batch of workbook.rows(sheet)) rows.push(...batch);
  return rows;
}

async function readThrough(workbook: Workbook, sheet: string): Promise<void> {
  for await (const batch of workbook.rows(sheet)) if (batch.length === 0) throw new Error('an empty batch');
}

export const cellsOf = async (content: Uint8Array) => (await rowsOf(await open(content))).map((row) => row.cells);

/** What a workbook is refused with, when it is opened or read. */
export async function refusal(content: Uint8Array): Promise<Finding[]> {
  try {
    const workbook = await open(content);
    for (const { name } of workbook.sheets) await readThrough(workbook, name);
  } catch (error) {
    if (error instanceof FindingsError) return [...error.findings];
    throw error;
  }
  return [];
}

/** The code and kind of the only refusal; undefined when it reads well. */
export async function refusedAs(content: Uint8Array): Promise<string | undefined> {
  const [found] = await refusal(content);
  return found && `${found.code} ${found.data?.kind}`;
}

interface ZipOptions {
  readonly isStored?: boolean;
  readonly flags?: number;
  /** Forty-two bytes or so that replace the last of the file. */
  readonly comment?: string;
}

/** A zip of these files. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>, options: ZipOptions = {}): Buffer {
  const { isStored = false, flags = 0, comment = '' } = options;
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = isStored ? bytes : deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(isStored ? 0 : 8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    parts.push(Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), head, tail, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(Buffer.byteLength(comment), 16);
  return Buffer.concat([...parts, list, Buffer.from('PK\u0005\u0006'), end, Buffer.from(comment)]);
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`;

export interface XlsxParts {
  /** What stands in `sheetData`. */
  readonly data?: string;
  /** What stands in `sst`. */
  readonly strings?: string;
  /** What stands in `styleSheet`. */
  readonly styles?: string;
  readonly workbookPr?: string;
  readonly relations?: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** The files of an .xlsx with one sheet. */
export function xlsxFiles({ data = '', strings, styles, workbookPr = '', relations = '', more = {} }: XlsxParts) {
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="x">${workbookPr}<sheets><sheet name="Hộ" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${
      strings === undefined ? '' : relation('r2', 'sharedStrings', 'sharedStrings.xml')
    }${styles === undefined ? '' : relation('r3', 'styles', '/xl/styles.xml')}${relations}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${data}</sheetData></worksheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` }),
    ...more,
  };
}

export const xlsx = (parts: XlsxParts, options: ZipOptions = {}): Buffer => zipOf(xlsxFiles(parts), options);

/** The cells of an .xlsx whose only row holds these. */
export async function rowOf(cells: string, parts: XlsxParts = {}): Promise<readonly string[]> {
  return (await cellsOf(xlsx({ ...parts, data: `<row r="1">${cells}</row>` })))[0] ?? [];
}
