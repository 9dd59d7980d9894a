import { z } from 'zod';
import { parseFraction } from '../text/fraction.ts';
import type { Predicate } from './predicate.ts';

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, { error: 'name' });
const exact = (written: string | number) => parseFraction(written) !== null;
const amount = z.union([
  z.number().refine(exact, { error: 'fraction' }),
  z.string().refine(exact, { error: 'fraction' }),
  z.strictObject({ line: name }),
  z.strictObject({ param: name }),
]);

/** The grammar as a schema: a mistake is reported with the exact path to it. */
export const predicateSchema: z.ZodType<Predicate> = z.lazy(() =>
  z.discriminatedUnion('test', [
    z
      .strictObject({ test: z.enum(['all', 'any']), of: z.array(predicateSchema).min(1) })
      .describe('All, or one, of the conditions hold.'),
    z.strictObject({ test: z.literal('not'), of: predicateSchema }).describe('The condition does not hold.'),
    z
      .strictObject({ test: z.literal('count'), of: z.array(predicateSchema).min(1), at_least: z.int().min(1) })
      .describe('At least so many of the conditions hold.'),
    z
      .strictObject({ test: z.enum(['some_member', 'every_member']), where: predicateSchema })
      .describe('A member, or every member, meets the condition.'),
    z
      .strictObject({ test: z.literal('count_members'), where: predicateSchema, at_least: z.int().min(1) })
      .describe('At least so many members meet the condition.'),
    z
      .strictObject({
        test: z.literal('share_members'),
        where: predicateSchema,
        comparison: z.enum(['above', 'at_least']),
        percent: z.int().min(0).max(100),
      })
      .describe('Above, or at least, so many percent of the members meet the condition.'),
    z
      .strictObject({ test: z.literal('equals'), field: name, value: z.union([z.string(), z.boolean()]) })
      .describe('The field has the value: a code, or true or false.'),
    z
      .strictObject({ test: z.enum(['one_of', 'includes_any']), field: name, values: z.array(z.string()).min(1) })
      .describe('The field has one of the values; or, being a list, holds one of them.'),
    z
      .strictObject({ test: z.enum(['below', 'at_most', 'above', 'at_least']), field: name, value: amount })
      .describe('The field compares so with a number, { line: … } or { param: … }; below and above are strict.'),
    z.strictObject({ test: z.literal('deprived'), indicator: name }).describe('The household is deprived in it.'),
  ]),
);
