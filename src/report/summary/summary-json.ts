import { OUTCOMES } from '../../review/tally.ts';
import {
  averageLiving,
  causeCount,
  childCount,
  classCount,
  ethnicityCounts,
  groupCount,
  markCount,
  markUnknown,
  type Outcome,
  reviewedIn,
  shareOf,
} from '../../summary/numbers.ts';
import { CAUSE_IDS, CHILD_COUNTS, GROUP_RESTS, GROUPS, LISTED, type Listed } from '../../summary/plan.ts';
import type { CountedReview } from '../../summary/summarize.ts';
import type { Summary, Unit } from '../../summary/summary.ts';

/** A unit in the shape that `contract.md` fixes; every number that is not known is null. */
function unitJson(unit: Unit, review: CountedReview) {
  const { level, code, name, area, residents } = unit;
  const { households, persons } = residents;
  const classes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, classJson(unit, review, outcome)]));
  const both = LISTED.reduce((sum, outcome) => sum + classCount(unit, review, outcome).households, 0);
  const living = averageLiving(unit, review);
  return {
    level,
    code,
    name,
    ...(unit.province.code === null && unit.province.name === null ? {} : { province: unit.province }),
    ...(unit.commune.code === null && unit.commune.name === null ? {} : { commune: unit.commune }),
    area,
    households,
    persons,
    denominator: residents.households === null && residents.persons === null ? null : residents.from,
    reviewed: reviewedIn(unit, review),
    ...classes,
    average_living: { ...living, rate: rateOf(living.households, households) },
    multidimensional: { households: both, rate: rateOf(both, households) },
    deprived: byListed((_, at) => marksJson(unit, review, at, true)),
    deprived_unknown: byListed((_, at) => marksJson(unit, review, at, false)),
    groups: byListed((_, at) => groupsJson(unit, review, at)),
    causes: byListed((_, at) => causesJson(unit, review, at)),
    ethnicities: byListed((_, at) => ethnicitiesJson(unit, review, at)),
    children: byListed((_, at) => childrenJson(unit, review, at)),
  };
}

/** `data` of one review, and of all of them where there are several. */
export function summaryJson(summaries: readonly Summary[]) {
  const results = summaries.map(({ review, total, levels, notReported }) => {
    const { files, criteria, coverage, status, decision, date, year, rejected } = review.reviewed;
    return {
      review: { files, criteria: criteria.id, year, date, coverage, status, decision, rejected },
      total: unitJson(total, review),
      units: levels.flatMap(({ units }) => units.map((unit) => unitJson(unit, review))),
      not_reported: notReported.map(({ code, name }) => ({ code, name })),
    };
  });
  const [first] = results;
  return { ...first, ...(results.length > 1 ? { results } : {}) };
}

function byListed<T>(value: (listed: Listed, at: number) => T): Record<Listed, T> {
  return Object.fromEntries(LISTED.map((listed, at) => [listed, value(listed, at)])) as Record<Listed, T>;
}

function classJson(unit: Unit, review: CountedReview, outcome: Outcome) {
  const { households, persons, sizeUnknown } = classCount(unit, review, outcome);
  return {
    households,
    persons: review.has.size && (sizeUnknown < households || households === 0) ? persons : null,
    rate: outcome === 'out_of_scope' ? null : rateOf(households, unit.residents.households),
    ...(sizeUnknown > 0 && review.has.size ? { size_unknown: sizeUnknown } : {}),
  };
}

/** The fraction, unrounded. */
function rateOf(part: number | null, whole: number | null): number | null {
  const share = shareOf(part, whole);
  return share === null ? null : share.part / share.whole;
}

function marksJson(unit: Unit, review: CountedReview, listed: number, isKnown: boolean) {
  const { plan } = review;
  return Object.fromEntries(
    plan.marks.map((id, mark) => [
      id,
      isKnown ? markCount(unit, review, listed, mark) : markUnknown(unit, review, listed, mark),
    ]),
  );
}

function groupsJson(unit: Unit, review: CountedReview, listed: number) {
  return Object.fromEntries([...GROUPS, ...GROUP_RESTS].map((id, at) => [id, groupCount(unit, review, listed, at)]));
}

function causesJson(unit: Unit, review: CountedReview, listed: number) {
  return Object.fromEntries([...CAUSE_IDS, 'none_named'].map((id, at) => [id, causeCount(unit, review, listed, at)]));
}

function ethnicitiesJson(unit: Unit, review: CountedReview, listed: number) {
  const counts = ethnicityCounts(unit, review, listed);
  return counts === null ? null : Object.fromEntries(counts.map(([name, n]) => [name || 'unknown', n]));
}

function childrenJson(unit: Unit, review: CountedReview, listed: number) {
  if (!review.has.children) return null;
  return Object.fromEntries(CHILD_COUNTS.map((id, at) => [id, childCount(unit, review, listed, at)]));
}
