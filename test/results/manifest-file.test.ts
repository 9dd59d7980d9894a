import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../src/results/manifest-file.ts';

const WHOLE = {
  schemaVersion: 1,
  criteria: { id: 'vn-2022', hash: 'ab'.repeat(32), status: 'in_force' },
  coverage: 'all',
  status: 'approved',
  decision: '12/QĐ-UBND',
  date: '2024-12-14',
  counts: { read: 3, classified: 2, rejected: 1, dropped: 0 },
};

describe('the manifest of a result', () => {
  it('says what later commands ask', () => {
    expect(parseManifest(JSON.stringify(WHOLE))).toMatchObject({
      coverage: 'all',
      status: 'approved',
      date: '2024-12-14',
      counts: { classified: 2, rejected: 1 },
    });
  });

  it('says nothing when it is damaged: cut, of another shape, or with a coverage that is none', () => {
    expect(parseManifest(JSON.stringify(WHOLE).slice(0, -5))).toBe(null);
    expect(parseManifest('[]')).toBe(null);
    expect(parseManifest(JSON.stringify({ ...WHOLE, coverage: 'most' }))).toBe(null);
  });
});
