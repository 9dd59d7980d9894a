import { createHash } from 'node:crypto';
import type { FindingLog } from '../finding.ts';
import type { InputRecord } from '../review/manifest.ts';
import { joinMembers } from '../survey/member-files.ts';
import type { Survey } from '../survey/survey.ts';
import type { Table } from '../survey/table.ts';
import { recordOf } from './watch-inputs.ts';

/** Joins member files to a survey; their bytes are hashed as they are read. */
export async function joinHashed(
  survey: Survey,
  files: readonly Table[],
  key: readonly string[],
  log: FindingLog,
): Promise<{ readonly survey: Survey; readonly inputs: readonly InputRecord[] }> {
  const hashes = files.map(() => createHash('sha256'));
  const bytes = files.map(() => 0);
  const joined = await joinMembers(survey, files, key, log, (file, chunk) => {
    hashes[file]?.update(chunk);
    bytes[file] = (bytes[file] ?? 0) + chunk.length;
  });
  const inputs = files.map((file, at) =>
    recordOf(file, hashes[at]?.digest('hex') ?? '', bytes[at] ?? 0, joined.rows[at] ?? 0),
  );
  return { survey: joined.survey, inputs };
}
