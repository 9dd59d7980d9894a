import type { AnnualList } from './annual-list.ts';
import { LISTS, type ListedClass } from './ledger.ts';
import { type Flow, isExit, NOTHING, plusOne, type Stock } from './ledger-flows.ts';
import type { Replayed } from './replay-ledger.ts';

/** One list from the annual result to a day: `opening + in − out = current`, in households and in persons. */
export interface ListBalance {
  readonly class: ListedClass;
  readonly opening: Stock;
  readonly in: Stock;
  readonly out: Stock;
  readonly current: Stock;
}

/**
 * Balances both lists. The current stock is counted from where every household stands, not from the flows.
 *
 * @throws Error when the two ways of counting differ, which would be a fault of ours
 */
export function listBalances(list: AnnualList, { standings, flows }: Replayed): readonly ListBalance[] {
  return LISTS.map((listed) => {
    const own = flows.filter(({ entry }) => entry.class === listed);
    const balance: ListBalance = {
      class: listed,
      opening: stockOf([...list.values()].filter((household) => household.class === listed)),
      in: flowStock(own.filter((flow) => !isExit(flow))),
      out: flowStock(own.filter(isExit)),
      current: stockOf([...standings.values()].filter((standing) => standing.class === listed)),
    };
    if (!closes(balance)) throw new Error(`the ledger of the ${listed} list does not close`);
    return balance;
  });
}

/** Whether a balance adds up, as far as its numbers are known. */
export function closes({ opening, in: entered, out, current }: ListBalance): boolean {
  const agrees = (of: (stock: Stock) => number | null) => {
    const [a, b, c, d] = [of(opening), of(entered), of(out), of(current)];
    return a === null || b === null || c === null || d === null || a + b - c === d;
  };
  return agrees(({ households }) => households) && agrees(({ persons }) => persons);
}

function stockOf(households: readonly { readonly size: number | null }[]): Stock {
  return households.reduce((sum, { size }) => plusOne(sum, size), NOTHING);
}

function flowStock(flows: readonly Flow[]): Stock {
  return flows.reduce((sum, { persons }) => plusOne(sum, persons), NOTHING);
}
