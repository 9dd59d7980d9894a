import { describe, expect, it } from 'vitest';
import { derivableFrom } from '../../src/review/asked.ts';
import { makeAssessor } from '../../src/review/assess.ts';
import { definitionHash } from '../../src/review/hash.ts';
import { PLAIN_WEIGHING, type Weighing } from '../../src/review/weigh.ts';
import { withFields } from '../../src/survey/survey.ts';
import { csvOf, household, householdsOf, type Row, setNamed, surveyOf } from '../fixtures.ts';
import { member } from './checks/run.ts';
import { judgeFor } from './run.ts';

interface Weighed {
  readonly class: string;
  readonly deprivations: number;
  /** Indicator columns of the result that are not as they were read. */
  readonly derived: Readonly<Record<string, string>>;
  /** Code, row and field; of a disagreement also the mark, the columns that answer, and the members' rows. */
  readonly found: readonly (readonly unknown[])[];
}

/** What a set makes of households whose answers are weighed against their marks. */
async function weighed(
  rows: readonly Row[],
  set = 'vn-2022',
  weighing: Partial<Weighing> = {},
): Promise<readonly Weighed[]> {
  const criteria = setNamed(set);
  const read = await surveyOf([csvOf(rows)]);
  const survey = withFields(
    read,
    derivableFrom(read, criteria).map(({ id }) => ({ id, kind: 'mark' as const })),
  );
  const how = { ...PLAIN_WEIGHING, reviewDate: '2025-12-14', ...weighing };
  const assessor = makeAssessor(criteria, judgeFor(criteria, 'income'), survey, () => false, how);
  return (await householdsOf(survey)).map((one) => {
    const assessed = assessor.assess(one);
    if (!('verdict' in assessed)) throw new Error(assessed.map((f) => f.code).join());
    return {
      class: assessed.class,
      deprivations: assessed.verdict.deprivations,
      derived: Object.fromEntries(assessed.derived.map(({ field, value }) => [field, value])),
      found: assessed.findings.map(({ code, at, data }) =>
        code === 'W341' ? [code, at.row, at.field, data?.marked, data?.fields, data?.rows] : [code, at.row, at.field],
      ),
    };
  });
}

const found = async (...args: Parameters<typeof weighed>) => (await weighed(...args)).flatMap((one) => one.found);
const derived = async (...args: Parameters<typeof weighed>) => (await weighed(...args)).map((one) => one.derived);

describe('an answer', () => {
  it('fills a mark that is blank, and the column of an indicator that has none', async () => {
    const rows = [household('1', { water_source: 'other_unclean', water: '', roof: 'durable', wall: 'durable' })];
    expect(await derived(rows)).toEqual([{ water: '1' }]);
    const bare = [{ household_id: '1', area: 'rural', income: '1400000', water_source: 'tap' }];
    expect(await derived(bare)).toEqual([{ water: '0' }]);
  });

  it('decides a class: three deprivations that nobody marked', async () => {
    const bare = { area: 'rural', income: '1400000', size: '4', floor_area: '31.9', toilet_type: 'none' };
    const [poor, open] = await weighed([
      { household_id: '1', ...bare, water_source: 'other_unclean' },
      { household_id: '2', ...bare, water_source: '' },
    ]);
    expect(poor).toMatchObject({ class: 'poor', deprivations: 3 });
    expect(open).toMatchObject({ class: 'undecided', deprivations: 2 });
  });

  it('outside its list is unknown, never a deprivation', async () => {
    expect(await derived([household('1', { water_source: 'giếng thần', water: '' })])).toEqual([{}]);
  });

  it('is not asked of a survey that has none: ages alone are those of an approved list', async () => {
    const rows = ['1980', '2015', '2016', '2017'].map((birth_date, at) =>
      member('1', at === 0 ? 'Chủ hộ' : 'con', { area: 'rural', income: '1400000', size: '4', birth_date }),
    );
    expect(await derived(rows)).toEqual([{}]);
    expect(await derived(rows.map((row) => ({ ...row, insured: '' })))).toEqual([
      { dependents: '1', adult_education: '0' },
    ]);
  });
});

describe('a mark and the answers behind it', () => {
  it('that agree are quiet', async () => {
    expect(await found([household('1', { water_source: 'tap', water: '0' })])).toEqual([]);
    expect(await found([household('1', { water_source: 'other_unclean', water: '1' })])).toEqual([]);
  });

  it('that disagree are told, with the heading of the answer; the mark is followed', async () => {
    const rows = [household('1', { 'Nguồn nước chính': 'nước suối', water: '0' })];
    const [one] = await weighed(rows);
    expect(one?.found).toEqual([['W341', 2, 'water', '0', ['Nguồn nước chính'], []]]);
    expect(one).toMatchObject({ deprivations: 0, derived: {} });
  });

  it('that disagree are decided by the answers where they are preferred, and the result holds what was followed', async () => {
    const rows = [household('1', { water_source: 'other_unclean', water: '0' })];
    const [one] = await weighed(rows, 'vn-2022', { prefer: 'answers' });
    expect(one).toMatchObject({ deprivations: 1, derived: { water: '1' } });
    expect(one?.found.map(([code]) => code)).toEqual(['W341']);
  });

  it('that settle nothing are quiet: two of three parts of the house are enough, one is not', async () => {
    const house = (id: string, wall: string, pillar: string) =>
      household(id, { wall, pillar, roof: '', housing_quality: '0' });
    expect(await found([house('1', 'non_durable', ''), house('2', 'non_durable', 'non_durable')])).toEqual([
      ['W341', 3, 'housing_quality', '0', ['wall', 'pillar'], []],
    ]);
  });

  it('weigh floor area per person', async () => {
    const home = (id: string, size: string) => household(id, { floor_area: '30', size, housing_area: '0' });
    expect(await found([home('1', '3'), home('2', '4'), home('3', '')])).toEqual([
      ['W341', 3, 'housing_area', '0', ['floor_area', 'size'], []],
    ]);
  });

  it('name the row of the member who makes it so, at the age on the day of the review', async () => {
    const head = { area: 'rural', income: '1400000', health_insurance: '0', birth_date: '1980', insured: '1' };
    const rows = [
      member('1', 'Chủ hộ', { ...head, size: '1' }),
      member('2', 'Chủ hộ', { ...head, size: '2' }),
      member('2', 'con', { birth_date: '2020-01-01', insured: '0' }),
      member('3', 'Chủ hộ', { ...head, size: '2' }),
      member('3', 'con', { birth_date: '2019-12-14', insured: '0' }),
    ];
    expect(await found(rows)).toEqual([['W341', 5, 'health_insurance', '0', ['birth_date', 'insured'], ['6']]]);
  });
});

describe('a written B2', () => {
  const scored = (more: Row) => household('1', { b2: '10', toilet_type: 'none', toilet: '', ...more }, 1);

  it('that the answers contradict is followed as marks are', async () => {
    const [one] = await weighed([scored({})]);
    expect(one).toMatchObject({ deprivations: 1, derived: {} });
    expect(one?.found).toEqual([['W367', 2, 'b2']]);
  });

  it('gives way where answers are preferred', async () => {
    const [one] = await weighed([scored({})], 'vn-2022', { prefer: 'answers' });
    expect(one).toMatchObject({ deprivations: 2, derived: { toilet: '1' } });
    expect(one?.found).toEqual([['W367', 2, 'b2']]);
  });
});

describe('a mark that an earlier run derived', () => {
  const earlierBy = (set: string) => [new Map([['dependents', definitionHash(setNamed(set), 'dependents') ?? '']])];
  // half of the members: no deprivation for the nation, one for the city
  const half = { area: 'urban', income: '2900000', dependents: '0' };
  const asked = [
    member('1', 'Chủ hộ', { ...half, size: '2', age: '40', receives_social_allowance: '0' }),
    member('1', 'con', { age: '10' }),
  ];

  it('stays under a set that defines it alike, and is still no mark of anybody', async () => {
    const rows = [household('1', { dependents: '0' })];
    expect(await derived(rows, 'vn-2022', { earlier: earlierBy('vn-2022') })).toEqual([{ dependents: '0' }]);
    expect(await derived(rows, 'quang-ninh-2023', { earlier: earlierBy('vn-2022') })).toEqual([{ dependents: '0' }]);
  });

  it('is derived anew under one that does not, without a word', async () => {
    const [one] = await weighed(asked, 'hcmc-2021', { earlier: earlierBy('vn-2022') });
    expect(one?.derived).toMatchObject({ dependents: '1' });
    expect(one?.found).toEqual([]);
  });

  it('is unknown there when the answers are gone, and that is told', async () => {
    const [one] = await weighed([{ household_id: '1', ...half }], 'hcmc-2021', { earlier: earlierBy('vn-2022') });
    expect(one?.derived).toMatchObject({ dependents: '' });
    expect(one?.found).toEqual([['N366', 2, 'dependents']]);
  });

  it('is none where no earlier run is known: it is a mark', async () => {
    const [one] = await weighed(asked, 'hcmc-2021');
    expect(one?.found.map(([code]) => code)).toEqual(['W341']);
  });
});
