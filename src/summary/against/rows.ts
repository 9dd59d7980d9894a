import { type Address, type Finding, type FindingCode, finding } from '../../finding.ts';
import { COUNT_OF, type CountField, type FigureField, RATE_FIELDS } from './fields.ts';
import type { Printed } from './printed.ts';
import type { Published, PublishedRow } from './published.ts';
import { type Between, type Convention, common, householdsBetween, type Rate } from './rounding.ts';

/** Where a figure stands; without a field, its row. */
function placeIn({ file, sheet, headings }: Published, { row }: PublishedRow, field?: FigureField): Address {
  return {
    file,
    ...(sheet === null ? {} : { sheet }),
    row,
    ...(field === undefined ? {} : { column: headings.get(field) ?? '', field }),
  };
}

/** A unit as findings call it: '' is the whole. */
function titleOf({ code, name, area }: PublishedRow): readonly string[] {
  return [[code, name].filter((text) => text !== '').join(' '), area ?? ''];
}

/** A finding of one figure, with its unit and what it shows. */
export function told(
  code: FindingCode,
  published: Published,
  row: PublishedRow,
  field: FigureField | undefined,
  more: { readonly expected?: readonly string[]; readonly data: NonNullable<Finding['data']> },
): Finding {
  const printed = field === undefined ? undefined : row.figures.get(field);
  return finding(code, placeIn(published, row, field), {
    ...(printed === undefined ? {} : { saw: printed.text }),
    ...(more.expected === undefined ? {} : { expected: more.expected }),
    data: { ...more.data, unit: titleOf(row) },
  });
}

export function countIn({ figures }: PublishedRow, field: CountField): bigint | null {
  return figures.get(field)?.value.n ?? null;
}

/**
 * The count that a rate is of; of both classes together, their sum where it is not printed itself. Null where the classes
 * do not make the sum printed: nobody can tell which of them is right.
 */
export function countBehind(row: PublishedRow, field: CountField): bigint | null {
  const own = countIn(row, field);
  const [poor, nearPoor] = [countIn(row, 'poor'), countIn(row, 'near_poor')];
  if (field !== 'multidimensional' || poor === null || nearPoor === null) return own;
  return own === null || own === poor + nearPoor ? poor + nearPoor : null;
}

/** A rate beside its count. */
export interface Pair {
  readonly field: (typeof RATE_FIELDS)[number];
  readonly count: bigint;
  readonly printed: Printed;
  /** With the decimals that its column has: a program that writes `5` for `5.00` drops them. */
  readonly rate: Rate;
}

export function pairsOf(row: PublishedRow, places: number): readonly Pair[] {
  return RATE_FIELDS.flatMap((field): Pair[] => {
    const printed = row.figures.get(field);
    const count = countBehind(row, COUNT_OF[field]);
    if (printed === undefined || count === null) return [];
    return [{ field, count, printed, rate: { value: printed.value, places: Math.max(printed.places, places) } }];
  });
}

const USUAL_PLACES = 2;

/** The decimals that the rates of a table have, two at most: where some have more, they are the small ones. */
export function usualPlaces({ rows }: Published): number {
  const all = rows.flatMap(({ figures }) => RATE_FIELDS.flatMap((field) => figures.get(field)?.places ?? []));
  return Math.min(USUAL_PLACES, Math.max(0, ...all));
}

/** The numbers of households of which every rate is right; null when there are none. */
export function impliedBy(pairs: readonly Pair[], convention: Convention): Between | null {
  return pairs.reduce<Between | null>(
    (between, { count, rate }) => common(between, householdsBetween(count, rate, convention)),
    { lo: 1n, hi: null },
  );
}
