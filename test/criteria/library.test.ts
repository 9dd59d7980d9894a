import { describe, expect, it } from 'vitest';
import { cautionsOf, type Indicator, indicatorsOf } from '../../src/criteria/criteria.ts';
import { SHIPPED, shipped } from './shipped.ts';

const NATIONAL = [
  'employment',
  'dependents',
  'nutrition',
  'health_insurance',
  'adult_education',
  'child_schooling',
  'housing_quality',
  'housing_area',
  'water',
  'toilet',
  'telecom',
  'information_means',
];

describe.each(SHIPPED)('the shipped set %s', (id) => {
  const criteria = shipped(id);

  it('loads under the name of its file', () => {
    expect(criteria.id).toBe(id);
    expect(criteria.classes.income ?? criteria.classes.score).not.toBeNull();
  });

  it('cautions about every item of low confidence', () => {
    for (const cited of citedItems(criteria)) {
      if (cited.confidence === 'low') expect(cited.caution, JSON.stringify(cited)).not.toBeNull();
    }
  });

  it('tells each caution once', () => {
    const told = cautionsOf(criteria).map(({ item, text }) => `${item}: ${text.en}`);
    expect(new Set(told).size).toBe(told.length);
    for (const cited of citedItems(criteria)) {
      if (cited.caution !== null) expect(told.join('\n')).toContain(cited.caution.en);
    }
  });

  it('cites a document by its title, and the day it was compared', () => {
    for (const { source } of citedItems(criteria)) {
      expect(source.title.vi).not.toBe(source.document);
      expect(source.checked_on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('begins before it ends', () => {
    const { from, to } = criteria.in_force;
    if (to !== null) expect(from < to).toBe(true);
    if (criteria.review_from !== null) expect(criteria.review_from.date < from).toBe(true);
  });
});

describe('vn-2022', () => {
  const criteria = shipped('vn-2022');

  it('has the lines of the law', () => {
    expect(criteria.lines.poverty?.by_area).toEqual({ rural: 1500000, urban: 2000000 });
    expect(criteria.lines.average_living_top?.by_area).toEqual({ rural: 2250000, urban: 3000000 });
    expect(criteria.lines.b1?.by_area).toEqual({ rural: 140, urban: 175 });
    expect(criteria.lines.b2?.amount).toBe(30);
    expect(criteria.lines.poverty?.period).toBe('month');
    expect(criteria.params.cutoff?.value).toBe(3);
    expect(criteria.scores.b2?.points_each).toBe(10);
  });

  it('has the twelve national indicators in their order', () => {
    expect(indicatorsOf(criteria).map((i) => i.id)).toEqual(NATIONAL);
  });

  it('applies from 2022 to the end of 2026, its opening review from September 2021', () => {
    expect(criteria.in_force).toMatchObject({ from: '2022-01-01', to: '2026-12-31' });
    expect(criteria.review_from?.date).toBe('2021-09-01');
    expect(criteria.territory.province_codes).toBeNull();
  });

  it('cautions about the age of insurance, the school bands, the toilets and both information indicators', () => {
    const items = cautionsOf(criteria).map((c) => c.item);
    const uncertain = ['health_insurance', 'child_schooling', 'toilet', 'telecom', 'information_means'];
    expect(items).toEqual(expect.arrayContaining(uncertain));
  });
});

describe('quang-ninh-2023', () => {
  const criteria = shipped('quang-ninh-2023');
  const national = shipped('vn-2022');

  it('inherits the indicators, as the nation states them', () => {
    expect(criteria.dimensions).toEqual(national.dimensions);
    expect(indicatorsOf(criteria).every((i: Indicator) => i.stated_in === 'vn-2022')).toBe(true);
    expect(indicatorsOf(criteria)[0]?.source.title.en).toBe('Decree 07/2021/NĐ-CP');
  });

  it('inherits the rules by income and the parameter they name', () => {
    expect(criteria.classes.income).toEqual(national.classes.income);
    expect(criteria.params).toEqual(national.params);
  });

  it('inherits neither B1 nor rules by score, and states B2 itself', () => {
    expect(Object.keys(criteria.scores)).toEqual(['b2']);
    expect(criteria.scores.b2?.stated_in).toBe('quang-ninh-2023');
    expect(criteria.classes.score).toBeNull();
  });

  it('inherits no average living standard', () => {
    expect(criteria.average_living).toBeNull();
  });

  it('has its own line and none of the nation', () => {
    expect(Object.keys(criteria.lines)).toEqual(['poverty']);
    expect(criteria.lines.poverty?.by_area).toEqual({ rural: 2100000, urban: 2600000 });
    expect(criteria.lines.poverty?.stated_in).toBe('quang-ninh-2023');
  });

  it('has its own dates, territory and population', () => {
    expect(criteria.in_force).toMatchObject({ from: '2023-03-30', to: '2025-12-31' });
    expect(criteria.review_from).toBeNull();
    expect(criteria.territory.province_codes).toEqual(['22']);
    expect(criteria.population.residence).toEqual(['permanent']);
    expect(criteria.status).toBe('ended');
  });

  it('cautions about its start, the year after it, and indicators taken to be equal', () => {
    const cautions = cautionsOf(criteria);
    expect(cautions.find((c) => c.item === 'in_force')?.text.en).toMatch(/effective date.*2026/s);
    expect(cautions.find((c) => c.item === null)?.text.en).toMatch(/indicators/);
  });
});

describe('hcmc-2021', () => {
  const criteria = shipped('hcmc-2021');

  it('has one line a year for the whole city', () => {
    expect(criteria.lines.poverty).toMatchObject({ amount: 36000000, period: 'year', by_area: null });
    expect(criteria.lines.near_poverty).toMatchObject({ amount: 46000000, period: 'year', by_area: null });
  });

  it('has ten indicators, income among them', () => {
    const ids = indicatorsOf(criteria).map((i) => i.id);
    expect(ids).toHaveLength(10);
    expect(ids).toEqual(expect.arrayContaining(['income_line', 'social_insurance']));
  });

  it('covers permanent and temporary residents', () => {
    expect(criteria.population.residence).toEqual(['permanent', 'temporary']);
  });

  it('takes a ready answer for employment', () => {
    expect(indicatorsOf(criteria).find((i) => i.id === 'employment')?.deprived).toBeNull();
  });

  it('cautions about employment, the second living condition, dependants, housing and the gap in the wording', () => {
    const items = cautionsOf(criteria).map((c) => c.item);
    expect(items).toEqual(expect.arrayContaining([null, 'employment', 'water', 'dependents', 'housing_area']));
  });
});

/** Everything in a set that cites a source, wherever it stands. */
function citedItems(value: unknown): Indicator[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(citedItems);
  return 'confidence' in value && 'source' in value ? [value as Indicator, ...inside] : inside;
}

describe('what is inherited on a guess', () => {
  it.each(['vn-2027', 'hcmc-2025'])('is warned about by name in %s', (id) => {
    const criteria = shipped(id);
    for (const dimension of criteria.dimensions) {
      for (const indicator of dimension.indicators) {
        expect([indicator.id, indicator.confidence, indicator.caution !== null]).toEqual([indicator.id, 'low', true]);
      }
    }
  });
});
