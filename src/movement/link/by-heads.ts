import { type Block, blocksOf, byHeadAnywhere, byHeadInUnit, type KeysOf } from './blocks.ts';
import type { Draft } from './draft.ts';
import { assign, Edges } from './edges.ts';
import { type Likeness, likeness, rankOf } from './likeness.ts';
import type { Reason } from './reasons.ts';

/** Households that are alike in everything with too many others to be listed, by their place in each year. */
export interface Alike {
  readonly before: Set<number>;
  readonly after: Set<number>;
}

/** Settles households with the same head; those that fit several equally well are asked about. */
export function takeSameHeads(draft: Draft, alike: Alike): void {
  const { pairs, ties } = assigned(draft, byHeadInUnit, 'head', alike);
  for (const { b, a, like } of pairs) draft.pair(b, a, { tier: 'head', score: like.score, reasons: like.reasons });
  askAll(draft, ties, ['tie'], alike);
}

/** Asks about households that may be one: in their unit first, then wherever somebody of that name and birth is. */
export function askOfLikeHeads(draft: Draft, alike: Alike): void {
  for (const keys of [byHeadInUnit, byHeadAnywhere]) {
    const { pairs, ties } = assigned(draft, keys, 'probable', alike);
    askAll(draft, pairs, [], alike);
    askAll(draft, ties, ['tie'], alike);
  }
}

interface Candidate {
  readonly b: number;
  readonly a: number;
  readonly like: Likeness;
}

/** The best pairs of one tier among households that stand in no line yet. */
function assigned(draft: Draft, keys: KeysOf, tier: Likeness['tier'], alike: Alike) {
  const { before, after, told, done } = draft;
  const edges = new Edges();
  const open = tier === 'head' ? done : told;
  const note = (block: Block) => {
    for (const b of block.before) alike.before.add(b);
    for (const a of block.after) alike.after.add(a);
  };
  for (const block of blocksOf(before, after, open, keys, note)) {
    for (const b of block.before) {
      for (const a of block.after) {
        const like = likeness(before, b, after, a);
        if (like?.tier !== tier || draft.isRefused(b, a)) continue;
        edges.add(b, a, rankOf(like, before, b, after, a));
      }
    }
  }
  const { pairs, ties } = assign(edges, open.before, open.after);
  const candidate = (edge: number): Candidate => {
    const [b, a] = [edges.beforeOf(edge), edges.afterOf(edge)];
    return { b, a, like: likeness(before, b, after, a) as Likeness };
  };
  return { pairs: pairs.map(candidate), ties: ties.map(candidate) };
}

/** So many candidates of one household are listed; one with more is said to be like many. */
const MOST_LISTED = 5;

function askAll(draft: Draft, candidates: readonly Candidate[], reasons: readonly Reason[], alike: Alike): void {
  const [ofBefore, ofAfter] = [counts(candidates, ({ b }) => b), counts(candidates, ({ a }) => a)];
  for (const { b, a, like } of candidates) {
    const isMany = (ofBefore.get(b) ?? 0) > MOST_LISTED || (ofAfter.get(a) ?? 0) > MOST_LISTED;
    if (isMany) {
      alike.before.add(b);
      alike.after.add(a);
    } else draft.ask(b, a, like.score, [...like.reasons, ...reasons]);
  }
}

function counts(candidates: readonly Candidate[], of: (candidate: Candidate) => number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const candidate of candidates) found.set(of(candidate), (found.get(of(candidate)) ?? 0) + 1);
  return found;
}
