import { chance, type Random } from './random.ts';

/** The causes of poverty of the national form, in its order, each with the share of poor households that name it. */
const COMMON = {
  cause_land: 0.15,
  cause_capital: 0.4,
  cause_labor: 0.25,
  cause_tools: 0.12,
  cause_knowledge: 0.15,
  cause_skills: 0.2,
  cause_illness: 0.25,
  cause_other: 0.08,
} as const;

export type Cause = keyof typeof COMMON;

/** Their canonical names, in the order of the national form. */
export const CAUSES = Object.keys(COMMON) as readonly Cause[];

/** The causes a household would name if it were poor: at least one. */
export function inventCauses(random: Random, noLabor: boolean): ReadonlySet<Cause> {
  const named = new Set(CAUSES.filter((cause) => chance(random, COMMON[cause])));
  if (noLabor) named.add('cause_labor');
  if (named.size === 0) named.add('cause_capital');
  return named;
}
