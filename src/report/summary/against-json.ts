import type { Finding } from '../../finding.ts';
import type { AgainstResult, Comparison, Outcome } from '../../summary/against/compare.ts';
import type { PublishedRow } from '../../summary/against/published.ts';
import type { Between } from '../../summary/against/rounding.ts';

/** `data.against` of a summary. Numbers of households are numbers; printed figures stay as printed. */
export function againstJson({ published, comparisons, contradictions, conventions, implied }: AgainstResult) {
  return {
    file: published.file,
    sheet: published.sheet,
    figures: { read: comparisons.length, ...outcomeCounts(comparisons) },
    conventions: { checked: conventions.checked, ...conventions.given },
    compared: comparisons.map(comparisonJson),
    implied_households: implied.map(({ row, between }) => ({ ...unitJson(row), ...betweenJson(between) })),
    contradictions: contradictions.map(contradictionJson),
  };
}

const OUTCOMES: readonly Outcome[] = [
  'agrees',
  'differs',
  'rounded',
  'added',
  'follows',
  'other_households',
  'not_recomputed',
];

/** How many figures had each outcome. */
export function outcomeCounts(comparisons: readonly Comparison[]): Readonly<Record<Outcome, number>> {
  const count = (outcome: Outcome) => comparisons.filter((one) => one.outcome === outcome).length;
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<Outcome, number>;
}

function comparisonJson({ row, field, printed, outcome, ours, difference, convention, households }: Comparison) {
  return {
    ...unitJson(row),
    field,
    published: printed.text,
    recomputed: ours,
    outcome,
    difference,
    convention,
    households: households === null ? null : betweenJson(households),
  };
}

function unitJson({ row, code, name, area }: PublishedRow) {
  return { row, code: code === '' ? null : code, name: name === '' ? null : name, area };
}

function betweenJson({ lo, hi }: Between) {
  return { from: Number(lo), to: hi === null ? null : Number(hi) };
}

function contradictionJson({ code, at, saw, expected = [], data = {} }: Finding) {
  const { unit: _, ...more } = data;
  return {
    code,
    row: at.row ?? null,
    column: at.column ?? null,
    field: at.field ?? null,
    published: saw ?? null,
    expected,
    ...more,
  };
}
