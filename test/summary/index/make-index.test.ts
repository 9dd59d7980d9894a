import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenInvariant } from '../../../src/summary/index/invariants.ts';
import { indexFindings, makeIndex } from '../../../src/summary/index/make-index.ts';
import { type IndexOptions, indexPlan, MISSING } from '../../../src/summary/index/plan.ts';
import { compare, exact, over, plus, sum, times, ZERO } from '../../../src/text/exact.ts';
import { figures, indexed, indexOf, indexSet, type Mark, OPTIONS, type Row, text } from './indexes.ts';

const set = indexSet('nested');
const mark: fc.Arbitrary<Mark> = fc.constantFrom(0, 1, null);
const row = fc.record({
  deprived: fc.array(mark, { minLength: 9, maxLength: 9 }),
  size: fc.integer({ min: 1, max: 9 }),
  weight: fc.constantFrom(1, 1.2, 0.8, 0.125, 2, 3.3333),
  group: fc.constantFrom('urban', 'rural', ''),
});
// the first household answered everything, so that no policy leaves nothing
const rows = fc
  .array(row, { maxLength: 30 })
  .map((some): Row[] => [{ deprived: [1, 0, 0, 0, 1, 0, 0, 0, 1], size: 3, weight: 1.1, group: 'urban' }, ...some]);
const options: fc.Arbitrary<IndexOptions> = fc.record({
  cutoff: fc.constantFrom(null, '0', '1/3', '5/18', '1'),
  count: fc.constantFrom('households' as const, 'persons' as const),
  missing: fc.constantFrom(...MISSING),
  groupBy: fc.constantFrom(null, 'area'),
});

describe('an index', () => {
  it('is H times A, its contributions make 1, and its groups make the whole', () => {
    fc.assert(
      fc.property(rows, options, (some, chosen) => {
        const { total, indicators, groups } = indexOf(set, some, chosen);
        const { H, A, M0 } = total;
        expect(text(M0)).toBe(text(A === null ? ZERO : times(H ?? ZERO, A)));
        if (M0 !== null && M0.n > 0n) expect(text(sum(indicators.map((i) => i.contribution ?? ZERO)))).toBe('1');
        if (chosen.groupBy === null) return;
        expect(text(sum(groups.map(({ share, M0: part }) => times(share, part ?? ZERO))))).toBe(text(M0));
        expect(text(sum(groups.map(({ share }) => share)))).toBe('1');
      }),
    );
  });

  it('comes out the same from parts, in any order', () => {
    fc.assert(
      fc.property(rows, options, fc.nat(), (some, chosen, cut) => {
        const plan = indexPlan(set, { ...OPTIONS, ...chosen });
        const [first, second] = [makeIndex(plan), makeIndex(plan)];
        for (const [at, one] of some.entries()) (at < cut % some.length ? first : second).add(indexed(one));
        second.merge(first);
        expect(second.done()).toEqual(indexOf(set, some, chosen));
        expect(indexOf(set, some.toReversed(), chosen)).toEqual(indexOf(set, some, chosen));
      }),
    );
  });

  it('is what adding up household by household gives', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const weights = [3, 3, 3, 3, 6, 6, 4, 4, 4].map((part) => exact(part, 36));
        const amount = ({ size = 1, weight = 1 }: Row) => exact(BigInt(Math.round(weight * 10000 * size)), 10000n);
        const score = ({ deprived }: Row) => sum(weights.filter((_, at) => deprived[at] === 1));
        const poor = some.filter((one) => compare(score(one), exact(1, 3)) >= 0);
        const all = sum(some.map(amount));
        const { total } = indexOf(set, some, { count: 'persons', missing: 'not_deprived' });
        expect(text(total.H)).toBe(text(over(sum(poor.map(amount)), all)));
        expect(text(total.M0)).toBe(text(over(sum(poor.map((one) => times(amount(one), score(one)))), all)));
      }),
    );
  });

  it('never falls when someone is deprived of more', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(8), (some, which, what) => {
        const worse = some.map((one, at) =>
          at === which % some.length ? { ...one, deprived: one.deprived.with(what, 1) } : one,
        );
        for (const missing of ['not_deprived', 'deprived'] as const) {
          const [before, after] = [some, worse].map((all) => indexOf(set, all, { missing }).total.M0 ?? ZERO);
          expect(compare(after ?? ZERO, before ?? ZERO)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('lies, with blanks as not deprived and as deprived, about every way of filling them', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.constantFrom<Mark>(0, 1)), (some, answers) => {
        const filled = some.map((one) => ({
          ...one,
          deprived: one.deprived.map((known): Mark => known ?? (answers.next().value as Mark)),
        }));
        const [lo, mid, hi] = [
          indexOf(set, some, { missing: 'not_deprived' }),
          indexOf(set, filled),
          indexOf(set, some, { missing: 'deprived' }),
        ].map(({ total }) => total.M0 ?? ZERO) as [typeof ZERO, typeof ZERO, typeof ZERO];
        expect(compare(lo, mid)).toBeLessThanOrEqual(0);
        expect(compare(mid, hi)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('has no depth where nobody is poor', () => {
    const { total, indicators } = indexOf(indexSet('four-one'), [{ deprived: [1, 0, 0, 0] }]);
    expect(figures(total)).toEqual({ H: '0', A: null, M0: '0' });
    expect(text(indicators[0]?.uncensored ?? null)).toBe('1');
    expect(indicators.map(({ contribution }) => contribution)).toEqual([null, null, null, null]);
  });

  it('counts nobody on the cut-off where the rule asks for more than it', () => {
    const maker = makeIndex({ ...indexPlan(indexSet('four-half'), OPTIONS), isStrict: true });
    for (const deprived of [
      [1, 1, 0, 0],
      [1, 1, 1, 0],
    ] as Mark[][])
      maker.add(indexed({ deprived }));
    expect(figures(maker.done().total)).toEqual({ H: '1/2', A: '3/4', M0: '3/8' });
  });

  it('says how many households it left out, and why', () => {
    const plan = indexPlan(indexSet('four-half'), { ...OPTIONS, count: 'persons' });
    const [maker, other] = [makeIndex(plan), makeIndex(plan)];
    const marks = [true, true, false, false];
    maker.add({ marks, size: 2, weight: '1', group: '' });
    maker.add({ marks, size: null, weight: '1', group: '' });
    maker.add({ marks, size: 2, weight: null, group: '' });
    other.add({ marks: [null, true, true, true], size: 2, weight: '1', group: '' });
    maker.merge(other);
    const result = maker.done();
    expect(result).toMatchObject({ read: 4, leftOut: { missing: 1, noSize: 1, noWeight: 1 }, filled: 0 });
    expect(indexFindings(result)).toMatchObject([
      { code: 'W822', at: { field: 'size' }, count: 1 },
      { code: 'W822', at: { field: 'weight' }, count: 1 },
      { code: 'N823', count: 1, data: { policy: 'drop' } },
    ]);
  });

  it('says how many it counted with blanks, and leaves out who answered nothing', () => {
    const some: Row[] = [
      { deprived: [1, null, 0, 0] },
      { deprived: [null, null, null, null] },
      { deprived: [1, 1, 1, 0] },
    ];
    const result = indexOf(indexSet('four-half'), some, { missing: 'reweight' });
    expect(result).toMatchObject({ filled: 1, leftOut: { missing: 1 }, total: { households: 2 } });
    expect(indexFindings(result)).toMatchObject([
      { code: 'N823', count: 1, data: { policy: 'reweight' } },
      { code: 'N823', count: 1, data: { policy: 'no_answer' } },
    ]);
  });

  it('puts urban before rural, and what is not known last', () => {
    const groups = ['', 'rural', 'Xã Đa', 'Xã Da', 'urban'].map((group) => ({
      deprived: [1, 1, 0, 0] as Mark[],
      group,
    }));
    const result = indexOf(indexSet('four-half'), groups, { groupBy: 'area' });
    expect(result.groups.map(({ id }) => id)).toEqual(['urban', 'rural', 'Xã Da', 'Xã Đa', '']);
  });
});

describe('the invariants', () => {
  const whole = indexOf(indexSet('four-half'), [{ deprived: [1, 1, 0, 0] }, { deprived: [0, 0, 0, 1] }]);
  const measured = { measures: whole.total, indicators: whole.indicators };

  it('hold of what was computed', () => {
    expect(brokenInvariant(measured, [whole.total])).toBeNull();
  });

  it('name what is broken', () => {
    const off = exact(1, 1000);
    const more = (value: typeof ZERO | null) => plus(value ?? ZERO, off);
    const M0 = more(whole.total.M0);
    expect(brokenInvariant({ ...measured, measures: { ...whole.total, M0 } }, [])).toContain('H × A');
    const wrong = whole.indicators.map((i) => ({ ...i, contribution: more(i.contribution) }));
    expect(brokenInvariant({ ...measured, indicators: wrong }, [])).toContain('contributions');
    const poorer = whole.indicators.map((i) => ({ ...i, censored: more(i.uncensored) }));
    expect(brokenInvariant({ ...measured, indicators: poorer }, [])).toContain('part');
    expect(brokenInvariant(measured, [{ ...whole.total, M0 }])).toContain('groups');
  });
});
