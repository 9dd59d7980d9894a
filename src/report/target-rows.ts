import type { HeldTarget } from '../movement/target/hold-targets.ts';
import { type Exact, exact, toNumber } from '../text/exact.ts';
import { maskText } from '../text/mask.ts';
import { changeOf } from './target-report.ts';

/** A held target for other programs; rates as fractions of households, unrounded. Nothing depends on the language. */
export function targetJson(held: HeldTarget) {
  const { target, baseline, unit, opening, closing, openingOf, closingOf, goal, reached, met, gross, net } = held;
  return {
    kind: target.kind,
    class: target.class,
    unit,
    measure: target.measure,
    baseline: {
      name: maskText(baseline.name),
      date: baseline.date,
      criteria: baseline.criteria,
      households: opening,
      rate: share(opening, openingOf),
    },
    value: toNumber(exact(target.value.n, target.value.d)),
    is_rate: target.isRate,
    goal: number(goal),
    reached: number(reached),
    achievement_pct: held.achievement === null ? null : 100 * toNumber(held.achievement),
    met,
    gross,
    net,
    closing: { households: closing, rate: share(closing, closingOf) },
    change_pct: number(changeOf(held)),
    not_measured: held.obstacle,
  };
}

const HEADINGS = [
  'class',
  'kind',
  'value',
  'measure',
  'unit_code',
  'unit',
  'baseline',
  'baseline_date',
  'baseline_criteria',
  'opening',
  'closing',
  'gross',
  'net',
  'change_pct',
  'goal',
  'reached',
  'achievement_pct',
  'met',
] as const;

/** The same as rows: one a target, baseline and unit. */
export function targetRows(held: readonly HeldTarget[]): readonly (readonly string[])[] {
  const rows = held.map((one) => {
    const json = targetJson(one);
    const cells: Record<(typeof HEADINGS)[number], string | number | null> = {
      class: json.class,
      kind: json.kind,
      value: json.is_rate ? `${json.value}%` : json.value,
      measure: json.measure,
      unit_code: json.unit?.code ?? '',
      unit: json.unit?.name ?? '',
      baseline: json.baseline.name,
      baseline_date: json.baseline.date,
      baseline_criteria: json.baseline.criteria,
      opening: json.baseline.households,
      closing: json.closing.households,
      gross: json.gross,
      net: json.net,
      change_pct: json.change_pct,
      goal: json.goal,
      reached: json.reached,
      achievement_pct: json.achievement_pct,
      met: json.met === null ? null : json.met ? 1 : 0,
    };
    return HEADINGS.map((heading) => String(cells[heading] ?? ''));
  });
  return [HEADINGS, ...rows];
}

function number(value: Exact | null): number | null {
  return value === null ? null : toNumber(value);
}

function share(part: number | null, whole: number | null): number | null {
  return part === null || !whole ? null : part / whole;
}
