import { placesOf } from './by-hand.ts';
import type { Draft } from './draft.ts';
import type { Households } from './households.ts';

const TOLD = { tier: 'by_hand', reasons: ['event_told'] } as const;

/** Households before that cannot go on, and those after that go on from nobody, because their rows say so. */
export function closedByEvents({ before, after }: Draft) {
  const closed = { before: new Uint8Array(before.length), after: new Uint8Array(after.length) };
  for (const [at, event] of before.events)
    if (event === 'died' || event === 'dissolved' || event === 'merged_into') closed.before[at] = 1;
  for (const [at, event] of after.events) if (event === 'split_from') closed.after[at] = 1;
  return closed;
}

/** Settles what the rows themselves say became of households that nothing else has settled. */
export function takeEnds(draft: Draft): void {
  for (const [at, event] of draft.before.events) {
    const isEnd = event === 'died' || event === 'dissolved' || event === 'merged_into';
    if (isEnd && !draft.done.before[at]) draft.leaves(at, { ...TOLD, event });
  }
  for (const [at, event] of draft.after.events)
    if (event === 'split_from' && !draft.done.after[at]) draft.arrives(at, { ...TOLD, event });
}

/** The same for those that moved: their persons and heads were looked for first. */
export function takeMoves(draft: Draft): void {
  for (const [at, event] of draft.before.events)
    if (event === 'moved_out' && !draft.done.before[at]) draft.leaves(at, { ...TOLD, event });
  for (const [at, event] of draft.after.events)
    if (event === 'moved_in' && !draft.done.after[at]) draft.arrives(at, { ...TOLD, event });
}

/** Rows after that only say that a household is gone, and are known by its key alone. */
export function takeExits(draft: Draft): void {
  const exits = [...draft.after.events].flatMap(([at]) => (draft.isExit(at) && !draft.done.after[at] ? [at] : []));
  if (exits.length === 0) return;
  const places = placesOf(draft.before);
  for (const a of exits) {
    const b = places.get(draft.after.keyOf(a));
    if (b !== undefined && !draft.done.before[b] && !isOther(draft, b, a)) draft.pair(b, a, { tier: 'by_hand' });
    else {
      // a row of somebody nobody knew before is no household after either
      draft.done.after[a] = 1;
      draft.tell(null, a);
    }
  }
}

function isOther({ before, after }: Draft, b: number, a: number): boolean {
  const [was, is] = [before.nameAt(before.headOf(b)), after.nameAt(after.headOf(a))];
  return was !== 0 && is !== 0 && was !== is;
}

/**
 * Pairs households with the one they say they were: a whole key, or a number within the same commune and village. Two that
 * name one household, or one that names what goes on elsewhere, are asked about; a part that says so has split off.
 */
export function takePrevious(draft: Draft): void {
  const claims = new Map<number, number[]>();
  const find = finder(draft);
  for (const [a, id] of draft.after.previous) {
    const b = draft.done.after[a] ? undefined : find(a, id);
    if (b !== undefined && !draft.isRefused(b, a)) claims.set(b, [...(claims.get(b) ?? []), a]);
  }
  for (const [b, all] of claims) {
    const parts = all.filter((a) => draft.after.eventOf(a) === 'split_from');
    const heirs = all.filter((a) => !parts.includes(a));
    for (const a of parts) draft.split(b, a, { tier: 'by_hand', reasons: ['previous_id'] });
    const [heir] = heirs;
    if (heirs.length === 1 && heir !== undefined && !draft.done.before[b])
      draft.pair(b, heir, { tier: 'by_hand', reasons: ['previous_id'] });
    else for (const a of heirs) draft.ask(b, a, 50, heirs.length > 1 ? ['previous_id', 'tie'] : ['previous_id']);
  }
}

/** Finds the household before that one after names. */
function finder({ before, after }: Draft): (a: number, id: string) => number | undefined {
  let places: ReadonlyMap<string, number> | null = null;
  let rebased: ReadonlyMap<string, number> | null = null;
  return (a, id) => {
    places ??= placesOf(before);
    const key = after.keyOf(a);
    const within = [...key.split('/').slice(0, -1), id].join('/');
    const found = places.get(id) ?? places.get(within);
    if (found !== undefined) return found;
    // the commune or village may have another name now
    rebased ??= byPlaceNow(before);
    return after.unitsOf(a).flatMap((unit) => rebased?.get(placeKey(unit, after.villageOf(a), id)) ?? [])[0];
  };
}

function byPlaceNow(before: Households): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at < before.length; at++) {
    const number = before.keyOf(at).split('/').at(-1) ?? '';
    for (const unit of before.unitsOf(at)) {
      const key = placeKey(unit, before.villageOf(at), number);
      // two old units with the same numbers share the new one: then the number says nothing
      places.set(key, places.has(key) ? AMBIGUOUS : at);
    }
  }
  return new Map([...places].filter(([, at]) => at !== AMBIGUOUS));
}

const AMBIGUOUS = -1;

function placeKey(unit: number, village: number, number: string): string {
  return `${unit}/${village}/${number}`;
}
