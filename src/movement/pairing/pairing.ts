import type { LinkEvent } from '../link.ts';
import type { Brief } from './brief.ts';
import { cameBy, goneBy } from './gone.ts';
import type { How, Pair } from './pairs.ts';
import type { TwoYears } from './two-years.ts';

/** What has been settled of a household so far. */
interface Settled {
  readonly partner: Brief | null;
  readonly event: LinkEvent | null;
  readonly how: How | null;
  readonly origin: Brief | null;
}

/** Two years while they are being paired. What one way of pairing has settled, the next leaves alone. */
export class Pairing {
  readonly years: TwoYears;
  readonly #before = new Map<Brief, Settled>();
  readonly #after = new Map<Brief, Settled>();
  /** Households of the year before of which others were split off. */
  readonly #divided = new Set<Brief>();

  constructor(years: TwoYears) {
    this.years = years;
  }

  /** One household in both years. */
  pair(before: Brief, after: Brief, how: How, event: LinkEvent | null = null): void {
    this.#before.set(before, { partner: after, event, how, origin: null });
    this.#after.set(after, { partner: before, event, how, origin: null });
  }

  /** Of the year before alone. `into`: the household it became part of. */
  leave(before: Brief, event: LinkEvent | null, how: How | null, into: Brief | null = null): void {
    this.#before.set(before, { partner: null, event, how, origin: into });
  }

  /** Of the year after alone. `from`: the household it was split off from. */
  enter(after: Brief, event: LinkEvent | null, how: How | null, from: Brief | null = null): void {
    this.#after.set(after, { partner: null, event, how, origin: from });
    if (from !== null) this.#divided.add(from);
  }

  isOpenBefore(before: Brief): boolean {
    return !this.#before.has(before);
  }

  isOpenAfter(after: Brief): boolean {
    return !this.#after.has(after);
  }

  /** Everything that was settled; who is left stands alone. */
  pairs(): readonly Pair[] {
    const { before, after } = this.years;
    return [
      ...before.households.map((brief) => this.#fromBefore(brief)),
      ...after.households.flatMap((brief) => this.#fromAfter(brief)),
    ];
  }

  #fromBefore(before: Brief): Pair {
    const settled = this.#before.get(before);
    const partner = settled?.partner ?? null;
    const [how, origin] = [settled?.how ?? null, settled?.origin ?? null];
    const said = settled?.event ?? null;
    if (partner !== null && goneBy(partner) === null) {
      return { before, after: partner, event: said ?? partner.event, how, origin };
    }
    // the row of a household that is gone only says so
    const told = said ?? (partner === null ? null : goneBy(partner)) ?? goneBy(before);
    const event = told ?? (this.#divided.has(before) ? 'split_from' : null);
    return { before, after: null, event, how, origin };
  }

  #fromAfter(after: Brief): Pair[] {
    const settled = this.#after.get(after);
    if (goneBy(after) !== null || (settled?.partner ?? null) !== null) return [];
    const event = settled?.event ?? cameBy(after);
    return [{ before: null, after, event, how: settled?.how ?? null, origin: settled?.origin ?? null }];
  }
}
