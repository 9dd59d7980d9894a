import type { Finding } from '../../finding.ts';
import { compare, exact, minus, plus, toDecimal } from '../../text/exact.ts';
import { COUNT_OF, type CountField, RATE_FIELDS, type RateField } from './fields.ts';
import type { Published, PublishedRow } from './published.ts';
import {
  type Between,
  type Check,
  CONVENTIONS,
  common,
  givesRate,
  isWayOfAll,
  ownRate,
  percentOf,
} from './rounding.ts';
import { countIn, impliedBy, type Pair, pairsOf, told, usualPlaces } from './rows.ts';
import { sumFindings, unitKey } from './sums.ts';

/**
 * What a publication says against itself; nothing of ours is needed for it. Of a unit printed twice the first row counts.
 *
 * Findings: `W825` parts that do not add, `W826` rates that no count gives, `W827` what cannot be, `W828` a unit twice,
 * `N833` units that are fewer than all; `N830` rates added from rounded ones.
 */
export function contradictionsIn(published: Published): readonly Finding[] {
  const { once, twice } = withoutTwins(published);
  const places = usualPlaces(published);
  const checks = once.flatMap(checksOf);
  return [
    ...twice,
    ...once.flatMap((row) => impossible(published, row)),
    ...sumFindings(published, once),
    ...once.flatMap((row) => rateFindings(published, row, places, checks)),
    ...acrossRows(published, once, places),
  ];
}

/** The first row of each unit and area, and what later ones say otherwise. */
function withoutTwins(published: Published): {
  readonly once: readonly PublishedRow[];
  readonly twice: readonly Finding[];
} {
  const first = new Map<string, PublishedRow>();
  const twice = published.rows.flatMap((row) => {
    const key = `${unitKey(row)}\u001f${row.area ?? ''}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, row);
      return [];
    }
    return [...row.figures].flatMap(([field, { value }]) => {
      const other = before.figures.get(field);
      if (other === undefined || compare(other.value, value) === 0) return [];
      return [told('W828', published, row, field, { expected: [other.text], data: { before: before.row } })];
    });
  });
  return { once: [...first.values()], twice };
}

const MOST = exact(100);
const PARTS_OF_HOUSEHOLDS: readonly CountField[] = ['poor', 'near_poor', 'multidimensional', 'non_poor'];

/** Rates over 100, counts above all households, nothing beside a count. */
function impossible(published: Published, row: PublishedRow): Finding[] {
  const rates = RATE_FIELDS.flatMap((field) => {
    const rate = row.figures.get(field);
    if (rate === undefined || compare(rate.value, MOST) <= 0) return [];
    const isCount = row.figures.get(COUNT_OF[field])?.value.n === rate.value.n;
    return [told('W827', published, row, field, { data: { kind: isCount ? 'count_as_percent' : 'over_100' } })];
  });
  const households = countIn(row, 'households');
  const counts = PARTS_OF_HOUSEHOLDS.flatMap((field) => {
    const count = countIn(row, field);
    if (households === null || count === null || count <= households) return [];
    const kind = households === 0n ? 'nothing_beside_count' : 'more_than_households';
    return [told('W827', published, row, field, { data: { kind, households: households.toString() } })];
  });
  return [...rates, ...counts];
}

/** The rates of a row beside their counts and all households. */
function checksOf(row: PublishedRow): readonly Check[] {
  const households = countIn(row, 'households');
  if (households === null || households === 0n) return [];
  return pairsOf(row, 0).map(({ count, printed }) => ({ percent: percentOf(count, households), printed }));
}

function rateFindings(published: Published, row: PublishedRow, places: number, checks: readonly Check[]): Finding[] {
  const households = countIn(row, 'households');
  const pairs = pairsOf(row, places).filter(({ rate }) => compare(rate.value, MOST) <= 0);
  const zero = pairs.filter(({ count, rate }) => count === 0n && rate.value.n > 0n);
  const nothing = zero.map(({ field }) =>
    told('W826', published, row, field, { expected: ['0'], data: { kind: 'zero_count' } }),
  );
  const counted = pairs.filter((pair) => !zero.includes(pair));
  if (households !== null && households > 0n) {
    return [...nothing, ...counted.flatMap((pair) => ofHouseholds(published, row, pair, households, checks))];
  }
  return [
    ...nothing,
    ...(counted.length > 1 ? ofAny(published, row, counted) : []),
    ...thirdRate(published, row, pairs),
  ];
}

/** A rate beside its count and all households. */
function ofHouseholds(
  published: Published,
  row: PublishedRow,
  { field, count, printed }: Pair,
  households: bigint,
  checks: readonly Check[],
): Finding[] {
  if (count > households) return [];
  const percent = percentOf(count, households);
  if (givesRate(percent, printed, 'half_up')) return [];
  const ways = CONVENTIONS.filter((convention) => givesRate(percent, printed, convention));
  if (ways.some((way) => isWayOfAll(way, checks))) return [];
  if (isAdded(row, field)) return [added(published, row, field, ownRate(percent).text)];
  if (ways.length > 0) return [];
  const data = { kind: 'households', households: households.toString(), count: count.toString() };
  return [told('W826', published, row, field, { expected: [ownRate(percent).text], data })];
}

/** Rates beside counts, all households unknown: one number of them must give all rates. */
function ofAny(published: Published, row: PublishedRow, pairs: readonly Pair[]): Finding[] {
  if (CONVENTIONS.some((convention) => impliedBy(pairs, convention) !== null)) return [];
  const culprits = pairs.flatMap((pair) => {
    const others = impliedBy(
      pairs.filter((one) => one !== pair),
      'half_up',
    );
    return others === null ? [] : [{ pair, others }];
  });
  const sum = culprits.find(({ pair }) => pair.field === 'multidimensional_rate' && isAdded(row, pair.field));
  if (sum !== undefined) return [added(published, row, sum.pair.field, '')];
  const [only] = culprits;
  if (culprits.length === 1 && only !== undefined) {
    const { pair, others } = only;
    const data = { kind: 'other_rates', households: spelt(others) };
    return [told('W826', published, row, pair.field, { expected: ratesOf(pair.count, others), data })];
  }
  const rates = pairs.map(({ printed }) => printed.text);
  return [told('W826', published, row, undefined, { data: { kind: 'no_households', rates } })];
}

/** The rates of the two classes and of both: each is rounded, so that they may miss each other by one of the last place. */
function thirdRate(published: Published, row: PublishedRow, pairs: readonly Pair[]): Finding[] {
  const both = row.figures.get('multidimensional_rate');
  const [poor, nearPoor] = [row.figures.get('poor_rate'), row.figures.get('near_poor_rate')];
  if (both === undefined || poor === undefined || nearPoor === undefined || pairs.length === 3) return [];
  const sum = plus(poor.value, nearPoor.value);
  const off = minus(sum, both.value);
  const slack = [poor, nearPoor, both].reduce(
    (all, { places }) => plus(all, exact(1n, 2n * 10n ** BigInt(places))),
    exact(0),
  );
  if (compare(off, slack) <= 0 && compare(minus(exact(0), off), slack) <= 0) return [];
  const most = Math.max(poor.places, nearPoor.places);
  return [
    told('W826', published, row, 'multidimensional_rate', {
      expected: [toDecimal(sum, most)],
      data: { kind: 'rates' },
    }),
  ];
}

function isAdded({ figures }: PublishedRow, field: RateField): boolean {
  const [poor, nearPoor, both] = [figures.get('poor_rate'), figures.get('near_poor_rate'), figures.get(field)];
  if (field !== 'multidimensional_rate' || poor === undefined || nearPoor === undefined || both === undefined)
    return false;
  return compare(plus(poor.value, nearPoor.value), both.value) === 0;
}

function added(published: Published, row: PublishedRow, field: RateField, right: string): Finding {
  return told('N830', published, row, field, { expected: right === '' ? [] : [right], data: { convention: 'added' } });
}

/** The households that a row has: as printed, else as its rates imply. */
export function householdsOf(row: PublishedRow, places: number): Between | null {
  const households = countIn(row, 'households');
  if (households !== null) return { lo: households, hi: households };
  const pairs = pairsOf(row, places).filter(({ count }) => count > 0n);
  return pairs.length === 0 ? null : impliedBy(pairs, 'half_up');
}

/** No unit has more households than the whole, and areas and units together have as many. */
function acrossRows(published: Published, rows: readonly PublishedRow[], places: number): Finding[] {
  const whole = rows.find(({ isWhole, area }) => isWhole && area === null);
  const all = whole === undefined ? null : householdsOf(whole, places);
  if (whole === undefined || all === null || all.hi === null) return [];
  const most = all.hi;
  const larger = rows
    .filter((row) => row !== whole)
    .flatMap((row) => {
      const between = householdsOf(row, places);
      return between === null || between.lo <= most ? [] : [{ row, between }];
    });
  const found = larger.map(({ row, between }) => {
    const pairs = pairsOf(row, places);
    const [pair] = pairs;
    const isRate = countIn(row, 'households') === null && pair !== undefined && pairs.length === 1;
    const data = { kind: 'above_whole', households: spelt(between), whole: spelt(all) };
    const field = isRate ? pair.field : countIn(row, 'households') === null ? undefined : ('households' as const);
    return told('W826', published, row, field, { data });
  });
  return larger.length > 0 ? found : areasAgainst(published, whole, all, rows, places);
}

/** Urban and rural households, as their rates imply them, must be able to make the whole. */
function areasAgainst(
  published: Published,
  whole: PublishedRow,
  all: Between,
  rows: readonly PublishedRow[],
  places: number,
): Finding[] {
  const areas = rows.filter(({ isWhole, area }) => isWhole && area !== null);
  const households = togetherOf(areas.map((row) => householdsOf(row, places)));
  // printed totals that do not add are told as such
  const isPrinted = [whole, ...areas].every((row) => countIn(row, 'households') !== null);
  if (areas.length < 2 || households === null || isPrinted || common(households, all) !== null) return [];
  // one rate added from rounded ones may be all that is wrong
  const isMended = (without: PublishedRow) =>
    common(togetherOf(areas.map((row) => householdsOf(row === without ? withoutSum(row) : row, places))), all) !== null;
  const sums = areas.filter((row) => isAdded(row, 'multidimensional_rate') && isMended(row));
  const [only] = sums;
  if (only !== undefined && sums.length === 1) return [added(published, only, 'multidimensional_rate', '')];
  const suspects = sums.map(({ figures }) => figures.get('multidimensional_rate')?.text ?? '');
  const data = { kind: 'areas', households: spelt(households), whole: spelt(all), suspects };
  return [told('W826', published, whole, undefined, { data })];
}

/** The households of several rows together; null when one of them implies none. */
function togetherOf(parts: readonly (Between | null)[]): Between | null {
  return parts.reduce<Between | null>(
    (sum, part) => {
      if (sum === null || part === null) return null;
      return { lo: sum.lo + part.lo, hi: sum.hi === null || part.hi === null ? null : sum.hi + part.hi };
    },
    { lo: 0n, hi: 0n },
  );
}

/** A row without its rate of both classes. */
function withoutSum(row: PublishedRow): PublishedRow {
  return { ...row, figures: new Map([...row.figures].filter(([field]) => field !== 'multidimensional_rate')) };
}

/** The rates that a count has of so many households: the least and the most, or the one. */
function ratesOf(count: bigint, { lo, hi }: Between): readonly string[] {
  const most = ownRate(percentOf(count, lo)).text;
  const least = hi === null ? '0' : ownRate(percentOf(count, hi)).text;
  return least === most ? [most] : [least, most];
}

/** Both ends, as findings carry them; an open end is blank. */
export function spelt({ lo, hi }: Between): readonly string[] {
  return lo === hi ? [lo.toString()] : [lo.toString(), hi === null ? '' : hi.toString()];
}
