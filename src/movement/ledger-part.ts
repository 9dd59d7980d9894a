import { groupedBy } from '../text/grouped.ts';
import type { ListClass } from './columns.ts';
import { INS, LISTS, OUTS } from './columns.ts';
import type { YearLedger } from './course.ts';
import { type Flow, isExit } from './ledger-flows.ts';
import type { UnitBook } from './unit-book.ts';

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
  /** Keys of households that came onto the lists and left them again: no difference of two years sees them. */
  readonly inAndOut: readonly string[];
}

export function ledgerPart({ file, until, replayed }: YearLedger, book: UnitBook): LedgerPart {
  const households = [...groupedBy(replayed.flows, ({ entry }) => entry.key)];
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
    households: households.length,
    inAndOut: households.filter(([, flows]) => cameAndWent(flows)).map(([key]) => key),
  };
}

/** From one list to the other is neither coming nor going. */
function cameAndWent(flows: readonly Flow[]): boolean {
  const own = flows.filter(({ kind }) => !TRANSFERS.has(kind));
  const came = own.findIndex((flow) => !isExit(flow));
  return came >= 0 && own.slice(came).some(isExit);
}

const TRANSFERS: ReadonlySet<string> = new Set(['to_poor', 'to_near_poor', 'from_poor', 'from_near_poor']);
