import { finding } from '../../finding.ts';
import type { Survey } from '../../survey/survey.ts';
import { placeOf } from '../../survey/table.ts';
import { Numbers } from '../../text/numbers.ts';
import { rounded, spaced } from '../../text/spaced.ts';
import type { CheckContext, MakeCheck } from './check.ts';
import type { Limits } from './limits.ts';

/**
 * `W347`: an income, a floor area per person or a size far from all others of the survey: typing errors, and amounts in
 * the wrong unit. The measure stands on quartiles, which the errors themselves cannot move, and on logarithms, for such
 * amounts differ by factors. Zeros are for `W345`.
 */
export const outliers: MakeCheck = (context) => {
  const { survey } = context;
  const slot = (field: string) => survey.slots.get(field) ?? -1;
  const [income, area, size] = [slot('income'), slot('floor_area'), slot('size')];
  const measures: readonly Measure[] = [
    { field: 'income', of: (cells) => Number(cells[income]) },
    { field: 'floor_area', of: (cells) => Number(cells[area]) / Number(cells[size]) },
    { field: 'size', of: (cells) => Number(cells[size]) },
  ];
  const columns = measures
    .filter(({ field }) => survey.slots.has(field))
    .map((measure) => ({ measure, values: new Numbers(), tables: new Numbers(), lines: new Numbers() }));
  if (columns.length === 0) return null;
  return {
    see({ household, assessments, isCopy }) {
      if (assessments === null || isCopy) return;
      for (const { measure, values, tables, lines } of columns) {
        const value = measure.of(household.cells);
        if (!(value > 0) || !Number.isFinite(value)) continue;
        values.push(value);
        tables.push(household.table);
        lines.push(household.line);
      }
    },
    end() {
      for (const column of columns) tellFarOnes(column, context);
    },
  };
};

interface Measure {
  readonly field: string;
  of(cells: readonly string[]): number;
}

interface Column {
  readonly measure: Measure;
  readonly values: Numbers;
  readonly tables: Numbers;
  readonly lines: Numbers;
}

function tellFarOnes({ measure, values, tables, lines }: Column, { survey, limits, tell }: CheckContext): void {
  const fence = fenceOf(values.view, limits.outliers);
  if (fence === null) return;
  const data = { of: measure.field, low: spaced(rounded(fence.low)), high: spaced(rounded(fence.high)) };
  for (const [n, value] of values.view.entries()) {
    if (value >= fence.least && value <= fence.most) continue;
    const at = { ...columnOf(survey, tables.at(n), measure.field), row: lines.at(n) };
    tell(finding('W347', at, { saw: spaced(rounded(value)), data }));
  }
}

/** Half of the values lie between `low` and `high`; none is expected outside `least` and `most`. */
export interface Fence {
  readonly low: number;
  readonly high: number;
  readonly least: number;
  readonly most: number;
}

/** The fence of positive values; null when they are too few. */
export function fenceOf(values: Float64Array, limits: Limits['outliers']): Fence | null {
  if (values.length < limits.values) return null;
  const sorted = Float64Array.from(values).sort();
  const quantile = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] as number;
  const [low, high] = [quantile(0.25), quantile(0.75)];
  const reach = Math.max(high / low, limits.least_spread) ** limits.fence;
  return { low, high, least: low / reach, most: high * reach };
}

function columnOf(survey: Survey, table: number, field: string) {
  const source = survey.tables[table];
  if (source === undefined) return { field };
  const column = source.headings[source.fields.findIndex((f) => f?.id === field)];
  return { ...placeOf(source), field, ...(column === undefined ? {} : { column }) };
}
