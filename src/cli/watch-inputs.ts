import { createHash, type Hash } from 'node:crypto';
import type { InputRecord } from '../review/manifest.ts';
import type { Survey } from '../survey/survey.ts';
import type { Table } from '../survey/table.ts';
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
      tables.map((table, at) => recordOf(table, hashes[at]?.digest('hex') ?? '', bytes[at] ?? 0, rows[at] ?? 0)),
  };
}

/** What the manifest says of a file that was read to its end. */
export function recordOf(table: Table, sha256: string, bytes: number, rows: number): InputRecord {
  const { source, sheet, sniffed, headings, fields, layout } = table;
  return {
    file: source.name,
    sha256,
    bytes,
    rows,
    ...(sheet === null ? {} : { sheet }),
    delimiter: sniffed?.delimiter ?? null,
    columns: headings.map((heading, at) => ({
      heading,
      field: fields[at]?.id ?? layout.memberFields?.[at]?.id ?? null,
    })),
  };
}
