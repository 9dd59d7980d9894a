import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/movement/compare.ts';
import { closingOf } from '../../src/movement/tables/identities.ts';
import { grossExits, netChange } from '../../src/movement/tables/totals.ts';
import { type Panel, type ReviewOptions, resultOf } from './panels.ts';

const oracle = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../fixtures/oracles/${name}.json`, import.meta.url), 'utf8'));

async function tablesOf(was: readonly Panel[], is: readonly Panel[], after: ReviewOptions = {}) {
  const comparison = await compare(await resultOf(was, { year: 2021 }), await resultOf(is, { year: 2022, ...after }));
  const { tables } = comparison;
  if (tables === null) throw new Error('no tables');
  return { comparison, poor: tables.total.book.households('poor'), near: tables.total.book.households('near_poor') };
}

/** So many households that went from one class to another, told apart by a prefix. */
function flow(prefix: string, n: number, from: Panel['class'] | null, to: Panel['class'] | 'died' | null) {
  const ids = Array.from({ length: n }, (_, at) => `${prefix}${at}`);
  const rows = (outcome: Panel['class'], more: object = {}) =>
    ids.map((household_id): Panel => ({ household_id, class: outcome, size: '1', ...more }));
  return {
    was: from === null ? [] : rows(from),
    is: to === null ? [] : to === 'died' ? rows('undecided', { event: 'died' }) : rows(to),
  };
}

describe('Ninh Thuận 2022', () => {
  const { input, expected } = oracle('ninh-thuan-2022-movement');
  const { poor: fromPoor, near_poor: fromNear } = input.movements;
  const { opening_plus_relapsed_new_other_in: all } = expected.derived;
  const stay = {
    poor: all.poor - fromPoor.to_near_poor - fromPoor.to_non_poor - fromPoor.other_out,
    near: all.near_poor - fromNear.to_poor - fromNear.to_non_poor - fromNear.other_out,
  };
  // the report does not say how many were new: some of those that closed the year
  const fresh = { poor: 900, near: 700 };
  const flows = [
    flow('a', fromPoor.to_near_poor, 'poor', 'near_poor'),
    flow('b', fromPoor.to_non_poor, 'poor', 'non_poor'),
    flow('c', fromPoor.other_out, 'poor', 'died'),
    flow('d', fromNear.to_poor, 'near_poor', 'poor'),
    flow('e', fromNear.to_non_poor, 'near_poor', 'non_poor'),
    flow('f', fromNear.other_out, 'near_poor', 'died'),
    flow('g', stay.poor - fresh.poor, 'poor', 'poor'),
    flow('h', stay.near - fresh.near, 'near_poor', 'near_poor'),
    flow('i', fresh.poor, 'non_poor', 'poor'),
    flow('j', fresh.near, null, 'near_poor'),
  ];

  it('gives the published exits, keeps deaths apart from escapes, and closes at the published lists', async () => {
    const { poor, near } = await tablesOf(
      flows.flatMap(({ was }) => was),
      flows.flatMap(({ is }) => is),
    );
    const { published_total_out: out, escaped_without_other_out: escaped, mirror } = expected;
    expect(grossExits('poor', poor)).toBe(escaped.poor);
    expect(grossExits('poor', poor) + poor.other_out).toBe(out.poor);
    expect(grossExits('near_poor', near)).toBe(escaped.near_poor_to_non_poor_only);
    expect(near.to_other + near.to_non_poor + near.other_out).toBe(out.near_poor);
    expect(near.from_other).toBe(mirror['near_poor.from_poor']);
    expect(poor.from_other).toBe(mirror['poor.from_near_poor']);
    expect(poor.end).toBe(input.closing.poor.households);
    expect(near.end).toBe(input.closing.near_poor.households);
    expect([closingOf(poor), closingOf(near)]).toEqual([poor.end, near.end]);
  });
});

interface Wave {
  readonly id: string;
  readonly deprived: readonly number[];
}

/** Poor from one deprivation of those that weigh alike, as in both cases. */
const asPanel = ({ id, deprived }: Wave): Panel => ({
  household_id: id,
  class: deprived.some((mark) => mark === 1) ? 'poor' : 'non_poor',
  size: '1',
});

describe('two waves', () => {
  it('that share some households: no net change hides two losses and two entries', async () => {
    const { input, expected } = oracle('two-wave-partial');
    const { poor, comparison } = await tablesOf(input.waves.t0.map(asPanel), input.waves.t1.map(asPanel));
    const { unweighted_poor: of } = expected;
    expect([poor.start, poor.end, netChange(poor)]).toEqual([of.t0, of.t1, of.t1 - of.t0]);
    expect(poor.unresolved_out).toBe(of.left_by_disappearing);
    expect(poor.new).toBe(of.entered_matched + of.entered_new_household);
    expect(comparison.households.matched).toBe(expected.matched.length);
    expect(comparison.transitions.non_poor.poor).toBe(of.entered_matched);
  });

  it('with the same households: who escaped, who fell, and nothing when only answers changed', async () => {
    const { input, expected } = oracle('two-wave-full');
    for (const { case: name, t0, t1 } of input.cases) {
      const { comparison } = await tablesOf(t0.map(asPanel), t1.map(asPanel));
      const moved = (from: string) =>
        comparison.changed.filter((one) => one.from === from).map(({ pair }) => pair.after?.key);
      const said = expected[name];
      expect(moved('poor'), name).toEqual(said.escaped ?? said.class_changed);
      expect(moved('non_poor'), name).toEqual(said.fell ?? said.class_changed);
    }
  });
});
