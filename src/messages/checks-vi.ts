import { CLASS_WORDS, FIELD_WORDS, wordFor } from './domain-words.ts';
import type { FindingWords, Told } from './finding-words.ts';

const classOf = (name: string) => wordFor(name, CLASS_WORDS.vi);

/** Lời của các kiểm tra phiếu rà soát. */
export const checksVi = {
  W330: (f) => [
    f.text('kind') === 'one_household'
      ? `Số định danh này ghi nhiều lần trong một hộ (dòng ${f.list('others')}).`
      : `Số định danh này còn có ở hộ khác: dòng ${f.list('others')}.`,
    f.text('kind') === 'one_household'
      ? 'Sửa số của từng người, hoặc xóa dòng ghi thừa.'
      : 'Xác minh người này ở hộ nào và sửa danh sách còn lại.',
  ],
  W331: (f) => [
    f.text('kind') === 'one_household'
      ? `Cùng họ tên và ngày sinh ghi nhiều lần trong một hộ (dòng ${f.list('others')}).`
      : `Cùng họ tên và ngày sinh còn có ở hộ khác: dòng ${f.list('others')}.`,
    'Xác minh có phải một người không; có số định danh thì ghi vào.',
  ],
  W332: () => ['Số định danh cho giới tính khác với danh sách (chữ số thứ tư).', 'So cả hai với căn cước.'],
  W333: () => ['Số định danh cho năm sinh khác với danh sách (chữ số thứ tư đến thứ sáu).', 'So cả hai với căn cước.'],
  W334: (f) => [
    `Đây không phải số định danh: ${wordFor(f.text('kind'), PERSON_IDS)}.`,
    'So với căn cước; chưa biết thì để trống.',
  ],
  N335: () => ['Số có 9 chữ số là số chứng minh nhân dân cũ.', ''],
  E336: (f) => [
    `Danh sách có ${f.text('members')} thành viên nhưng hộ chỉ có ${f.text('size')} khẩu.`,
    'Sửa số khẩu hoặc danh sách thành viên.',
  ],
  N337: () => [
    'Hộ liệt kê ít thành viên hơn số khẩu; câu trả lời của những người còn lại là chưa biết.',
    'Liệt kê đủ thành viên khi chỉ số hỏi về họ.',
  ],
  W338: (f) => [headsOf(f), 'Ghi "Chủ hộ" cho đúng một thành viên của mỗi hộ.'],
  E339: (f) => [
    f.text('kind') === 'unborn' ? `"${f.saw}" là sau ngày rà soát.` : `"${f.saw}" cho tuổi trên ${f.text('oldest')}.`,
    'Sửa ngày sinh, hoặc để trống nếu chưa biết.',
  ],
  W340: (f) => [
    `Chưa xếp loại được theo ${f.text('criteria')} vì thiếu: ${questionsOf(f)}.`,
    'Hỏi lại hộ và điền vào; mỗi câu trong số này còn có thể làm đổi kết quả.',
  ],
  W341: (f) => [
    `Ô chỉ số ghi ${f.text('marked') === '1' ? 'thiếu hụt' : 'không thiếu hụt'}, câu trả lời (${f.list('fields')}) cho kết quả ngược lại (${f.text('criteria')})${rowsOf(f)}.`,
    'So phiếu với cả hai và sửa ô sai.',
  ],
  W342: (f) => [
    `Danh sách ghi "${classOf(f.text('recorded'))}", câu trả lời cho ${f.items('computed').map(classOf).join(' hoặc ')} (${f.text('criteria')}).`,
    'Xem lý do bằng "review explain", rồi sửa câu trả lời hoặc kết quả.',
  ],
  N343: (f) => [`Chưa kiểm tra được kết quả đã ghi: thiếu điểm hoặc câu trả lời (${f.text('criteria')}).`, ''],
  W344: (f) => [
    `Hộ "${f.saw}" có trong danh sách năm trước (${classOf(f.text('class'))}) mà năm nay không có dòng nào.`,
    'Rà soát hộ này, hoặc ghi rõ hộ đã thay đổi thế nào.',
  ],
  W345: (f) => [
    f.text('kind') === 'column'
      ? `${f.text('zeros')} trên ${f.text('cells')} ô của cột ghi 0: thật sự bằng không, hay chưa biết?`
      : `Ghi "${f.saw}": thật sự bằng không, hay chưa biết?`,
    'Chưa biết thì để trống.',
  ],
  E346: (f) => [
    `${f.saw}: đếm được ${f.text('counted')} ${COUNTED[f.text('what')] ?? ''} nhưng danh sách đơn vị chỉ có ${f.text('there')}.`,
    'Xem có dòng thừa hoặc ghi nhầm đơn vị không, hoặc sửa danh sách đơn vị.',
  ],
  W347: (f) => [
    `"${f.saw}"${UNITS[f.text('of')] ?? ''} khác xa các hộ còn lại (một nửa nằm giữa ${f.text('low')} và ${f.text('high')}).`,
    'So lại với phiếu.',
  ],
  W348: (f) => [
    `Cả ${f.text('households')} hộ của ${f.text('village')} có các chỉ số giống hệt nhau${f.text('kind') === 'marks' ? '' : ', cả thu nhập hoặc điểm cũng vậy'}.`,
    'Kiểm tra xem có thật sự hỏi từng hộ không.',
  ],
  N349: (f) => [`Các hộ ${wordFor(f.text('outcome'), OUTCOMES)}.`, ''],
  W350: (f) => [
    `Đơn vị "${f.saw}" không có trong danh sách đơn vị.`,
    f.hasExpected ? `Có phải: ${f.expected}?` : 'Kiểm tra mã đơn vị.',
  ],
  W351: (f) => [`${f.saw} chưa gửi tệp.`, 'Đề nghị đơn vị gửi.'],
  W352: () => ['Có hộ không ghi thuộc đơn vị nào.', 'Chỉ rõ đơn vị của tệp bằng --unit TỆP=MÃ.'],
  W353: (f) => [
    `"${f.saw}" còn được viết là "${f.expected}": một nơi hay hai nơi?`,
    'Viết tên một nơi theo một cách; khóa của hộ được so từng chữ.',
  ],
  W354: (f) => [
    `Hộ ${wordFor(f.text('outcome'), OUTCOMES)} mà vẫn có ${f.text('what') === 'class' ? 'kết quả phân loại' : 'câu trả lời'}.`,
    'Kiểm tra ai đã trả lời.',
  ],
  W355: (f) => [
    `Điểm ${f.text('total')} ghi ${f.saw}, còn các câu trả lời cho ${f.expected}. Đã dùng tổng điểm đã ghi.`,
    'Đối chiếu phiếu chấm điểm với các câu trả lời rồi sửa chỗ sai.',
  ],
  E356: (f) => [
    `Bảng điểm ${f.text('total')} không có điểm cho câu trả lời về: ${f.list('items')}.`,
    'Sửa câu trả lời, hoặc bổ sung dòng còn thiếu của bảng.',
  ],
} satisfies Partial<FindingWords>;

/** The member rows that make the answers say it; those of household answers have none. */
function rowsOf(f: Told): string {
  return f.items('rows').length === 0 ? '' : `; do thành viên ở dòng ${f.list('rows')}`;
}

function headsOf(f: Told): string {
  if (f.text('heads') === 'none') return 'Cả danh sách không có ai ghi là chủ hộ.';
  return f.text('heads') === '0' ? 'Không thành viên nào là chủ hộ.' : `Có ${f.text('heads')} thành viên là chủ hộ.`;
}

function questionsOf(f: Told): string {
  return f
    .items('vi')
    .map((title) => wordFor(title, FIELD_WORDS.vi))
    .join(', ');
}

const PERSON_IDS = {
  length: 'số định danh có 12 chữ số',
  letters: 'số định danh chỉ gồm chữ số',
  province: 'ba chữ số đầu không phải mã tỉnh nào',
  century: 'chữ số thứ tư chỉ người sinh sau năm 2099',
};
const OUTCOMES = { refused: 'từ chối', absent: 'vắng mặt' };
const COUNTED: Readonly<Record<string, string>> = { households: 'hộ', persons: 'nhân khẩu' };
const UNITS: Readonly<Record<string, string>> = { floor_area: ' m²/người' };
