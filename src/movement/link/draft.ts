import type { Link, LinkEvent, LinkTier } from '../link.ts';
import type { Households } from './households.ts';
import { noteOf, type Reason } from './reasons.ts';

/** What a household's row says when it is there only to say that the household is gone. */
const EXITS: readonly (LinkEvent | null)[] = ['died', 'dissolved', 'moved_out', 'merged_into'];

/** What is said of a link beside its households, which are places in the lists of the two years. */
export interface Said {
  readonly event?: LinkEvent | null;
  readonly tier: LinkTier;
  readonly score?: number | null;
  readonly reasons?: readonly Reason[];
}

/** Links as they are found, and which households are done with. */
export class Draft {
  readonly before: Households;
  readonly after: Households;
  /** 1 for a household of which it is settled what became of it, or what it came from. */
  readonly done: { readonly before: Uint8Array; readonly after: Uint8Array };
  /** 1 for a household that stands in some line, settled or waiting for a person. */
  readonly told: { readonly before: Uint8Array; readonly after: Uint8Array };
  readonly links: Link[] = [];
  readonly #refused = new Set<string>();
  readonly #asked = new Set<string>();

  constructor(before: Households, after: Households) {
    const flags = () => ({ before: new Uint8Array(before.length), after: new Uint8Array(after.length) });
    this.before = before;
    this.after = after;
    this.done = flags();
    this.told = flags();
  }

  /** A pair that a person has looked at and refused: it is not found again. */
  refuse(b: number, a: number): void {
    this.#refused.add(`${b} ${a}`);
  }

  isRefused(b: number, a: number): boolean {
    return this.#refused.size > 0 && this.#refused.has(`${b} ${a}`);
  }

  /** The row of a household after that only says that it is gone. */
  isExit(a: number): boolean {
    return EXITS.includes(this.after.eventOf(a));
  }

  /** A household goes on as another. Where the later row says that it is gone, it is gone. */
  pair(b: number, a: number, { event, ...said }: Said): void {
    this.done.before[b] = 1;
    this.done.after[a] = 1;
    if (this.isExit(a)) this.#gone(b, a, said);
    else this.#write(b, a, { event: event ?? this.movedBetween(b, a), ...said });
  }

  #gone(b: number, a: number, said: Said): void {
    this.told.after[a] = 1;
    this.#write(b, null, { ...said, event: this.after.eventOf(a), reasons: [...(said.reasons ?? []), 'event_told'] });
  }

  /** `a` is a part of `b` that does not continue it. */
  split(b: number, a: number, said: Said): void {
    this.done.after[a] = 1;
    this.#write(b, a, { ...said, event: 'split_from' });
  }

  /** `b` joined `a`, which continues another. */
  merged(b: number, a: number, said: Said): void {
    this.done.before[b] = 1;
    this.#write(b, a, { ...said, event: 'merged_into' });
  }

  leaves(b: number, said: Said): void {
    this.done.before[b] = 1;
    this.#write(b, null, said);
  }

  arrives(a: number, said: Said): void {
    this.done.after[a] = 1;
    this.#write(null, a, said);
  }

  /** A pair for a person to confirm, asked about once; nothing is settled by it. */
  ask(b: number, a: number, score: number, reasons: readonly Reason[], event?: LinkEvent): void {
    if (this.isRefused(b, a) || this.#asked.has(`${b} ${a}`)) return;
    this.#asked.add(`${b} ${a}`);
    this.#write(b, a, { event: event ?? this.movedBetween(b, a), tier: 'probable', score, reasons });
  }

  /** A household of which nothing was found. */
  alone(b: number | null, a: number | null, reasons: readonly Reason[]): void {
    this.#write(b, a, { tier: 'none', reasons });
  }

  /** What a person wrote, as it was written. */
  keep(link: Link, b: number | null, a: number | null): void {
    if (b !== null) this.told.before[b] = 1;
    if (a !== null) this.told.after[a] = 1;
    this.links.push(link);
  }

  /** A household in another unit than the one its old unit became has moved. */
  movedBetween(b: number, a: number): LinkEvent | null {
    const units = this.before.unitsOf(b);
    return units.some((unit) => this.after.isIn(a, unit)) ? null : 'moved_out';
  }

  #write(b: number | null, a: number | null, { event = null, tier, score = null, reasons = [] }: Said): void {
    const [before, after] = [b === null ? null : this.before.keyOf(b), a === null ? null : this.after.keyOf(a)];
    this.keep({ before, after, event, tier, score, note: noteOf(reasons) }, b, a);
  }
}
