import { stat } from 'node:fs/promises';
import { FindingsError, finding } from '../finding.ts';
import { type AgainstResult, compareAgainst } from '../summary/against/compare.ts';
import { figuresOf } from '../summary/against/figures.ts';
import { readPublished } from '../summary/against/published.ts';
import type { Summary } from '../summary/summary.ts';
import { fileSource } from '../survey/source.ts';

/**
 * What was published, held against itself and against recomputed tables.
 *
 * @throws FindingsError `E101` for a file that cannot be opened, and what `readPublished` finds
 */
export async function heldAgainst(path: string, summary: Summary): Promise<AgainstResult> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new FindingsError([finding('E101', { file: path }, { data: { reason: error.code ?? '' } })]);
  });
  const published = await readPublished(fileSource(path, found.size), { delimiter: null, encoding: null });
  return compareAgainst(published, figuresOf(summary));
}
