import type { Area } from '../../judge/amounts.ts';
import type { ReviewedHousehold } from '../../results/reviewed.ts';
import type { Assessment, Assessor } from '../../review/assess.ts';
import type { Household, Survey } from '../../survey/survey.ts';

/** Whose rules: those of the year before (0) or of the year after (1). */
export type Rules = 0 | 1;

/** One of two years, and what both years' rules make of its households. */
export interface YearUnder {
  readonly survey: Survey;
  /**
   * By the rules of the year before, and of the year after; the same one twice where the rules do not differ, null where
   * the set cannot be had. The classes they give are computed: what a file records or decides stands in the result.
   */
  readonly under: readonly [Assessor | null, Assessor | null];
}

/** True when both years have the same rules. */
export function isOneSet({ under: [before, after] }: YearUnder): boolean {
  return before === after;
}

/** A household of two years; null in the year in whose list it is not. */
export interface InTwoYears {
  readonly before: ReviewedHousehold | null;
  readonly after: ReviewedHousehold | null;
}

/** What rules make of a household, in an area of which it is said to be (null: its own); null where nobody can say. */
export function judgedBy(
  { survey, under }: YearUnder,
  reviewed: ReviewedHousehold,
  rules: Rules,
  area: Area | null = null,
): Assessment | null {
  const assessment = under[rules]?.assess(asRead(survey, reviewed, area)) ?? null;
  return assessment !== null && 'verdict' in assessment ? assessment : null;
}

/** The household as it would have been read from a survey; what is judged are its cells and its members. */
function asRead({ slots }: Survey, { table, line, cells, members }: ReviewedHousehold, area: Area | null): Household {
  const record = { line, cells };
  const household = { table, line, cells, members, record, records: [record], findings: [] };
  const slot = slots.get('area');
  return area === null || slot === undefined ? household : { ...household, cells: cells.with(slot, area) };
}

/** The area a household's file gives it; null when it does not say. */
export function areaOf({ slots }: Survey, { cells }: ReviewedHousehold): Area | null {
  return (cells[slots.get('area') ?? -1] || null) as Area | null;
}
