import type { Lang } from '../text/format.ts';
import { en } from './en.ts';
import { type Messages, vi } from './vi.ts';

/** The dictionary of a language. */
export function messagesIn(lang: Lang): Messages {
  return lang === 'en' ? en : vi;
}

export type { Messages };
