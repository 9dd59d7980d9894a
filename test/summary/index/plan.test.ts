import { describe, expect, it } from 'vitest';
import { indexPlan } from '../../../src/summary/index/plan.ts';
import { toText } from '../../../src/text/exact.ts';
import { changed, findingsOf, load, SHIPPED, shipped } from '../../criteria/shipped.ts';
import { indexSet, OPTIONS } from './indexes.ts';

describe('the plan of an index', () => {
  it('takes weights and cut-off from the rule for the poor', () => {
    const plan = indexPlan(indexSet('nested'), OPTIONS);
    expect(plan).toMatchObject({
      score: 'deprivation',
      isStrict: false,
      cutoffFrom: 'criteria',
      isClassElsewhere: false,
    });
    expect(plan.weights.map((weight) => weight / plan.total)).toEqual([
      ...Array.from({ length: 4 }, () => 1 / 12),
      ...[1 / 6, 1 / 6],
      ...Array.from({ length: 3 }, () => 1 / 9),
    ]);
    expect(toText(plan.k)).toBe('1/3');
  });

  it.each([
    ['vn-2022', '1/4'],
    ['vn-2016', '3/10'],
    ['vn-2027', '1/4'],
    ['dong-nai-2022', '1/6'],
    ['hcmc-2021', '3/10'],
  ])('of %s asks for a share of %s, and says that the class asks for more', (id, k) => {
    const plan = indexPlan(shipped(id), OPTIONS);
    expect(toText(plan.k)).toBe(k);
    expect(plan.weights.every((weight) => weight === plan.weights[0])).toBe(true);
    expect(plan.isClassElsewhere).toBe(true);
  });

  it('is there for every shipped set but the one that asks for income alone', () => {
    const without = SHIPPED.filter((id) => findingsOf(() => indexPlan(shipped(id), OPTIONS)).length > 0);
    expect(without).toEqual(['hcmc-2025']);
    expect(indexPlan(shipped('hcmc-2025'), { ...OPTIONS, cutoff: '1/4' }).isClassElsewhere).toBe(true);
  });

  it('takes the cut-off of the user before that of the rules', () => {
    const plan = indexPlan(indexSet('nested'), { ...OPTIONS, cutoff: '0.25' });
    expect(plan).toMatchObject({ k: { n: 1n, d: 4n }, cutoffFrom: 'option', isClassElsewhere: true });
    expect(indexPlan(indexSet('nested'), { ...OPTIONS, cutoff: '2/6' }).isClassElsewhere).toBe(false);
  });

  it.each(['1.01', '4/3', 'half', '-1', ''])('refuses the cut-off "%s"', (cutoff) => {
    const [found] = findingsOf(() => indexPlan(indexSet('nested'), { ...OPTIONS, cutoff }));
    expect(found).toMatchObject({ code: 'E821', saw: cutoff, data: { issue: 'no_share' } });
  });

  it('leaves nobody on the cut-off poor where the rule says "above"', () => {
    const strict = changed('vn-2022', '{ test: at_least, field: deprivations', '{ test: above, field: deprivations');
    const alone = strict.replaceAll('{ test: at_least, field: b2', '{ test: above, field: b2');
    expect(indexPlan(load(alone.replace('id: vn-2022', 'id: own')), OPTIONS)).toMatchObject({ isStrict: true });
  });

  it('refuses to choose between two cut-offs', () => {
    // by points 4 of 12 are asked for, by income 3
    const text = changed('vn-2022', '    amount: 30\n', '    amount: 40\n').replace('id: vn-2022', 'id: own');
    const [found] = findingsOf(() => indexPlan(load(text), OPTIONS));
    expect(found).toMatchObject({ code: 'E821', saw: '1/3, 1/4', data: { issue: 'several' } });
    expect(indexPlan(load(text), { ...OPTIONS, cutoff: '1/4' }).cutoffFrom).toBe('option');
  });

  it('refuses cut-offs that differ by area', () => {
    const text = changed('vn-2022', '    amount: 30\n', '    by_area: { rural: 30, urban: 40 }\n');
    const [found] = findingsOf(() => indexPlan(load(text.replace('id: vn-2022', 'id: own')), OPTIONS));
    expect(found).toMatchObject({ code: 'E821', data: { issue: 'several' } });
  });

  it('needs a cut-off where the rules have none', () => {
    const set = shipped('vn-2022');
    const ruleless = { ...set, classes: { income: null, score: null } };
    const [found] = findingsOf(() => indexPlan(ruleless, OPTIONS));
    expect(found).toMatchObject({ code: 'E821', data: { issue: 'none' } });
    expect(indexPlan(ruleless, { ...OPTIONS, cutoff: '1/3' })).toMatchObject({ score: 'b2' });
  });
});
