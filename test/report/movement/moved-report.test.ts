import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../src/messages/messages.ts';
import { whyFinder } from '../../../src/movement/why/why.ts';
import { MOVED_HEADINGS, movedRows, movedTable } from '../../../src/report/movement/moved-report.ts';
import { household, setNamed } from '../../fixtures.ts';
import { twoYears } from '../../movement/years.ts';

const ID = '000061505237';
const SETS = [setNamed('vn-2022')];
const place = { commune: '00001', communeName: 'Xã Giả Định', village: 'Thôn 1' };

async function moved() {
  const was = [household('1', { size: '4' }, 3), household(ID, {}, 4)];
  const is = [household('1', { size: '5', income: '1900000' }, 3)];
  const { before, after, pairs } = await twoYears(was, is);
  const whyOf = whyFinder(before, after);
  return pairs.flatMap((pair) => {
    const why = whyOf(pair);
    return why === null ? [] : [{ ...place, key: pair.id, why }];
  });
}

describe('the list of households that moved', () => {
  it('gives each its reason, and what else changed, village by village', async () => {
    expect(movedTable(await moved(), SETS, messagesIn('en')).rows).toEqual([
      [
        'Thôn 1, Xã Giả Định',
        '1',
        { text: 'Poor', tone: 'poor' },
        { text: 'Neither poor nor near-poor', tone: 'non_poor' },
        'Income up from 1,400,000 to 1,900,000 đồng per person per month, above the line of 1,500,000 (rural)',
        'Household size up from 4 to 5',
      ],
      ['', '0xx******237', { text: 'Poor', tone: 'poor' }, '–', 'Not in the list this year, nobody says why', ''],
    ]);
  });

  it('has a row a household for other programs, codes and all', async () => {
    const rows = movedRows(await moved(), SETS, messagesIn('vi'));
    for (const row of rows) expect(row).toHaveLength(MOVED_HEADINGS.length);
    expect(rows.map((row) => row.slice(0, -1))).toEqual([
      ['00001', 'Thôn 1', '1', 'poor', 'non_poor', 'moved_by', 'income', 'income;size'],
      ['00001', 'Thôn 1', '0xx******237', 'poor', 'absent', 'left', '', ''],
    ]);
  });
});
