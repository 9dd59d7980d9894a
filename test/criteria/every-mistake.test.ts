import { describe, expect, it } from 'vitest';
import { checkCriteria } from '../../src/criteria/load.ts';
import { changed, textOf } from './shipped.ts';

/** A shipped set with passages changed, each of them once. */
function withChanges(id: string, ...passages: readonly (readonly [string, string])[]): string {
  return passages.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`${id} does not hold ${JSON.stringify(before)}`);
    return text.replace(before, after);
  }, textOf(id));
}

/** What is found, by kind and by what was seen, in the order of the file. */
function foundIn(text: string): readonly string[] {
  const { findings } = checkCriteria('own.yaml', text, () => null);
  return [...findings]
    .sort((a, b) => (a.at.row ?? 0) - (b.at.row ?? 0) || (a.at.char ?? 0) - (b.at.char ?? 0))
    .map((f) => `${f.at.path?.split('.').at(-1)}: ${f.data?.issue} ${f.saw}`);
}

const LINE = `    by_area: { rural: 1500000, urban: 2000000 }
    source: { document: decree_07_2021, article: { vi: Điều 3, en: Art. 3 }, checked_on: "2026-11-23" }
    confidence: high`;
const POOR = `        class: poor
        text:
          vi: Thu nhập bình quân từ chuẩn nghèo trở xuống và thiếu hụt từ 03 chỉ số trở lên.`;
const AREA = 'deprived: { test: below, field: floor_area_per_person, value: 8 }';

describe('one item with several mistakes has all of them told', () => {
  it.each([
    [
      'a date and a document',
      [[LINE, LINE.replace('decree_07_2021', 'decree_7').replace('2026-11-23', '23/11/2026')]],
      ['document: unknown_document decree_7', 'checked_on: date 23/11/2026'],
    ],
    [
      'a class, a line and an indicator',
      [
        [POOR, POOR.replace('class: poor', 'class: por')],
        [
          '- { test: at_most, field: income, value: { line: poverty } }',
          '- { test: at_most, field: income, value: { line: povrty } }\n            - { test: deprived, indicator: watr }',
        ],
      ],
      ['class: invalid_value por', 'line: unknown_line povrty', 'indicator: unknown_indicator watr'],
    ],
    [
      'a confidence and a field',
      [
        [`${AREA}\n`, `${AREA.replace('person', 'persn')}\n`],
        ['        confidence: medium\n\n  water_sanitation', '        confidence: midium\n\n  water_sanitation'],
      ],
      ['field: unknown_field floor_area_per_persn', 'confidence: invalid_value midium'],
    ],
    [
      'a status and days in the wrong order',
      [
        ['  from: "2022-01-01"\n  to: "2026-12-31"', '  from: "2027-01-01"\n  to: "2026-12-31"'],
        ['  confidence: high\n  note:', '  confidence: hight\n  note:'],
      ],
      ['to: ends_before 2026-12-31', 'confidence: invalid_value hight'],
    ],
    [
      'a kind of condition, and what is inside it',
      [[AREA, 'deprived: { test: belw, field: floor_area_per_persn, value: { line: povrty } }']],
      ['test: unknown_test belw', 'field: unknown_field floor_area_per_persn', 'line: unknown_line povrty'],
    ],
    [
      'a kind of condition that no name is near, by its keys',
      [[AREA, 'deprived: { test: xyz, of: [{ test: below, field: floor_area_per_persn, value: 8 }] }']],
      ['test: unknown_test xyz', 'field: unknown_field floor_area_per_persn'],
    ],
    [
      'a name that cannot be one, and what is inside the item',
      [
        ['  average_living_top:', '  Average Living:'],
        ['    by_area: { rural: 2250000, urban: 3000000 }', '    by_area: { rural: -5, urban: 3000000 }'],
      ],
      ['Average Living: name Average Living', 'rural: too_small -5', 'line: unknown_line average_living_top'],
    ],
    [
      'a key that is missing, and a doubt without its words',
      [
        ['  b2:\n    title: { vi: Ngưỡng điểm B2, en: B2 cut-off }\n', '  b2:\n'],
        [
          '    amount: 30\n    source: { document: circular_07_2021, checked_on: "2026-11-23" }\n    confidence: high',
          '    amount: 30\n    source: { document: circular_07_2021, checked_on: "2026-11-23" }\n    confidence: low',
        ],
      ],
      ['title: missing title', 'caution: caution caution'],
    ],
    [
      'a list in the place of an item, and a mistake elsewhere',
      [
        ['in_force:\n  from', 'in_force: []\nin_forc:\n  from'],
        ['points_each: 10', 'points_each: ten'],
      ],
      ['in_force: invalid_type in_force', 'in_forc: unknown_key in_forc', 'points_each: fraction ten'],
    ],
  ] as const)('%s', (_, passages, expected) => {
    expect(foundIn(withChanges('vn-2022', ...(passages as readonly (readonly [string, string])[])))).toEqual(expected);
  });

  it('and nothing that only follows from one of them', () => {
    // a line that goes by another unit would have no period; a document whose title is missing is there all the same
    expect(foundIn(changed('vn-2022', 'unit: points\n    by_area', 'unit: point\n    by_area'))).toEqual([
      'unit: invalid_value point',
    ]);
    expect(
      foundIn(changed('vn-2022', '    title: { vi: Nghị định 351/2025/NĐ-CP, en: Decree 351/2025/NĐ-CP }\n', '')),
    ).toEqual(['title: missing title']);
    expect(foundIn(changed('vn-2022', 'lines:\n  poverty:', 'lines: []\nlins:\n  poverty:'))).toEqual([
      'lines: invalid_type lines',
      'lins: unknown_key lins',
    ]);
  });
});

describe('a value of the wrong kind is told with what to write', () => {
  it.each([
    ['a code without quotes', 'territory:\n', 'territory:\n  province_codes: [22]\n', 'quote', '22', '"22"'],
    ['an amount in groups', 'rural: 1500000', 'rural: 1.500.000', 'ungroup', '1.500.000', '1500000'],
    ['an amount in groups of a comma', 'rural: 1500000', 'rural: "1,500,000"', 'ungroup', '1,500,000', '1500000'],
    ['an amount in quotes', 'rural: 1500000', 'rural: "1500000"', 'unquote', '1500000', '1500000'],
    ['a number of a condition in groups', 'value: 8 }', 'value: 1.500.000 }', 'ungroup', '1.500.000', '1500000'],
    ['a class that is nearly one', 'class: near_poor', 'class: near-poor', 'invalid_value', 'near-poor', 'poor'],
  ])('%s', (_, before, after, issue, saw, expected) => {
    const [found, ...others] = checkCriteria('own.yaml', changed('vn-2022', before, after), () => null).findings;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ saw, data: { issue } });
    expect(found?.expected).toContain(expected);
  });

  it('a key that is missing, and one without a value, by their names', () => {
    expect(foundIn(changed('vn-2022', 'status: in_force\n', ''))).toEqual(['status: missing status']);
    expect(foundIn(changed('vn-2022', 'status: in_force\n', 'status:\n'))).toEqual(['status: no_value status']);
  });

  it('a number by its bound', () => {
    const [found] = checkCriteria('own.yaml', changed('vn-2022', 'rural: 1500000', 'rural: -1'), () => null).findings;
    expect(found).toMatchObject({ saw: '-1', data: { issue: 'too_small', least: '1' } });
  });
});
