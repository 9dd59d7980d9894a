import type { Published } from '../../src/generate/published.ts';

/** Lines for tests of the generator: the nation's and Quảng Ninh's, as their criteria files have them. */
export const PUBLISHED: Published = {
  lines: [
    { rural: 1_500_000, urban: 2_000_000 },
    { rural: 2_100_000, urban: 2_600_000 },
  ],
  cutoff: 3,
};
