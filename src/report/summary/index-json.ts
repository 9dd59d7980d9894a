import type { GroupMeasures, IndexResult } from '../../summary/index/make-index.ts';
import type { Measures } from '../../summary/index/measure.ts';
import { type Exact, toNumber, toText } from '../../text/exact.ts';

/** `data.index` of a summary: numbers rounded once, to what JSON holds, and the exact fractions of the main ones beside them. */
export function indexJson({ plan, total, indicators, groups, read, leftOut, filled }: IndexResult) {
  return {
    k: toNumber(plan.k),
    ...measuresJson(total),
    indicators: indicators.map(({ id, weight, uncensored, censored, contribution }) => ({
      id,
      weight: toNumber(weight),
      uncensored: numberOf(uncensored),
      censored: numberOf(censored),
      contribution: numberOf(contribution),
    })),
    groups: groups.map(groupJson),
    exact: { k: toText(plan.k), H: textOf(total.H), A: textOf(total.A), M0: textOf(total.M0) },
    identification: {
      score: plan.score,
      comparison: plan.isStrict ? 'above' : 'at_least',
      cutoff_from: plan.cutoffFrom,
      same_as_class_poor: !plan.isClassElsewhere,
    },
    count: plan.count,
    group_by: plan.groupBy,
    households: total.households,
    population: toNumber(total.population),
    missing: {
      policy: plan.missing,
      read,
      counted_with_blanks: filled,
      left_out: { blanks: leftOut.missing, no_size: leftOut.noSize, no_weight: leftOut.noWeight },
    },
  };
}

function groupJson(group: GroupMeasures) {
  const { id, households, population, share, contribution } = group;
  return {
    id: id === '' ? null : id,
    households,
    population: toNumber(population),
    share: toNumber(share),
    ...measuresJson(group),
    contribution: numberOf(contribution),
  };
}

function measuresJson({ H, A, M0 }: Measures) {
  return { H: numberOf(H), A: numberOf(A), M0: numberOf(M0) };
}

function numberOf(value: Exact | null): number | null {
  return value === null ? null : toNumber(value);
}

function textOf(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}
