import { stat } from 'node:fs/promises';
import { FindingsError, finding } from '../finding.ts';
import { fileSource, type Source } from '../survey/source.ts';

/** The one file that an option names. @throws FindingsError `E101` when it is not there, or a folder */
export async function namedFile(path: string): Promise<Source> {
  const unreadable = (reason: string) => new FindingsError([finding('E101', { file: path }, { data: { reason } })]);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(error.code ?? '');
  });
  if (found.isDirectory()) throw unreadable('EISDIR');
  return fileSource(path, found.size);
}
