import { tidy } from '../text/fold.ts';
import type { Field } from './fields.ts';
import { unguard } from './normalize.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A column by its headings from the top down. */
export interface Column {
  readonly path: readonly string[];
}

/** A heading as it is compared: on one line, without what guards it. */
export function clean(cell: string): string {
  return unguard(tidy(cell)).replace(/\s+/g, ' ');
}

/** What a path of headings leads to: its last part, the whole, or what stands above. */
export function fieldFor(path: readonly string[], vocabulary: Vocabulary): Field | null {
  const look = (text: string) => vocabulary.fieldOf(text) ?? vocabulary.memberFieldOf(text);
  return lookAlong(path, look) ?? (sexColumn(path, vocabulary) === null ? null : look(aboveSex(path)));
}

/** What `look` makes of the last part of a path, else of the whole, else of what stands above. */
export function lookAlong(path: readonly string[], look: (text: string) => Field | null): Field | null {
  const last = path.at(-1) ?? '';
  if (path.length <= 1) return look(last);
  const above = [...path].reverse().slice(1);
  return look(last) ?? look(path.join(' ')) ?? above.map(look).find((field) => field !== null) ?? null;
}

/** `Năm sinh / Nam`, `Năm sinh Nữ`: the sex that a column stands for. */
export function sexColumn(path: readonly string[], vocabulary: Vocabulary): 'male' | 'female' | null {
  const last = (path.at(-1) ?? '').split(' ').at(-1) ?? '';
  const sex = vocabulary.codeOf({ id: 'sex', kind: 'code' }, last.replace(/[()]/g, ''));
  return sex === 'male' || sex === 'female' ? sex : null;
}

/** What stands above the sex. */
export function aboveSex(path: readonly string[]): string {
  return path.join(' ').split(' ').slice(0, -1).join(' ');
}
