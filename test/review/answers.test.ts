import { expect, it } from 'vitest';
import { answersOf, reviewDayOf } from '../../src/review/answers.ts';
import { csvOf, householdsOf, type Row, surveyOf } from '../fixtures.ts';
import { member } from './checks/run.ts';

async function answersIn(rows: readonly Row[], reviewDate: string | null = '2025-12-14') {
  const survey = await surveyOf([csvOf(rows)]);
  return (await householdsOf(survey)).map((household) => answersOf(survey, household, reviewDate));
}

it('cells become answers of their kind; marks stand by themselves', async () => {
  const row = {
    household_id: '007',
    size: '4',
    income: '1466666.667',
    floor_area: '32,5',
    agricultural: 'x',
    wall: 'durable',
    information_devices: 'tv;radio',
    water: '1',
    toilet: '0',
    waste: '',
  };
  expect(await answersIn([row])).toEqual([
    {
      fields: {
        household_id: '007',
        size: 4,
        income: 1466666.667,
        floor_area: 32.5,
        agricultural: true,
        wall: 'durable',
        information_devices: ['tv', 'radio'],
      },
      marks: { water: true, toilet: false },
      members: [],
    },
  ]);
});

it('what could not be read is unknown', async () => {
  const [answers] = await answersIn([{ household_id: '1', wall: 'tre', information_devices: 'tv;chó', size: 'bốn' }]);
  expect(answers?.fields).toMatchObject({ wall: null, information_devices: null, size: null });
});

it.each([
  ['a whole date gives it', { birth_date: '2010-12-15' }, 14],
  ['a year leaves two open', { birth_date: '2010' }, null],
  ['a year and an age that was written settle it', { birth_date: '2010', age: '15' }, 15],
  ['a year and an age that contradicts it do not', { birth_date: '2010', age: '30' }, null],
  ['an age alone stands', { age: '30' }, 30],
  ['an infant is in its first year', { age: '0' }, 0],
  ['somebody born in the year of the review is', { birth_date: '2025' }, 0],
  ['somebody not born yet has none', { birth_date: '2026-01-01' }, null],
])('the age of a member: %s', async (_, more, age) => {
  const blank = { birth_date: '', age: '' };
  const [answers] = await answersIn([member('1', 'Chủ hộ', { ...blank, ...more })]);
  expect(answers?.members.map((one) => one.age)).toEqual([age]);
});

it('without a day of review an age is known only where it was written', async () => {
  const [answers] = await answersIn([member('1', 'Chủ hộ', { birth_date: '2010-12-15', age: '14' })], null);
  expect(answers?.members[0]?.age).toBe(14);
});

it("the day of review is the household's own, else that of the run", async () => {
  const survey = await surveyOf([
    csvOf([
      { household_id: '1', review_date: '16/10/2025' },
      { household_id: '2', review_date: '' },
      { household_id: '3', review_date: 'tháng mười' },
    ]),
  ]);
  const households = await householdsOf(survey);
  expect(households.map((household) => reviewDayOf(survey, household, '2025-12-14'))).toEqual([
    '2025-10-16',
    '2025-12-14',
    '2025-12-14',
  ]);
});

it.each([
  [
    'a year leaves two ages open',
    { birth_date: '2010' },
    [
      [14, 2010],
      [15, 2010],
    ],
  ],
  ['a month that is over leaves one', { birth_date: '11/2010' }, []],
  [
    'the month of the review leaves two',
    { birth_date: '12/2010' },
    [
      [14, 2010],
      [15, 2010],
    ],
  ],
  [
    'a column of birth years is read alike',
    { birth_year: '2010' },
    [
      [14, 2010],
      [15, 2010],
    ],
  ],
  ['an age that was written settles it', { birth_date: '2010', age: '14' }, []],
  [
    'an age alone leaves two years of birth open',
    { age: '39' },
    [
      [39, 1985],
      [39, 1986],
    ],
  ],
  ['nothing known leaves nothing to try', {}, []],
])('what is open of a birth: %s', async (_, more: Row, expected) => {
  const blank = { birth_date: '', birth_year: '', age: '' };
  const [answers] = await answersIn([member('1', 'Chủ hộ', { ...blank, ...more })]);
  expect((answers?.ways?.[0] ?? []).map(({ age, birth_year }) => [age, birth_year])).toEqual(expected);
});

it('the year of a date of birth is known with it', async () => {
  const [answers] = await answersIn([member('1', 'Chủ hộ', { birth_date: '12/03/1986' })]);
  expect(answers?.members[0]).toMatchObject({ age: 39, birth_year: 1986 });
});
