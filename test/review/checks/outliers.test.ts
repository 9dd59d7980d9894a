import { describe, expect, it } from 'vitest';
import { fenceOf, outliers } from '../../../src/review/checks/outliers.ts';
import { csvOf, household, type Row } from '../../fixtures.ts';
import { checked, limits } from './run.ts';

/** As many households as it takes to see what is usual, and the ones given. */
const among = (...odd: readonly Row[]) => {
  const usual = Array.from({ length: limits.outliers.values }, (_, at) =>
    household(`${at}`, { income: `${1_000_000 + 100_000 * at}`, size: `${2 + (at % 4)}`, floor_area: `${40 + at}` }),
  );
  return csvOf([...usual, ...odd.map((row, at) => household(`x${at}`, { size: '4', floor_area: '50', ...row }))]);
};
const found = async (text: string) =>
  (await checked([outliers], [text])).map(({ code, at, saw }) => [code, at.row, at.field, saw]);

it('a usual survey is quiet', async () => {
  expect(await found(among({ income: '400000' }, { income: '9000000' }, { size: '9' }))).toEqual([]);
});

it('an income with three zeros too many, or too few, is told', async () => {
  expect(await found(among({ income: '1500000000' }, { income: '1500' }))).toEqual([
    ['W347', 32, 'income', '1 500 000 000'],
    ['W347', 33, 'income', '1 500'],
  ]);
});

it('a size of 40 is told, and so is a home of 900 m² for each', async () => {
  expect(await found(among({ size: '40', floor_area: '400' }, { floor_area: '3600' }))).toEqual([
    ['W347', 33, 'floor_area', '900'],
    ['W347', 32, 'size', '40'],
  ]);
});

it('half of the values are named beside the far one', async () => {
  const [finding] = await checked([outliers], [among({ income: '1500000000' })]);
  expect(finding?.data).toEqual({ of: 'income', low: '1 700 000', high: '3 200 000' });
});

it('too few values show nothing', async () => {
  const rows = Array.from({ length: limits.outliers.values - 1 }, (_, at) => household(`${at}`));
  expect(await found(csvOf([...rows.slice(1), household('x', { income: '1500000000' })]))).toEqual([]);
});

describe('the fence', () => {
  const values = (...given: number[]) => Float64Array.from(given);

  it('does not damn what differs a little from values that are all the same', () => {
    const fence = fenceOf(values(...Array.from({ length: 40 }, () => 4)), limits.outliers);
    expect(fence?.least).toBeLessThan(2);
    expect(fence?.most).toBeGreaterThan(12);
  });

  it('does not move when a tenth of the values are a thousandfold', () => {
    const usual = Array.from({ length: 100 }, (_, at) => 1000 + 10 * at);
    const spoilt = usual.map((value, at) => (at % 10 === 0 ? 1000 * value : value));
    const [fence, other] = [usual, spoilt].map((all) => fenceOf(values(...all), limits.outliers)?.most ?? 0);
    expect(other).toBeLessThan(3 * (fence ?? 0));
  });
});
