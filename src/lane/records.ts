import { COMMA, CR, LF, NotUnderstood, QUOTE } from './bytes.ts';

/** One record taken from bytes: its cells, where the next begins, and how many line breaks stand inside its cells. */
export interface SplitRecord {
  readonly cells: readonly string[];
  readonly next: number;
  readonly breaks: number;
}

/** Longer than any honest row, and well below what the reference refuses. */
export const LONGEST_RECORD = 1 << 19;

/**
 * Takes the record that begins at `from` and ends with a line break before `to`, quotes and all.
 *
 * @throws NotUnderstood for quotes that stand where they may not: the reference says what is wrong with them.
 */
export function splitRecord(bytes: Buffer, from: number, to: number, delimiter: number = COMMA): SplitRecord {
  const cells: string[] = [];
  let breaks = 0;
  let at = from;
  for (;;) {
    const isQuoted = bytes[at] === QUOTE;
    const end = isQuoted ? closingQuote(bytes, at + 1, to) : endOfBare(bytes, at, to, delimiter);
    const text = bytes.toString('utf8', isQuoted ? at + 1 : at, end);
    cells.push(isQuoted ? text.replaceAll('""', '"') : text);
    if (isQuoted) breaks += text.match(/\r\n|\n|\r/g)?.length ?? 0;
    at = isQuoted ? end + 1 : end;
    if (bytes[at] === delimiter && at < to) {
      at++;
      continue;
    }
    if (at < to && bytes[at] !== LF && bytes[at] !== CR) throw new NotUnderstood();
    const next = bytes[at] === CR && bytes[at + 1] === LF && at + 1 < to ? at + 2 : at + 1;
    if (next - from > LONGEST_RECORD) throw new NotUnderstood();
    return { cells, next: Math.min(next, to), breaks };
  }
}

function endOfBare(bytes: Buffer, from: number, to: number, delimiter: number): number {
  let at = from;
  while (at < to) {
    const byte = bytes[at];
    if (byte === delimiter || byte === LF || byte === CR) break;
    if (byte === QUOTE) throw new NotUnderstood();
    at++;
  }
  return at;
}

/** The quote that closes a cell: the first that is not doubled. */
function closingQuote(bytes: Buffer, from: number, to: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(QUOTE, at);
    if (at < 0 || at >= to) throw new NotUnderstood();
    if (at + 1 >= to || bytes[at + 1] !== QUOTE) return at;
    at += 2;
  }
}
