import type { FlowCounts, FlowKind } from '../ledger/ledger-flows.ts';
import { type Column, INS, LISTS, type ListClass, OUTS } from './columns.ts';
import { STATES, type State } from './states.ts';
import type { UnitBook } from './unit-book.ts';

type Numbers = Readonly<Record<Column, number>>;

/** What must hold between the tables of a comparison. */
export interface Held {
  readonly total: UnitBook;
  /** Every way in which the whole is cut into units; the parts of each add up to it. */
  readonly cuts: readonly (readonly UnitBook[])[];
  /** Tables that close each by itself: moves between villages are in theirs, and in no larger one. */
  readonly others: readonly UnitBook[];
  readonly transitions: Readonly<Record<State, Readonly<Record<State, number>>>>;
  /** Households that moved between units, by their classes: they are no transition in the tables. */
  readonly moved: Readonly<Record<State, Readonly<Record<State, number>>>>;
  /** The length of each list, counted in the files themselves. */
  readonly start: Readonly<Record<ListClass, number>>;
  readonly end: Readonly<Record<ListClass, number>>;
  /** What a ledger adds, counted in the ledger itself; the transitions are those of households as it leaves them. */
  readonly flows?: FlowCounts | null;
}

/**
 * Every identity of the tables, on every run: each closes, the two lists agree about who went from one to the other, parts add up
 * to the whole, and the tables say the same as the transitions and the files.
 *
 * @throws Error for one that does not hold: a bug, never the user's
 */
export function verify({ total, cuts, others, transitions, moved, start, end, flows = null }: Held): void {
  for (const book of [total, ...cuts.flat(), ...others]) verifyBook(book);
  for (const parts of cuts) verifySum(total, parts);
  for (const list of LISTS) {
    const line = total.households(list);
    hold(`${list}: start against the list before`, line.start, start[list]);
    hold(`${list}: end against the list after`, line.end, end[list]);
    const other = list === 'poor' ? 'near_poor' : 'poor';
    const stayed = (from: State, to: State) => transitions[from][to] - moved[from][to];
    const inYear = (...kinds: readonly FlowKind[]) =>
      kinds.reduce((sum, kind) => sum + (flows?.[list][kind].households ?? 0), 0);
    const toOther = stayed(list, other) + inYear(`to_${other}`);
    hold(`${list}: to_other against transitions`, line.to_other, toOther);
    const fromOther = stayed(other, list) + inYear(`from_${other}`);
    hold(`${list}: from_other against transitions`, line.from_other, fromOther);
    const above = stayed(list, 'non_poor') + inYear('to_non_poor');
    hold(`${list}: to_non_poor against transitions`, line.to_non_poor, above);
    hold(`${list}: to_undecided against transitions`, line.to_undecided, stayed(list, 'undecided'));
    hold(`${list}: from_undecided against transitions`, line.from_undecided, stayed('undecided', list));
    const gone = transitions[list].absent + sumOver((to) => moved[list][to]);
    const out = gone + inYear('other_out', 'unresolved_out');
    hold(`${list}: other_out and unresolved_out against transitions`, line.other_out + line.unresolved_out, out);
    const came = transitions.absent[list] + transitions.non_poor[list] - moved.non_poor[list];
    const arrived = came + sumOver((from) => moved[from][list]) + inYear('relapsed', 'new', 'other_in');
    hold(`${list}: entries against transitions`, line.relapsed + line.new + line.other_in, arrived);
  }
}

function sumOver(of: (state: State) => number): number {
  return STATES.reduce((sum, state) => sum + of(state), 0);
}

function verifyBook(book: UnitBook): void {
  const lines = [
    { poor: book.households('poor'), near_poor: book.households('near_poor') },
    { poor: book.persons('poor'), near_poor: book.persons('near_poor') },
  ];
  for (const { poor, near_poor } of lines) {
    for (const line of [poor, near_poor]) if (line !== null) hold('end = start - out + in', closingOf(line), line.end);
    if (poor === null || near_poor === null) continue;
    hold('poor.to_near_poor = near_poor.from_poor', poor.to_other, near_poor.from_other);
    hold('poor.from_near_poor = near_poor.to_poor', poor.from_other, near_poor.to_other);
  }
}

/** What the columns of a line come to. */
export function closingOf(line: Numbers): number {
  const sum = (columns: readonly Column[]) => columns.reduce((n, column) => n + line[column], 0);
  return line.start - sum(OUTS) + sum(INS);
}

function verifySum(total: UnitBook, parts: readonly UnitBook[]): void {
  for (const list of LISTS) {
    for (const column of ['start', ...OUTS, ...INS, 'end'] as const) {
      const sum = parts.reduce((n, part) => n + part.households(list)[column], 0);
      hold(`${list}.${column}: units against the whole`, sum, total.households(list)[column]);
      const persons = parts.map((part) => part.persons(list));
      const whole = total.persons(list);
      if (whole === null) continue;
      const all = persons.reduce((n, part) => n + (part?.[column] ?? 0), 0);
      hold(`${list}.${column}: persons of units against the whole`, all, whole[column]);
    }
  }
}

function hold(what: string, is: number, mustBe: number): void {
  if (is !== mustBe) throw new Error(`movement identity broken: ${what}: ${is} against ${mustBe}`);
}
