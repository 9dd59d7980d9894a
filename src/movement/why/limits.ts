import { parse } from 'yaml';
import { z } from 'zod';

const whole = z.int().min(1);
const percent = z.int().min(1).max(100);

const limitsSchema = z.strictObject({
  all_left: z.strictObject({ households: whole }),
  same_percent: z.strictObject({ villages: whole, households: whole, percents: z.array(percent) }),
  unexplained: z.strictObject({ households: whole, percent }),
});

/** When the comparison of two years points something out; see `limits.yaml`. */
export type MovementLimits = z.infer<typeof limitsSchema>;

/** Reads the limits that ship with the program. */
export function parseMovementLimits(yaml: string): MovementLimits {
  return limitsSchema.parse(parse(yaml));
}
