import { type Book, readRows } from './book.ts';
import { damaged, WorkbookFault } from './fault.ts';
import type { Fonts } from './fonts.ts';
import { ContentHandler, type OdsCounts } from './ods-content.ts';
import { OdsStyles } from './ods-styles.ts';
import { readTags, XmlScanner } from './xml.ts';
import type { Zip } from './zip.ts';

const CONTENT = 'content.xml';

/** Opens an .ods: all of its sheets lie in one part, which is read through once for their list and once for each. */
export async function openOds(zip: Zip, fonts: Fonts): Promise<Book> {
  if (await isEncrypted(zip)) throw new WorkbookFault('E107', 'ods');
  if (!zip.has(CONTENT)) throw damaged('part');
  const styles = await readStyles(zip, fonts);
  const counts: OdsCounts = { uncachedFormulas: 0 };
  const { tables } = await readList(zip, styles);
  const sheets = tables.map((table, place) => ({ ...table, place })).filter((table) => !table.isExternal);
  return {
    format: 'ods',
    sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    notes: {
      hasMacros: zip.names.some((name) => name.startsWith('basic/')),
      externalLinks: tables.length - sheets.length,
      get uncachedFormulas() {
        return counts.uncachedFormulas;
      },
      decodedTexts: fonts.decoded,
    },
    rows(sheet, most) {
      const handler = new ContentHandler(styles, counts, sheets[sheet]?.place ?? -1, most);
      return readRows(zip.pieces(CONTENT), handler);
    },
  };
}

async function isEncrypted(zip: Zip): Promise<boolean> {
  const manifest = 'META-INF/manifest.xml';
  if (!zip.has(manifest)) return false;
  let found = false;
  readTags(await zip.whole(manifest), (name) => {
    if (name === 'encryption-data') found = true;
  });
  return found;
}

async function readStyles(zip: Zip, fonts: Fonts): Promise<OdsStyles> {
  const styles = new OdsStyles(fonts);
  if (zip.has('styles.xml')) readTags(await zip.whole('styles.xml'), (name, tag) => styles.take(name, tag));
  return styles;
}

async function readList(zip: Zip, styles: OdsStyles): Promise<ContentHandler> {
  const handler = new ContentHandler(styles, { uncachedFormulas: 0 }, -1, 0);
  const scanner = new XmlScanner(handler);
  for await (const piece of zip.pieces(CONTENT)) scanner.write(piece);
  scanner.end();
  return handler;
}
