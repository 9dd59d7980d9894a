import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../src/movement/link/link-columns.ts';
import { readLinks } from '../../../src/movement/link/links-file.ts';
import { memorySource } from '../../../src/survey/source.ts';
import { bytesOf, refused } from '../../fixtures.ts';

const HEAD = 'before_key,after_key,event,tier,score,note\n';
const readText = (text: string) =>
  readLinks(memorySource('links.csv', bytesOf(text)), { delimiter: null, encoding: null });
const lines = (text: string) => readText(HEAD + text);
const faults = async (text: string) =>
  (await refused(lines(text))).map(({ code, at }) => [code, at.row, at.column] as const);

describe('a links file', () => {
  it('has a line per link, and what is blank is null', async () => {
    expect(await lines('1/a/1,1/a/7,,person_id,100,\n1/a/2,,died,by_hand,,mất tháng 3\n')).toEqual([
      { before: '1/a/1', after: '1/a/7', event: null, tier: 'person_id', score: 100, note: '', row: 2 },
      { before: '1/a/2', after: null, event: 'died', tier: 'by_hand', score: null, note: 'mất tháng 3', row: 3 },
    ]);
  });

  it('may come back from a spreadsheet with semicolons, a mark of UTF-8 and columns in another order', async () => {
    const text = "\ufeffNote;AFTER KEY;Before_Key\r\n'=x;1/b/2;1/b/1\r\n;;\r\n";
    expect(await readText(text)).toEqual([
      { before: '1/b/1', after: '1/b/2', event: null, tier: 'by_hand', score: null, note: '=x', row: 2 },
    ]);
  });

  it('is by hand where a person has filled in the second key of a household alone', async () => {
    expect(await lines('1,2,,none,,\n')).toMatchObject([{ tier: 'by_hand' }]);
  });

  it('drops "nothing found" for a household of which another line says more', async () => {
    const read = await lines('1,,,none,,\n,2,,none,,\n3,,,none,,\n1,2,,,,\n');
    expect(read.map(({ row }) => row)).toEqual([4, 5]);
  });

  it('keeps "nothing found" beside a proposal that waits', async () => {
    expect(await lines('1,,,none,,\n1,2,,probable,80,\n')).toHaveLength(2);
  });

  it('is refused without the columns of keys', async () => {
    expect(await refused(readText('before,event\n1,died\n'))).toMatchObject([
      { code: 'E202', at: { field: 'before_key' } },
      { code: 'E202', at: { field: 'after_key' } },
    ]);
  });

  it('is refused with every cell that is not understood, all at once', async () => {
    expect(await faults('1,2,dead,person_id,100,\n3,4,,sure,100,\n5,6,,head,101,\n7,8,,head,nhiều,\n')).toEqual([
      ['E840', 2, 'event'],
      ['E841', 3, 'tier'],
      ['E842', 4, 'score'],
      ['E842', 5, 'score'],
    ]);
  });

  it('is refused where keys do not go with the event', async () => {
    const text = [
      ',,,,,không có khóa',
      '1,2,died,,,',
      ',3,dissolved,,,',
      '4,,moved_in,,,',
      ',5,moved_out,,,',
      '6,,split_from,,,',
      ',7,merged_into,,,',
    ].join('\n');
    expect(await faults(text)).toEqual([
      ['E843', 2, 'before_key'],
      ['E843', 3, 'after_key'],
      ['E843', 4, 'before_key'],
      ['E843', 5, 'after_key'],
      ['E843', 6, 'before_key'],
      ['E843', 7, 'after_key'],
      ['E843', 8, 'before_key'],
    ]);
  });
});

describe('lines of a links file together', () => {
  it('may split one household, and merge several', async () => {
    expect(await lines('1,2,,,,\n1,3,split_from,,,\n4,6,,,,\n5,6,merged_into,,,\n')).toHaveLength(4);
  });

  it('contradict each other where a household goes on as two, or two go on as one', async () => {
    expect(await faults('1,2,,,,\n1,3,,,,\n4,6,,,,\n5,6,,,,\n')).toEqual([
      ['E844', 3, 'before_key'],
      ['E844', 5, 'after_key'],
    ]);
  });

  it('contradict each other where a household has died and goes on', async () => {
    expect(await faults('1,,died,,,\n1,2,,,,\n')).toEqual([['E844', 3, 'before_key']]);
  });

  it('contradict nothing as long as a proposal waits, and do once it is confirmed', async () => {
    expect(await lines('1,2,,,,\n1,3,,probable,70,\n')).toHaveLength(2);
    expect(await faults('1,2,,,,\n1,3,,probable,70,confirmed\n')).toEqual([['E844', 3, 'before_key']]);
  });
});

describe('links as they are written', () => {
  it('stand in one order, whatever came first; those that are new come last', async () => {
    const read = await lines(',9,moved_in,,,\n2,3,,,,\n10,,died,,,\n2,1,split_from,,,\n');
    const order = [
      ['10', null],
      ['2', '1'],
      ['2', '3'],
      [null, '9'],
    ];
    expect(inOrder(read).map(({ before, after }) => [before, after])).toEqual(order);
    expect(inOrder([...read].reverse()).map(({ before, after }) => [before, after])).toEqual(order);
  });
});
