import type { LinkTier } from '../link.ts';
import type { Households } from './households.ts';
import { birthsOf, idsDiffer } from './person.ts';
import type { Reason } from './reasons.ts';

/** How alike two households are whose heads bear one name. */
export interface Likeness {
  readonly tier: LinkTier & ('head' | 'probable');
  /** 0 to 100. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** What two households of one year and the next have in common, their heads' names aside. */
interface Common {
  readonly isSameUnit: boolean;
  /** Null when one of them has no village. */
  readonly isSameVillage: boolean | null;
  readonly isSameSize: boolean | null;
  readonly isSameKey: boolean;
  readonly differInNumber: boolean;
}

/**
 * Compares households whose heads bear one name; null when they are not to be taken for one. A name alone is never enough:
 * with a birth that agrees, sex and unit it is the same head; otherwise at best something to ask about.
 */
export function likeness(before: Households, b: number, after: Households, a: number): Likeness | null {
  const [was, is] = [before.headOf(b), after.headOf(a)];
  const [sexWas, sexIs] = [before.sexAt(was), after.sexAt(is)];
  if (sexWas !== 0 && sexIs !== 0 && sexWas !== sexIs) return null;
  const common = commonOf(before, b, after, a);
  switch (birthsOf(before.birthAt(was), after.birthAt(is))) {
    case 'same':
      return ofSameBirth(common);
    case 'compatible':
      return ofYearOnly(common);
    case 'near':
      return ofNearBirth(common);
    case 'unknown':
      return ofNoBirth(common);
    case 'apart':
      return null;
  }
}

function ofSameBirth({ isSameUnit, isSameVillage, isSameSize, differInNumber }: Common): Likeness | null {
  if (!isSameUnit)
    return differInNumber ? null : asked(isSameSize === true ? 65 : 60, ['other_unit', ...sizeDiffers(isSameSize)]);
  if (differInNumber) return asked(60, ['numbers_differ', ...villageDiffers(isSameVillage)]);
  return { tier: 'head', score: isSameVillage === false ? 95 : 100, reasons: villageDiffers(isSameVillage) };
}

function ofYearOnly({ isSameUnit, isSameVillage, differInNumber }: Common): Likeness | null {
  if (!isSameUnit || differInNumber) return null;
  if (isSameVillage === false) return asked(75, ['birth_in_part', 'village_differs']);
  return { tier: 'head', score: 85, reasons: ['birth_in_part'] };
}

function ofNearBirth({ isSameUnit, isSameVillage, isSameSize, differInNumber }: Common): Likeness | null {
  if (!isSameUnit || differInNumber) return null;
  const score = (isSameVillage === false ? 45 : 65) + (isSameSize === true ? 15 : 0);
  const reasons: readonly Reason[] = ['birth_near', ...villageDiffers(isSameVillage), ...sizeDiffers(isSameSize)];
  return score < LEAST_NEAR ? null : asked(score, reasons);
}

const LEAST_NEAR = 60;

/** Name, unit, village and size; a number kept from year to year adds to it, or stands for one that is missing. */
function ofNoBirth({ isSameUnit, isSameVillage, isSameSize, isSameKey, differInNumber }: Common): Likeness | null {
  if (!isSameUnit || differInNumber || isSameVillage === false) return null;
  const key: readonly Reason[] = isSameKey ? ['same_key'] : [];
  if (isSameSize === true)
    return asked((isSameVillage === true ? 70 : 50) + (isSameKey ? 20 : 0), ['birth_unknown', ...key]);
  return isSameKey ? asked(60, ['birth_unknown', ...key, ...sizeDiffers(isSameSize)]) : null;
}

function asked(score: number, reasons: readonly Reason[]): Likeness {
  return { tier: 'probable', score, reasons };
}

function villageDiffers(isSame: boolean | null): readonly Reason[] {
  return isSame === false ? ['village_differs'] : [];
}

function sizeDiffers(isSame: boolean | null): readonly Reason[] {
  return isSame === false ? ['size_differs'] : [];
}

function commonOf(before: Households, b: number, after: Households, a: number): Common {
  return {
    isSameUnit: before.unitsOf(b).some((unit) => after.isIn(a, unit)),
    isSameVillage: agree(before.villageOf(b), after.villageOf(a)),
    isSameSize: agree(before.sizeOf(b), after.sizeOf(a)),
    isSameKey: before.keyOf(b) === after.keyOf(a),
    differInNumber: idsDiffer(before.idAt(before.headOf(b)), after.idAt(after.headOf(a))),
  };
}

function agree(a: number, b: number): boolean | null {
  return a === 0 || b === 0 ? null : a === b;
}

/** The rank of a likeness among others: its score; among those that score the same, size, village and number decide. */
export function rankOf({ score }: Likeness, before: Households, b: number, after: Households, a: number): number {
  const { isSameVillage, isSameSize, isSameKey } = commonOf(before, b, after, a);
  return score * 8 + (isSameSize ? 4 : 0) + (isSameVillage ? 2 : 0) + (isSameKey ? 1 : 0);
}
