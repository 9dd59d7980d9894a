import type { Finding } from '../../finding.ts';
import { COUNT_FIELDS, type CountField } from './fields.ts';
import { slipOf } from './printed.ts';
import type { Published, PublishedRow } from './published.ts';
import { countIn, told } from './rows.ts';

/** Figures that make another one. */
interface Sum {
  readonly kind: 'classes' | 'areas' | 'units';
  readonly whole: Figure;
  readonly parts: readonly Figure[];
}

interface Figure {
  readonly row: PublishedRow;
  readonly field: CountField;
}

/** `W825`: parts that do not make the whole they are printed with; `N833`: units that are fewer than all. */
export function sumFindings(published: Published, rows: readonly PublishedRow[]): readonly Finding[] {
  return [
    ...rows.flatMap((row) => classSums(row).flatMap((sum) => held(sum, published))),
    ...areaSums(rows).flatMap((sum) => held(sum, published)),
    ...unitSums(rows).flatMap((sums) => heldUnits(sums, published)),
  ];
}

const CLASS_SUMS: readonly (readonly [CountField, readonly CountField[]])[] = [
  ['multidimensional', ['poor', 'near_poor']],
  ['households', ['poor', 'near_poor', 'non_poor']],
];

function classSums(row: PublishedRow): readonly Sum[] {
  return CLASS_SUMS.map(([whole, parts]) => ({
    kind: 'classes',
    whole: { row, field: whole },
    parts: parts.map((field) => ({ row, field })),
  }));
}

/** Urban and rural make a unit, and the whole. */
function areaSums(rows: readonly PublishedRow[]): readonly Sum[] {
  const wholes = rows.filter(({ area }) => area === null);
  return wholes.flatMap((whole) => {
    const areas = rows.filter((row) => row.area !== null && unitKey(row) === unitKey(whole));
    return areas.length < 2 ? [] : overFields('areas', whole, areas);
  });
}

/** The units of a level make the whole, of each area and of both; a list of sums for each whole and level. */
function unitSums(rows: readonly PublishedRow[]): readonly (readonly Sum[])[] {
  return rows
    .filter(({ isWhole }) => isWhole)
    .flatMap((whole) => {
      const units = rows.filter((row) => !row.isWhole && row.area === whole.area);
      const levels = [...new Set(units.map(levelOf))];
      return levels.map((level) => {
        const parts = units.filter((row) => levelOf(row) === level);
        return parts.length < 2 ? [] : overFields('units', whole, parts);
      });
    });
}

function overFields(kind: Sum['kind'], whole: PublishedRow, parts: readonly PublishedRow[]): readonly Sum[] {
  return COUNT_FIELDS.map((field) => ({
    kind,
    whole: { row: whole, field },
    parts: parts.map((row) => ({ row, field })),
  }));
}

/** One unit, whatever its area. */
export function unitKey({ code, name, isWhole }: PublishedRow): string {
  return isWhole ? '' : code || `\u001f${name}`;
}

/** As printed; else what a code says by its length: two digits a province, five a commune. */
function levelOf({ level, code }: PublishedRow): string {
  return level ?? String(code.length);
}

/** How far the parts are from the whole (above it when positive); null when a figure is not printed, or they agree. */
function excessOf({ whole, parts }: Sum): bigint | null {
  const total = countIn(whole.row, whole.field);
  const counts = parts.map(({ row, field }) => countIn(row, field));
  if (total === null || counts.some((count) => count === null)) return null;
  const excess = (counts as bigint[]).reduce((sum, count) => sum + count, 0n) - total;
  return excess === 0n ? null : excess;
}

function held(sum: Sum, published: Published): Finding[] {
  const excess = excessOf(sum);
  if (excess === null) return [];
  const { kind, whole } = sum;
  const suspect = suspectOf(sum, excess);
  const { row, field } = suspect?.figure ?? whole;
  const meant = suspect?.meant ?? (countIn(whole.row, whole.field) as bigint) + excess;
  const data = {
    kind,
    slip: suspect?.slip ?? '',
    makes: suspect?.figure === undefined || suspect.figure === whole ? 'whole' : 'part',
  };
  return [told('W825', published, row, field, { expected: [meant.toString()], data })];
}

/** The one figure whose printed digits a single slip would explain; null when it is none, or one of several. */
function suspectOf({ whole, parts }: Sum, excess: bigint) {
  const suspects = [
    { figure: whole, meant: (countIn(whole.row, whole.field) as bigint) + excess },
    ...parts.map((figure) => ({ figure, meant: (countIn(figure.row, figure.field) as bigint) - excess })),
  ].flatMap(({ figure, meant }) => {
    const text = figure.row.figures.get(figure.field)?.text ?? '';
    const slip = meant < 0n ? null : slipOf(text, meant);
    return slip === null ? [] : [{ figure, meant, slip }];
  });
  // one wrong digit explains almost anything; digits that changed places hardly ever do by chance
  const told = suspects.filter(({ slip }) => slip !== 'digit_wrong');
  const likely = told.length > 0 ? told : suspects;
  return likely.length === 1 ? (likely[0] ?? null) : null;
}

/** Units that all fall short of the whole, by no slip, are a list of some of them. */
function heldUnits(sums: readonly Sum[], published: Published): Finding[] {
  const open = sums.flatMap((sum) => {
    const excess = excessOf(sum);
    return excess === null ? [] : [{ sum, excess }];
  });
  const [first] = open;
  const isSome = open.every(({ sum, excess }) => excess < 0n && suspectOf(sum, excess) === null);
  const isEvery = sums.every(
    (sum) => excessOf(sum) !== null || countIn(sum.whole.row, sum.whole.field) === null || isZero(sum),
  );
  if (first === undefined || !isSome || !isEvery) return open.flatMap(({ sum }) => held(sum, published));
  const { whole, parts } = first.sum;
  const missing = open.map(({ excess }) => (-excess).toString());
  return [told('N833', published, whole.row, whole.field, { data: { units: parts.length, missing } })];
}

function isZero({ whole }: Sum): boolean {
  return countIn(whole.row, whole.field) === 0n;
}
