import { describe, expect, it } from 'vitest';
import { csvOf, errorsIn, findingsIn, fixture, household, review, tempFile } from '../fixtures.ts';

const survey = () => tempFile(csvOf([household('0001')]));
const json = (...options: readonly string[]) => review(['classify', survey(), '--format', 'json', ...options]);

describe('criteria named by id', () => {
  it('are used, with a note when no date is given', async () => {
    const ran = await json('-c', 'vn-2022');
    expect(ran.exit).toBe(0);
    expect(findingsIn(ran, 'N408')).toHaveLength(1);
  });

  it('are used without that note when the date is covered', async () => {
    const ran = await json('-c', 'vn-2022', '--date', '2025-11-30');
    expect(ran.exit).toBe(0);
    expect(findingsIn(ran, 'N408')).toEqual([]);
  });

  it('that are not known end with 78 and the near ones', async () => {
    const ran = await review(['classify', survey(), '-c', 'vn-202']);
    expect(ran.exit).toBe(78);
    expect(ran.stderr).toContain('E401');
    expect(ran.stderr).toContain('vn-2022');
  });

  it('that are not known are all told', async () => {
    const ran = await json('-c', 'vn-1', '-c', 'vn-2022', '-c', 'tinh-ninh');
    expect(errorsIn(ran).map(([code]) => code)).toEqual(['E401', 'E401']);
  });

  it.each(['2027-01-01', '2021-08-31', '2016-01-01'])('end with 78 for the day %s, outside coverage', async (day) => {
    const ran = await json('-c', 'vn-2022', '--date', day);
    expect(ran.exit).toBe(78);
    expect(errorsIn(ran)).toEqual([['E402', null]]);
  });

  it('name the sets that cover the day they do not', async () => {
    const ran = await review(['classify', survey(), '-c', 'quang-ninh-2023', '--date', '2026-05-01']);
    expect(ran.exit).toBe(78);
    expect(ran.stderr).toContain('vn-2022');
  });

  it('are used outside coverage on request, with a warning', async () => {
    const ran = await json('-c', 'vn-2022', '--date', '2030-01-01', '--outside-coverage');
    expect(ran.exit).toBe(0);
    expect(findingsIn(ran, 'W409')).toMatchObject([{ severity: 'warning' }]);
  });

  it('have no warning for that request when the day is covered', async () => {
    const ran = await json('-c', 'vn-2022', '--date', '2025-01-01', '--outside-coverage');
    expect(findingsIn(ran, 'W409')).toEqual([]);
  });

  it.each(['2021-09-01', '2021-10-01', '2021-12-31'])('serve the opening review of %s', async (day) => {
    expect((await json('-c', 'vn-2022', '--date', day)).exit).toBe(0);
  });

  it('are used once when they are named twice', async () => {
    const ran = await json('-c', 'vn-2022', '-c', 'vn-2022');
    expect(JSON.parse(ran.stdout).data.results).toHaveLength(1);
  });

  it('that are a file which is missing end with 66', async () => {
    const ran = await json('-c', './nowhere/own.yaml');
    expect([ran.exit, errorsIn(ran)]).toEqual([66, [['E101', null]]]);
  });

  it('that are a file which is no criteria end with 78', async () => {
    const ran = await json('-c', tempFile('id: own\nfamily: [', 'own.yaml'));
    expect(ran.exit).toBe(78);
    expect(errorsIn(ran)[0]?.[0]).toBe('E403');
  });
});

describe('a family', () => {
  it.each([
    ['vn', '--date', '2022-01-01', 'vn-2022'],
    ['vn', '--year', '2026', 'vn-2022'],
    ['quang-ninh', '--year', '2024', 'quang-ninh-2023'],
    ['hcmc', '--date', '2021-01-01', 'hcmc-2021'],
  ])('%s %s %s is %s', async (family, option, when, id) => {
    const { exit, stdout } = await json('-c', family, option, when);
    expect([exit, JSON.parse(stdout).criteria.id]).toEqual([0, id]);
  });

  it('is not the set whose opening review the day falls into', async () => {
    const ran = await json('-c', 'vn', '--date', '2021-10-01');
    const chosen = JSON.parse(ran.stdout).criteria?.id ?? null;
    expect(chosen).not.toBe('vn-2022');
  });

  it('of which no set is known for the day ends with 78 and the ids to choose from', async () => {
    const ran = await review(['classify', survey(), '-c', 'quang-ninh', '--year', '2026']);
    expect(ran.exit).toBe(78);
    expect(ran.stderr).toContain('E406');
    expect(ran.stderr).toContain('quang-ninh-2023');
  });

  it('without a day is wrong usage, and the sets are listed', async () => {
    const ran = await review(['classify', survey(), '-c', 'vn']);
    expect(ran.exit).toBe(2);
    expect(ran.stderr).toContain('vn-2022');
    expect(ran.stdout).toBe('');
  });
});

describe('no criteria', () => {
  it('are wrong usage without a day, and the sets are listed', async () => {
    const ran = await review(['classify', survey()]);
    expect(ran.exit).toBe(2);
    for (const id of ['vn-2022', 'quang-ninh-2023', 'hcmc-2021']) expect(ran.stderr).toContain(id);
  });

  it('mean the national set in force on the day, and it is named', async () => {
    for (const when of [
      ['--date', '2025-12-01'],
      ['--year', '2022'],
    ]) {
      const ran = await json(...when);
      expect(ran.exit).toBe(0);
      expect(JSON.parse(ran.stdout).criteria.id).toBe('vn-2022');
      expect(findingsIn(ran, 'N410')[0]?.message).toContain('vn-2022');
    }
  });

  it('are not taken from the review dates in the file', async () => {
    const path = tempFile(csvOf([household('1', { review_date: '2025-11-01' })]));
    expect((await review(['classify', path])).exit).toBe(2);
  });
});

describe('a day that is none', () => {
  it.each([
    ['--date', '2025-02-30'],
    ['--date', '01/12/2025'],
    ['--date', '2025'],
    ['--year', '25'],
    ['--year', '2025-12'],
  ])('%s %s is wrong usage', async (option, text) => {
    expect((await json('-c', 'vn-2022', option, text)).exit).toBe(2);
  });
});

it('a basis that the set has no rules for is wrong usage', async () => {
  const ran = await review(['classify', fixture('good/scores.csv'), '-c', 'quang-ninh-2023', '--basis', 'score']);
  expect(ran.exit).toBe(2);
});
