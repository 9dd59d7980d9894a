import { parse } from 'yaml';
import { z } from 'zod';

/** What the yearly forms ask beyond the criteria; see `forms.yaml`. */
export interface Forms {
  /** Full years. */
  readonly childrenUnder: number;
}

const formsSchema = z.strictObject({
  children_under: z.number(),
  source: z.string(),
  checked_on: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
});

/** Reads the file that ships with the program. Throws on one that is damaged: a bug of ours. */
export function parseForms(yaml: string): Forms {
  return { childrenUnder: formsSchema.parse(parse(yaml)).children_under };
}
