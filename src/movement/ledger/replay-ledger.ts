import { type Finding, type FindingCode, finding } from '../../finding.ts';
import { type AnnualList, isListed } from './annual-list.ts';
import { byHousehold, type Ledger, type LedgerEntry, type ListedClass, type ListUnit, otherHalf } from './ledger.ts';
import { columnAt, type LedgerColumn } from './ledger-columns.ts';
import { type Flow, kindOf } from './ledger-flows.ts';

/** Where a household stands on a day. */
export interface Standing {
  /** Null: on neither list. */
  readonly class: ListedClass | null;
  /** The entry that put it there; null for a household that stands as the annual list has it. */
  readonly by: LedgerEntry | null;
  /** Persons; null when neither the ledger nor the list says. */
  readonly size: number | null;
  readonly headName: string;
  readonly unit: ListUnit;
}

export interface Replayed {
  /** Every household of the annual list and of the ledger, by key: those of the list first, in its order. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** The entries that were worked in, as movements between the lists and the rest. */
  readonly flows: readonly Flow[];
  /** What contradicts itself; an entry that does is not worked in. */
  readonly findings: readonly Finding[];
}

/** From when the list counts, and up to which day the ledger is worked in, both `YYYY-MM-DD`; null without a bound. */
export interface Days {
  readonly opened: string | null;
  readonly until: string | null;
}

/**
 * Works the entries into the annual list, day by day. Without a list, a household that the ledger has not named yet may stand
 * anywhere.
 *
 * Finds `E875` out without being on that list, `E876` in while on a list, `W877` a row dated before the row above, `E878`
 * a day before the list's own, `E879` a transfer of which the other half is missing.
 */
export function replay(ledger: Ledger, list: AnnualList | null, { opened, until }: Days): Replayed {
  const standings = new Map<string, Standing>();
  for (const [key, { class: outcome, size, headName, unit }] of list ?? [])
    standings.set(key, { class: isListed(outcome) ? outcome : null, by: null, size, headName, unit });
  const findings: Finding[] = rowsOutOfOrder(ledger);
  const flows: Flow[] = [];
  const names = unitsByCode(list);
  const households = byHousehold(ledger);
  for (const entry of ledger.entries) {
    if (until !== null && entry.date > until) break;
    const before = standings.get(entry.key);
    const now = before === undefined && list === null ? undefined : (before?.class ?? null);
    const own = households.get(entry.key) ?? [];
    const code = opened !== null && entry.date < opened ? 'E878' : contradiction(entry, now, own);
    if (code !== null) {
      findings.push(findingOf(code, ledger, entry, { now: now ?? '', opened: opened ?? '' }));
      continue;
    }
    const standing = after(entry, before, names);
    // whoever leaves, leaves as the persons that stood on the list
    const persons = entry.direction === 'out' && list !== null ? (before?.size ?? null) : standing.size;
    standings.set(entry.key, standing);
    flows.push({ entry, kind: kindOf(entry, own), persons, unit: standing.unit });
  }
  return { standings, flows, findings };
}

/** What is wrong with an entry for a household that stands on `now`: null on no list, undefined when nobody knows. */
function contradiction(
  entry: LedgerEntry,
  now: ListedClass | null | undefined,
  own: readonly LedgerEntry[],
): 'E875' | 'E876' | 'E879' | null {
  if (entry.direction === 'out' && now !== undefined && now !== entry.class) return 'E875';
  if (entry.direction === 'in' && isListed(now)) return 'E876';
  return entry.reason === 'transfer' && otherHalf(entry, own) === null ? 'E879' : null;
}

/** @param names the units of the list by code: a ledger often has the code alone */
function after(entry: LedgerEntry, before: Standing | undefined, names: ReadonlyMap<string, ListUnit>): Standing {
  const isPlaced = before !== undefined && before.unit.code + before.unit.name !== '';
  return {
    class: entry.direction === 'in' ? entry.class : null,
    by: entry,
    size: (entry.direction === 'in' ? entry.size : null) ?? before?.size ?? entry.size,
    headName: entry.headName || before?.headName || '',
    unit: isPlaced ? before.unit : (names.get(entry.unit.code) ?? entry.unit),
  };
}

function unitsByCode(list: AnnualList | null): ReadonlyMap<string, ListUnit> {
  const units = [...(list?.values() ?? [])].map(({ unit }) => unit);
  return new Map(units.filter(({ code }) => code !== '').map((unit) => [unit.code, unit]));
}

/** `W877`, once a row: it is worked in by its day, wherever it stands. */
function rowsOutOfOrder(ledger: Ledger): Finding[] {
  const byRow = [...ledger.entries].sort((a, b) => a.row - b.row);
  return byRow.flatMap((entry, at) => {
    const above = byRow[at - 1];
    if (above === undefined || above.date <= entry.date) return [];
    return [findingOf('W877', ledger, entry, { above: above.date })];
  });
}

const COLUMNS = {
  E875: 'direction',
  E876: 'direction',
  W877: 'date',
  E878: 'date',
  E879: 'reason',
} as const satisfies Partial<Record<FindingCode, LedgerColumn>>;

function findingOf(
  code: keyof typeof COLUMNS,
  ledger: Ledger,
  entry: LedgerEntry,
  data: Readonly<Record<string, string>>,
): Finding {
  const field = COLUMNS[code];
  const at = {
    file: ledger.file,
    row: entry.row,
    column: ledger.headings[columnAt(ledger.headings, field)] ?? field,
    field,
  };
  return finding(code, at, {
    saw: entry.key,
    data: { ...data, class: entry.class, date: entry.date, direction: entry.direction },
  });
}
