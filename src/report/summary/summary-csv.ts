import { OUTCOMES } from '../../review/tally.ts';
import {
  averageLiving,
  causeCount,
  childCount,
  classCount,
  groupCount,
  markCount,
  markUnknown,
  reviewedIn,
  shareOf,
} from '../../summary/numbers.ts';
import { CAUSE_IDS, CHILD_COUNTS, GROUP_RESTS, GROUPS, LISTED } from '../../summary/plan.ts';
import type { Summary, Unit } from '../../summary/summary.ts';

type Row = readonly (readonly [heading: string, value: string | number | null])[];

/**
 * The tables for other programs: a row a unit (the total last), a column a number. Headings never depend on the language, and
 * are the same for every review of a run; unknown is blank; rates are fractions, unrounded.
 */
export function summaryCsv(summaries: readonly Summary[]): readonly (readonly string[])[] {
  const rows = summaries.flatMap((summary) =>
    [...summary.levels.flatMap(({ units }) => units), summary.total].map((unit) => new Map(rowOf(summary, unit))),
  );
  const headings = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return [headings, ...rows.map((row) => headings.map((heading) => String(row.get(heading) ?? '')))];
}

function rowOf({ review }: Summary, unit: Unit): Row {
  const { criteria, year, status, decision, coverage } = review.reviewed;
  const { level, code, name, province, commune, area, residents } = unit;
  const rate = (part: number | null) => {
    const share = shareOf(part, residents.households);
    return share === null ? null : share.part / share.whole;
  };
  const { has, plan } = review;
  const both = LISTED.reduce((sum, outcome) => sum + classCount(unit, review, outcome).households, 0);
  const living = averageLiving(unit, review);
  return [
    ['criteria', criteria.id],
    ['year', year],
    ['status', status],
    ['decision', decision],
    ['coverage', coverage],
    ['level', level],
    ['province_code', level === 'province' ? code : province.code],
    ['province', level === 'province' ? name : province.name],
    ['commune_code', level === 'commune' ? code : commune.code],
    ['commune', level === 'commune' ? name : commune.name],
    ['village', level === 'village' ? name : null],
    ['area', area],
    ['households', residents.households],
    ['persons', residents.persons],
    ['denominator', residents.households === null ? null : residents.from],
    ['reviewed', reviewedIn(unit, review)],
    ...OUTCOMES.flatMap((outcome): Row => {
      const { households, persons, sizeUnknown } = classCount(unit, review, outcome);
      return [
        [`${outcome}_households`, households],
        [`${outcome}_persons`, has.size && (households === 0 || sizeUnknown < households) ? persons : null],
        ...(outcome === 'out_of_scope' ? [] : [[`${outcome}_rate`, rate(households)] as const]),
      ];
    }),
    ['multidimensional_households', both],
    ['multidimensional_rate', rate(both)],
    ['average_living_households', living.households],
    ['average_living_persons', living.persons],
    ['average_living_farm_households', living.farm_households],
    ...LISTED.flatMap(
      (listed, at): Row => [
        ...plan.marks.map((id, mark) => [`${listed}_deprived_${id}`, markCount(unit, review, at, mark)] as const),
        ...plan.marks.map((id, mark) => [`${listed}_unknown_${id}`, markUnknown(unit, review, at, mark)] as const),
        ...[...GROUPS, ...GROUP_RESTS].flatMap((id, group): Row => {
          const { households, persons } = groupCount(unit, review, at, group);
          return [
            [`${listed}_group_${id}_households`, households],
            [`${listed}_group_${id}_persons`, persons],
          ];
        }),
        ...[...CAUSE_IDS, 'cause_none_named'].map(
          (id, cause) => [`${listed}_${id}`, causeCount(unit, review, at, cause)] as const,
        ),
        ...CHILD_COUNTS.map((id, child) => [`${listed}_children_${id}`, childCount(unit, review, at, child)] as const),
      ],
    ),
  ];
}
