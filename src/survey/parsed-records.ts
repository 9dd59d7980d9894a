import type { Parser } from 'csv-parse';

/** Quotes that cannot be followed, after so many records. `code`: of csv-parse. */
export class RecordFault extends Error {
  readonly records: number;
  readonly code: string;

  constructor(records: number, code: string) {
    super(code);
    this.records = records;
    this.code = code;
  }
}

/** Longer than any honest row: an unclosed quote must not swallow the file. */
export const LONGEST_RECORD = 1 << 20;

/**
 * The records of UTF-8 text by a parser that follows quotes. `before`: how many records stand before it in the file.
 *
 * @throws RecordFault
 */
export async function* parsedRecords(
  pieces: AsyncIterable<Uint8Array>,
  delimiter: string,
  before: number,
): AsyncGenerator<readonly string[]> {
  const [{ CsvError }, { pipeline, Readable }] = await Promise.all([import('csv-parse'), import('node:stream')]);
  const parser = await parserOf(delimiter, before === 0);
  pipeline(Readable.from(pieces), parser, () => {});
  try {
    for await (const record of parser as AsyncIterable<string[]>) yield record;
  } catch (error) {
    if (error instanceof CsvError) throw new RecordFault(before + Number(error.records), error.code);
    throw error;
  }
}

/** `isWhole`: it begins where the file does. `to`: the last record wanted. */
export async function parserOf(delimiter: string, isWhole: boolean, to?: number): Promise<Parser> {
  const { parse } = await import('csv-parse');
  return parse({
    bom: isWhole,
    delimiter,
    max_record_size: LONGEST_RECORD,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    ...(to === undefined ? {} : { to }),
  });
}
