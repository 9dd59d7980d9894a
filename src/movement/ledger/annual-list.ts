import type { Reviewed, ReviewedHousehold } from '../../results/reviewed.ts';
import type { Outcome } from '../../review/assess.ts';
import { LISTS, type ListedClass, type ListUnit } from './ledger.ts';

/** A household of an annual list. */
export interface ListedHousehold {
  readonly class: Outcome;
  /** Persons; null when not known. */
  readonly size: number | null;
  readonly headName: string;
  readonly unit: ListUnit;
}

/** The households that stand on the lists of a result, and of the others those asked for; by key, in file order. */
export type AnnualList = ReadonlyMap<string, ListedHousehold>;

/** Reads the lists of a result: poor and near-poor households, and whatever became of the keys in `wanted`. */
export async function annualList(reviewed: Reviewed, wanted: ReadonlySet<string> = new Set()): Promise<AnnualList> {
  const { survey } = reviewed;
  const slot = (field: string) => survey.slots.get(field) ?? -1;
  const slots = {
    size: slot('size'),
    headName: slot('head_name'),
    code: slot('commune_code'),
    name: slot('commune'),
  };
  const list = new Map<string, ListedHousehold>();
  for await (const batch of reviewed.households()) {
    for (const household of batch) {
      if (!isListed(household.class) && !wanted.has(household.key)) continue;
      list.set(household.key, listedOf(household, slots));
    }
  }
  return list;
}

/** Whether a class is one of the two lists. */
export function isListed(outcome: Outcome | null | undefined): outcome is ListedClass {
  return (LISTS as readonly unknown[]).includes(outcome);
}

function listedOf(
  household: ReviewedHousehold,
  slots: Readonly<Record<'size' | 'headName' | 'code' | 'name', number>>,
): ListedHousehold {
  const cell = (at: number) => household.cells[at] ?? '';
  const size = Number(cell(slots.size));
  return {
    class: household.class,
    size: Number.isInteger(size) && size > 0 ? size : null,
    headName: cell(slots.headName),
    unit: { code: cell(slots.code), name: cell(slots.name) },
  };
}
