import type { Facts, Sign } from '../../src/judge/decide.ts';

type Value = number | string | boolean | readonly string[] | null;

/** Facts written by hand: what is not named is unknown. */
export function facts(
  fields: Readonly<Record<string, Value>> = {},
  members: readonly Readonly<Record<string, Value>>[] = [],
  unlisted: number | null = 0,
): Facts {
  const known = (field: string) => fields[field] ?? null;
  return {
    compare(field, amount) {
      const value = known(field);
      if (value === null) return null;
      if (typeof value !== 'number' || typeof amount !== 'number') throw new Error(`${field} is not compared here`);
      return Math.sign(value - amount) as Sign;
    },
    equals: (field, wanted) => (known(field) === null ? null : known(field) === wanted),
    includesAny(field, wanted) {
      const held = known(field);
      return Array.isArray(held) ? wanted.some((value) => held.includes(value)) : null;
    },
    deprived: (indicator) => (known(indicator) === null ? null : known(indicator) === true),
    members: () => ({ listed: members.map((member) => facts(member)), unlisted }),
  };
}
