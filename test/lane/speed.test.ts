import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const BUILT = new URL('../../dist/lane/block-review.js', import.meta.url);
const PROGRAM = fileURLToPath(new URL('./cost.mjs', import.meta.url));

/** Ratios of processor time, not seconds; measured were a twentieth and less than thirty times, so only a real loss is told. */
describe.skipIf(!existsSync(BUILT))('a row by the lane', () => {
  it('costs little beside the reference, and not much beside a loop that only looks at the bytes', () => {
    const { lane, reference, loop } = JSON.parse(execFileSync(process.execPath, [PROGRAM], { encoding: 'utf8' }));
    expect(lane).toBeLessThan(reference / 8);
    expect(lane).toBeLessThan(loop * 60);
  });
});
