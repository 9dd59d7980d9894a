import { inAndOut, ledgerFlows } from '../ledger/ledger-flows.ts';
import type { ListClass } from '../tables/columns.ts';
import { INS, LISTS, OUTS } from '../tables/columns.ts';
import type { UnitBook } from '../tables/unit-book.ts';
import type { YearLedger } from './course.ts';

/** What of the movement tables comes from the ledger. */
export interface LedgerPart {
  readonly file: string;
  /** The day up to which it was worked in; null without a bound. */
  readonly until: string | null;
  /** The lines it wrote, without opening and closing. */
  readonly book: UnitBook;
  /** Households it took onto each list, and off it. */
  readonly entries: Readonly<Record<ListClass, number>>;
  readonly exits: Readonly<Record<ListClass, number>>;
  /** Households that it names. */
  readonly households: number;
  /** Keys of households that both came onto the lists and left them: the difference of two lists sees neither. */
  readonly inAndOut: readonly string[];
}

export function ledgerPart({ file, until, replayed }: YearLedger, book: UnitBook): LedgerPart {
  const sum = (columns: typeof INS) =>
    Object.fromEntries(
      LISTS.map((list) => [list, columns.reduce((n, column) => n + book.households(list)[column], 0)]),
    ) as Record<ListClass, number>;
  return {
    file,
    until,
    book,
    entries: sum(INS),
    exits: sum(OUTS),
    households: ledgerFlows(replayed.flows).size,
    inAndOut: inAndOut(replayed.flows).map(([key]) => key),
  };
}
