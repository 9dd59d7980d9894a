import type { Criteria } from '../criteria/criteria.ts';
import { indicatorsOf } from '../criteria/criteria.ts';
import type { Area } from '../judge/amounts.ts';
import type { Evidence } from '../judge/evidence.ts';
import type { Truth } from '../judge/truth.ts';
import type { Survey } from '../survey/survey.ts';

/** Takes from a household's cells what the judge weighs, slot by slot; a column the survey lacks is unknown. */
export function evidenceReader(criteria: Criteria, survey: Survey): (cells: readonly string[]) => Evidence {
  const slot = (field: string) => survey.slots.get(field) ?? -1;
  const area = slot('area');
  const income = slot('income');
  const b1 = slot('b1');
  const b2 = slot('b2');
  const marks = indicatorsOf(criteria).map((i) => slot(i.id));
  return (cells) => ({
    area: (cells[area] || null) as Area | null,
    income: numberIn(cells[income]),
    b1: numberIn(cells[b1]),
    b2: numberIn(cells[b2]),
    marks: marks.map((at) => markIn(cells[at])),
  });
}

function numberIn(cell: string | undefined): number | null {
  return cell === undefined || cell === '' ? null : Number(cell);
}

function markIn(cell: string | undefined): Truth {
  return cell === '1' ? true : cell === '0' ? false : null;
}
