import type { Amount, Comparison, Predicate } from '../criteria/predicate.ts';
import { agreed, all, any, countTrue, not, reaches, type Truth } from './truth.ts';

/** Less than, equal to, greater than. */
export type Sign = -1 | 0 | 1;

/** What a condition can ask of a household, a member, or a cell of the class table. Null: unknown. */
export interface Facts {
  compare(field: string, value: Amount): Sign | null;
  equals(field: string, value: string | boolean): Truth;
  /** True when the field, a list, holds one of the values. */
  includesAny(field: string, values: readonly string[]): Truth;
  deprived(indicator: string): Truth;
  members(): Members;
  /** Of a member of whom something is open, such as an age told by a year: the facts of every way it may be. */
  readonly ways?: readonly Facts[];
}

/** The members that were listed, and how many more there are (null: nobody knows). */
export interface Members {
  readonly listed: readonly Facts[];
  readonly unlisted: number | null;
}

/**
 * Whether a condition holds: yes, no, or unknown. The one reading of the grammar that gives a truth. Where something is
 * open, the condition as a whole is tried in every way, and is known when all of them agree.
 */
export function decide(p: Predicate, facts: Facts): Truth {
  return facts.ways === undefined ? decideOne(p, facts) : agreed(facts.ways.map((way) => decideOne(p, way)));
}

function decideOne(p: Predicate, facts: Facts): Truth {
  switch (p.test) {
    case 'all':
      return all(p.of.map((part) => decideOne(part, facts)));
    case 'any':
      return any(p.of.map((part) => decideOne(part, facts)));
    case 'not':
      return not(decideOne(p.of, facts));
    case 'count':
      return reaches(countTrue(p.of.map((part) => decideOne(part, facts))), p.at_least);
    case 'some_member':
      return reaches(membersThat(p.where, facts).count, 1);
    case 'every_member':
      return not(reaches(membersThat({ test: 'not', of: p.where }, facts).count, 1));
    case 'count_members':
      return reaches(membersThat(p.where, facts).count, p.at_least);
    case 'share_members': {
      const { count, total } = membersThat(p.where, facts);
      return share(count, total, p.percent, p.comparison);
    }
    case 'equals':
      return facts.equals(p.field, p.value);
    case 'one_of':
      return any(p.values.map((value) => facts.equals(p.field, value)));
    case 'includes_any':
      return facts.includesAny(p.field, p.values);
    case 'below':
    case 'at_most':
    case 'above':
    case 'at_least':
      return compared(p.test, facts.compare(p.field, p.value));
    case 'deprived':
      return facts.deprived(p.indicator);
  }
}

/** What a comparison says of a value that is less than, equal to or greater than its amount. */
export function compared(test: Comparison['test'], sign: Sign | null): Truth {
  if (sign === null) return null;
  switch (test) {
    case 'below':
      return sign < 0;
    case 'at_most':
      return sign <= 0;
    case 'above':
      return sign > 0;
    case 'at_least':
      return sign >= 0;
  }
}

interface Counted {
  /** `hi` is infinite when nobody knows how many members were left out. */
  readonly count: { lo: number; hi: number };
  /** Members in all; null when not known. */
  readonly total: number | null;
}

function membersThat(where: Predicate, facts: Facts): Counted {
  const { listed, unlisted } = facts.members();
  const { lo, hi } = countTrue(listed.map((member) => decide(where, member)));
  return {
    count: { lo, hi: hi + (unlisted ?? Number.POSITIVE_INFINITY) },
    total: unlisted === null ? null : listed.length + unlisted,
  };
}

/** Compared by cross-multiplication: 2 of 4 is exactly 50 %. A household of nobody has no share: unknown. */
function share(
  count: Counted['count'],
  total: number | null,
  percent: number,
  comparison: 'above' | 'at_least',
): Truth {
  if (total === null || total === 0) return null;
  const holds = (n: number) => (comparison === 'above' ? 100 * n > percent * total : 100 * n >= percent * total);
  if (holds(count.lo)) return true;
  return holds(count.hi) ? null : false;
}
