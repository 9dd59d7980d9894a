import { type Finding, finding } from '../finding.ts';
import { commonScale, parseFraction } from '../text/fraction.ts';
import { pointHeadings, type WrittenRow } from './points.ts';

/** What indicators count for in a score, as its file writes it. */
interface Counted {
  readonly points_each?: number | string | undefined;
  readonly points?: Readonly<Record<string, number | string>> | undefined;
}

/** The step in which a total of B2 goes up: what all of its indicators count is whole multiples of `n / d`. */
export function stepOf({ points_each, points }: Counted): { readonly n: number; readonly d: number } {
  const counts = [...(points_each === undefined ? [] : [points_each]), ...Object.values(points ?? {})];
  const exact = counts.flatMap((count) => parseFraction(count) ?? []);
  const d = commonScale(exact);
  return { n: exact.reduce((step, count) => gcd(step, (count.n * d) / count.d), 0), d };
}

/** Points of a table of B2 that no number of deprived indicators could give: each is an `E403` where it stands. */
export function outOfStep(
  rows: readonly WrittenRow[],
  { n, d }: { readonly n: number; readonly d: number },
): readonly Finding[] {
  const isStep = (points: number) => (n === 0 ? points === 0 : points >= 0 && (points * d) % n === 0);
  return rows.flatMap((row) =>
    pointHeadings(row).flatMap((heading): Finding[] => {
      const cell = row.cells[heading] ?? '';
      if (!/^-?\d+$/.test(cell) || isStep(Number(cell))) return [];
      const detail = d === 1 ? String(n) : `${n}/${d}`;
      return [finding('E403', row.at(heading), { saw: cell, data: { issue: 'points_step', detail } })];
    }),
  );
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
