import { type Published, publishedIn } from '../../src/generate/published.ts';
import { shipped } from '../criteria/shipped.ts';

/** What tests of the generator go by: the lines of the nation and of Quảng Ninh, as their criteria files have them. */
export const PUBLISHED: Published = {
  ...(publishedIn(shipped('quang-ninh-2023')) as Published),
  lines: [
    { rural: 1_500_000, urban: 2_000_000 },
    { rural: 2_100_000, urban: 2_600_000 },
  ],
  cutoff: 3,
};
