import { type Finding, finding } from '../finding.ts';
import { once } from '../text/once.ts';
import type { Level } from './places.ts';
import type { Population } from './population.ts';
import { inScope, NOT_KNOWN, type Residents, surveyed } from './residents.ts';
import type { CountedReview } from './summarize.ts';
import { totalOf, type UnitCounts, unitsAt } from './units.ts';

/** A unit with what its rates divide by. */
export interface Unit extends UnitCounts {
  readonly residents: Residents;
}

/** The yearly tables of one review, as data. */
export interface Summary {
  readonly review: CountedReview;
  readonly total: Unit;
  /** By level asked for, sorted. */
  readonly levels: readonly { readonly level: Level; readonly units: readonly Unit[] }[];
  /** The units of the smallest level, each split by area: what the blocks of the official tables hold. */
  readonly blocks: readonly Unit[];
  /** Units that the file of residents names and from which nothing came: not reported, which is not zero. */
  readonly notReported: readonly { readonly code: string; readonly name: string }[];
}

/**
 * Adds up the tables of a counted review. Rates need residents: from the file of them, which always wins, or from a review
 * that covers all; else there are none.
 *
 * Findings: `W811` fewer residents than households, `W812` zero residents beside a count, `W813` unit without residents,
 * `W814` unit from which nothing came, `W817` rows set aside from a review that covers all.
 */
export function summaryOf(
  review: CountedReview,
  levels: readonly Level[],
  population: Population | null,
  file: string,
): { readonly summary: Summary; readonly findings: readonly Finding[] } {
  const { leaves, plan, reviewed } = review;
  const findings: Finding[] = [];
  const residentsOf = (unit: UnitCounts, area: string | null): Residents => {
    if (population !== null) return population.of(unit, area);
    return reviewed.coverage === 'all' ? surveyed(unit.counts, plan) : NOT_KNOWN;
  };
  const withResidents = (unit: UnitCounts, area: string | null): Unit => ({
    ...unit,
    residents: residentsOf(unit, area),
  });
  const total = withResidents(totalOf(leaves, plan), null);
  const shown = levels.map((level) => ({
    level,
    units: unitsAt(leaves, level, plan).map((unit) => withResidents(unit, level === 'area' ? unit.area : null)),
  }));
  const finest = levels.filter((level) => level !== 'area' && level !== 'total').at(-1);
  const blocks = once(() =>
    finest === undefined ? [] : unitsAt(leaves, finest, plan, true).map((unit) => withResidents(unit, unit.area)),
  );
  if (population !== null)
    findings.push(...residentFaults([total, ...shown.flatMap(({ units }) => units)], review, file));
  const known = new Set(leaves.flatMap(({ place: p }) => [p.communeCode, p.commune, p.provinceCode, p.province]));
  const notReported = population?.without((code, name) => known.has(code) || (name !== '' && known.has(name))) ?? [];
  for (const { code, name, row } of notReported)
    findings.push(finding('W814', { file, row }, { saw: [code, name].filter((text) => text !== '').join(' ') }));
  if (population === null && reviewed.coverage === 'all' && reviewed.rejected > 0)
    findings.push(finding('W817', { file: reviewed.files[0] ?? '' }, { data: { rejected: reviewed.rejected } }));
  const summary: Summary = {
    ...{ review, total, levels: shown, notReported },
    // of a nation that is much, and most tables for other programs show none
    get blocks() {
      return blocks();
    },
  };
  return { summary, findings };
}

/** What is wrong with the residents of units; those that lack them are told together, level by level. */
function residentFaults(units: readonly Unit[], { plan }: CountedReview, file: string): Finding[] {
  const findings: Finding[] = [];
  const missing = new Map<Level, string[]>();
  for (const unit of units) {
    const { level, area, residents } = unit;
    const { households } = inScope(unit.counts, plan);
    const data = { unit: titleOf(unit), level, households };
    if (households === 0) continue;
    if (residents.households === 0) findings.push(finding('W812', { file }, { data }));
    else if (residents.households === null) {
      // an area that is not known has no residents that could be looked up
      if (level !== 'area' || area !== 'unknown') missing.set(level, [...(missing.get(level) ?? []), data.unit]);
    } else if (residents.households < households)
      findings.push(finding('W811', { file }, { data: { ...data, residents: residents.households } }));
  }
  for (const [level, names] of missing)
    findings.push(finding('W813', { file }, { count: names.length, data: { level, units: names } }));
  return findings;
}

function titleOf({ level, code, name, area }: UnitCounts): string {
  if (level === 'total') return '';
  return level === 'area' ? (area ?? '') : [code, name].filter((text) => text !== null).join(' ');
}
