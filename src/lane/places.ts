import type { Evidence } from '../judge/evidence.ts';
import { place } from '../judge/evidence.ts';
import type { Table } from '../judge/table.ts';

/**
 * Numbers the positions of a value (an income, a B1) that no judge of the run can tell apart: the stretch between cut
 * points and which of them are near. Whole numbers find theirs among break points; any other is placed as the judge
 * does. A position says no more than that two values are alike.
 */
export class Places {
  readonly #axis: 'income' | 'b1';
  readonly #tables: readonly Table[];
  readonly #numbers = new Map<string, number>();
  readonly #starts: Float64Array;
  readonly #positions: Int32Array;

  constructor(axis: 'income' | 'b1', tables: readonly Table[]) {
    this.#axis = axis;
    this.#tables = tables;
    const candidates = [0, ...tables.flatMap((table) => table[axis].cuts.flatMap(breaksNear))].filter((n) => n >= 0);
    const starts: number[] = [];
    const positions: number[] = [];
    for (const start of [...new Set(candidates)].sort((a, b) => a - b)) {
      const position = this.at(start);
      if (position === positions.at(-1)) continue;
      starts.push(start);
      positions.push(position);
    }
    this.#starts = Float64Array.from(starts);
    this.#positions = Int32Array.from(positions);
  }

  /** The position of any value; 0 is the unknown. */
  at(value: number): number {
    const evidence: Evidence = { area: null, income: null, b1: null, b2: null, marks: [], [this.#axis]: value };
    const key = this.#tables
      .map((table) => {
        const { income, b1, nearIncome, nearB1 } = place(evidence, table);
        return [income, b1, nearIncome, nearB1].join('/');
      })
      .join('|');
    const known = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, known);
    return known;
  }

  /** The position of a whole number from 0 on, without asking the judges. */
  atWhole(value: number): number {
    const starts = this.#starts;
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= value) low = middle;
      else high = middle;
    }
    return this.#positions[low] as number;
  }
}

/** Whole numbers about a cut point at which the position may change: at it, 5 % and 5 points to either side. */
function breaksNear({ amount, per }: { readonly amount: number; readonly per: number }): number[] {
  const cut = amount / per;
  return [cut, cut * 0.95, cut * 1.05, cut - 5, cut + 5].flatMap((n) => {
    const whole = Math.floor(n);
    return [whole - 1, whole, whole + 1, whole + 2];
  });
}
