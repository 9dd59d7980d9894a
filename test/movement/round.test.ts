import { describe, expect, it } from 'vitest';
import { isOneCriteria, isOneRound } from '../../src/movement/round.ts';
import { resultOf } from './panels.ts';

describe('one round or two years', () => {
  it('one year with another status is one round; the same status, or another year, is not', async () => {
    const preliminary = await resultOf([], { year: 2024, status: 'preliminary' });
    const approved = await resultOf([], { year: 2024, status: 'approved' });
    expect(isOneRound(preliminary, approved, false)).toBe(true);
    expect(isOneRound(approved, approved, false)).toBe(false);
    expect(isOneRound(approved, approved, true)).toBe(true);
    expect(isOneRound(await resultOf([], { year: 2023, status: 'preliminary' }), approved, false)).toBe(false);
  });

  it('criteria are one when id and version are', async () => {
    const national = await resultOf([]);
    expect(isOneCriteria(national, national)).toBe(true);
    expect(isOneCriteria(national, await resultOf([], { criteria: 'vn-2027' }))).toBe(false);
    expect(isOneCriteria(national, { ...national, criteria: { id: 'vn-2022', hash: 'x' } })).toBe(false);
    expect(isOneCriteria(national, { ...national, criteria: { id: '', hash: '' } })).toBe(true);
  });
});
