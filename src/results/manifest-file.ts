import { z } from 'zod';
import type { Coverage, ReviewStatus } from './reviewed.ts';

/** What a result's manifest says of it, as far as later commands ask. */
export interface ManifestSaid {
  readonly criteria: { readonly id: string; readonly hash: string };
  readonly coverage: Coverage;
  readonly status: ReviewStatus | null;
  readonly decision: string | null;
  readonly date: string | null;
  /** Rows in the result, and rows of the survey that were set aside. */
  readonly counts: { readonly classified: number; readonly rejected: number };
}

const manifestSchema = z.object({
  criteria: z.object({ id: z.string(), hash: z.string() }),
  coverage: z.enum(['all', 'reviewed', 'listed']),
  status: z.enum(['preliminary', 'rechecked', 'approved']).nullable(),
  decision: z.string().nullable(),
  date: z.string().nullable(),
  counts: z.object({ classified: z.number(), rejected: z.number() }),
});

/** Reads the text of a manifest; null for one that is damaged. */
export function parseManifest(text: string): ManifestSaid | null {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = manifestSchema.safeParse(content);
  return parsed.success ? parsed.data : null;
}

/** Where the manifest of a result stands. */
export function manifestPath(result: string): string {
  return `${result}.manifest.json`;
}
