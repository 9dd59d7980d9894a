import { describe, expect, it } from 'vitest';
import { type Criteria, indicatorsOf } from '../../src/criteria/criteria.ts';
import { CONTRADICTION, makeJudge } from '../../src/judge/judge.ts';
import { compile } from '../../src/judge/table.ts';
import { changed, findingsOf, load, SHIPPED, shipped } from '../criteria/shipped.ts';

describe('the table of a ladder', () => {
  it.each(SHIPPED)('can be made for every ladder of %s', (id) => {
    const criteria = shipped(id);
    for (const basis of ['income', 'score'] as const) {
      if (criteria.classes[basis] !== null) expect(compile(criteria, basis).cells.rule.length).toBeGreaterThan(0);
    }
  });

  it('holds what the rules of vn-2022 see by income: area, income, and how many of twelve', () => {
    const table = compile(shipped('vn-2022'), 'income');
    expect(table.areas).toEqual(['rural', 'urban']);
    expect(table.income.cuts.map((cut) => cut.amount)).toEqual([1_500_000, 2_000_000, 2_250_000, 3_000_000]);
    expect(table.b1.cuts).toEqual([]);
    expect(table.groups.map((group) => group.length)).toEqual([12]);
  });

  it('holds what the rules of hcmc-2021 see: no area, the named indicator, and how many of the other eight', () => {
    const table = compile(shipped('hcmc-2021'), 'income');
    const id = (at: number) => table.indicators[at]?.id;
    expect(table.areas).toEqual([null]);
    expect(table.computed.map(id)).toEqual(['income_line']);
    expect(table.named.map(id)).toEqual(['dependents']);
    expect(table.groups.map((group) => group.length)).toEqual([8]);
  });

  it('keeps apart the indicators that weigh differently', () => {
    const criteria = load(changed('vn-2022', 'points_each: 10', 'points: { water: 30, toilet: 10 }'));
    const table = compile(criteria, 'score');
    expect(table.groups.map((group) => group.map((at) => table.indicators[at]?.id))).toEqual([
      expect.arrayContaining(['employment', 'telecom']),
      ['water'],
      ['toilet'],
    ]);
    const judge = makeJudge(criteria, 'score');
    const say = (b2: number | null, deprived: string | null) => {
      const marks = table.indicators.map((i) => (deprived === null ? null : i.id === deprived));
      return judge.decide({ area: 'rural', income: null, b1: 0, b2, marks });
    };
    expect([say(null, 'water'), say(null, 'toilet'), say(null, 'telecom')]).toMatchObject([
      { class: 'poor', deprivations: 1 },
      { class: 'near_poor', deprivations: 1 },
      { class: 'near_poor', deprivations: 1 },
    ]);
    expect(say(30, null)).toMatchObject({ class: 'poor', deprivations: 1, deprivationsMax: 11 });
    expect(say(10, null)).toMatchObject({ class: 'near_poor', deprivations: 1, deprivationsMax: 11 });
    expect(say(20, null)).toBe(CONTRADICTION);
  });

  it('adds points that are fractions exactly', () => {
    const judge = makeJudge(load(changed('vn-2022', 'points_each: 10', 'points_each: "10/3"')), 'score');
    const say = (n: number, b2: number | null) => {
      const marks = judge.table.indicators.map((_, at) => at < n);
      return judge.decide({ area: 'rural', income: null, b1: 0, b2, marks });
    };
    expect([say(8, null), say(9, null), say(9, 30)]).toMatchObject([
      { class: 'near_poor' },
      { class: 'poor' },
      { class: 'poor' },
    ]);
    expect(say(9, 29)).toBe(CONTRADICTION);
  });

  it('is not made for a basis without rules', () => {
    expect(() => compile(shipped('quang-ninh-2023'), 'score')).toThrow(/no rules by score/);
  });

  it('is refused when some household falls under no rule', () => {
    const before = 'when: { test: above, field: income, value: { line: poverty } }';
    const criteria = load(changed('vn-2022', before, before.replace('poverty', 'average_living_top')));
    expect(findingsOf(() => compile(criteria, 'income'))).toMatchObject([
      { code: 'E403', at: { path: 'classes.income.rules' }, data: { issue: 'hole' } },
    ]);
  });

  it('is refused when the rules name more indicators than a table can hold', () => {
    expect(findingsOf(() => compile(naming(24), 'income'))).toMatchObject([
      { code: 'E403', at: { path: 'classes.income.rules' }, data: { issue: 'too_many_cells' } },
    ]);
  });

  it('judges a household of which nothing is known, when the rules name thirteen indicators', () => {
    const judge = makeJudge(naming(13), 'income');
    const marks = judge.table.indicators.map(() => null);
    expect(judge.decide({ area: null, income: null, b1: null, b2: null, marks })).toMatchObject({
      class: 'undecided',
      deprivations: 0,
      deprivationsMax: 13,
    });
  });

  it('uses a line of points by area for the area, or refuses it', () => {
    const attempt = () => {
      const criteria = load(changed('vn-2022', 'amount: 30', 'by_area: { rural: 30, urban: 40 }'));
      const judge = makeJudge(criteria, 'score');
      const marks = judge.table.indicators.map((_, at) => at < 3);
      const classOf = (area: 'rural' | 'urban') => {
        const verdict = judge.decide({ area, income: null, b1: 0, b2: null, marks });
        return typeof verdict === 'string' ? verdict : verdict.class;
      };
      expect([classOf('rural'), classOf('urban')]).toEqual(['poor', 'near_poor']);
    };
    const refused = findingsOf(attempt);
    expect(refused.every((f) => f.code === 'E403')).toBe(true);
  });
});

/** vn-2022 with indicators added, and a rule that names each of them: poor with three of them deprived. */
function naming(count: number): Criteria {
  const national = indicatorsOf(shipped('vn-2022')).map((i) => i.id);
  const added = Array.from({ length: count - national.length }, (_, i) => `new_${i}`);
  const indicators = added.map(
    (id) => `
      ${id}:
        title: { vi: x, en: x }
        text: { vi: x, en: x }
        source: { document: decree_07_2021, checked_on: "2026-11-23" }
        confidence: high`,
  );
  const named = [...national, ...added].map((id) => `{ test: deprived, indicator: ${id} }`).join(', ');
  const text = changed('vn-2022', '\n  health:\n', `\n  added:\n    indicators:${indicators.join('')}\n  health:\n`);
  const cutOff = '{ test: at_least, field: deprivations, value: { param: cutoff } }';
  return load(text.replace(cutOff, `{ test: count, at_least: 3, of: [${named}] }`));
}
