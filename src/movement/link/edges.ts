import { Numbers } from '../../text/numbers.ts';

/** Possible pairs of a household before and one after, each with a rank: the higher the surer. 0 is no pair. */
export class Edges {
  readonly #before = new Numbers();
  readonly #after = new Numbers();
  readonly #rank = new Numbers();

  add(before: number, after: number, rank: number): void {
    this.#before.push(before);
    this.#after.push(after);
    this.#rank.push(rank);
  }

  get length(): number {
    return this.#rank.length;
  }

  beforeOf(edge: number): number {
    return this.#before.at(edge);
  }

  afterOf(edge: number): number {
    return this.#after.at(edge);
  }

  rankOf(edge: number): number {
    return this.#rank.at(edge);
  }
}

/** What an assignment came to: edges that are pairs, and edges of one rank of which none is to be preferred. */
export interface Assignment {
  readonly pairs: readonly number[];
  readonly ties: readonly number[];
}

/**
 * Takes pairs from the surest down, each household once. Edges of one rank that meet in a household are a tie: they are
 * told, and their households are paired with nobody less sure. The order of the edges plays no part.
 */
export function assign(edges: Edges, before: Uint8Array, after: Uint8Array): Assignment {
  const [takenBefore, takenAfter] = [before.slice(), after.slice()];
  const order = Uint32Array.from({ length: edges.length }, (_, edge) => edge);
  order.sort((a, b) => edges.rankOf(b) - edges.rankOf(a));
  const [meetBefore, meetAfter] = [new Uint32Array(before.length), new Uint32Array(after.length)];
  const pairs: number[] = [];
  const ties: number[] = [];
  for (let from = 0; from < order.length; ) {
    const rank = edges.rankOf(order[from] as number);
    let to = from + 1;
    while (to < order.length && edges.rankOf(order[to] as number) === rank) to++;
    const open = [...order.subarray(from, to)].filter(
      (edge) => !takenBefore[edges.beforeOf(edge)] && !takenAfter[edges.afterOf(edge)],
    );
    from = to;
    for (const edge of open) {
      bump(meetBefore, edges.beforeOf(edge));
      bump(meetAfter, edges.afterOf(edge));
    }
    for (const edge of open) {
      const isAlone = meetBefore[edges.beforeOf(edge)] === 1 && meetAfter[edges.afterOf(edge)] === 1;
      (isAlone ? pairs : ties).push(edge);
    }
    for (const edge of open) {
      takenBefore[edges.beforeOf(edge)] = 1;
      takenAfter[edges.afterOf(edge)] = 1;
      meetBefore[edges.beforeOf(edge)] = 0;
      meetAfter[edges.afterOf(edge)] = 0;
    }
  }
  return { pairs, ties };
}

function bump(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
