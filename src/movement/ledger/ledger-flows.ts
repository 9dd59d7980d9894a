import { type LedgerEntry, LISTS, type ListedClass, type ListUnit, monthOf, otherHalf } from './ledger.ts';

/** The columns of a movement table that entries onto a list come under. */
export const ENTRY_KINDS = ['from_poor', 'from_near_poor', 'relapsed', 'new', 'other_in'] as const;

/** The columns that exits come under; without a reason an exit is resolved by nobody. */
export const EXIT_KINDS = ['to_poor', 'to_near_poor', 'to_non_poor', 'other_out', 'unresolved_out'] as const;

export type FlowKind = (typeof ENTRY_KINDS)[number] | (typeof EXIT_KINDS)[number];

/** One entry or exit, as a movement. */
export interface Flow {
  readonly entry: LedgerEntry;
  readonly kind: FlowKind;
  /** Null when neither the ledger nor the list says. */
  readonly persons: number | null;
  readonly unit: ListUnit;
}

/** What the ledger says of one household within some days, each in the order of its days. */
export interface HouseholdFlows {
  readonly entries: readonly Flow[];
  readonly exits: readonly Flow[];
}

/** Flows of the days `from` to `to`, both included; null without a bound. */
export function flowsOf(flows: readonly Flow[], from: string | null, to: string | null): readonly Flow[] {
  return flows.filter(({ entry: { date } }) => (from === null || date >= from) && (to === null || date <= to));
}

/** The entries and exits of each household that has any, by key: what the difference of two annual lists does not see. */
export function ledgerFlows(flows: readonly Flow[]): ReadonlyMap<string, HouseholdFlows> {
  const households = new Map<string, { entries: Flow[]; exits: Flow[] }>();
  for (const flow of flows) {
    const own = households.get(flow.entry.key) ?? { entries: [], exits: [] };
    households.set(flow.entry.key, own);
    (isExit(flow) ? own.exits : own.entries).push(flow);
  }
  return households;
}

/** A transfer is no coming and going: the household was on a list before and after. */
const TRANSFERS: readonly FlowKind[] = ['from_poor', 'from_near_poor', 'to_poor', 'to_near_poor'];

/** Households that both came onto the lists and left them, by key. */
export function inAndOut(flows: readonly Flow[]): readonly (readonly [string, HouseholdFlows])[] {
  const isCrossing = ({ kind }: Flow) => !TRANSFERS.includes(kind);
  return [...ledgerFlows(flows)].filter(([, own]) => own.entries.some(isCrossing) && own.exits.some(isCrossing));
}

/** Households, and persons; null as soon as one household's persons are not known. */
export interface Stock {
  readonly households: number;
  readonly persons: number | null;
}

export const NOTHING: Stock = { households: 0, persons: 0 };

/** A stock with one more household. */
export function plusOne({ households, persons }: Stock, size: number | null): Stock {
  return { households: households + 1, persons: persons === null || size === null ? null : persons + size };
}

/** The flows of each list, by column of its movement table; kinds that do not occur are nothing. */
export type FlowCounts = Readonly<Record<ListedClass, Readonly<Record<FlowKind, Stock>>>>;

export function flowCounts(flows: readonly Flow[]): FlowCounts {
  const empty = () =>
    Object.fromEntries([...ENTRY_KINDS, ...EXIT_KINDS].map((kind) => [kind, NOTHING])) as Record<FlowKind, Stock>;
  const counts = { poor: empty(), near_poor: empty() };
  for (const { entry, kind, persons } of flows) {
    const own = counts[entry.class];
    own[kind] = plusOne(own[kind], persons);
  }
  return counts;
}

/** Entries and exits of one list in one month of one unit. */
export interface MonthlyFlow {
  readonly month: string;
  readonly unit: ListUnit;
  readonly class: ListedClass;
  readonly in: Stock;
  readonly out: Stock;
}

/** Entries and exits by month, unit and list, those that have any: months in order, units by code. */
export function monthlyFlows(flows: readonly Flow[]): readonly MonthlyFlow[] {
  const sums = new Map<string, { month: string; unit: ListUnit; class: ListedClass; in: Stock; out: Stock }>();
  for (const flow of flows) {
    const { entry, unit, persons } = flow;
    const month = monthOf(entry.date);
    const key = [month, unit.code, unit.name, LISTS.indexOf(entry.class)].join('\u001f');
    const sum = sums.get(key) ?? { month, unit, class: entry.class, in: NOTHING, out: NOTHING };
    sums.set(key, sum);
    sum[entry.direction] = plusOne(sum[entry.direction], persons);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

export function isExit({ entry }: Flow): boolean {
  return entry.direction === 'out';
}

/**
 * The column an entry comes under. Two lines of a day that take a household from one list to the other are a transfer,
 * whatever their reasons; an entry without a reason is new, an exit without one is unresolved.
 */
export function kindOf(entry: LedgerEntry, own: readonly LedgerEntry[]): FlowKind {
  const other = otherHalf(entry, own);
  if (other !== null) return entry.direction === 'in' ? `from_${other.class}` : `to_${other.class}`;
  if (entry.direction === 'in') {
    if (entry.reason === null || entry.reason === 'new') return 'new';
    return entry.reason === 'relapsed' ? 'relapsed' : 'other_in';
  }
  if (entry.reason === null) return 'unresolved_out';
  return entry.reason === 'to_non_poor' ? 'to_non_poor' : 'other_out';
}
