import { type Finding, finding } from '../../finding.ts';
import { isSettled } from '../link.ts';
import type { Draft } from './draft.ts';
import type { Households } from './households.ts';
import type { LinkLine } from './links-file.ts';

/** What a person writes into the note of a probable pair to be asked no more. */
const REJECTED = /(?:^|[\s;,.])rejected(?:$|[\s;,.])/i;

/**
 * Takes over what a links file settles, and what it refuses; proposals that nobody decided are found anew. `W845` for each
 * line with a household that is not there: it says nothing of these years.
 */
export function takeLines(draft: Draft, lines: readonly LinkLine[], file: string): readonly Finding[] {
  if (lines.length === 0) return [];
  const [before, after] = [placesOf(draft.before), placesOf(draft.after)];
  const strangers: Finding[] = [];
  for (const line of lines) {
    const at = (side: 'before' | 'after') => {
      const key = line[side];
      if (key === null) return null;
      const place = (side === 'before' ? before : after).get(key);
      if (place === undefined) strangers.push(stranger(line, side, file));
      return place;
    };
    const [b, a] = [at('before'), at('after')];
    if (b !== undefined && a !== undefined) takeLine(draft, line, b, a);
  }
  return strangers;
}

function takeLine(draft: Draft, { row: _, ...link }: LinkLine, b: number | null, a: number | null): void {
  const isAnswer = isSettled(link) && !(link.tier === 'none' && link.event === null);
  if (isAnswer) {
    if (b !== null && link.event !== 'split_from') draft.done.before[b] = 1;
    if (a !== null && link.event !== 'merged_into') draft.done.after[a] = 1;
    draft.keep(link, b, a);
  } else if (b !== null && a !== null && REJECTED.test(link.note)) {
    draft.refuse(link, b, a);
  }
}

function stranger({ row, before, after }: LinkLine, side: 'before' | 'after', file: string): Finding {
  const column = `${side}_key`;
  const saw = (side === 'before' ? before : after) ?? '';
  return finding('W845', { file, row, column, field: column }, { saw, data: { kind: side } });
}

/** Where each key stands. */
export function placesOf(households: Households): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at < households.length; at++) places.set(households.keyOf(at), at);
  return places;
}
