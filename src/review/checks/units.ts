import { type Address, finding } from '../../finding.ts';
import { placeOf } from '../../survey/table.ts';
import { foldKey } from '../../text/fold.ts';
import { groupedBy } from '../../text/grouped.ts';
import { nearest } from '../../text/nearest.ts';
import { addressOf } from '../address.ts';
import type { CheckContext, ExpectedUnit, MakeCheck } from './check.ts';

/**
 * Held against the list of units: `W350` a unit that is not in it, `W351` one of which nothing has come, `E346` more
 * households or persons than it has. Among several files, `W352`: households of which nobody knows the unit.
 */
export const units: MakeCheck = (context) => {
  const { survey, tell } = context;
  const [code, name, size] = ['commune_code', 'commune', 'size'].map((field) => survey.slots.get(field) ?? -1);
  const expected = context.units === null ? null : unitsIn(context.units);
  const met = new Map<string, Met>();
  const unnamed = survey.tables.map(() => 0);
  return {
    see({ household, assessments, isCopy }) {
      const { cells, table } = household;
      const written = cells[code ?? -1] || cells[name ?? -1] || '';
      if (written === '') {
        (unnamed[table] as number)++;
        return;
      }
      if (expected === null) return;
      const unit =
        met.get(written) ?? metFirst(written, addressOf(survey, household, fieldOf(written, cells[code ?? -1])));
      met.set(written, unit);
      unit.rows++;
      if (isCopy || assessments?.some((a) => a.computed === 'out_of_scope')) return;
      unit.households++;
      unit.persons += Number(cells[size ?? -1] || 0);
    },
    end() {
      if (survey.tables.length > 1) {
        for (const [table, count] of unnamed.entries()) {
          const source = survey.tables[table];
          if (count > 0 && source !== undefined) tell(finding('W352', placeOf(source), { count }));
        }
      }
      if (expected !== null) holdAgainst(expected, met, context);
    },
  };
};

interface Met {
  readonly written: string;
  readonly first: Address;
  rows: number;
  households: number;
  persons: number;
}

function metFirst(written: string, first: Address): Met {
  return { written, first, rows: 0, households: 0, persons: 0 };
}

function fieldOf(written: string, code: string | undefined): string {
  return written === code ? 'commune_code' : 'commune';
}

/** A unit with all its parts. */
type Unit = Pick<ExpectedUnit, 'code' | 'name' | 'households' | 'persons'>;

/** One entry a unit: its own row where it has one, else the sum of its parts; a number one part lacks is unknown. */
function unitsIn(rows: readonly ExpectedUnit[]): readonly Unit[] {
  const parts = groupedBy(rows, ({ code }) => code);
  return [...parts.values()].map((all) => {
    const whole = all.filter(({ area, village }) => area === null && village === null);
    const counted = whole.length > 0 ? whole.slice(0, 1) : all;
    const sum = (number: 'households' | 'persons') =>
      counted.reduce<number | null>((total, part) => plus(total, part[number]), 0);
    const { code } = all[0] as ExpectedUnit;
    const name = all.find((row) => row.name !== '')?.name ?? '';
    return { code, name, households: sum('households'), persons: sum('persons') };
  });
}

function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

function holdAgainst(expected: readonly Unit[], met: ReadonlyMap<string, Met>, { tell }: CheckContext): void {
  const find = unitFinder(expected);
  const came = new Map<Unit, Met[]>();
  for (const one of met.values()) {
    const unit = find(one.written);
    if (unit !== null) came.set(unit, [...(came.get(unit) ?? []), one]);
    else tell(finding('W350', one.first, { saw: one.written, expected: near(one.written, expected), count: one.rows }));
  }
  for (const unit of expected) {
    const all = came.get(unit);
    if (all === undefined) tell(finding('W351', {}, { saw: nameOf(unit) }));
    else for (const what of ['households', 'persons'] as const) tellExcess(unit, all, what, tell);
  }
}

function tellExcess(unit: Unit, met: readonly Met[], what: 'households' | 'persons', tell: CheckContext['tell']): void {
  const there = unit[what];
  const counted = met.reduce((sum, one) => sum + one[what], 0);
  if (there === null || counted <= there || met[0] === undefined) return;
  const { row: _, ...at } = met[0].first;
  tell(finding('E346', at, { saw: nameOf(unit), data: { what, counted, there } }));
}

/** By code; by name where that belongs to one unit alone. */
function unitFinder(expected: readonly Unit[]): (written: string) => Unit | null {
  const byCode = new Map(expected.map((unit) => [unit.code, unit]));
  const byName = groupedBy(expected, ({ name }) => foldKey(name));
  return (written) => {
    const named = byName.get(foldKey(written)) ?? [];
    return byCode.get(written) ?? (named.length === 1 ? (named[0] ?? null) : null);
  };
}

/** Units that may be meant: by a code, or by a name, like the one written. */
function near(written: string, expected: readonly Unit[]): string[] {
  const isCode = /^\d+$/.test(written);
  const texts = nearest(
    written,
    expected.map((unit) => (isCode ? unit.code : unit.name)),
  );
  return texts.map((text) => nameOf(expected.find((unit) => (isCode ? unit.code : unit.name) === text)));
}

function nameOf(unit: Unit | undefined): string {
  return unit === undefined ? '' : unit.name === '' ? unit.code : `${unit.name} (${unit.code})`;
}
