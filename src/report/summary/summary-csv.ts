import { OUTCOMES } from '../../review/tally.ts';
import {
  averageLiving,
  causeCount,
  childCount,
  classCount,
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

/** A column of the table of one review; null is unknown. */
interface Column {
  readonly heading: string;
  of(unit: Unit): string | number | null;
}

/**
 * The tables for other programs: a row a unit (the total last), a column a number. Headings never depend on the language, and
 * are the same for every review of a run; unknown is blank; rates are fractions, unrounded.
 */
export function summaryCsv(summaries: readonly Summary[]): readonly (readonly string[])[] {
  const tables = summaries.map((summary) => ({ summary, columns: columnsOf(summary) }));
  const headings = [...new Set(tables.flatMap(({ columns }) => columns.map(({ heading }) => heading)))];
  return [
    headings,
    ...tables.flatMap(({ summary, columns }) => {
      const shown = headings.map((wanted) => columns.find(({ heading }) => heading === wanted));
      const units = [...summary.levels.flatMap((level) => level.units), summary.total];
      return units.map((unit) => shown.map((column) => String(column?.of(unit) ?? '')));
    }),
  ];
}

function columnsOf({ review }: Summary): readonly Column[] {
  return [...placeColumns(review), ...outcomeColumns(review), ...LISTED.flatMap((_, at) => listedColumns(review, at))];
}

function placeColumns({ reviewed }: CountedReview): readonly Column[] {
  const { criteria, year, status, decision, coverage } = reviewed;
  return [
    { heading: 'criteria', of: () => criteria.id },
    { heading: 'year', of: () => year },
    { heading: 'status', of: () => status },
    { heading: 'decision', of: () => decision },
    { heading: 'coverage', of: () => coverage },
    { heading: 'level', of: ({ level }) => level },
    { heading: 'province_code', of: ({ level, code, province }) => (level === 'province' ? code : province.code) },
    { heading: 'province', of: ({ level, name, province }) => (level === 'province' ? name : province.name) },
    { heading: 'commune_code', of: ({ level, code, commune }) => (level === 'commune' ? code : commune.code) },
    { heading: 'commune', of: ({ level, name, commune }) => (level === 'commune' ? name : commune.name) },
    { heading: 'village', of: ({ level, name }) => (level === 'village' ? name : null) },
    { heading: 'area', of: ({ area }) => area },
  ];
}

function outcomeColumns(review: CountedReview): readonly Column[] {
  const { has } = review;
  const count = (unit: Unit, outcome: Outcome) => classCount(unit, review, outcome).households;
  const both = (unit: Unit) => LISTED.reduce((sum, outcome) => sum + count(unit, outcome), 0);
  const persons = (unit: Unit, outcome: Outcome) => {
    const { households, persons: known, sizeUnknown } = classCount(unit, review, outcome);
    return has.size && (households === 0 || sizeUnknown < households) ? known : null;
  };
  return [
    { heading: 'households', of: ({ residents }) => residents.households },
    { heading: 'persons', of: ({ residents }) => residents.persons },
    { heading: 'denominator', of: ({ residents }) => (residents.households === null ? null : residents.from) },
    { heading: 'reviewed', of: (unit) => reviewedIn(unit, review) },
    ...OUTCOMES.flatMap((outcome): readonly Column[] => [
      { heading: `${outcome}_households`, of: (unit) => count(unit, outcome) },
      { heading: `${outcome}_persons`, of: (unit) => persons(unit, outcome) },
      ...(outcome === 'out_of_scope'
        ? []
        : [{ heading: `${outcome}_rate`, of: (unit: Unit) => rate(count(unit, outcome), unit) }]),
    ]),
    { heading: 'multidimensional_households', of: both },
    { heading: 'multidimensional_rate', of: (unit) => rate(both(unit), unit) },
    { heading: 'average_living_households', of: (unit) => averageLiving(unit, review).households },
    { heading: 'average_living_persons', of: (unit) => averageLiving(unit, review).persons },
    { heading: 'average_living_farm_households', of: (unit) => averageLiving(unit, review).farm_households },
  ];
}

function rate(part: number, { residents }: Unit): number | null {
  const share = shareOf(part, residents.households);
  return share === null ? null : share.part / share.whole;
}

/** Of poor or of near-poor households, by place in `LISTED`. */
function listedColumns(review: CountedReview, at: number): readonly Column[] {
  const listed = LISTED[at] as Listed;
  const { marks } = review.plan;
  return [
    ...marks.map((id, mark) => ({
      heading: `${listed}_deprived_${id}`,
      of: (unit: Unit) => markCount(unit, review, at, mark),
    })),
    ...marks.map((id, mark) => ({
      heading: `${listed}_unknown_${id}`,
      of: (unit: Unit) => markUnknown(unit, review, at, mark),
    })),
    ...[...GROUPS, ...GROUP_RESTS].flatMap((id, group) => [
      {
        heading: `${listed}_group_${id}_households`,
        of: (unit: Unit) => groupCount(unit, review, at, group).households,
      },
      { heading: `${listed}_group_${id}_persons`, of: (unit: Unit) => groupCount(unit, review, at, group).persons },
    ]),
    ...[...CAUSE_IDS, 'cause_none_named'].map((id, cause) => ({
      heading: `${listed}_${id}`,
      of: (unit: Unit) => causeCount(unit, review, at, cause),
    })),
    ...CHILD_COUNTS.map((id, child) => ({
      heading: `${listed}_children_${id}`,
      of: (unit: Unit) => childCount(unit, review, at, child),
    })),
  ];
}
