import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOneReview } from '../../src/cli/reviewed-input.ts';
import { settingsFrom } from '../../src/cli/settings.ts';
import { yearsUnder } from '../../src/cli/year-under.ts';
import { FindingLog } from '../../src/finding.ts';
import type { Decomposition } from '../../src/movement/rules/decompose.ts';
import { explaining } from '../../src/movement/why/explaining.ts';
import { parseMovementLimits } from '../../src/movement/why/limits.ts';
import { NO_QUOTA } from '../../src/movement/why/quota.ts';
import type { Reviewed, ReviewedHousehold } from '../../src/results/reviewed.ts';
import { shippedText } from '../../src/shipped.ts';
import { changed } from '../criteria/shipped.ts';
import { column, csvOf, household, ioInto, type Row, read, review, tempFile, tempFolder } from '../fixtures.ts';

const settings = settingsFrom({ lang: 'en' }, ioInto({ stdout: '', stderr: '' }));
const limits = parseMovementLimits(shippedText('movement/why/limits.yaml'));

async function resultOf(survey: string, set: string, ...options: readonly string[]): Promise<string> {
  const path = join(tempFolder(), 'result.csv');
  const ran = await review(['classify', survey, '-c', set, '-o', path, ...options]);
  expect(ran.exit, ran.stderr).toBe(0);
  return path;
}

const opened = (path: string, ...criteria: readonly string[]): Promise<Reviewed> =>
  openOneReview([path], criteria.length === 0 ? {} : { criteria }, new FindingLog(), settings);

async function byKey(reviewed: Reviewed): Promise<ReadonlyMap<string, ReviewedHousehold>> {
  const found = new Map<string, ReviewedHousehold>();
  for await (const batch of reviewed.households()) for (const one of batch) found.set(one.key, one);
  return found;
}

/** Reasons of the pairs that have one key, and what explains the whole. */
async function compared(before: Reviewed, after: Reviewed) {
  const { see, done } = explaining(...(await yearsUnder(before, after)), limits, NO_QUOTA);
  const [was, is] = [await byKey(before), await byKey(after)];
  const reasons = [...new Set([...was.keys(), ...is.keys()])].map((key) =>
    see({ before: was.get(key) ?? null, after: is.get(key) ?? null, event: null, origin: null }),
  );
  return { reasons, ...done() };
}

async function countsUnder(survey: string, set: string): Promise<Decomposition['before_rules_before']> {
  const classes = column(read(await resultOf(survey, set)), 'class');
  const count = (id: string) => classes.filter((name) => name === id).length;
  return {
    poor: count('poor'),
    near_poor: count('near_poor'),
    non_poor: count('non_poor'),
    undecided: count('undecided'),
  };
}

const YEARS = [
  ['2026', 'vn-2022', '2027', 'vn-2027'],
  ['2022', 'vn-2022', '2023', 'quang-ninh-2023'],
] as const;

describe('two results under the rules of both', () => {
  it.each(YEARS)('give the four counts that classify gives (%s %s, %s %s)', async (was, first, is, second) => {
    const surveys = { before: `fixtures/rule-change/${was}.csv`, after: `fixtures/rule-change/${is}.csv` };
    const before = await opened(await resultOf(surveys.before, first));
    const after = await opened(await resultOf(surveys.after, second));
    const { decomposition } = await compared(before, after);
    expect(decomposition).toMatchObject({
      before_rules_before: await countsUnder(surveys.before, first),
      before_rules_after: await countsUnder(surveys.before, second),
      after_rules_before: await countsUnder(surveys.after, first),
      after_rules_after: await countsUnder(surveys.after, second),
    });
  });

  it('are not decomposed, where the rules are the same', async () => {
    const path = await resultOf('fixtures/rule-change/2022.csv', 'vn-2022');
    const { decomposition, reasons } = await compared(await opened(path), await opened(path));
    expect(decomposition).toBeNull();
    expect(reasons.filter((why) => why !== null)).toEqual([]);
  });

  it('go by the basis on which each was made', async () => {
    const scores = (b1: string): Row => ({ household_id: '1', area: 'rural', income: '900000', b1, b2: '40' });
    const resultBy = (row: Row) => resultOf(tempFile(csvOf([row])), 'vn-2022');
    const before = await opened(await resultBy(scores('130')));
    const after = await opened(await resultBy(scores('150')));
    const [why] = (await compared(before, after)).reasons;
    expect(why?.reason).toMatchObject({ kind: 'moved_by', factors: ['b1'], basis: 'score' });
  });

  it('say of one set on two bases that the basis is another', async () => {
    const row: Row = { household_id: '1', area: 'rural', income: '900000', b1: '150', b2: '40' };
    const survey = tempFile(csvOf([row]));
    const before = await opened(await resultOf(survey, 'vn-2022', '--basis', 'income'));
    const after = await opened(await resultOf(survey, 'vn-2022', '--basis', 'score'));
    const { reasons, decomposition } = await compared(before, after);
    expect(reasons[0]?.reason).toMatchObject({ kind: 'moved_by', factors: ['rules'] });
    expect(reasons[0]?.changes).toEqual([
      { what: 'rules', from: 'vn-2022', to: 'vn-2022', bases: ['income', 'score'] },
    ]);
    expect(decomposition).toBeNull();
  });

  it('have no reasons that a set which is not at hand would give', async () => {
    const own = tempFile(changed('vn-2022', 'id: vn-2022', 'id: own-set'), 'own.yaml');
    const before = await opened(await resultOf(tempFile(csvOf([household('1', {}, 3)])), own));
    const after = await opened(await resultOf(tempFile(csvOf([household('1', {}, 1)])), 'vn-2022'));
    const { reasons, decomposition } = await compared(before, after);
    expect(reasons[0]?.reason).toEqual({ kind: 'no_criteria' });
    expect(decomposition).toBeNull();
  });
});

describe('marks that follow from answers', () => {
  const wider = () =>
    tempFile(
      changed('vn-2022', 'id: vn-2022', 'id: own-set').replace(
        'field: floor_area_per_person, value: 8 }',
        'field: floor_area_per_person, value: 10 }',
      ),
      'own.yaml',
    );
  // 9 m² a person: enough for one set, too little for the other
  const { housing_area: _, ...answered } = household('1', { floor_area: '36', size: '4' }, 2);

  it('are derived anew under the rules of the other year, from a result', async () => {
    const [survey, own] = [tempFile(csvOf([answered])), wider()];
    const before = await opened(await resultOf(survey, 'vn-2022'));
    const after = await opened(await resultOf(survey, own), own);
    const { decomposition, reasons } = await compared(before, after);
    expect(decomposition).toMatchObject({
      before_rules_after: { poor: 1, near_poor: 0 },
      after_rules_before: { poor: 0, near_poor: 1 },
    });
    expect(reasons[0]?.reason).toMatchObject({ kind: 'moved_by', factors: ['rules'], parts: ['indicators'] });
  });

  it('are derived anew from a survey that was classified on the way', async () => {
    const [survey, own] = [tempFile(csvOf([answered])), wider()];
    const { decomposition } = await compared(await opened(survey, 'vn-2022'), await opened(survey, own));
    expect(decomposition).toMatchObject({
      before_rules_after: { poor: 1, near_poor: 0 },
      after_rules_before: { poor: 0, near_poor: 1 },
    });
  });
});
