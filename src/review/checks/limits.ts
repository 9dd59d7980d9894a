import { parse } from 'yaml';
import { z } from 'zod';

const positive = z.number().positive();
const whole = z.int().min(1);

const limitsSchema = z.strictObject({
  ages: z.strictObject({ oldest: whole }),
  zero_or_missing: z.strictObject({
    fields: z.array(z.string()),
    habit: z.strictObject({ zeros: whole, percent: z.int().min(0).max(100) }),
  }),
  outliers: z.strictObject({ values: whole, fence: positive, least_spread: z.number().min(1) }),
  same_answers: z.strictObject({ with_amount: whole, marks_alone: whole }),
});

/** When a check calls something unusual; see `limits.yaml`. */
export type Limits = z.infer<typeof limitsSchema>;

/** Reads the limits that ship with the program. */
export function parseLimits(yaml: string): Limits {
  return limitsSchema.parse(parse(yaml));
}
