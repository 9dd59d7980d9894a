import { CLASS_WORDS, wordFor } from './domain-words.ts';
import type { FindingWords, Told } from './finding-words.ts';

/** Lời của các thay đổi giữa hai năm cần xem lại. */
export const movementFindingsVi = {
  W862: (f) => [
    `Hộ "${f.saw}" từ ${stateOf(f, 'from')} thành ${stateOf(f, 'to')} mà không câu trả lời nào thay đổi.`,
    'Xem lại phiếu và biên bản họp thôn: kết quả thay đổi vì điều gì.',
  ],
  W863: (f) => [
    `Hộ "${f.saw}" ra khỏi danh sách (${stateOf(f, 'from')}) mà ${wordFor(f.text('how'), WITHOUT_FORM)}.`,
    'Rà soát hộ này bằng phiếu B, hoặc ghi rõ hộ đã thay đổi thế nào.',
  ],
  W864: (f) => [
    `Hộ "${f.saw}" từ ${stateOf(f, 'from')} thành ${stateOf(f, 'to')} vì khu vực đã đổi.`,
    'Kiểm tra khu vực ghi cho hộ và văn bản sắp xếp đơn vị hành chính.',
  ],
  W865: (f) => [
    `${f.saw}: ${f.text('exits')} trên ${f.text('opening')} ${stateOf(f, 'list')} ra khỏi danh sách, ${lossOf(f)}.`,
    'Kiểm tra xem thôn có bị giao chỉ tiêu giảm hay không; xem từng hộ.',
  ],
  W866: (f) => [
    `Hộ "${f.saw}" tách từ hộ không thuộc danh sách và thành ${stateOf(f, 'to')} ngay.`,
    'Xác minh việc tách hộ và đời sống chung với hộ cũ.',
  ],
  W867: (f) => [
    `Hộ "${f.saw}" ra khỏi danh sách theo quyết định, còn các câu trả lời cho: ${stateOf(f, 'computed')}.`,
    'Xem lý do trong biên bản; hộ tự nguyện xin ra vẫn phải được rà soát đúng.',
  ],
  W868: (f) => [
    `${f.saw}: ${f.text('withoutReason')} hộ ra khỏi danh sách không rõ vì sao (${f.text('exits')} hộ thoát trong năm).`,
    'Kiểm tra lại từng hộ tại thôn.',
  ],
} satisfies Partial<FindingWords>;

const STATES: Readonly<Record<string, string>> = { ...CLASS_WORDS.vi, absent: 'không có trong danh sách' };

function stateOf(f: Told, key: string): string {
  return wordFor(f.text(key), STATES);
}

function lossOf(f: Told): string {
  const { [f.text('kind')]: text } = {
    all_left: 'tức là toàn bộ',
    quota: f.text('percent') === '' ? 'đúng bằng chỉ tiêu' : `đúng bằng chỉ tiêu ${f.text('percent')} %`,
    same_percent: `đúng ${f.text('percent')} % như mọi thôn khác (${f.text('villages')} thôn của xã)`,
  } as Readonly<Record<string, string>>;
  return text ?? '';
}

const WITHOUT_FORM = {
  refused: 'năm nay từ chối rà soát',
  absent: 'năm nay vắng mặt khi rà soát',
  no_answers: 'năm nay không có câu trả lời nào',
  no_row: 'năm nay không có dòng nào',
};
