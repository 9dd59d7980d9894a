import { describe, expect, test } from 'vitest';
import { type Criteria, indicatorsOf } from '../../src/criteria/criteria.ts';
import { FindingLog } from '../../src/finding.ts';
import { MEMBERS_HEADINGS } from '../../src/generate/members.ts';
import { generateSurvey } from '../../src/generate/survey.ts';
import { derivedTruth, factsOf } from '../../src/judge/answers.ts';
import { CONTRADICTION, makeJudge } from '../../src/judge/judge.ts';
import type { Truth } from '../../src/judge/truth.ts';
import { answersOf } from '../../src/review/answers.ts';
import { MEMBER_COLUMNS } from '../../src/survey/fields.ts';
import { readHouseholds } from '../../src/survey/households.ts';
import type { Household, Survey } from '../../src/survey/survey.ts';
import { shipped } from '../criteria/shipped.ts';
import { read, review, surveyOf, tempFolder } from '../fixtures.ts';
import { PUBLISHED } from './published.ts';

interface ReadFile {
  readonly survey: Survey;
  readonly households: readonly Household[];
}

async function readText(text: string): Promise<ReadFile> {
  const survey = await surveyOf([text]);
  const households: Household[] = [];
  for await (const batch of readHouseholds(survey, 0, new FindingLog())) households.push(...batch);
  return { survey, households };
}

const cell = ({ survey }: ReadFile, { cells }: Household, field: string) => cells[survey.slots.get(field) ?? -1] ?? '';
const keyOf = (file: ReadFile, household: Household) =>
  ['household_id', 'commune_code', 'village'].map((field) => cell(file, household, field)).join('/');

/** Each household with its marks as written, and the same as they follow from its members and its dwelling. */
function* markedAndDerived(file: ReadFile, members: ReadFile, criteria: Criteria) {
  const byKey = new Map(members.households.map((household) => [keyOf(members, household), household]));
  for (const household of file.households) {
    const own = answersOf(file.survey, household, null);
    const found = byKey.get(keyOf(file, household));
    const day = String(own.fields.review_date);
    const joined = found === undefined ? { fields: {}, members: [] } : answersOf(members.survey, found, day);
    const facts = factsOf({ fields: { ...joined.fields, ...own.fields }, members: joined.members }, criteria);
    const indicators = indicatorsOf(criteria);
    yield {
      key: keyOf(file, household),
      fields: own.fields,
      marks: Object.fromEntries(indicators.map(({ id }): [string, Truth] => [id, own.marks?.[id] ?? null])),
      derived: Object.fromEntries(indicators.map((i): [string, Truth] => [i.id, derivedTruth(i, facts)])),
    };
  }
}

/** A mark that the file has and the answers contradict or do not give. */
function lost(marks: Readonly<Record<string, Truth>>, derived: Readonly<Record<string, Truth>>) {
  return Object.keys(marks).filter((id) => marks[id] !== null && marks[id] !== derived[id]);
}

const YEARS = ['2024', '2025'];

describe.each(YEARS)('the members of the demo survey of %s', (year) => {
  const files = Promise.all([
    readText(read(`fixtures/demo/${year}.csv`)),
    readText(read(`fixtures/demo/members-${year}.csv`)),
  ]);

  test('are what generate writes', async () => {
    const path = `${tempFolder()}/members.csv`;
    const { stdout } = await review(['generate', '--year', year, '--headings', 'vi', '--members', path]);
    expect(read(path) === read(`fixtures/demo/members-${year}.csv`)).toBe(true);
    expect(stdout === read(`fixtures/demo/${year}.csv`)).toBe(true);
  });

  test('are as many as each household says it has, and nobody of a household that was not met', async () => {
    const [file, members] = await files;
    const sizes = new Map(members.households.map((h) => [keyOf(members, h), String(h.members.length)]));
    for (const household of file.households) {
      const isMet = cell(file, household, 'outcome') === 'reviewed';
      expect(sizes.get(keyOf(file, household))).toBe(isMet ? cell(file, household, 'size') : undefined);
    }
    expect([...sizes.values()].reduce((sum, size) => sum + Number(size), 0)).toBeGreaterThan(4500);
  });

  test('give every mark that was written; a blank one stays blank where anyone could be asked', async () => {
    const [file, members] = await files;
    let [blanks, settled] = [0, 0];
    for (const { key, fields, marks, derived } of markedAndDerived(file, members, shipped('vn-2022'))) {
      expect(lost(marks, derived), key).toEqual([]);
      for (const [id, mark] of Object.entries(marks)) {
        if (mark !== null) continue;
        blanks += 1;
        if (derived[id] === null) continue;
        settled += 1;
        // of a household of one or two nobody is young enough
        expect([derived[id], Number(fields.size) <= 2, id], key).toEqual([
          false,
          true,
          expect.stringMatching(/child|adult|nutrition/),
        ]);
      }
    }
    expect(blanks).toBeGreaterThan(150);
    expect(settled).toBeLessThan(10);
  });

  test.each([
    ['vn-2022', []],
    ['quang-ninh-2023', []],
    ['dong-nai-2022', []],
    ['vn-2027', []],
    // its set states no condition for work, and asks of social insurance what the national form does not
    ['hcmc-2021', ['employment', 'social_insurance']],
  ])('give the same class as the marks under %s', async (set, marksOnly) => {
    const [file, members] = await files;
    const criteria = shipped(set);
    const judge = makeJudge(criteria, 'income');
    const { indicators, computed } = judge.table;
    const classes: Record<string, number> = {};
    for (const { key, fields, marks, derived } of markedAndDerived(file, members, criteria)) {
      const verdictOf = (truths: Readonly<Record<string, Truth>>) => {
        const verdict = judge.decide({
          area: (fields.area ?? null) as 'rural' | 'urban' | null,
          income: fields.income as number | null,
          b1: null,
          b2: null,
          marks: indicators.map(({ id }, at) => (computed.includes(at) ? null : (truths[id] ?? null))),
        });
        if (verdict === CONTRADICTION) throw new Error(`${key} contradicts itself`);
        return verdict;
      };
      const byMarks = verdictOf(marks);
      const byAnswers = verdictOf({
        ...derived,
        ...Object.fromEntries(marksOnly.map((id) => [id, marks[id] ?? null])),
      });
      expect(byMarks.possible, key).toEqual(expect.arrayContaining([...byAnswers.possible]));
      if (byMarks.class !== 'undecided') expect(byAnswers.class, key).toBe(byMarks.class);
      classes[byAnswers.class] = (classes[byAnswers.class] ?? 0) + 1;
    }
    expect(Object.keys(classes).length).toBeGreaterThan(2);
  });
});

describe('invented members', () => {
  const batches = (seed: number, year: number, more = {}) => [
    ...generateSurvey({
      ...{ seed, year, households: 400, communes: 1, provinceCode: '22', published: PUBLISHED, counts: null },
      members: true,
      ...more,
    }),
  ];
  const membersOf = (seed: number, year: number, more = {}) =>
    batches(seed, year, more)
      .flatMap(({ members }) => members)
      .map((cells) => Object.fromEntries(cells.map((value, at) => [MEMBERS_HEADINGS[at] ?? '', value])));

  test('change nothing about the households', () => {
    const households = (members: boolean) => batches(7, 2025, { members }).flatMap((batch) => batch.households);
    expect(households(true)).toEqual(households(false));
    expect(batches(7, 2025, { members: false }).flatMap(({ members }) => members)).toEqual([]);
  });

  test('hold codes and flags in canonical spelling', () => {
    const rows = membersOf(7, 2025);
    for (const { id, kind, codes } of MEMBER_COLUMNS.filter((field) => MEMBERS_HEADINGS.includes(field.id))) {
      for (const row of rows) {
        if (codes !== undefined) expect(['', ...codes]).toContain(row[id]);
        if (kind === 'flag') expect(row[id]).toMatch(/^[01]?$/);
        if (kind === 'date') expect(row[id]).toMatch(/^\d{4}-\d\d-\d\d$/);
      }
    }
  });

  test('are mostly the same persons a year on', () => {
    const persons = (year: number) =>
      new Set(membersOf(7, year).map((row) => `${row.household_id} ${row.name} ${row.birth_date}`));
    const [before, after] = [persons(2024), persons(2025)];
    const stayed = [...before].filter((person) => after.has(person)).length / before.size;
    expect(stayed).toBeGreaterThan(0.85);
    expect(stayed).toBeLessThan(1);
  });

  test('give the marks in counted surveys and in other years too', async () => {
    for (const [seed, year, counts] of [
      [3, 2020, null],
      [11, 2025, { poor: 40, nearPoor: 60 }],
      [5, 2031, null],
    ] as const) {
      const folder = tempFolder();
      const counted = counts === null ? [] : ['--poor', `${counts.poor}`, '--near-poor', `${counts.nearPoor}`];
      const args = ['generate', '--households', '400', '--seed', `${seed}`, '--year', `${year}`, ...counted];
      const { exit } = await review([...args, '-o', `${folder}/h.csv`, '--members', `${folder}/m.csv`]);
      expect(exit).toBe(0);
      const [file, members] = [await readText(read(`${folder}/h.csv`)), await readText(read(`${folder}/m.csv`))];
      for (const { key, marks, derived } of markedAndDerived(file, members, shipped('vn-2022'))) {
        expect(lost(marks, derived), `${seed} ${year} ${key}`).toEqual([]);
      }
    }
  });
});

test('the members need a file of their own', async () => {
  const path = `${tempFolder()}/a.csv`;
  for (const members of ['-', path]) {
    const ran = await review(['generate', '--households', '3', '-o', path, '--members', members]);
    expect([ran.exit, ran.stdout]).toEqual([2, '']);
  }
});
