import { describe, expect, it } from 'vitest';
import { indicatorsOf } from '../../src/criteria/criteria.ts';
import { load, shipped, textOf } from './shipped.ts';

const CITED = `source: { document: resolution_13_2023, checked_on: "2026-11-23" }
        confidence: high`;

/** Quảng Ninh's set with something of its own added. */
function province(more: string) {
  return load(`${textOf('quang-ninh-2023')}\n${more}`);
}

describe('a province that changes indicators', () => {
  it('removes one with null', () => {
    const criteria = province('dimensions: { housing: { indicators: { housing_area: null } } }');
    expect(indicatorsOf(criteria).map((i) => i.id)).toEqual(
      indicatorsOf(shipped('vn-2022'))
        .map((i) => i.id)
        .filter((id) => id !== 'housing_area'),
    );
  });

  it('leaves the set it extends as it is', () => {
    province('dimensions: { housing: { indicators: { housing_area: null } } }');
    expect(indicatorsOf(shipped('vn-2022'))).toHaveLength(12);
  });

  it('loses a dimension with its last indicator', () => {
    const criteria = province('dimensions: { housing: { indicators: { housing_area: null, housing_quality: null } } }');
    expect(criteria.dimensions.map((d) => d.id)).toEqual([
      'employment',
      'health',
      'education',
      'water_sanitation',
      'information',
    ]);
  });

  it('replaces one in its place, and the new one is stated by the province', () => {
    const criteria = province(`
dimensions:
  housing:
    indicators:
      housing_quality:
        title: { vi: Nhà, en: House }
        text: { vi: Nhà tạm., en: A makeshift house. }
        ${CITED}
`);
    const replaced = indicatorsOf(criteria)[6];
    expect(replaced).toMatchObject({ id: 'housing_quality', deprived: null, stated_in: 'quang-ninh-2023' });
    expect(replaced?.source.title.en).toMatch(/Quảng Ninh/);
    expect(indicatorsOf(criteria)[7]?.stated_in).toBe('vn-2022');
  });

  it('adds one at the end of its dimension, and a dimension at the end', () => {
    const indicator = (id: string) => `      ${id}:
        title: { vi: Mới, en: New }
        text: { vi: Mới., en: New. }
        ${CITED}
`;
    const criteria = province(
      `dimensions:\n  health:\n    indicators:\n${indicator('health_care')}  land:\n    indicators:\n${indicator('land')}`,
    );
    expect(criteria.dimensions.map((d) => d.id).at(-1)).toBe('land');
    expect(criteria.dimensions.find((d) => d.id === 'health')?.indicators.map((i) => i.id)).toEqual([
      'nutrition',
      'health_insurance',
      'health_care',
    ]);
  });
});

describe('a province that changes rules', () => {
  it('replaces a parameter that the rules name', () => {
    const criteria = province(`
params:
  cutoff:
    title: { vi: Ngưỡng, en: Cut-off }
    value: 2
    source: { document: resolution_13_2023, checked_on: "2026-11-23" }
    confidence: high
`);
    expect(criteria.params.cutoff).toMatchObject({ value: 2, stated_in: 'quang-ninh-2023' });
    expect(criteria.classes.income?.rules.map((r) => r.stated_in)).toEqual(['vn-2022', 'vn-2022', 'vn-2022']);
  });

  it('removes one with null and replaces one in its place', () => {
    const criteria = province(`
classes:
  income:
    rules:
      near_poor: null
      non_poor:
        class: non_poor
        text: { vi: Còn lại., en: Every other case. }
        ${CITED}
`);
    expect(criteria.classes.income?.rules.map((r) => [r.id, r.when, r.stated_in])).toEqual([
      ['poor', expect.anything(), 'vn-2022'],
      ['non_poor', null, 'quang-ninh-2023'],
    ]);
    expect(criteria.classes.income?.line).toEqual(shipped('vn-2022').classes.income?.line);
  });
});
