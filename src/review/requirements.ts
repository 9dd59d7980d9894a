import { type Basis, pointsTableOf } from '../criteria/criteria.ts';
import { type Finding, finding } from '../finding.ts';
import type { Judge } from '../judge/judge.ts';
import type { Survey } from '../survey/survey.ts';
import { fieldsIn, placeOf } from '../survey/table.ts';
import { nearest } from '../text/nearest.ts';
import { derivableFrom } from './asked.ts';

/**
 * Holds the columns of every file against what the criteria and the basis read: a missing column that decides stops
 * the run (`E202`), missing indicators are unknown answers (`W203`). `hasAnswers`: per table; a list that only records
 * classes needs none of them.
 */
export function missingColumns(
  survey: Survey,
  judge: Judge,
  hasAnswers: readonly boolean[],
  needsRecorded: boolean,
): Finding[] {
  const derivable = new Set(derivableFrom(survey, judge.table.criteria).map(({ id }) => id));
  return survey.tables.flatMap((table, at) => {
    const present = fieldsIn(table);
    const row = table.headerLine;
    const isRecordOnly = present.has('recorded_class') && !hasAnswers[at];
    const wanted = needsRecorded ? ['recorded_class'] : isRecordOnly ? [] : fieldsRead(judge);
    const required = ['household_id', ...wanted];
    const missing = required.filter((field) => !present.has(field));
    const findings = missing.map((field) =>
      finding(
        'E202',
        { ...placeOf(table), row, field },
        {
          expected: nearestHeadings(field, table.headings),
          data: { headings: table.headings.filter((h) => h !== '') },
        },
      ),
    );
    const unmarked = isRecordOnly || needsRecorded ? [] : missingMarks(judge, present, derivable);
    if (unmarked.length > 0)
      findings.push(finding('W203', { ...placeOf(table), row }, { data: { indicators: unmarked } }));
    return findings;
  });
}

/** The columns without which nobody could be classified. */
function fieldsRead({ table }: Judge): string[] {
  const scale: Basis = table.basis;
  const isComputed = pointsTableOf(table.criteria, 'b1') !== null;
  return [
    ...(table.areas.length > 1 ? ['area'] : []),
    ...(table.income.cuts.length > 0 && scale === 'income' ? ['income'] : []),
    ...(table.b1.cuts.length > 0 && !isComputed ? ['b1'] : []),
  ];
}

/** Indicators without a column or an answer; a written B2 stands for all of them where the set knows it. */
function missingMarks({ table }: Judge, present: ReadonlySet<string>, derivable: ReadonlySet<string>): string[] {
  if (table.b2 !== null && present.has('b2')) return [];
  const isThere = (id: string, at: number) => present.has(id) || derivable.has(id) || table.computed.includes(at);
  return table.indicators.flatMap(({ id }, at) => (isThere(id, at) ? [] : [id]));
}

function nearestHeadings(field: string, headings: readonly string[]): string[] {
  return nearest(field, headings);
}
