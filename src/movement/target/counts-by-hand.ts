import { isIsoDate } from '../../text/date.ts';
import type { Exits } from './exits.ts';
import type { Snapshot } from './snapshot.ts';
import { TARGET_CLASSES } from './target.ts';

/** Figures as they were published, where the lists themselves are not at hand. */
export interface HandCounts {
  readonly snapshot: Snapshot;
  readonly exits: Exits;
}

const COUNTS = ['poor', 'near_poor', 'households'] as const;
const WORDS = ['standard', 'date'] as const;
const EXITS = TARGET_CLASSES.map((id) => `${id}_exits` as const);

/** What may be said of figures given by hand. */
export const HAND_KEYS: readonly string[] = [...COUNTS, ...EXITS, ...WORDS];

/**
 * Reads `end of 2023: poor=81, near_poor=1924, households=384100, standard=quang-ninh-2023, date=2023-12-31`; the name may be
 * left out. Null when something in it is not one of these.
 */
export function parseHandCounts(text: string): HandCounts | null {
  const match = /^(?:([^=]*):)?([^:]+)$/.exec(text);
  if (match === null) return null;
  const [, name = '', list = ''] = match;
  const said = new Map<string, string>();
  for (const part of list.split(',')) {
    const [key = '', value = '', ...more] = part.split('=').map((piece) => piece.trim());
    if (!HAND_KEYS.includes(key) || value === '' || more.length > 0 || said.has(key)) return null;
    said.set(key, value);
  }
  const isNumber = (key: string) => /^\d{1,9}$/.test(said.get(key) ?? '0');
  const date = said.get('date') ?? null;
  if (![...COUNTS, ...EXITS].every(isNumber) || (date !== null && !isIsoDate(date))) return null;
  const count = (key: string) => (said.has(key) ? Number(said.get(key)) : null);
  return {
    snapshot: {
      name: name.trim() === '' ? list.trim() : name.trim(),
      date,
      criteria: said.get('standard') ?? null,
      total: { poor: count('poor'), near_poor: count('near_poor'), households: count('households') },
      units: new Map(),
    },
    exits: {
      poor: count('poor_exits'),
      near_poor: count('near_poor_exits'),
      multidimensional: count('multidimensional_exits'),
    },
  };
}
