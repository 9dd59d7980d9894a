import { type Book, readRows } from './book.ts';
import { damaged, WorkbookFault } from './fault.ts';
import type { Fonts } from './fonts.ts';
import { partOf, type Relation, readRelations, readWorkbookPart } from './xlsx-parts.ts';
import { type SheetContext, SheetHandler } from './xlsx-sheet.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { readStyles } from './xlsx-styles.ts';
import type { Zip } from './zip.ts';

/** Opens an .xlsx or .xlsm: reads everything but the sheets. */
export async function openXlsx(zip: Zip, fonts: Fonts): Promise<Book> {
  const workbook = partOf(zip, await readRelations(zip, ''), 'officeDocument');
  if (workbook === null) throw damaged('part');
  if (workbook.endsWith('.bin')) throw new WorkbookFault('E103', 'xlsb');
  const relations = await readRelations(zip, workbook);
  const { sheets: listed, is1904 } = await readWorkbookPart(zip, workbook);
  const sheets = listed.filter(({ relation }) => isWorksheet(relations, relation));
  const styles = partOf(zip, relations, 'styles');
  const strings = partOf(zip, relations, 'sharedStrings');
  const context: SheetContext = {
    styles: styles === null ? [] : readStyles(await zip.whole(styles), fonts),
    strings: strings === null ? null : await readSharedStrings(zip, strings, fonts),
    fonts,
    system: is1904 ? 1904 : 1900,
    uncachedFormulas: 0,
  };
  return {
    format: 'xlsx',
    sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    notes: {
      hasMacros: zip.names.some((name) => name.endsWith('vbaproject.bin')),
      externalLinks: relations.filter((r) => r.type === 'externalLink').length,
      get uncachedFormulas() {
        return context.uncachedFormulas;
      },
      decodedTexts: fonts.decoded,
    },
    rows(sheet, most) {
      const part = targetOf(relations, sheets[sheet]?.relation);
      return readRows(zip.pieces(part), new SheetHandler(context, most));
    },
  };
}

/** Sheets of charts and dialogs hold no cells. */
function isWorksheet(relations: readonly Relation[], id: string): boolean {
  return relations.find((r) => r.id === id)?.type === 'worksheet';
}

function targetOf(relations: readonly Relation[], id: string | undefined): string {
  return relations.find((r) => r.id === id)?.target ?? '';
}
