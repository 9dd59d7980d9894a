import { hash53Of } from '../../text/hash53.ts';
import { Numbers } from '../../text/numbers.ts';
import type { Households } from './households.ts';
import { NumberTable } from './number-table.ts';

/** Households of both years that have something in common; both lists hold at least one. */
export interface Block {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** What a household is looked up by, several where it may be in several units; 0 is nothing. */
export type KeysOf = (households: Households, at: number) => readonly number[];

/** A finer key for those of a block that is too large; 0 is nothing, and nothing is alike to nothing. */
type Refinement = (households: Households, at: number) => number;

/** More pairs than these of one block are not looked at one by one. */
const MOST_PAIRS = 4096;

const REFINEMENTS: readonly Refinement[] = [
  (households, at) => Math.floor(households.birthAt(households.headOf(at)) / 10000),
  (households, at) => households.birthAt(households.headOf(at)),
  (households, at) => households.villageOf(at),
  (households, at) => households.sizeOf(at),
];

/**
 * Blocks of households with one key, each small enough for all its pairs to be looked at: a large one is parted by year
 * of birth, birth, village and size of the household. What is still large is alike in all of them, and goes to `onAlike`.
 */
export function* blocksOf(
  before: Households,
  after: Households,
  done: { readonly before: Uint8Array; readonly after: Uint8Array },
  keysOf: KeysOf,
  onAlike: (block: Block) => void,
): Generator<Block> {
  const [old, now] = [chained(before, done.before, keysOf), chained(after, done.after, keysOf)];
  for (const key of old.keys()) {
    const block = { before: old.of(key), after: now.of(key) };
    if (block.after.length > 0) yield* small(block, before, after, 0, onAlike);
  }
}

function* small(
  block: Block,
  before: Households,
  after: Households,
  depth: number,
  onAlike: (block: Block) => void,
): Generator<Block> {
  if (block.before.length * block.after.length <= MOST_PAIRS) {
    yield block;
    return;
  }
  const refinement = REFINEMENTS[depth];
  if (refinement === undefined) return onAlike(block);
  const groups = new Map<number, { before: number[]; after: number[] }>();
  const groupOf = (key: number) => {
    const group = groups.get(key) ?? { before: [], after: [] };
    groups.set(key, group);
    return group;
  };
  for (const at of block.before) groupOf(refinement(before, at)).before.push(at);
  for (const at of block.after) groupOf(refinement(after, at)).after.push(at);
  for (const group of groups.values()) {
    if (group.before.length > 0 && group.after.length > 0) yield* small(group, before, after, depth + 1, onAlike);
  }
}

/** The households of one year by key, as chains through an array. */
function chained(households: Households, done: Uint8Array, keysOf: KeysOf) {
  const table = new NumberTable();
  const [keys, members, next] = [new Numbers(), new Numbers(), new Numbers()];
  for (let at = 0; at < households.length; at++) {
    if (done[at]) continue;
    for (const key of keysOf(households, at)) {
      if (key === 0) continue;
      const last = table.get(key);
      if (last < 0) keys.push(key);
      table.set(key, members.length);
      members.push(at);
      next.push(last);
    }
  }
  return {
    *keys(): Generator<number> {
      for (let at = 0; at < keys.length; at++) yield keys.at(at);
    },
    of(key: number): readonly number[] {
      const found: number[] = [];
      for (let place = table.get(key); place >= 0; place = next.at(place)) found.push(members.at(place));
      return found;
    },
  };
}

/** The name of the head within a unit. */
export const byHeadInUnit: KeysOf = (households, at) => {
  const name = households.nameAt(households.headOf(at));
  return name === 0 ? [] : households.unitsOf(at).map((unit) => hash53Of(name, unit));
};

/** The name and birth of the head, wherever it lives. */
export const byHeadAnywhere: KeysOf = (households, at) => {
  const head = households.headOf(at);
  const [name, birth] = [households.nameAt(head), households.birthAt(head)];
  return name === 0 || birth % 100 === 0 ? [] : [hash53Of(name, birth)];
};
