import { z } from 'zod';
import { criteriaFileSchema } from './schema.ts';

/** The schema of criteria files for editors: completion and marks while typing. Rules across keys are checked by `check` alone. */
export function criteriaJsonSchema(): object {
  return {
    title: 'A criteria file of `review`',
    ...z.toJSONSchema(criteriaFileSchema, { io: 'input', unrepresentable: 'any' }),
  };
}
