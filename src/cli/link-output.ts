import { FindingsError } from '../finding.ts';
import { LINK_COLUMNS, linkCells } from '../movement/link/link-columns.ts';
import type { Link } from '../movement/link.ts';
import { BOM, csvRows } from '../render/csv.ts';
import { obstacles, StagedFile } from './staged.ts';

/** Lines put into text at once. */
const BATCH = 10_000;

/** A links file in pieces: UTF-8 with its mark, CRLF, cells guarded. */
export function* linksText(links: readonly Link[]): Generator<string> {
  yield BOM + csvRows([LINK_COLUMNS]);
  for (let from = 0; from < links.length; from += BATCH) yield csvRows(links.slice(from, from + BATCH).map(linkCells));
}

/** Writes a links file whole or not at all; only its owner may read it. @throws FindingsError `E601`, `E602` */
export async function writeLinks(links: readonly Link[], path: string, force: boolean): Promise<void> {
  const taken = await obstacles([path], force);
  if (taken.length > 0) throw new FindingsError(taken);
  const file = await StagedFile.create(path);
  try {
    for (const text of linksText(links)) {
      file.write(text);
      await file.flush();
    }
    await file.settle();
    await file.commit();
  } catch (error) {
    await file.discard();
    throw error;
  }
}
