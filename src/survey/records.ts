import { isUtf8 } from 'node:buffer';
import { pipeline, Readable } from 'node:stream';
import { FindingsError, finding } from '../finding.ts';
import { isAscii } from '../text/fold.ts';
import { type Encoding, UndecodableError } from './encoding/encodings.ts';
import { type Mojibake, repairMojibake } from './encoding/mojibake.ts';
import { textDecoder } from './encoding/text-decoder.ts';
import { parserOf, RecordFault } from './parsed-records.ts';
import type { Sniffed } from './sniff.ts';
import type { Source } from './source.ts';
import { splitRecords } from './split-records.ts';

/** The cells of one record, and the line (1 = first) on which it begins. */
export interface RawRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** True for a line with nothing in it, delimiters aside. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Few enough that the rows of a batch die young: larger ones are copied about by the collector, at up to half more time. */
const BATCH = 64;
/** Whoever wants the first rows only shall not wait for many: of the first batch a part comes early, and pieces grow. */
const EARLY = 32;
const PIECES = { first: 1 << 12, most: 1 << 16 };

/**
 * Reads all records of a delimited text, blank lines too, in batches. This is the reference reader: it says where
 * everything stands, and stops at what it cannot read (`E102` not in its encoding, `E105` quotes).
 */
export async function* readRecords(
  source: Source,
  sniffed: Sniffed,
  onBytes: (chunk: Uint8Array) => void = () => {},
): AsyncGenerator<readonly RawRecord[]> {
  const { delimiter, hasSepLine, mojibake } = sniffed;
  const text = sniffed.encoding === 'utf-8' ? utf8Only(source, onBytes) : recoded(source, sniffed.encoding, onBytes);
  let batch: RawRecord[] = [];
  let wanted = EARLY;
  let line = 1;
  let skip = hasSepLine;
  try {
    for await (const { records, isPlain } of splitRecords(text, delimiter)) {
      for (const record of records) {
        if (!skip)
          batch.push({ line, cells: mojibake === null ? record : record.map((cell) => repaired(cell, mojibake)) });
        skip = false;
        line += isPlain ? 1 : 1 + breaksIn(record);
        if (batch.length === wanted) {
          yield batch;
          batch = [];
          wanted = wanted === EARLY ? BATCH - EARLY : BATCH;
        }
      }
    }
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error;
    const at = { file: source.name, row: await lineAfter(error.records, source, sniffed) };
    throw new FindingsError([finding('E105', at, { data: { kind: error.code } })]);
  }
  if (batch.length > 0) yield batch;
}

/** The line on which the record after the first `records` begins; the parser itself drops what it had read before a fault. */
async function lineAfter(records: number, source: Source, { delimiter, encoding }: Sniffed): Promise<number> {
  if (records === 0) return 1;
  const parser = await parserOf(delimiter, true, records);
  const bytes = encoding === 'utf-8' ? source.open() : recoded(source, encoding);
  pipeline(Readable.from(until(bytes, () => parser.writableEnded)), parser, () => {});
  let line = 1;
  for await (const record of parser as AsyncIterable<string[]>) line += 1 + breaksIn(record);
  return line;
}

/** The chunks until one is asked for when no more are wanted: a parser that has its records takes no more bytes. */
async function* until(chunks: AsyncIterable<Uint8Array>, isDone: () => boolean): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (isDone()) return;
    yield chunk;
  }
}

/** Line breaks inside the cells of a record: each is a line that a person sees. */
function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return breaks;
}

/** Records with the cells repaired whose letters show the bytes of another encoding. */
export async function* repairedRecords(
  records: AsyncGenerator<readonly RawRecord[]>,
  kind: Mojibake,
): AsyncGenerator<readonly RawRecord[]> {
  for await (const batch of records) {
    yield batch.map(({ line, cells }) => ({ line, cells: cells.map((cell) => repaired(cell, kind)) }));
  }
}

/** A cell whose letters show the bytes of another encoding; one that would lose something stays as it is. */
function repaired(cell: string, kind: Mojibake): string {
  return isAscii(cell) ? cell : (repairMojibake(cell, kind) ?? cell);
}

/** The same text in UTF-8. `E102` where it is not in its encoding. */
async function* recoded(
  source: Source,
  encoding: Encoding,
  onBytes: (chunk: Uint8Array) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const decoder = textDecoder({ encoding });
  let line = 1;
  try {
    for await (const chunk of source.open()) {
      onBytes(chunk);
      const text = decoder.write(chunk);
      line += text.match(/\r\n|\n|\r/g)?.length ?? 0;
      yield Buffer.from(text);
    }
    yield Buffer.from(decoder.end());
  } catch (error) {
    if (!(error instanceof UndecodableError)) throw error;
    throw new FindingsError([finding('E102', { file: source.name, row: line }, { data: { encoding } })]);
  }
}

/** Passes the bytes on as long as they are UTF-8; sequences cut by a chunk's end are held back for the next. */
async function* utf8Only(source: Source, onBytes: (chunk: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  let held = new Uint8Array(0);
  let piece = PIECES.first;
  for await (const chunk of source.open()) {
    onBytes(chunk);
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const whole = bytes.length - cutOff(bytes);
    const passed = bytes.subarray(0, whole);
    if (!isUtf8(passed)) throw await notUtf8(source);
    held = bytes.slice(whole);
    for (let at = 0; at < whole; ) {
      yield passed.subarray(at, at + piece);
      at += piece;
      piece = Math.min(2 * piece, PIECES.most);
    }
  }
  if (held.length > 0) throw await notUtf8(source);
}

/** How many bytes at the end begin a sequence that is not finished. */
function cutOff(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

const CR = 13;
const LF = 10;

/** The finding stands on the first line that is not UTF-8, found by reading once more. */
async function notUtf8(source: Source): Promise<FindingsError> {
  let line = 1;
  let rest = new Uint8Array(0);
  for await (const chunk of source.open()) {
    const bytes = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      // whether a line feed follows is seen in the next chunk
      if (byte === CR && at === bytes.length - 1) break;
      if (byte !== LF && !(byte === CR && bytes[at + 1] !== LF)) continue;
      if (!isUtf8(bytes.subarray(start, at))) return refusal(source, line);
      start = at + 1;
      line++;
    }
    rest = bytes.subarray(start);
  }
  return refusal(source, line);
}

function refusal(source: Source, row: number): FindingsError {
  return new FindingsError([finding('E102', { file: source.name, row })]);
}
