import { classCount } from '../numbers.ts';
import type { Summary, Unit } from '../summary.ts';
import type { CountField } from './fields.ts';

/** Recomputed figures of a unit, or of its part in one area. */
export interface Figures {
  readonly level: string;
  readonly code: string | null;
  readonly name: string | null;
  /** Null: the whole unit. */
  readonly area: string | null;
  /** What is known; a number that is not known is absent. */
  readonly counts: Readonly<Partial<Record<CountField, number>>>;
}

/** Every unit of a summary at every level it has, and the units of the smallest level by area. */
export function figuresOf({ review, total, levels, blocks }: Summary): readonly Figures[] {
  const of = (unit: Unit, area: string | null): Figures => {
    const { level, code, name } = unit;
    return { level, code, name, area, counts: countsOf(unit, review) };
  };
  return [
    of(total, null),
    ...levels.flatMap(({ level, units }) => units.map((unit) => of(unit, level === 'area' ? unit.area : null))),
    ...blocks.map((unit) => of(unit, unit.area)),
  ];
}

function countsOf(unit: Unit, review: Summary['review']): Figures['counts'] {
  const [poor, nearPoor] = [classCount(unit, review, 'poor'), classCount(unit, review, 'near_poor')];
  const { households, persons } = unit.residents;
  return {
    ...(households === null ? {} : { households }),
    ...(persons === null ? {} : { persons }),
    poor: poor.households,
    near_poor: nearPoor.households,
    multidimensional: poor.households + nearPoor.households,
    ...(review.reviewed.coverage === 'all' ? { non_poor: classCount(unit, review, 'non_poor').households } : {}),
    ...(poor.sizeUnknown > 0 ? {} : { poor_persons: poor.persons }),
    ...(nearPoor.sizeUnknown > 0 ? {} : { near_poor_persons: nearPoor.persons }),
  };
}
