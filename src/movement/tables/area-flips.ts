import type { AreaFlip } from '../comparison.ts';
import type { ListClass } from './columns.ts';

/** Opening households that stayed in their unit while its area became another. */
export class AreaFlips {
  readonly #flips = new Map<string, { from: string; to: string; poor: number; near_poor: number }>();

  see(list: ListClass, from: string, to: string): void {
    if (from === to || from === '' || to === '') return;
    const flip = this.#flips.get(from + to) ?? { from, to, poor: 0, near_poor: 0 };
    flip[list]++;
    this.#flips.set(from + to, flip);
  }

  get all(): readonly AreaFlip[] {
    return [...this.#flips.values()];
  }
}
