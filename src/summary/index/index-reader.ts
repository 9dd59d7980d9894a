import type { ReviewedHousehold } from '../../results/reviewed.ts';
import type { Survey } from '../../survey/survey.ts';
import type { IndexedHousehold } from './make-index.ts';
import type { IndexPlan } from './plan.ts';

/**
 * Reads what the index needs of the households of a survey; null for those outside the population of the criteria. A field
 * that no file has is not known of anybody, but for the weight: without the column every household weighs one.
 */
export function indexReader(
  survey: Survey,
  plan: IndexPlan,
): (household: ReviewedHousehold) => IndexedHousehold | null {
  const slotOf = (field: string) => survey.slots.get(field) ?? -1;
  const marks = plan.indicators.map(({ id }) => slotOf(id));
  const [size, weight, group] = [slotOf('size'), slotOf('weight'), slotOf(plan.groupBy ?? '')];
  return ({ class: outcome, cells }) => {
    if (outcome === 'out_of_scope') return null;
    return {
      marks: marks.map((slot) => markOf(cells[slot] ?? '')),
      size: cells[size] ? Number(cells[size]) : null,
      weight: weight < 0 ? '1' : cells[weight] || null,
      group: cells[group] ?? '',
    };
  };
}

/** A canonical mark. @throws Error for what is none: the reader lets nothing else through. */
function markOf(cell: string): boolean | null {
  if (cell === '') return null;
  if (cell !== '1' && cell !== '0') throw new Error(`no mark: ${cell}`);
  return cell === '1';
}
