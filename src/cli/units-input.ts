import { stat } from 'node:fs/promises';
import { FindingsError, finding } from '../finding.ts';
import { fileSource } from '../survey/source.ts';
import { readUnits, type UnitRow } from '../survey/units-file.ts';

/** The list of units a user names; null when none is named. `E101` when it cannot be read. */
export async function unitsFrom(path: string | undefined): Promise<readonly UnitRow[] | null> {
  if (path === undefined) return null;
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new FindingsError([finding('E101', { file: path }, { data: { reason: error.code ?? '' } })]);
  });
  return readUnits(fileSource(path, found.size), { delimiter: null, encoding: null });
}
