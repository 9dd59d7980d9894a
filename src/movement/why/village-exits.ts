import type { Moved, State } from './reason.ts';
import { isExit, isListed } from './unexplained.ts';

/** The lists of poor and near-poor households, each by itself. */
export const LISTS = ['poor', 'near_poor'] as const;
export type ListClass = (typeof LISTS)[number];

/** What became of last year's lists in one village. */
export interface VillageExits extends Place {
  readonly lists: Readonly<Record<ListClass, ListExits>>;
}

export interface ListExits {
  /** Households on last year's list, but for those of whom an event says that they died, moved, split up or merged. */
  readonly opening: number;
  /** Those that are better off now. */
  readonly exits: number;
  /** Exits that neither answers nor rules explain, and households that are gone without a word. */
  readonly withoutReason: number;
}

type Tally = { -readonly [K in keyof ListExits]: number };

/** Where a household lives: this year if it is on file, else where it lived last year. */
export interface Place {
  /** Commune by its code, else its name; blank where no file says. */
  readonly commune: string;
  readonly communeName: string;
  readonly village: string;
}

/** Tells places apart; not to be shown. */
export function placeKey({ commune, village }: Place): string {
  return `${commune}\u001f${village}`;
}

/** The village with its commune; blank where no file says. */
export function villageName({ commune, communeName, village }: Place): string {
  return [village, communeName || commune].filter((name) => name !== '').join(', ');
}

/** Counts exits by village, in the order in which villages come. */
export class VillageCounts {
  readonly #villages = new Map<string, Place & { readonly lists: Record<ListClass, Tally> }>();

  see(pair: Moved, place: Place, isWithoutReason: boolean): void {
    const from = pair.before?.class ?? 'absent';
    const to: State = pair.after?.class ?? 'absent';
    if (!isListed(from) || (to === 'absent' && pair.event !== null)) return;
    const key = placeKey(place);
    let village = this.#villages.get(key);
    if (village === undefined) {
      village = { ...place, lists: { poor: emptyTally(), near_poor: emptyTally() } };
      this.#villages.set(key, village);
    }
    const list = village.lists[from];
    list.opening++;
    if (isExit({ from, to })) list.exits++;
    if (isWithoutReason && (isExit({ from, to }) || !isListed(to))) list.withoutReason++;
  }

  get villages(): readonly VillageExits[] {
    return [...this.#villages.values()];
  }
}

function emptyTally(): Tally {
  return { opening: 0, exits: 0, withoutReason: 0 };
}

/** Both lists together. */
export function bothLists({ lists: { poor, near_poor } }: VillageExits): ListExits {
  return {
    opening: poor.opening + near_poor.opening,
    exits: poor.exits + near_poor.exits,
    withoutReason: poor.withoutReason + near_poor.withoutReason,
  };
}
