import { readUnits, type UnitRow } from '../survey/units-file.ts';
import { namedFile } from './named-file.ts';

/** The list of units a user names; null when none is named. `E101` when it cannot be read. */
export async function unitsFrom(path: string | undefined): Promise<readonly UnitRow[] | null> {
  if (path === undefined) return null;
  return readUnits(await namedFile(path), { delimiter: null, encoding: null });
}
