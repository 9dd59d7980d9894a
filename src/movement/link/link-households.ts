import { type Finding, finding } from '../../finding.ts';
import type { Link } from '../link.ts';
import { takeLines } from './by-hand.ts';
import { type Alike, askOfLikeHeads, takeSameHeads } from './by-heads.ts';
import { askOfSharedNames, takeSharedNumbers } from './by-persons.ts';
import { countsOf, type LinkCounts } from './counts.ts';
import { Draft } from './draft.ts';
import type { Divided, Households } from './households.ts';
import { inOrder } from './link-columns.ts';
import type { LinkLine } from './links-file.ts';
import type { Reason } from './reasons.ts';
import { takeEnds, takeExits, takeMoves, takePrevious } from './told.ts';

export interface LinkOptions {
  /** Links that a person wrote or that were found before: they stand. */
  readonly known?: readonly LinkLine[];
  /** The file they come from, and the one of the year before, for findings. */
  readonly knownFile?: string;
  readonly beforeFile?: string;
}

export interface LinkResult {
  /** By the key before, then the key after; every household stands in one line at least. */
  readonly links: readonly Link[];
  readonly counts: LinkCounts;
  /** `W845` known links of households that are not there, `N846` numbers that are no evidence, `W847` divided units. */
  readonly findings: readonly Finding[];
}

/**
 * Pairs the households of two years: what a person settled, persons in common, what the rows say themselves, the same
 * head; then what a person must look at. A household goes on as one at most. The order of the households plays no part.
 */
export function linkHouseholds(before: Households, after: Households, options: LinkOptions = {}): LinkResult {
  const draft = new Draft(before, after);
  const strangers = takeLines(draft, options.known ?? [], options.knownFile ?? '');
  const { doubtful, alike } = settle(draft);
  askOfSharedNames(draft);
  askOfLikeHeads(draft, alike);
  const unplaced = leaveAlone(draft, alike);
  const file = options.beforeFile ?? '';
  const findings = [
    ...strangers,
    ...(doubtful > 0 ? [finding('N846', { file }, { data: { numbers: doubtful } })] : []),
    ...unplaced.map(({ unit, now, households }) =>
      finding('W847', { file }, { saw: unit, expected: now, data: { households } }),
    ),
  ];
  return { links: inOrder(draft.links), counts: countsOf(draft), findings };
}

/**
 * Settles what can be settled, until nothing more comes of it: a pair of one head may leave one way for persons whose
 * household could have gone two. What is open in the end is asked.
 */
function settle(draft: Draft): { readonly doubtful: number; readonly alike: Alike } {
  for (;;) {
    const before = draft.settled;
    const alike: Alike = { before: new Set(), after: new Set() };
    draft.askAnew();
    const doubtful = takeSharedNumbers(draft);
    takePrevious(draft);
    takeEnds(draft);
    takeSameHeads(draft, alike);
    takeExits(draft);
    takeMoves(draft);
    if (draft.settled === before) return { doubtful, alike };
  }
}

/** Households of a divided unit of which nothing was found. */
type Unplaced = Divided & { households: number };

/** A line for every household of which nothing was found. Gives the units whose division has lost some. */
function leaveAlone(draft: Draft, alike: Alike): readonly Unplaced[] {
  const { before, after, told } = draft;
  const unplaced = new Map<string, Unplaced>();
  for (let b = 0; b < before.length; b++) {
    if (told.before[b]) continue;
    const divided = before.dividedUnitOf(b);
    if (divided !== null) {
      const some = unplaced.get(divided.unit) ?? { ...divided, households: 0 };
      some.households++;
      unplaced.set(divided.unit, some);
    }
    draft.alone(b, null, [...alikeIn(alike.before, b), ...(divided === null ? [] : (['divided_unit'] as const))]);
  }
  for (let a = 0; a < after.length; a++) if (!told.after[a]) draft.alone(null, a, alikeIn(alike.after, a));
  return [...unplaced.values()].sort((one, other) => (one.unit < other.unit ? -1 : 1));
}

function alikeIn(alike: ReadonlySet<number>, at: number): readonly Reason[] {
  return alike.has(at) ? ['alike'] : [];
}
