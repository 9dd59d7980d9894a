import { foldKey } from '../../text/fold.ts';
import type { Place } from '../pairing/place.ts';
import { communeKey, provinceKey } from '../pairing/units-of-years.ts';

/** How far a household moved between two places of one year's units; null when it stayed, or a file does not say. */
export type Move = 'commune' | 'village';

export function moveBetween(before: Place, after: Place): Move | null {
  const [was, is] = [communeKey(before), communeKey(after)];
  if (was !== '' && is !== '' && was !== is) return 'commune';
  const [from, to] = [foldKey(before.village), foldKey(after.village)];
  return from !== '' && to !== '' && from !== to ? 'village' : null;
}

/** Counts moves for every unit that both ends lie in. */
export class MoveCounts {
  communes = 0;
  villages = 0;
  readonly #inside = new Map<string, number>();

  see(move: Move, before: Place, after: Place): void {
    if (move === 'commune') this.communes++;
    else this.villages++;
    const keys = [
      ...(provinceKey(before) === provinceKey(after) ? [`province\u001e${provinceKey(after)}`] : []),
      ...(move === 'village' ? [`commune\u001e${communeKey(after)}`] : []),
      ...(before.area === after.area ? [`area\u001e${after.area || 'unknown'}`] : []),
    ];
    for (const key of keys) this.#inside.set(key, (this.#inside.get(key) ?? 0) + 1);
  }

  /** By the key of the unit. */
  insideOf(level: string): ReadonlyMap<string, number> {
    const own = [...this.#inside].filter(([key]) => key.startsWith(`${level}\u001e`));
    return new Map(own.map(([key, n]) => [key.slice(level.length + 1), n]));
  }
}
