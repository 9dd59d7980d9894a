import { type Crosswalk, readCrosswalk } from '../movement/link/crosswalk.ts';
import { type LinkLine, readLinks } from '../movement/link/links-file.ts';
import type { GridOptions } from '../survey/grid.ts';
import { namedFile } from './named-file.ts';

/** Files a person edits may come back in any encoding and with any delimiter. */
const AS_IT_COMES: GridOptions = { delimiter: null, encoding: null };

/** The links a file names; none when none is named. `E101` when it cannot be read, and what reading it finds. */
export async function linksFrom(path: string | undefined): Promise<readonly LinkLine[]> {
  return path === undefined ? [] : readLinks(await namedFile(path), AS_IT_COMES);
}

/** The crosswalk that is named; null when none is. `E101` when it cannot be read, and what reading it finds. */
export async function crosswalkFrom(path: string | undefined): Promise<Crosswalk | null> {
  return path === undefined ? null : readCrosswalk(await namedFile(path), AS_IT_COMES);
}
