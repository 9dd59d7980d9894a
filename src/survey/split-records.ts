import { LONGEST_RECORD, parsedRecords } from './parsed-records.ts';

/** The cells of consecutive records. */
type Records = readonly (readonly string[])[];

export interface SplitRecords {
  readonly records: Records;
  /** No cell holds a line break. */
  readonly isPlain: boolean;
}

const QUOTE = 34;
const LF = 10;
const BOM = '\ufeff';

/**
 * Splits UTF-8 text into records: where no cell is quoted, lines are records and delimiters part cells, which costs a
 * fifth of a parser's time; from the first quote on a parser does it. Pieces may be cut anywhere: lines end at whole bytes.
 *
 * @throws RecordFault
 */
export async function* splitRecords(
  pieces: AsyncIterable<Uint8Array>,
  delimiter: string,
): AsyncGenerator<SplitRecords> {
  const plain = new PlainLines(delimiter);
  const left = pieces[Symbol.asyncIterator]();
  try {
    for (let next = await left.next(); next.done !== true; next = await left.next()) {
      const records = plain.take(next.value);
      if (records !== null) {
        if (records.length > 0) yield { records, isPlain: true };
        continue;
      }
      const rest = chained(plain.rest(), left);
      for await (const record of parsedRecords(rest, delimiter, plain.count))
        yield { records: [record], isPlain: false };
      return;
    }
    yield { records: plain.end(), isPlain: true };
  } finally {
    await left.return?.();
  }
}

/** Lines that hold no quotes, split as they come. */
class PlainLines {
  readonly #delimiter: string;
  #rest: Buffer = Buffer.alloc(0);
  /** Records given so far. */
  count = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The records of the lines that end in the next piece; null when a parser must take over from the `rest`. */
  take(piece: Uint8Array): Records | null {
    const bytes = this.#rest.length === 0 ? viewOf(piece) : Buffer.concat([this.#rest, piece]);
    this.#rest = bytes;
    const left = bytes.length - (bytes.lastIndexOf(LF) + 1);
    // nothing of a piece may be split when the parser must take over from its beginning
    if (piece.includes(QUOTE) || left > LONGEST_RECORD) return null;
    const records: string[][] = [];
    let from = 0;
    for (let to = bytes.indexOf(LF); to >= 0; to = bytes.indexOf(LF, from)) {
      if (to - from > LONGEST_RECORD) return null;
      this.#split(bytes.toString('utf8', from, to), records);
      from = to + 1;
    }
    // what is kept must not keep the whole piece
    this.#rest = Buffer.from(bytes.subarray(from));
    this.count += records.length;
    return records;
  }

  /** What a line that does not end holds. */
  end(): Records {
    const records: string[][] = [];
    const text = this.#rest.toString('utf8');
    if (text !== '' && !(this.count === 0 && text === BOM)) this.#split(text, records);
    this.count += records.length;
    return records;
  }

  /** The bytes that were taken and are in no record. */
  rest(): Uint8Array {
    return this.#rest;
  }

  /** The cells are parts of their line, and keep no more than it in memory. */
  #split(text: string, records: string[][]): void {
    const isFirst = this.count === 0 && records.length === 0;
    const line = isFirst && text.startsWith(BOM) ? text.slice(BOM.length) : text;
    if (!line.includes('\r')) {
      records.push(line.split(this.#delimiter));
      return;
    }
    const lines = line.split('\r');
    // one that stands before the line feed, or at the end of the file, begins no other line
    if (lines.at(-1) === '') lines.pop();
    for (const one of lines) records.push(one.split(this.#delimiter));
  }
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

async function* chained(first: Uint8Array, others: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await others.next(); next.done !== true; next = await others.next()) yield next.value;
}
