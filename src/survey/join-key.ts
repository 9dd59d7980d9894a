import { foldKey } from '../text/fold.ts';
import type { Household, Survey } from './survey.ts';
import { fieldsIn, type Table } from './table.ts';

/** Names of units are compared without regard to case, spaces and the place of tones; numbers as they stand. */
const NAMES = new Set(['village', 'commune']);

/**
 * The fields by which the members of a file are joined to households: those of the households' key that both have. Where
 * only one of them has codes of communes, their names do.
 */
export function joinFields(survey: Survey, members: Table, key: readonly string[]): readonly string[] {
  const present = fieldsIn(members);
  return key.flatMap((field) => {
    if (present.has(field)) return [field];
    return field === 'commune_code' && present.has('commune') && survey.slots.has('commune') ? ['commune'] : [];
  });
}

/** Gives the part of a household's key that stands in the fields; null when it has no number. */
export function keyReader(survey: Survey, fields: readonly string[]): (household: Household) => string | null {
  const slots = fields.map((field) => ({ slot: survey.slots.get(field) ?? -1, isName: NAMES.has(field) }));
  const number = survey.slots.get('household_id') ?? -1;
  const folded = new Map<string, string>();
  const fold = (name: string) => {
    const known = folded.get(name);
    if (known !== undefined) return known;
    const key = foldKey(name);
    folded.set(name, key);
    return key;
  };
  return ({ cells }) => {
    if ((cells[number] ?? '') === '') return null;
    // a slash may stand inside a name, so it cannot part the parts
    return slots.map(({ slot, isName }) => (isName ? fold(cells[slot] ?? '') : (cells[slot] ?? ''))).join('\u001f');
  };
}

/** A key of `keyReader` without the zeros that its numbers and codes begin with: what a spreadsheet leaves of it. */
export function withoutZeros(key: string, fields: readonly string[]): string {
  const parts = key.split('\u001f');
  return parts.map((part, at) => (NAMES.has(fields[at] ?? '') ? part : part.replace(/^0+(?=.)/, ''))).join('\u001f');
}
