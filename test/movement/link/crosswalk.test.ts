import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Period, readCrosswalk, rebaseBy } from '../../../src/movement/link/crosswalk.ts';
import { linkHouseholds } from '../../../src/movement/link/link-households.ts';
import { memorySource } from '../../../src/survey/source.ts';
import { bytesOf, refused } from '../../fixtures.ts';
import { household, listOf, shown } from '../households.ts';

const FILE = new URL('../../../fixtures/movement/crosswalk.csv', import.meta.url);
const crosswalk = (text = readFileSync(FILE, 'utf8')) =>
  readCrosswalk(memorySource('crosswalk.csv', bytesOf(text)), { delimiter: null, encoding: null });
const REFORM: Period = { after: '2024-12-14', upTo: '2025-12-14' };
const rebased = async (period = REFORM) => rebaseBy(await crosswalk(), period, 'commune_code', 'commune_code');

describe('a crosswalk of units', () => {
  it('gives the new unit of a whole one', async () => {
    expect((await rebased())('90001', 'Thôn Ba')).toEqual({ units: ['90101'], village: 'Thôn Ba' });
  });

  it('gives the unit to which the village of a divided one went, and its name there', async () => {
    const now = await rebased();
    expect(now('90002', 'THÔN MỘT')).toEqual({ units: ['90101'], village: 'Thôn Đồi Một' });
    expect(now('90002', 'Thôn Hai')).toEqual({ units: ['90102'], village: 'Thôn Hai' });
  });

  it('leaves open where a village is that it does not name', async () => {
    expect((await rebased())('90002', 'Thôn Ba')).toEqual({ units: ['90101', '90102'], village: 'Thôn Ba' });
  });

  it('leaves a unit as it is that it does not name', async () => {
    expect((await rebased())('90009', '')).toEqual({ units: ['90009'], village: '' });
  });

  it('knows a code that means another unit now: by the day of the earlier review', async () => {
    expect((await rebased())('90102', '').units).toEqual(['90101']);
    expect((await rebased({ after: '2025-09-01', upTo: '2025-12-14' }))('90102', '').units).toEqual(['90102']);
  });

  it('follows changes one after the other, and none that came later', async () => {
    expect((await rebased({ after: '2024-12-14', upTo: '2026-12-14' }))('90001', '').units).toEqual(['90201']);
  });

  it('may be asked by names', async () => {
    const now = rebaseBy(await crosswalk(), REFORM, 'commune', 'commune');
    expect(now('xã suối mẫu', '').units).toEqual(['Xã Suối Mới']);
  });

  it('is refused without columns of codes, and with every row that cannot be used', async () => {
    expect(await refused(crosswalk('old,new\n1,2\n'))).toMatchObject([
      { code: 'E202', at: { field: 'old_code' } },
      { code: 'E202', at: { field: 'new_code' } },
    ]);
    expect(await refused(crosswalk('old_code,new_code,valid_from\n1,2,hôm nay\n,3,\n'))).toMatchObject([
      { code: 'E848', at: { row: 2, column: 'valid_from' }, saw: 'hôm nay' },
      { code: 'E848', at: { row: 3, column: 'old_code' } },
    ]);
  });
});

describe('the reform of units', () => {
  const an = { name: 'Nguyễn Văn An', birth: '1960-05-02', sex: 'male' };

  it('does not look like movement', async () => {
    const before = [household('90001/Thôn Ba/1', { unit: '90001', village: 'Thôn Ba', head: an })];
    const after = [household('90101/Thôn Ba/1', { unit: '90101', village: 'Thôn Ba', head: an })];
    const { links, counts } = linkHouseholds(listOf(before, await rebased()), listOf(after));
    expect(links.map(shown)).toEqual(['90001/Thôn Ba/1>90101/Thôn Ba/1 head']);
    expect(counts.internalMoves).toBe(0);
    const { links: without } = linkHouseholds(listOf(before), listOf(after));
    expect(without.map(shown)).toEqual(['90001/Thôn Ba/1>90101/Thôn Ba/1 probable moved_out (other_unit)']);
  });

  it('finds the head of a divided unit in whichever part it is, and asks when it is in both', async () => {
    const before = [household('1', { unit: '90002', village: 'Thôn Ba', head: an })];
    const inB = household('8', { unit: '90102', village: 'Thôn Ba', head: an });
    const inA = household('9', { unit: '90101', village: 'Thôn Ba', head: an });
    const run = async (after: readonly ReturnType<typeof household>[]) =>
      linkHouseholds(listOf(before, await rebased()), listOf(after));
    expect((await run([inB])).links.map(shown)).toEqual(['1>8 head']);
    expect((await run([inA, inB])).links.map(shown)).toEqual(['1>8 probable (tie)', '1>9 probable (tie)']);
  });

  it('lists households of a divided unit that nothing places', async () => {
    const before = [household('1', { unit: '90002', village: 'Thôn Ba', head: an })];
    const { links, findings } = linkHouseholds(listOf(before, await rebased()), listOf([]));
    expect(links.map(shown)).toEqual(['1> none (divided_unit)']);
    expect(findings).toMatchObject([
      { code: 'W847', saw: '90002', expected: ['90101', '90102'], data: { households: 1 } },
    ]);
  });

  it('lets a number of last year be found in the new unit, unless two old units share it', async () => {
    const [one, two] = [
      household('90001/Thôn Ba/7', { unit: '90001', village: 'Thôn Ba' }),
      household('90102/Thôn Ba/7', { unit: '90102', village: 'Thôn Ba' }),
    ];
    const after = [household('90101/Thôn Ba/1', { unit: '90101', village: 'Thôn Ba', previousId: '7' })];
    const run = async (before: readonly ReturnType<typeof household>[]) =>
      linkHouseholds(listOf(before, await rebased()), listOf(after)).counts.pairs;
    expect(await run([one])).toBe(1);
    expect(await run([one, two])).toBe(0);
  });
});
