import { nodes, type Predicate } from '../criteria/predicate.ts';
import { decide, type Facts } from './decide.ts';
import { not } from './truth.ts';

/** The members on whom a condition turns, by their place in the list (0 = first). */
export interface Deciding {
  /** Members of whom what is asked is certain: the uninsured of "some member is not insured". */
  readonly certain: readonly number[];
  /** Members of whom it is not known. */
  readonly open: readonly number[];
  /** Members that were not listed; null when nobody knows how many. */
  readonly unlisted: number | null;
}

/** Which members a condition turns on; null when it asks nothing of members. */
export function decidingMembers(condition: Predicate, facts: Facts): Deciding | null {
  const asked = [...nodes(condition)].flatMap((node) => whereOf(node) ?? []);
  if (asked.length === 0) return null;
  const { listed, unlisted } = facts.members();
  const truths = listed.map((member) =>
    asked.map(({ where, isNegated }) => {
      const truth = decide(where, member);
      return isNegated ? not(truth) : truth;
    }),
  );
  const places = (has: (of: (typeof truths)[number]) => boolean) => truths.flatMap((of, at) => (has(of) ? [at] : []));
  return {
    certain: places((of) => of.includes(true)),
    open: places((of) => !of.includes(true) && of.includes(null)),
    unlisted,
  };
}

/** What a node asks of each member; of "every member", who fails it is looked for. */
function whereOf(node: Predicate): { readonly where: Predicate; readonly isNegated: boolean } | null {
  switch (node.test) {
    case 'some_member':
    case 'count_members':
    case 'share_members':
      return { where: node.where, isNegated: false };
    case 'every_member':
      return { where: node.where, isNegated: true };
    default:
      return null;
  }
}
