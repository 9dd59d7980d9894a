import { NO_QUOTA, type Quota } from '../movement/why/quota.ts';
import { UsageError } from './exit.ts';
import type { Settings } from './settings.ts';
import { unitsFrom } from './units-input.ts';

/**
 * What `--quota` says that villages were told to let go of: `30%` of every list, or a file with `unit_code`, `village` and
 * `households`. `E101` and `E202` for a file that cannot be read; UsageError for a percent that is none.
 */
export async function quotaFrom(said: string | undefined, { words }: Settings): Promise<Quota> {
  if (said === undefined) return NO_QUOTA;
  const percent = /^(\d{1,3})\s*%$/.exec(said)?.[1];
  if (percent === undefined) return { percent: null, rows: (await unitsFrom(said)) ?? [] };
  if (Number(percent) < 1 || Number(percent) > 100) throw new UsageError(words.usage.badValue(`--quota ${said}`));
  return { percent: Number(percent), rows: [] };
}
