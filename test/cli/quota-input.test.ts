import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/exit.ts';
import { quotaFrom } from '../../src/cli/quota-input.ts';
import { settingsFrom } from '../../src/cli/settings.ts';
import { ioInto, refused, tempFile } from '../fixtures.ts';

const settings = settingsFrom({ lang: 'en' }, ioInto({ stdout: '', stderr: '' }));
const quota = (said?: string) => quotaFrom(said, settings);

describe('the quota that a user names', () => {
  it('is none without the option', async () => {
    expect(await quota()).toEqual({ percent: null, rows: [] });
  });

  it('is a percent of every list', async () => {
    expect(await quota('30%')).toEqual({ percent: 30, rows: [] });
    expect(await quota('5 %')).toEqual({ percent: 5, rows: [] });
  });

  it.each(['0%', '101%'])('is not %s', async (said) => {
    await expect(quota(said)).rejects.toThrow(UsageError);
  });

  it('is a file of units and villages', async () => {
    const path = tempFile('unit_code,village,households\n00001,Thôn 1,3\n00002,,7\n', 'quota.csv');
    expect((await quota(path)).rows).toMatchObject([
      { code: '00001', village: 'Thôn 1', households: 3 },
      { code: '00002', village: null, households: 7 },
    ]);
  });

  it('is an error where the file is missing, or no list of units', async () => {
    expect((await refused(quota('no-such.csv'))).map(({ code }) => code)).toEqual(['E101']);
    const strange = tempFile('a,b\n1,2\n', 'quota.csv');
    expect((await refused(quota(strange))).map(({ code }) => code)).toEqual(['E202']);
  });
});
