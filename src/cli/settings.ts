import type { Messages } from '../messages/messages.ts';
import { messagesIn } from '../messages/messages.ts';
import { isIsoDate } from '../text/date.ts';
import type { Lang } from '../text/format.ts';
import { UsageError } from './exit.ts';
import type { Io, Out } from './io.ts';

/** Options that every command has. */
export interface CommonOptions {
  readonly lang?: string;
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly debug?: boolean;
}

/** What the common options and the surroundings come to. */
export interface Settings {
  readonly io: Io;
  readonly words: Messages;
  readonly quiet: boolean;
  readonly verbose: boolean;
  colorOn(out: Out): boolean;
}

export function settingsFrom(options: CommonOptions, io: Io): Settings {
  return {
    io,
    words: messagesIn(languageOf(options.lang, io.env)),
    quiet: options.quiet === true,
    verbose: options.verbose === true,
    colorOn: (out) => wantsColor(options.color, out, io.env),
  };
}

/** `--lang`, else `REVIEW_LANG`, else an English locale, else Vietnamese. */
export function languageOf(option: string | undefined, env: Io['env']): Lang {
  const said = option ?? env.REVIEW_LANG;
  if (said === 'vi' || said === 'en') return said;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.startsWith('en') ? 'en' : 'vi';
}

/** One decision per stream; chalk and the table library are told, they do not decide. */
function wantsColor(option: boolean | undefined, out: Out, env: Io['env']): boolean {
  if (option !== undefined) return option;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return env.TERM !== 'dumb' && out.isTty;
}

/** The day that a year's review stands for. */
const DAY_OF_YEAR = '12-14';

/** The day the user gave, by `--date` or `--year`. */
export function dateFrom(
  { date, year }: { readonly date?: string; readonly year?: string },
  words: Messages,
): string | null {
  if (date !== undefined && year !== undefined) throw new UsageError(words.usage.dateAndYear);
  if (date !== undefined) {
    if (!isIsoDate(date)) throw new UsageError(words.usage.badDate(date));
    return date;
  }
  if (year === undefined) return null;
  if (!/^\d{4}$/.test(year)) throw new UsageError(words.usage.badYear(year));
  return `${year}-${DAY_OF_YEAR}`;
}
