import type { Draft, Said } from './draft.ts';
import { type Descent, lineage } from './lineage.ts';
import type { Reason } from './reasons.ts';
import { byName, byNumber, type Kinship, sharedPersons } from './shared-persons.ts';
import { closedByEvents } from './told.ts';

/** Settles households with a citizen's number in common: the same, split, merged. Gives the numbers that are no evidence. */
export function takeSharedNumbers(draft: Draft): number {
  const { kinships, doubtful } = sharedPersons(draft.before, draft.after, byNumber);
  for (const descent of descents(draft, kinships, draft.toldForSure)) {
    const { kinship, kind, isSure } = descent;
    const { before: b, after: a } = kinship;
    const said: Said = { tier: 'person_id', score: scoreOf(kinship), reasons: reasonsOf(draft, descent) };
    const isTold =
      (kind === 'split' && draft.after.eventOf(a) === 'split_from') ||
      (kind === 'merged' && draft.before.eventOf(b) === 'merged_into');
    if (!isSure && !isTold) draft.ask(b, a, scoreOf(kinship), said.reasons ?? [], EVENTS[kind]);
    else if (kind === 'same') draft.pair(b, a, said);
    else if (kind === 'split') draft.split(b, a, said);
    else draft.merged(b, a, said);
  }
  return doubtful;
}

const EVENTS = { split: 'split_from', merged: 'merged_into', same: undefined, tie: undefined } as const;

/** Asks about households with persons of one name, birth and sex in common, where no number says anything. */
export function askOfSharedNames(draft: Draft): void {
  if (!draft.before.hasMembers || !draft.after.hasMembers) return;
  const { kinships } = sharedPersons(draft.before, draft.after, byName);
  for (const descent of descents(draft, kinships, draft.told)) {
    const { kinship, kind } = descent;
    const { before: b, after: a } = kinship;
    const reasons: readonly Reason[] = ['persons_by_name', ...reasonsOf(draft, descent)];
    draft.ask(b, a, Math.min(MOST_BY_NAME, scoreOf(kinship)), reasons, EVENTS[kind]);
  }
}

const MOST_BY_NAME = 95;

/** What the kinships of households mean of which it is not settled yet; of those `told` no parts are looked for. */
function descents(draft: Draft, all: readonly Kinship[], told: Draft['told']): readonly Descent[] {
  const { before, after, done } = draft;
  const kinships = all.filter(
    ({ before: b, after: a }) => !(done.before[b] && done.after[a]) && !draft.isRefused(b, a),
  );
  const closed = closedByEvents(draft);
  for (const [at, isDone] of done.before.entries()) if (isDone) closed.before[at] = 1;
  for (const [at, isDone] of done.after.entries()) if (isDone) closed.after[at] = 1;
  return lineage(kinships, before, after, closed).filter(({ kind, kinship: { before: b, after: a } }) => {
    if (kind === 'split') return !done.after[a] && !told.after[a];
    if (kind === 'merged') return !done.before[b] && !told.before[b] && !hasEnded(draft, b);
    return true;
  });
}

/** Its own row says that it ended; that some of its persons live elsewhere does not make it a merger. */
function hasEnded({ before }: Draft, b: number): boolean {
  const event = before.eventOf(b);
  return event === 'died' || event === 'dissolved';
}

function scoreOf({ sameHead, share }: Kinship): number {
  return sameHead ? 100 : share;
}

function reasonsOf({ before, after }: Draft, { kinship, kind }: Descent): readonly Reason[] {
  if (kind === 'tie') return ['tie'];
  if (kind !== 'same') return [];
  const [was, is] = [before.headOf(kinship.before), after.headOf(kinship.after)];
  const differ = (a: number, b: number) => a !== 0 && b !== 0 && a !== b;
  const otherName = differ(before.nameAt(was), after.nameAt(is));
  if (kinship.sameHead)
    return otherName && differ(before.birthAt(was), after.birthAt(is)) ? ['name_and_birth_differ'] : [];
  const few: readonly Reason[] =
    !kinship.headBefore && !kinship.headAfter && kinship.share < HALF ? ['few_persons'] : [];
  return otherName ? ['new_head', ...few] : few;
}

/** In percent. */
const HALF = 50;
