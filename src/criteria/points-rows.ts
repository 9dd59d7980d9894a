import type { Field, FieldKind } from '../survey/fields.ts';
import { parseFraction } from '../text/fraction.ts';
import type { Report, WrittenRow } from './points.ts';
import type { Predicate } from './predicate.ts';

/** Kinds of fields whose answers are numbers. */
const NUMBERS: readonly FieldKind[] = ['count', 'years', 'decimal', 'money', 'score'];
/** How far from the last row a number of a file may be; a band without an end goes on for ever. */
const FOR_EVER = Number.POSITIVE_INFINITY;

interface Band {
  readonly row: WrittenRow;
  readonly from: number;
  readonly below: number;
}

/**
 * Bands of a number: `from` is in it, `below` is not. They must follow one another from nothing on without end: what is
 * counted twice (`points_overlap`) or not at all (`points_hole`) is told at the row where it shows.
 */
export function bandsOf(rows: readonly WrittenRow[], field: Field, report: Report): readonly Predicate[] {
  if (!NUMBERS.includes(field.kind)) report('points_bands', rows[0]?.at('field') ?? {}, field.id);
  const bands = rows.map((row): Band => {
    const [from, below] = [edge(row, 'from', 0, report), edge(row, 'below', FOR_EVER, report)];
    if (from >= below) report('points_backwards', row.at('below'), row.cells.below ?? '');
    return { row, from, below };
  });
  let end = 0;
  const sorted = [...bands].sort((a, b) => a.from - b.from);
  for (const { row, from, below } of sorted) {
    if (from > end) report('points_hole', row.at('from'), `${end} – <${from}`);
    if (from < end) report('points_overlap', row.at('from'), `${from} – <${Math.min(end, below)}`);
    end = Math.max(end, below);
  }
  if (end !== FOR_EVER) report('points_hole', sorted.at(-1)?.row.at('below') ?? {}, `${end} – …`);
  return bands.map(({ row, from, below }): Predicate => {
    const own: Predicate[] = [{ test: 'at_least', field: field.id, value: row.cells.from || 0 }];
    if (from === 0) own.pop();
    if (below !== FOR_EVER) own.push({ test: 'below', field: field.id, value: row.cells.below ?? '' });
    return own.length === 1 ? (own[0] as Predicate) : { test: 'all', of: own };
  });
}

function edge(row: WrittenRow, heading: 'from' | 'below', otherwise: number, report: Report): number {
  const cell = row.cells[heading] ?? '';
  if (cell === '') return otherwise;
  const parsed = parseFraction(cell);
  if (parsed === null) report('fraction', row.at(heading), cell);
  return parsed === null ? otherwise : parsed.n / parsed.d;
}

/**
 * Codes of a closed list, each once and none left out: an answer without points would be no answer. Where several may be
 * ticked, `none` ticks nothing.
 */
export function codesOf(
  rows: readonly WrittenRow[],
  field: Field,
  several: boolean,
  report: Report,
): readonly Predicate[] {
  const codes = field.kind === 'flag' || field.kind === 'mark' ? ['1', '0'] : (field.codes ?? null);
  const seen = new Set<string>();
  for (const row of rows) {
    const code = row.cells.code ?? '';
    if (seen.has(code)) report('points_overlap', row.at('code'), code);
    seen.add(code);
    if (codes !== null && !codes.includes(code)) report('unknown_code', row.at('code'), code, codes);
  }
  const left = (codes ?? []).filter((code) => !seen.has(code) && !(several && code === 'none'));
  if (left.length > 0) report('points_hole', rows.at(-1)?.at('code') ?? {}, left.join(', '));
  const isFlag = field.kind === 'flag' || field.kind === 'mark';
  return rows.map(({ cells: { code = '' } }): Predicate => {
    if (field.kind === 'codes') return { test: 'includes_any', field: field.id, values: [code] };
    return { test: 'equals', field: field.id, value: isFlag ? code === '1' : code };
  });
}

/** Of conditions the first that holds counts: only the last row may leave it out, and it must. */
export function otherwiseOf(rows: readonly WrittenRow[], report: Report): void {
  for (const [at, row] of rows.entries()) {
    const isLast = at === rows.length - 1;
    if (((row.cells.when ?? '') === '') !== isLast) report('points_otherwise', row.at('when'), row.cells.when ?? '');
  }
}
