import type { Table } from '../survey/table.ts';
import type { Block } from './blocks.ts';
import { NotUnderstood } from './bytes.ts';
import { splitRecord } from './records.ts';

const BOM_BYTES = 3;

/** Passes over what stands above the rows of a table: the mark of UTF-8, `sep=`, blank lines and the headings. */
export class Heading {
  /** The line on which the next record begins; when all is passed, the line of the first row. */
  line = 1;
  readonly #table: Table;
  #isFirst = true;

  constructor(table: Table) {
    this.#table = table;
  }

  /** Where the rows begin in the next block of the file. */
  pass({ bytes, from, to }: Block): number {
    const { sniffed, headerLine } = this.#table;
    if (sniffed === null) throw new NotUnderstood();
    let at = this.#isFirst && sniffed.hasBom ? from + BOM_BYTES : from;
    this.#isFirst = false;
    while (this.line <= headerLine && at < to) {
      const { next, breaks } = splitRecord(bytes, at, to, sniffed.delimiter.charCodeAt(0));
      this.line += 1 + breaks;
      at = next;
    }
    return at;
  }
}
