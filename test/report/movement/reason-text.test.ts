import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../src/messages/messages.ts';
import type { LinkEvent } from '../../../src/movement/link.ts';
import { whyFinder } from '../../../src/movement/why/why.ts';
import { otherChangesText, reasonText } from '../../../src/report/movement/reason-text.ts';
import type { Lang } from '../../../src/text/format.ts';
import { household, type Row, setNamed } from '../../fixtures.ts';
import { twoYears, type YearsOptions } from '../../movement/years.ts';

interface ToldOptions extends YearsOptions {
  readonly lang?: Lang;
}

/** The reason of the one household, and what else changed. */
async function told(was: Row | null, is: Row | null, options: ToldOptions = {}): Promise<readonly [string, string]> {
  const { lang = 'vi', sets = ['vn-2022', 'vn-2022'] } = options;
  const filler = household('0');
  const years = await twoYears([filler, ...(was ? [was] : [])], [filler, ...(is ? [is] : [])], options);
  const named = sets.map((set) => (typeof set === 'string' ? setNamed(set) : set));
  const pair = years.pairs.find(({ id }) => id === '1');
  const why = pair === undefined ? null : whyFinder(years.before, years.after)(pair);
  if (why === null) return ['', ''];
  return [reasonText(why, named, messagesIn(lang)), otherChangesText(why, named, messagesIn(lang))];
}

const one = (more: Row = {}, deprived = 0) => household('1', more, deprived);
const scores = (b1: string, b2: string): Row => ({ household_id: '1', area: 'rural', b1, b2 });

describe('the sentence why a household moved', () => {
  it('is the income, with the line that it crossed', async () => {
    const [text] = await told(one({}, 3), one({ income: '1900000' }, 3));
    expect(text).toBe('thu nhập từ 1.400.000 lên 1.900.000 đồng/người/tháng, vượt chuẩn 1.500.000 (nông thôn)');
  });

  it('is the same in English', async () => {
    const [text] = await told(one({}, 3), one({ income: '1900000' }, 3), { lang: 'en' });
    expect(text).toBe(
      'income up from 1,400,000 to 1,900,000 đồng per person per month, above the line of 1,500,000 (rural)',
    );
  });

  it('names the indicators that are deprived no more, and how many are left', async () => {
    const was = { ...one({}, 0), toilet: '1', health_insurance: '1', water: '1', telecom: '1' };
    const [text] = await told(was, { ...one({}, 0), water: '1', telecom: '1' });
    expect(text).toBe('không còn thiếu hụt: bảo hiểm y tế, nhà tiêu hợp vệ sinh; còn 2 chỉ số');
  });

  it('leaves what changed without moving the class to the other changes', async () => {
    const [text, others] = await told(one({ size: '5' }, 4), one({ size: '4', income: '1450000' }, 2));
    expect(text).toBe('không còn thiếu hụt: dinh dưỡng, bảo hiểm y tế; còn 2 chỉ số');
    expect(others).toBe('thu nhập từ 1.400.000 lên 1.450.000 đồng/người/tháng; số khẩu từ 5 xuống 4');
  });

  it('names income and indicators together when neither is enough', async () => {
    const [text, others] = await told(one({ income: '1900000' }, 1), one({}, 3));
    expect(text).toBe(
      'thu nhập từ 1.900.000 xuống 1.400.000 đồng/người/tháng, không vượt chuẩn 1.500.000 (nông thôn); ' +
        'thiếu hụt thêm: người phụ thuộc trong hộ, dinh dưỡng; nay thiếu hụt 3 chỉ số',
    );
    expect(others).toBe('');
  });

  it('does not name an indicator that arose while the household escaped', async () => {
    const [text, others] = await told(one({}, 3), one({ income: '1600000' }, 4));
    expect(text).toMatch(/^thu nhập từ/);
    expect(text).not.toContain('thiếu hụt');
    expect(others).toBe('thiếu hụt thêm: bảo hiểm y tế');
  });

  it('is the area, with both lines and the income held against them', async () => {
    const [text] = await told(one({ income: '1800000' }, 1), one({ income: '1800000', area: 'urban' }, 1));
    expect(text).toBe(
      'khu vực từ nông thôn sang thành thị, chuẩn từ 1.500.000 (nông thôn) thành 2.000.000 (thành thị), thu nhập 1.800.000 đồng/người/tháng',
    );
  });

  it('is the line of the new criteria, when nothing else would have done', async () => {
    const row = one({ income: '1800000' }, 1);
    const [text] = await told(row, row, { sets: ['vn-2022', 'quang-ninh-2023'] });
    expect(text).toBe(
      'bộ tiêu chí từ vn-2022 thành quang-ninh-2023; chuẩn từ 1.500.000 (nông thôn) thành 2.100.000 (nông thôn), thu nhập 1.800.000 đồng/người/tháng',
    );
  });

  it('is the cut-off of the new criteria, when the lines do not matter', async () => {
    const row = one({}, 2);
    const [text] = await told(row, row, { sets: ['vn-2022', 'dong-nai-2022'] });
    expect(text).toBe('bộ tiêu chí từ vn-2022 thành dong-nai-2022; dong-nai-2022 có quy tắc xếp loại khác với vn-2022');
  });

  it('is the lower of two lines, where the set draws two', async () => {
    const sets = ['vn-2016', 'vn-2016'] as const;
    const row = one({ health_care: '0' }, 1);
    const [text] = await told({ ...row, income: '900000' }, { ...row, income: '650000' }, { sets });
    expect(text).toContain('không vượt chuẩn 700.000 (nông thôn)');
  });

  it('says a yearly line by the year', async () => {
    const sets = ['hcmc-2024', 'hcmc-2024'] as const;
    const [text] = await told(one({ income: '3000000' }, 3), one({ income: '4000000' }, 3), { sets });
    expect(text).toBe('thu nhập từ 3.000.000 lên 4.000.000 đồng/người/tháng, vượt chuẩn 46.000.000 đồng/người/năm');
  });

  it('is B1 or B2 where the class goes by points', async () => {
    const [byB1, otherB2] = await told(scores('130', '40'), scores('145', '20'), { basis: 'score' });
    expect(byB1).toBe('điểm B1 từ 130 lên 145, vượt chuẩn 140 (nông thôn)');
    expect(otherB2).toBe('điểm B2 từ 40 xuống 20');
    const [byB2, otherB1] = await told(scores('130', '40'), scores('135', '20'), { basis: 'score' });
    expect(byB2).toBe('điểm B2 từ 40 xuống 20; thiếu hụt 2 chỉ số');
    expect(otherB1).toBe('điểm B1 từ 130 lên 135');
  });

  it('is a decision that stands against the answers, with the reason that was written', async () => {
    const decided = { decided_class: 'near_poor', decision_reason: 'Tự nguyện, CCCD 000061505237' };
    const [text] = await told(one({}, 4), one(decided, 4));
    expect(text).toBe('năm nay xếp theo quyết định ("Tự nguyện, CCCD 0xx******237"); các câu trả lời cho: hộ nghèo');
  });

  it("is last year's decision, when the answers give the same class in both years", async () => {
    const [text] = await told(one({ decided_class: 'near_poor' }, 4), one({}, 4));
    expect(text).toBe('năm trước xếp theo quyết định; các câu trả lời cho: hộ nghèo');
  });

  it('is the answers that are missing', async () => {
    const [text] = await told(one({}, 4), one({ water: '', toilet: '' }, 2));
    expect(text).toBe('năm nay chưa đủ câu trả lời: nguồn nước sinh hoạt, nhà tiêu hợp vệ sinh');
  });

  it('says only what can be said of a list without answers, and how the household stands now', async () => {
    const list = { household_id: '1', recorded_class: 'poor', size: '4' };
    const years = { sets: ['vn-2022', 'vn-2022'], recorded: ['before'] } as const;
    const filler = { household_id: '0', recorded_class: 'poor', size: '1' };
    const { before, after, pairs } = await twoYears([filler, list], [household('0'), one({ size: '4' }, 2)], years);
    const why = whyFinder(before, after)(pairs[1] as (typeof pairs)[number]);
    expect(why && reasonText(why, [null, setNamed('vn-2022')], messagesIn('vi'))).toBe(
      'danh sách năm trước không có câu trả lời để so sánh; ' +
        'thu nhập 1.400.000 đồng/người/tháng, không vượt chuẩn 1.500.000 (nông thôn); thiếu hụt 2 chỉ số',
    );
  });

  it.each([
    ['died', 'không còn ai trong hộ (đã chết)'],
    ['moved_out', 'đã chuyển đi nơi khác'],
    ['merged_into', 'đã nhập vào hộ khác'],
    ['dissolved', 'hộ không còn'],
    ['', 'năm nay không có trong danh sách, chưa rõ vì sao'],
  ])('of one that is gone (%s) is the event, and never a guess', async (event, text) => {
    expect((await told(one({ event }, 4), null))[0]).toBe(text);
  });

  it.each([
    ['moved_in', 'mới chuyển đến'],
    ['split_from', 'mới tách hộ'],
    ['', 'năm trước không có trong danh sách'],
  ] as const)('of one that came (%s) says how it stands', async (event: LinkEvent | '', text) => {
    expect((await told(null, one({ event }, 4)))[0]).toBe(
      `${text}; thu nhập 1.400.000 đồng/người/tháng, không vượt chuẩn 1.500.000 (nông thôn); thiếu hụt 4 chỉ số`,
    );
  });

  it('is who counts, when the household is of the population in one year alone', async () => {
    const sets = ['quang-ninh-2023', 'quang-ninh-2023'] as const;
    const [text] = await told(one({ residence: 'permanent' }, 4), one({ residence: 'temporary' }, 4), { sets });
    expect(text).toBe('năm nay không thuộc đối tượng của bộ tiêu chí');
  });
});
