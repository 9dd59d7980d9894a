import { type Column, clean, fieldFor } from './heading-path.ts';
import type { RawRecord } from './records.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Headings are looked for in so many rows that hold anything. */
const SEARCHED = 60;
/** The most lines that headings take. */
const DEEPEST = 4;
/** A line of so many known headings is one. */
export const ENOUGH = 2;

/** Columns that only a file written by `classify` has together. */
const RESULT_MARKS = ['class', 'criteria_hash'] as const;

/** The rows of headings found among the first of a table; those from `grouped` on repeat the ones above them in other words. */
export interface HeadingRows {
  readonly rows: readonly RawRecord[];
  readonly grouped: number;
  /** The rows that follow, as far as they were looked at. */
  readonly after: readonly RawRecord[];
}

/** Finds the rows of headings; `lines` says where they stand. Null when there are none. */
export function headingRows(
  sample: readonly RawRecord[],
  vocabulary: Vocabulary,
  lines: readonly [number, number] | null,
): HeadingRows | null {
  const searched = sample.slice(0, SEARCHED);
  const own = lines === null ? searched.find(isResultHeading) : undefined;
  if (own !== undefined) return { rows: [own], grouped: 1, after: searched.slice(searched.indexOf(own) + 1) };
  const best = () => withSubHeadings(bestWindow(searched, vocabulary), searched);
  const window = lines === null ? best() : windowAt(searched, lines);
  const last = window.at(-1);
  if (last === undefined) return null;
  const after = searched.slice(searched.indexOf(last) + 1);
  const repeated = lines === null ? takeWhile(after, (record) => isHeadingRow(record, vocabulary)) : [];
  return { rows: [...window, ...repeated], grouped: window.length, after: after.slice(repeated.length) };
}

/** The headings of a result, which stand on one line: what its first household says (`score`, `area`) may look like headings. */
function isResultHeading({ cells }: RawRecord): boolean {
  return RESULT_MARKS.every((mark) => cells.some((cell) => cell.includes(mark) && clean(cell) === mark));
}

function windowAt(sample: readonly RawRecord[], [from, to]: readonly [number, number]): readonly RawRecord[] {
  return sample.filter(({ line }) => line >= from && line <= to);
}

/** The rows whose headings lead to the most fields; the fewest and the first of those that tie. */
function bestWindow(sample: readonly RawRecord[], vocabulary: Vocabulary): readonly RawRecord[] {
  let best: { readonly rows: readonly RawRecord[]; readonly score: number } = { rows: sample.slice(0, 1), score: 0 };
  const isBetter = (score: number, depth: number) =>
    score > best.score || (score === best.score && depth < best.rows.length);
  const cleaned = new Map<RawRecord, readonly string[]>();
  for (const at of sample.keys()) {
    for (let depth = 1; depth <= Math.min(DEEPEST, sample.length - at); depth++) {
      const rows = sample.slice(at, at + depth);
      // no more fields than columns: most files are done with their first line
      if (!isBetter(Math.max(...rows.map(({ cells }) => cells.length)), depth)) continue;
      const cells = rows.map((record) => cleaned.get(record) ?? record.cells.map(clean));
      for (const [row, texts] of cells.entries()) cleaned.set(rows[row] as RawRecord, texts);
      const score = scoreOf(cells, vocabulary);
      if (score >= ENOUGH && isBetter(score, depth)) best = { rows, score };
    }
  }
  return best.rows;
}

/** A row of words that stand only below headings of several columns belongs to the headings, whatever it says. */
function withSubHeadings(window: readonly RawRecord[], sample: readonly RawRecord[]): readonly RawRecord[] {
  const last = window.at(-1);
  const below = last === undefined ? undefined : sample[sample.indexOf(last) + 1];
  if (last === undefined || below === undefined || window.length >= DEEPEST) return window;
  const texts = below.cells.map(clean);
  const isGroup = (at: number) => clean(last.cells[at] ?? '') === '' || clean(last.cells[at + 1] ?? '') === '';
  const filled = [...texts.keys()].filter((at) => texts[at] !== '');
  const reachesBeyond = filled.some((at) => clean(last.cells[at] ?? '') === '');
  const areHeadings =
    filled.length > 1 && filled.every((at) => at > 0 && isGroup(at) && /^[^\d]+$/.test(texts[at] ?? ''));
  return areHeadings && reachesBeyond ? [...window, below] : window;
}

/** How many fields the headings lead to. */
function scoreOf(rows: readonly (readonly string[])[], vocabulary: Vocabulary): number {
  const found = pathsOf(rows, rows.length, vocabulary).map(({ path }) => fieldFor(path, vocabulary)?.id);
  return new Set(found.filter((id) => id !== undefined)).size;
}

/** True for a row of headings below the headings: labels under machine keys. */
function isHeadingRow({ cells }: RawRecord, vocabulary: Vocabulary): boolean {
  const texts = cells.map(clean).filter((text) => text !== '');
  const known = texts.filter((text) => vocabulary.fieldOf(text) !== null || vocabulary.memberFieldOf(text) !== null);
  return known.length >= ENOUGH && 2 * known.length >= texts.length;
}

/** The row under the headings that numbers the columns: letters and numbers that count up, formulas beside them. */
export function isNumbering(cells: readonly string[]): boolean {
  const texts = cells.map(clean).filter((text) => text !== '');
  if (texts.length < 3 || !texts.every((text) => /^\(?(?:[A-Z]|\d{1,2}(?:\s*=[\d\s/*+×x().-]+)?)\)?$/.test(text)))
    return false;
  const numbers = texts.filter((text) => /^\(?\d/.test(text)).map((text) => Number(/\d+/.exec(text)?.[0]));
  return numbers.length >= 2 && numbers.every((n, at) => at === 0 || n === (numbers[at - 1] as number) + 1);
}

/** True for a numbering that cannot be a household's row: with letters, parentheses or formulas. */
export function hasLetters(cells: readonly string[]): boolean {
  return cells.some((cell) => /^\(?[A-Z]\)?$|^\(|=/.test(clean(cell)));
}

/** The path of every column below rows of headings; see `pathsOf`. */
export function columnsOf(rows: readonly RawRecord[], grouped: number, vocabulary: Vocabulary): readonly Column[] {
  const cleaned = rows.map(({ cells }) => cells.map(clean));
  return pathsOf(cleaned, grouped, vocabulary);
}

/**
 * The path of every column. The first `grouped` rows may hold headings over several columns: such a heading goes on to
 * the right as long as there is something below it and nothing beside it.
 */
function pathsOf(rows: readonly (readonly string[])[], grouped: number, vocabulary: Vocabulary): readonly Column[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const texts = rows.map((cells) => Array.from({ length: width }, (_, at) => cells[at] ?? ''));
  for (const [at, row] of texts.entries()) {
    if (at >= grouped - 1) break;
    for (let column = 1; column < width; column++) {
      const isCovered = texts.slice(at + 1, grouped).some((below) => below[column] !== '');
      if (row[column] === '' && isCovered && !leadsToField(row[column - 1] ?? '', column, texts, at, vocabulary)) {
        row[column] = row[column - 1] ?? '';
      }
    }
  }
  return Array.from({ length: width }, (_, column) => {
    const path = texts.map((row) => row[column] ?? '').filter((text) => text !== '');
    return { path: path.filter((text, at) => path.indexOf(text) === at) };
  });
}

/** A heading that is a field by itself and has nothing below does not cover its neighbour. */
function leadsToField(
  left: string,
  column: number,
  texts: readonly (readonly string[])[],
  at: number,
  vocabulary: Vocabulary,
): boolean {
  const hasBelow = texts.slice(at + 1).some((below) => below[column - 1] !== '');
  return !hasBelow && vocabulary.fieldOf(left) !== null;
}

function takeWhile<T>(items: readonly T[], keep: (item: T) => boolean): readonly T[] {
  const end = items.findIndex((item) => !keep(item));
  return end < 0 ? items : items.slice(0, end);
}
