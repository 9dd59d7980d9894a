import { TARGET_CLASSES, type TargetClass } from './target.ts';

/** Households that escaped between the baseline and the result; null what is not known. */
export type Exits = Readonly<Record<TargetClass, number | null>>;

export const NO_EXITS: Exits = { poor: null, near_poor: null, multidimensional: null };

/** The escapes of the whole (null), or of the unit of a code. */
export type ExitsOf = (unit: string | null) => Exits;

/** A household of both years by its classes, `absent` where it is not there; `unit` is the code a snapshot gives its unit. */
export interface ClassChange {
  readonly from: string;
  readonly to: string;
  readonly unit: string;
}

/** Where an escape from each class leads. Out of both together only above both lines, and who is gone has escaped nothing. */
const ESCAPES: Readonly<Record<TargetClass, readonly (readonly [from: string, to: string])[]>> = {
  poor: [
    ['poor', 'near_poor'],
    ['poor', 'non_poor'],
  ],
  near_poor: [['near_poor', 'non_poor']],
  multidimensional: [
    ['poor', 'non_poor'],
    ['near_poor', 'non_poor'],
  ],
};

/** Counts escapes in the changes of class between two years; a unit that none is told of has none. */
export function exitsOf(changes: Iterable<ClassChange>): ExitsOf {
  const whole = none();
  const units = new Map<string, ReturnType<typeof none>>();
  for (const { from, to, unit } of changes) {
    const own = units.get(unit) ?? none();
    units.set(unit, own);
    for (const listed of TARGET_CLASSES) {
      if (!ESCAPES[listed].some(([a, b]) => a === from && b === to)) continue;
      whole[listed] += 1;
      own[listed] += 1;
    }
  }
  return (unit) => (unit === null ? whole : (units.get(unit) ?? none()));
}

function none(): Record<TargetClass, number> {
  return { poor: 0, near_poor: 0, multidimensional: 0 };
}
