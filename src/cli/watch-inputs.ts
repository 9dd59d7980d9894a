import { createHash, type Hash } from 'node:crypto';
import type { InputRecord } from '../review/manifest.ts';
import type { Survey } from '../survey/survey.ts';
import { progress } from './progress.ts';
import type { Settings } from './settings.ts';

/** Hashes the bytes of every input as they are read, and tells how far the run has come. */
export function watchInputs(survey: Survey, settings: Settings) {
  const { tables } = survey;
  const totalBytes = tables.reduce((sum, { source }) => sum + (source.bytes ?? 0), 0);
  const bar = progress(totalBytes, settings);
  let hashes: Hash[] = [];
  let bytes: number[] = [];
  const restart = () => {
    hashes = tables.map(() => createHash('sha256'));
    bytes = tables.map(() => 0);
  };
  restart();
  return {
    restart,
    add(table: number, chunk: Uint8Array): void {
      hashes[table]?.update(chunk);
      bytes[table] = (bytes[table] ?? 0) + chunk.length;
      bar.add(chunk.length);
    },
    end: () => bar.end(),
    /** What the manifest says of each input; `rows` per table. */
    records: (rows: readonly number[]): InputRecord[] =>
      tables.map((table, at) => ({
        file: table.source.name,
        sha256: hashes[at]?.digest('hex') ?? '',
        bytes: bytes[at] ?? 0,
        rows: rows[at] ?? 0,
        ...(table.sheet === null ? {} : { sheet: table.sheet }),
        delimiter: table.sniffed?.delimiter ?? null,
        columns: table.headings.map((heading, column) => ({ heading, field: table.fields[column]?.id ?? null })),
      })),
  };
}
