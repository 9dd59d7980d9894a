import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';

describe('the names a person may have meant', () => {
  const indicators = ['employment', 'dependents', 'nutrition', 'water', 'waste', 'toilet', 'telecom'];

  it('are the nearest first', () => {
    expect(nearest('watr', indicators)).toEqual(['water', 'waste']);
    expect(nearest('dependants', indicators)).toEqual(['dependents']);
  });

  it('are none when nothing is near', () => {
    expect(nearest('xyzxyzxyz', indicators)).toEqual([]);
    expect(nearest('watr', [])).toEqual([]);
  });

  it('do not depend on case', () => {
    expect(nearest('WATER', indicators)[0]).toBe('water');
    expect(nearest('vn-2022', ['VN-2022'])).toEqual(['VN-2022']);
  });

  it('are three at most, equally near ones in the order of the alphabet', () => {
    expect(nearest('a1', ['a5', 'a4', 'a3', 'a2'])).toEqual(['a2', 'a3', 'a4']);
  });

  it('are candidates, begin with the name itself if it is one, and do not depend on the order given', () => {
    const name = fc.string({ unit: fc.constantFrom(...'abc_'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(name, fc.uniqueArray(name), (wanted, candidates) => {
        const found = nearest(wanted, candidates);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(candidates).toEqual(expect.arrayContaining(found));
        if (candidates.includes(wanted)) expect(found[0]).toBe(wanted);
        expect(nearest(wanted, [...candidates].reverse())).toEqual(found);
      }),
    );
  });
});
