import { assign, Edges } from './edges.ts';
import type { Households } from './households.ts';
import type { Kinship } from './shared-persons.ts';

/** What the persons in common of two households mean. */
export interface Descent {
  readonly kinship: Kinship;
  /** The same household; a part that split off; one that joined another; one of several that cannot be told apart. */
  readonly kind: 'same' | 'split' | 'merged' | 'tie';
  /** False where too few of its persons are there to say so without asking. */
  readonly isSure: boolean;
}

/** Which households may go on at all: not those of which something else is known. */
export interface Open {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * What became of households by the persons they share. Of a household whose persons are in several, the part with the head
 * goes on, else the one with more of its persons, else the larger; the same, seen from the other year, for a merger. A
 * household that goes on while one of its persons is in another that goes on too has only seen somebody move.
 *
 * `closed` marks households that do not go on, as 1; they may have split or merged all the same.
 */
export function lineage(
  kinships: readonly Kinship[],
  before: Households,
  after: Households,
  closed: Open,
): readonly Descent[] {
  const ranks = ranksOf(kinships, before, after);
  const edges = new Edges();
  for (const [at, { before: b, after: a }] of kinships.entries()) edges.add(b, a, ranks[at] as number);
  const { pairs, ties } = assign(edges, closed.before, closed.after);
  const [goesOn, comesFrom, tied] = [new Uint8Array(before.length), new Uint8Array(after.length), new Set(ties)];
  const same = new Set(pairs);
  for (const edge of pairs) {
    goesOn[edges.beforeOf(edge)] = 1;
    comesFrom[edges.afterOf(edge)] = 1;
  }
  const parts = new Map<number, number[]>();
  const joined = new Map<number, number[]>();
  const weightOf = (edge: number, head: 'headBefore' | 'headAfter') =>
    (kinships[edge]?.[head] ? WITH_HEAD : 0) + (ranks[edge] as number);
  const tiedBefore = new Set(ties.map((edge) => edges.beforeOf(edge)));
  const tiedAfter = new Set(ties.map((edge) => edges.afterOf(edge)));
  for (const [at, kinship] of kinships.entries()) {
    if (same.has(at) || tied.has(at)) continue;
    const { before: b, after: a } = kinship;
    if (comesFrom[a] === 0 && !tiedAfter.has(a)) keepBest(parts, a, at, (edge) => weightOf(edge, 'headAfter'));
    if (goesOn[b] === 0 && !tiedBefore.has(b)) keepBest(joined, b, at, (edge) => weightOf(edge, 'headBefore'));
  }
  return kinships.flatMap((kinship, at): Descent[] => {
    const { before: b, after: a } = kinship;
    if (same.has(at)) return [{ kinship, kind: 'same', isSure: true }];
    if (tied.has(at)) return [{ kinship, kind: 'tie', isSure: false }];
    const found: Descent[] = [];
    const [origins, goals] = [parts.get(a) ?? [], joined.get(b) ?? []];
    if (origins.includes(at)) found.push({ kinship, kind: 'split', isSure: origins.length === 1 && isPart(kinship) });
    if (goals.includes(at)) found.push({ kinship, kind: 'merged', isSure: goals.length === 1 && hasJoined(kinship) });
    return found.slice(0, 1);
  });
}

/** A part that split off has its head from there, or most of its persons. */
function isPart({ headAfter, share }: Kinship): boolean {
  return headAfter || share > MOST;
}

/** Of a household that joined another its head is there, or most of its persons. */
function hasJoined({ headBefore, share }: Kinship): boolean {
  return headBefore || share > MOST;
}

/** In percent. */
const MOST = 50;

/** Keeps the kinships by which a household hangs most on another; several only where nothing tells them apart. */
function keepBest(
  best: Map<number, number[]>,
  household: number,
  at: number,
  weightOf: (edge: number) => number,
): void {
  const kept = best.get(household);
  const [weight, before] = [weightOf(at), kept === undefined ? -1 : weightOf(kept[0] as number)];
  if (kept === undefined || weight > before) best.set(household, [at]);
  else if (weight === before) kept.push(at);
}

/** More than any rank. */
const WITH_HEAD = 2 ** 40;

const MOST_PERSONS = 1000;

/** By kinship: how well the one household goes on as the other. Seen from either year the rank is the same. */
function ranksOf(kinships: readonly Kinship[], before: Households, after: Households): Float64Array {
  const degrees = { before: new Uint16Array(before.length), after: new Uint16Array(after.length) };
  for (const { before: b, after: a } of kinships) {
    degrees.before[b] = (degrees.before[b] ?? 0) + 1;
    degrees.after[a] = (degrees.after[a] ?? 0) + 1;
  }
  return Float64Array.from(kinships, ({ before: b, after: a, shared, headBefore, headAfter, sameHead }) => {
    // of several parts the one with the head goes on; of several that join, the one whose head is head
    const headOfParts = (degrees.before[b] ?? 0) > 1 && headBefore ? 1 : 0;
    const headOfJoined = (degrees.after[a] ?? 0) > 1 && headAfter ? 1 : 0;
    const place =
      before.unitsOf(b).some((unit) => after.isIn(a, unit)) && before.villageOf(b) === after.villageOf(a) ? 1 : 0;
    const size = Math.min(MOST_PERSONS - 1, before.sizeOf(b) + after.sizeOf(a));
    const heads = (headOfParts + headOfJoined) * 2 + (sameHead ? 1 : 0);
    return ((heads * MOST_PERSONS + Math.min(MOST_PERSONS - 1, shared)) * MOST_PERSONS + size) * 2 + place;
  });
}
