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

/** A pair that waits for a person. */
interface Question {
  readonly link: Link;
  readonly b: number;
  readonly a: number;
  /** Nothing was settled since that answers it. */
  isOpen(): boolean;
}

/** Links as they are found, and which households are done with. */
export class Draft {
  readonly before: Households;
  readonly after: Households;
  /** 1 for a household of which it is settled what became of it, or what it came from. */
  readonly done: { readonly before: Uint8Array; readonly after: Uint8Array };
  /** 1 for a household that stands in some line, settled or waiting for a person. */
  readonly told: { readonly before: Uint8Array; readonly after: Uint8Array };
  /** 1 for a household that stands in a line that is settled. */
  readonly toldForSure: Draft['told'];
  readonly #settled: Link[] = [];
  /** What is to be asked, by pair; and the pairs asked about since `askAnew`. */
  readonly #questions = new Map<string, Question>();
  readonly #asked = new Set<string>();
  readonly #refused = new Set<string>();

  constructor(before: Households, after: Households) {
    const flags = () => ({ before: new Uint8Array(before.length), after: new Uint8Array(after.length) });
    this.before = before;
    this.after = after;
    this.done = flags();
    this.told = flags();
    this.toldForSure = flags();
  }

  get links(): readonly Link[] {
    return [...this.#settled, ...Array.from(this.#questions.values(), ({ link }) => link)];
  }

  /** How many links are settled. */
  get settled(): number {
    return this.#settled.length;
  }

  /** Takes back the questions that were answered since they were asked; the others may be asked again, better. */
  askAnew(): void {
    this.#asked.clear();
    this.told.before.set(this.toldForSure.before);
    this.told.after.set(this.toldForSure.after);
    for (const [pair, { b, a, isOpen }] of this.#questions) {
      if (isOpen()) this.#mark(this.told, b, a);
      else this.#questions.delete(pair);
    }
  }

  /** A pair that a person has looked at and refused: it is not found again. */
  refuse(link: Link, b: number, a: number): void {
    this.#refused.add(`${b} ${a}`);
    this.#settled.push(link);
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
    this.tell(null, a);
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
    const pair = `${b} ${a}`;
    if (this.isRefused(b, a) || this.#asked.has(pair)) return;
    this.#asked.add(pair);
    this.#mark(this.told, b, a);
    const link = this.#linkOf(b, a, { event: event ?? this.movedBetween(b, a), tier: 'probable', score, reasons });
    this.#questions.set(pair, { link, b, a, isOpen: this.#opennessOf(b, a, event) });
  }

  /** What a question asks is settled when its household is: that of which it asks whether it is a part, or has joined. */
  #opennessOf(b: number, a: number, event: LinkEvent | undefined): () => boolean {
    const { before, after } = this.done;
    const [wasBefore, wasAfter] = [before[b], after[a]];
    return () =>
      (event === 'split_from' || before[b] === wasBefore) && (event === 'merged_into' || after[a] === wasAfter);
  }

  /** A household of which nothing was found. */
  alone(b: number | null, a: number | null, reasons: readonly Reason[]): void {
    this.#write(b, a, { tier: 'none', reasons });
  }

  /** What a person wrote, as it was written. */
  keep(link: Link, b: number | null, a: number | null): void {
    this.tell(b, a);
    this.#settled.push(link);
  }

  /** Households that stand in some line, or in none because they are no households. */
  tell(b: number | null, a: number | null): void {
    this.#mark(this.told, b, a);
    this.#mark(this.toldForSure, b, a);
  }

  #mark({ before, after }: Draft['told'], b: number | null, a: number | null): void {
    if (b !== null) before[b] = 1;
    if (a !== null) after[a] = 1;
  }

  /** A household in another unit than the one its old unit became has moved. */
  movedBetween(b: number, a: number): LinkEvent | null {
    const units = this.before.unitsOf(b);
    return units.some((unit) => this.after.isIn(a, unit)) ? null : 'moved_out';
  }

  #write(b: number | null, a: number | null, said: Said): void {
    this.keep(this.#linkOf(b, a, said), b, a);
  }

  #linkOf(b: number | null, a: number | null, { event = null, tier, score = null, reasons = [] }: Said): Link {
    const [before, after] = [b === null ? null : this.before.keyOf(b), a === null ? null : this.after.keyOf(a)];
    return { before, after, event, tier, score, note: noteOf(reasons) };
  }
}
