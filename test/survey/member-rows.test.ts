import { describe, expect, it } from 'vitest';
import { cellOf, householdsOf, surveyOf } from '../fixtures.ts';

const HEAD = 'STT hộ,Họ và tên,Quan hệ với chủ hộ,Thôn,Khu vực,Thu nhập bình quân\n';

/** Number, village and members of each household, with the codes of what was found. */
async function households(rows: string) {
  const survey = await surveyOf([HEAD + rows]);
  return (await householdsOf(survey)).map((h) => [
    cellOf(survey, h, 'household_id'),
    cellOf(survey, h, 'village'),
    h.members.length,
    h.findings
      .map((f) => f.code)
      .filter((code) => code !== 'N327')
      .join(),
  ]);
}

describe('rows of members', () => {
  it('without a number belong to the household above', async () => {
    expect(await households('1,A,Chủ hộ,T,NT,1000000\n,B,Vợ,,,\n2,C,Chủ hộ,T,NT,1000000\n')).toEqual([
      ['1', 'T', 2, ''],
      ['2', 'T', 1, ''],
    ]);
  });

  it('with a head of their own and no number are a household that lacks its number', async () => {
    const rows = '1,A,Chủ hộ,T,NT,1000000\n,B,Con,,,\n,C,Chủ hộ,T,NT,3000000\n,D,Con,,,\n3,E,Chủ hộ,T,NT,1000000\n';
    expect((await households(rows)).map(([id, , members]) => [id, members])).toEqual([
      ['1', 2],
      ['', 2],
      ['3', 1],
    ]);
  });

  it('may repeat the number and leave the place to the head', async () => {
    expect(await households('1,A,Chủ hộ,T,NT,1000000\n1,B,Con,,,\n2,C,Chủ hộ,T,NT,1000000\n2,D,Con,,,\n')).toEqual([
      ['1', 'T', 2, ''],
      ['2', 'T', 2, ''],
    ]);
  });

  it('begin a household where the same number comes in another village', async () => {
    expect(await households('1,A,Chủ hộ,T,NT,1000000\n1,C,Chủ hộ,U,NT,1000000\n')).toEqual([
      ['1', 'T', 1, ''],
      ['1', 'U', 1, ''],
    ]);
  });

  it('that disagree about the household are told, and the head is believed', async () => {
    expect(await households('1,A,Chủ hộ,T,NT,1000000\n,B,Con,,TT,\n')).toEqual([['1', 'T', 2, 'W323']]);
  });
});
