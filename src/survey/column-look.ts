import type { Table } from './table.ts';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;

/**
 * Whether some household may have a value of the field: false when every cell of its column is blank. A look at the
 * bytes, for to read a whole survey only to learn that takes as long as to review it. True, too, where only the reader
 * can tell: the text is quoted or not in UTF-8, a blank means something, the value comes from elsewhere.
 */
export async function mayHold(table: Table, field: string): Promise<boolean> {
  const { sniffed, conventions, constants, headerLine, layout } = table;
  const column = table.fields.findIndex((one) => one?.id === field);
  const isPlain = sniffed?.encoding === 'utf-8' && sniffed.mojibake === null && layout.memberFields === null;
  if (!isPlain || column < 0 || constants[field] !== undefined || conventions[column]?.blank !== '') return true;
  const delimiter = sniffed.delimiter.charCodeAt(0);
  let line = 1;
  let at = 0;
  let before = 0;
  for await (const chunk of table.source.open()) {
    for (const byte of chunk) {
      if (byte === QUOTE) return true;
      if (byte === delimiter) at++;
      else if (byte === LF || byte === CR) {
        if (byte === CR || before !== CR) line++;
        at = 0;
      } else if (at === column && byte !== SPACE && byte !== TAB && line > headerLine) return true;
      before = byte;
    }
  }
  return false;
}
