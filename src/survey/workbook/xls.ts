import type { RawRecord } from '../records.ts';
import { type Book, put, RowBuffer } from './book.ts';
import { openCfb } from './cfb.ts';
import { damaged, tooLarge, WorkbookFault } from './fault.ts';
import type { Fonts } from './fonts.ts';
import { LIMITS } from './limits.ts';
import { readGlobals, type XlsGlobals } from './xls-globals.ts';
import { cellsByRow, XlsCells } from './xls-sheet.ts';

/** So many columns an .xls has. */
const COLUMNS = 256;

/** Opens an .xls of Excel 97 to 2003. */
export async function openXls(bytes: Buffer, fonts: Fonts): Promise<Book> {
  if (bytes.length > LIMITS.xlsBytes) throw tooLarge('file');
  return guarded(() => {
    const stream = workbookStream(bytes);
    const globals = readGlobals(stream, fonts);
    const { sheets, hasMacros, externalLinks } = globals;
    return {
      format: 'xls',
      sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
      // an .xls always holds a value for each formula
      notes: { hasMacros, externalLinks, uncachedFormulas: 0, decodedTexts: fonts.decoded },
      rows: (sheet, most) => rows(stream, globals, fonts, sheets[sheet]?.begin ?? 0, most),
    };
  });
}

function workbookStream(bytes: Buffer): Buffer {
  const container = openCfb(bytes);
  if (container.has('EncryptedPackage')) throw new WorkbookFault('E107', 'xlsx');
  if (container.has('Workbook')) return container.stream('Workbook');
  throw new WorkbookFault('E103', container.has('Book') ? 'xls-95' : 'ole');
}

async function* rows(
  stream: Buffer,
  globals: XlsGlobals,
  fonts: Fonts,
  begin: number,
  most: number,
): AsyncGenerator<readonly RawRecord[]> {
  const buffer = new RowBuffer(most);
  const places = guarded(() => cellsByRow(stream, begin));
  const cells = new XlsCells(stream, globals, fonts);
  for (let at = 0; at < places.length && !buffer.isFull; ) {
    const row = stream.readUInt16LE((places[at] as number) + 4);
    const texts: string[] = [];
    for (; at < places.length && stream.readUInt16LE((places[at] as number) + 4) === row; at++) {
      for (const { column, text } of guarded(() => cells.at(places[at] as number))) {
        if (column >= COLUMNS) throw damaged('cells');
        put(texts, column, text);
      }
    }
    if (texts.length > 0) buffer.add({ line: row + 1, cells: texts });
    yield* buffer.take(false);
  }
  yield* buffer.take(true);
}

/** Numbers in a damaged file point anywhere; where they point out of it, that is what is found. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof RangeError ? damaged('records') : error;
  }
}
