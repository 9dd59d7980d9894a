import type { UnitRow } from '../survey/units-file.ts';
import type { Counts, Snapshot, UnitLevel } from './snapshot.ts';

/**
 * A snapshot whose denominators are those of a population file. Of the rows of a unit with a day, the last on or before the
 * day of the snapshot count. A province is the sum of the file only when it is the only one. The whole has a denominator only when every unit that is counted has one.
 */
export function withResidents(snapshot: Snapshot, rows: readonly UnitRow[], level: UnitLevel): Snapshot {
  const valid = onDay(rows, snapshot.date);
  const all = sumOf(valid);
  const units = [...snapshot.units].map(([code, unit]) => {
    const isAlone = level === 'province' && snapshot.units.size === 1;
    const households = isAlone ? all : sumOf(valid.filter(belongsTo(code, level)));
    return [code, { ...unit, households }] as const;
  });
  const isWhole = level === 'area' || units.every(([, { households }]) => households !== null);
  return {
    ...snapshot,
    total: { ...snapshot.total, households: isWhole ? all : null } satisfies Counts,
    units: new Map(units),
  };
}

/** Whether any row says its day, so that one file can serve two years. */
export function hasDays(rows: readonly UnitRow[]): boolean {
  return rows.some(({ date }) => date !== null);
}

function onDay(rows: readonly UnitRow[], day: string | null): readonly UnitRow[] {
  const latest = new Map<string, string>();
  for (const { code, date } of rows)
    if (date !== null && (day === null || date <= day) && date > (latest.get(code) ?? '')) latest.set(code, date);
  return rows.filter(({ code, date }) => date === null || date === latest.get(code));
}

function belongsTo(unit: string, level: UnitLevel): (row: UnitRow) => boolean {
  if (level === 'area') return ({ area }) => area === unit;
  if (level === 'village') return ({ code, village }) => village !== null && `${code}/${village}` === unit;
  return ({ code, name }) => code === unit || (code === '' && name === unit);
}

/** Each unit once: by its own row, else by its areas, else by its villages. Null for none, or when one has no number. */
function sumOf(rows: readonly UnitRow[]): number | null {
  const units = new Map<string, UnitRow[]>();
  for (const row of rows) units.set(row.code, [...(units.get(row.code) ?? []), row]);
  let sum: number | null = units.size === 0 ? null : 0;
  for (const own of units.values()) {
    const isWhole = ({ area, village }: UnitRow) => area === null && village === null;
    const whole = own.filter(isWhole);
    const areas = own.filter(({ village }) => village === null);
    for (const { households } of whole.length > 0 ? whole : areas.length > 0 ? areas : own)
      sum = sum === null || households === null ? null : sum + households;
  }
  return sum;
}
