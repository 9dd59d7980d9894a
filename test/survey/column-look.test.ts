import { describe, expect, it } from 'vitest';
import { mayHold } from '../../src/survey/column-look.ts';
import { opened } from '../fixtures.ts';

const HEADINGS = 'household_id,b1,head_name';
const holdsB1 = async (...rows: readonly string[]) => mayHold(await opened([HEADINGS, ...rows, ''].join('\r\n')), 'b1');

describe('a column holds nothing', () => {
  it.each([
    ['when its cells are empty', ['1,,An', '2,,Bình']],
    ['when they are blanks', ['1, ,An', '2,  ,Bình']],
    ['when rows end before it', ['1', '2,']],
    ['when there are no rows', []],
  ])('%s', async (_, rows) => expect(await holdsB1(...rows)).toBe(false));

  it.each(['\n', '\r', '\r\n'])('whatever ends the lines (%j), whose first is of headings', async (end) => {
    expect(await mayHold(await opened([HEADINGS, '1,,An', ''].join(end)), 'b1')).toBe(false);
    expect(await mayHold(await opened([HEADINGS, '1,,An', '2,5,B'].join(end)), 'b1')).toBe(true);
  });
});

describe('a column may hold something', () => {
  it.each([
    ['when a cell of it does, be it the last', ['1,,An', '2,,Bình', '3,140,Cư']],
    ['when it says that there is nothing', ['1,--,An']],
    ['when the text is quoted, for the reader must tell', ['1,,"An"']],
    ['when a blank is not of ASCII, for the reader must tell', ['1,\u00a0,An']],
  ])('%s', async (_, rows) => expect(await holdsB1(...rows)).toBe(true));

  it('when its value is said for the whole file', async () => {
    const table = { ...(await opened(`${HEADINGS}\n1,,An\n`)), constants: { b1: '140' } };
    expect(await mayHold(table, 'b1')).toBe(true);
  });

  it('when a blank of it means something', async () => {
    const table = await opened(`${HEADINGS}\n1,,An\n`);
    const conventions = table.conventions.map((one) => ({ ...one, blank: '0' }));
    expect(await mayHold({ ...table, conventions }, 'b1')).toBe(true);
  });
});
