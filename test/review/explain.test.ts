import { describe, expect, it } from 'vitest';
import type { Basis } from '../../src/criteria/criteria.ts';
import { type Assessment, makeAssessor } from '../../src/review/assess.ts';
import { type Explanation, explainHousehold, findHousehold } from '../../src/review/explain.ts';
import { keyFields } from '../../src/review/keys.ts';
import {
  csvOf,
  generated,
  household,
  householdsOf,
  MARKS,
  type Row,
  refused,
  rowsIn,
  setNamed,
  surveyOf,
} from '../fixtures.ts';
import { judgeFor } from './run.ts';

/** Every household of a survey under a set: what classify decides, and how explain explains it. */
async function both(rows: readonly Row[], set: string, basis: Basis = 'income') {
  const survey = await surveyOf([csvOf(rows)]);
  const assessor = makeAssessor(setNamed(set), judgeFor(setNamed(set), basis), survey, () => false);
  return (await householdsOf(survey)).flatMap((h) => {
    const assessment = assessor.assess(h);
    return 'verdict' in assessment ? [{ assessment, explanation: explainHousehold(h, assessor, survey) }] : [];
  });
}

async function explained(row: Row, set = 'vn-2022', basis: Basis = 'income'): Promise<Explanation> {
  const [found] = await both([row], set, basis);
  if (found === undefined) throw new Error('the row contradicts itself');
  return found.explanation;
}

/** The invented commune, and the same with some answers taken away. */
async function commune(): Promise<readonly Row[]> {
  const rows = rowsIn(await generated(700));
  const blanked = rows.map((row, at): Row => {
    const lost = [...MARKS, 'income', 'area'].filter((_, k) => (at * 7 + k * 3) % 11 < 3);
    return { ...row, ...Object.fromEntries(lost.map((field) => [field, ''])) };
  });
  return [...rows, ...blanked];
}

/** The same with points in the place of incomes, around the cut-offs. */
async function scored(): Promise<readonly Row[]> {
  return (await commune()).map((row, at) => ({
    ...row,
    b1: `${130 + (at % 60)}`,
    b2: at % 3 === 0 ? `${(at % 13) * 10}` : '',
  }));
}

function agree({ assessment, explanation: e }: { assessment: Assessment; explanation: Explanation }): void {
  const { verdict } = assessment;
  expect(e).toMatchObject({
    class: assessment.class,
    computed_class: assessment.computed,
    line: assessment.line,
    below_line: verdict.belowLine,
    deprivations: verdict.deprivations,
    deprivations_max: verdict.deprivationsMax,
    ...(assessment.computed === 'out_of_scope'
      ? { possible_classes: ['out_of_scope'], undecided_for: [], changes: [] }
      : { possible_classes: verdict.possible, undecided_for: verdict.undecidedFor }),
  });
  const holding = e.rules.find((rule) => rule.holds === true);
  const open = e.rules.filter((rule) => rule.holds === null);
  if (open.length === 0) expect(holding?.class).toBe(verdict.class);
  // a class that is decided is not denied by its own rule
  if (verdict.class !== 'undecided') {
    expect(e.rules.some((rule) => rule.class === verdict.class && rule.holds !== false)).toBe(true);
  }
  const certain = e.indicators.filter((i) => i.deprived === true).length;
  const unknown = e.indicators.filter((i) => i.deprived === null).length;
  expect(certain).toBeLessThanOrEqual(e.deprivations);
  expect(certain + unknown).toBeGreaterThanOrEqual(e.deprivations_max);
  for (const change of e.changes) expect(change.possible).not.toEqual(verdict.possible);
  const near = [...new Set(e.changes.filter((change) => change.near).map((change) => change.what))];
  if (assessment.computed !== 'out_of_scope') expect(near).toEqual(verdict.nearBoundary);
}

describe('an explanation', () => {
  it.each([
    ['vn-2022', 'income'],
    ['vn-2022', 'score'],
    ['quang-ninh-2023', 'income'],
    ['hcmc-2021', 'income'],
  ] as const)('never contradicts what classify says, under %s by %s', async (set, basis) => {
    const found = await both(await (basis === 'score' ? scored() : commune()), set, basis);
    expect(found.length).toBeGreaterThan(700);
    for (const pair of found) agree(pair);
    expect(new Set(found.map((pair) => pair.assessment.class)).size).toBeGreaterThan(2);
  });

  it('has conditions that hold exactly when their rule does, when all is known', async () => {
    for (const { explanation } of await both(await commune(), 'vn-2022')) {
      if (explanation.deprivations !== explanation.deprivations_max) continue;
      if (explanation.value === null || explanation.area === null) continue;
      for (const rule of explanation.rules) {
        expect(rule.holds).toBe(rule.conditions.every((condition) => condition.holds === true));
      }
    }
  });

  it('says where the household stands and what was read', async () => {
    const row = { ...household('0001', { village: 'Thôn 1', commune: 'Xã Mẫu', recorded_class: 'HN' }, 1), water: 'x' };
    const e = await explained(row);
    expect(e).toMatchObject({
      household_id: '0001',
      file: 'a.csv',
      row: 2,
      village: 'Thôn 1',
      commune: 'Xã Mẫu',
      criteria: 'vn-2022',
      recorded_class: 'poor',
      decided_class: null,
      area: 'rural',
      basis: 'income',
      value: 1400000,
      line: 1500000,
    });
    const water = e.indicators.find((i) => i.id === 'water');
    expect(water).toMatchObject({
      deprived: true,
      because: [{ field: 'water', column: 'water', saw: 'x' }],
      source: { document: 'decree_07_2021' },
    });
  });

  it('says that a column is not in the file', async () => {
    const e = await explained({ household_id: '1', area: 'rural', income: '1' });
    expect(e.indicators[0]).toMatchObject({ deprived: null, because: [{ column: null, saw: null }] });
  });

  it('shows a decision beside what was computed', async () => {
    const e = await explained(household('1', { decided_class: 'poor' }));
    expect(e).toMatchObject({ class: 'poor', computed_class: 'near_poor', decided_class: 'poor' });
  });

  it('names every single change that would alter the class', async () => {
    const { changes } = await explained(household('1', { income: '1400000' }, 2));
    expect(changes.map((c) => c.what)).toEqual(['income', ...MARKS.slice(2)]);
    expect(changes[0]).toEqual({
      what: 'income',
      to: { from: 1500000, from_included: false, to: null, to_included: false, period: 'month' },
      near: false,
      possible: ['non_poor'],
    });
    expect(changes[1]).toMatchObject({ to: { deprived: true }, near: true, possible: ['poor'] });
  });

  it('names the stretch of points on the other side of the cut-off', async () => {
    const { changes } = await explained({ household_id: '1', area: 'urban', b1: '176', b2: '30' }, 'vn-2022', 'score');
    expect(changes).toEqual([
      {
        what: 'b1',
        to: { from: null, from_included: false, to: 175, to_included: true, period: null },
        near: true,
        possible: ['poor'],
      },
    ]);
  });

  it('has no changes for a household out of scope', async () => {
    const e = await explained(household('1', { residence: 'temporary' }), 'quang-ninh-2023');
    expect(e).toMatchObject({ class: 'out_of_scope', changes: [] });
  });

  it('takes the income line of hcmc-2021 from the income, not from its mark', async () => {
    const e = await explained({ household_id: '1', income: '3000000', income_line: '0' }, 'hcmc-2021');
    expect(e.indicators.find((i) => i.id === 'income_line')?.deprived).toBe(true);
    expect(e.line).toBe(36000000);
  });

  it('of a row that contradicts itself is the finding', async () => {
    const survey = await surveyOf([csvOf([household('1', { b2: '50' }, 3)])]);
    const set = setNamed('vn-2022');
    const assessor = makeAssessor(set, judgeFor(set, 'income'), survey, () => false);
    const [row] = await householdsOf(survey);
    const found = await refused((async () => row && explainHousehold(row, assessor, survey))());
    expect(found.map((f) => f.code)).toEqual(['E310']);
  });
});

describe('finding a household', () => {
  const rows = [
    { commune_code: '00001', village: 'Thôn 1', household_id: '0001', income: '1' },
    { commune_code: '00001', village: 'Thôn 2', household_id: '0001', income: '1' },
    { commune_code: '00001', village: 'Thôn 2', household_id: '0012', income: '-5' },
    { commune_code: '00001', village: 'Thôn 2', household_id: '0007', income: '1' },
  ];
  const find = async (wanted: string) => {
    const survey = await surveyOf([csvOf(rows)]);
    return findHousehold(survey, keyFields(survey, null), wanted);
  };

  it('works by its number when that is one of a kind', async () => {
    expect((await find('0007')).line).toBe(5);
  });

  it('works by its whole key', async () => {
    expect((await find('00001/Thôn 2/0001')).line).toBe(3);
  });

  it('fails with the keys of all that have the number', async () => {
    expect(await refused(find('0001'))).toMatchObject([
      { code: 'E702', saw: '0001', expected: ['00001/Thôn 1/0001 (a.csv:2)', '00001/Thôn 2/0001 (a.csv:3)'] },
    ]);
  });

  it('fails with near numbers when there is none', async () => {
    expect(await refused(find('0008'))).toMatchObject([
      { code: 'E701', saw: '0008', expected: ['0001', '0007', '0012'] },
    ]);
  });

  it('fails with the faults of its row', async () => {
    expect(await refused(find('0012'))).toMatchObject([{ code: 'E306', at: { row: 4 } }]);
  });
});
