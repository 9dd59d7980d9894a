import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { both } from './both.ts';
import { asked } from './surveys.ts';

describe('the lane and the reference', () => {
  it('give the same bytes, findings, counts and hashes for any survey', { timeout: 300_000 }, async () => {
    const seen = { byLane: 0, all: 0 };
    await fc.assert(
      fc.asyncProperty(asked, async (how) => {
        const read = await both(how);
        if (read === null) return;
        seen.all++;
        if (read.byLane) seen.byLane++;
        expect(read.lane).toEqual(read.reference);
      }),
      { numRuns: Number(process.env.RUNS ?? 600) },
    );
    // a lane that always gave up would agree too
    expect(seen.byLane).toBeGreaterThan(seen.all / 2);
  });
});
