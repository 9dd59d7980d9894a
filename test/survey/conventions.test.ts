import { describe, expect, it } from 'vitest';
import { conventionOf } from '../../src/survey/conventions.ts';
import type { FieldKind } from '../../src/survey/fields.ts';
import { vocabulary } from '../fixtures.ts';

const PLACE = { file: 'a.csv', column: 'x', field: 'x' };

function settled(kind: FieldKind, cells: readonly string[], heading = 'x') {
  const sample = cells.map((cell, at) => ({ line: at + 2, cells: [cell] }));
  const { convention, findings } = conventionOf({ id: 'x', kind }, heading, 0, sample, vocabulary, PLACE);
  return { ...convention, codes: findings.map((f) => f.code) };
}

describe('the sign before decimals', () => {
  it.each([
    [['45,5', '60', '1.250'], ',', ['N211']],
    [['45.5', '1,250'], '.', ['N211']],
    [['1.234,5'], ',', []],
    [['45,5', '60.25'], null, []],
    [['45', '60'], null, []],
    [['1.250'], null, ['N211']],
  ])('of %j is %j', (cells, decimal, codes) => {
    expect(settled('decimal', cells)).toMatchObject({ decimal, codes });
  });

  it('is asked of no amount in đồng, where only whole numbers stand', () => {
    expect(settled('money', ['1.500', '2,5'])).toMatchObject({ decimal: null, codes: [] });
  });
});

describe('the order of dates', () => {
  it.each([
    [['25/03/1975', '04/05/1980'], 'dmy', []],
    [['03/25/1975', '04/05/1980'], 'mdy', ['W212']],
    [['25/03/1975', '04/25/1980'], 'dmy', ['W212']],
    [['04/05/1980', '1952', '2025-11-12'], 'dmy', []],
    [['31/31/1980'], 'dmy', []],
  ])('of %j is %s', (cells, dates, codes) => {
    expect(settled('date', cells)).toMatchObject({ dates, codes });
  });
});

describe('the unit of amounts', () => {
  it.each([
    ['Thu nhập bình quân (nghìn đồng/người/tháng)', 1000],
    ['Thu nhập (1.000 đồng)', 1000],
    ['Thu nhập BQ (triệu đồng)', 1_000_000],
    ['Thu nhập bình quân (đồng)', 1],
    ['Thu nhập bình quân', 1],
  ])('in "%s" is %d', (heading, unit) => {
    const found = settled('money', [], heading);
    expect(found.unit).toBe(unit);
    expect(found.codes).toEqual(unit === 1 ? [] : ['N213']);
  });

  it('is asked of amounts alone', () => {
    expect(settled('count', [], 'Số khẩu (nghìn)').unit).toBe(1);
  });
});
