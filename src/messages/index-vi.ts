import { wordFor } from './domain-words.ts';
import type { FindingWords } from './finding-words.ts';

/** Xử lý hộ chưa trả lời đủ. */
const POLICIES = {
  drop: 'không tính các hộ này',
  reweight: 'các câu đã trả lời mang toàn bộ trọng số',
  not_deprived: 'mọi ô trống coi là không thiếu hụt',
  deprived: 'mọi ô trống coi là thiếu hụt',
  no_answer: 'không tính, vì chưa có câu trả lời nào được tính điểm',
};

/** Lời của chỉ số nghèo đa chiều Alkire-Foster. */
export const indexVi = {
  title: (criteria: string) => `Chỉ số nghèo đa chiều (${criteria})`,
  identified: (k: string, strict: boolean) =>
    `Nghèo theo chỉ số: các thiếu hụt chiếm ${strict ? 'trên' : 'từ'} ${k}${strict ? '' : ' trở lên'} của toàn bộ trọng số.`,
  identifiedCount: (n: string, of: string, strict: boolean) =>
    `Nghèo theo chỉ số: thiếu hụt ${strict ? 'trên' : 'từ'} ${n}${strict ? '' : ' trở lên'} trong ${of} chỉ số.`,
  elsewhere:
    'Kết quả xếp loại của bộ tiêu chí còn xét điều kiện khác (như thu nhập): H không phải là tỷ lệ hộ nghèo trên danh sách.',
  counted: {
    households: (rows: string, population: string) =>
      `Tính ${rows} hộ, mỗi hộ là một${population === rows ? '' : `; theo trọng số là ${population}`}.`,
    persons: (rows: string, population: string) => `Tính ${rows} hộ, mỗi hộ theo số nhân khẩu: ${population}.`,
  },
  policies: POLICIES as Readonly<Record<string, string>>,
  blanks: (n: string, policy: string) => `Có ${n} hộ chưa trả lời đủ: ${policy}.`,
  leftOut: {
    noSize: (n: string) => `Không tính vì không có số khẩu: ${n} hộ.`,
    noWeight: (n: string) => `Không tính vì không có trọng số: ${n} hộ.`,
  },
  measure: 'Thước đo',
  value: 'Giá trị',
  measures: {
    H: 'H: tỷ lệ nghèo (%)',
    A: 'A: độ sâu, điểm thiếu hụt bình quân của người nghèo (%)',
    M0: 'M0 = H × A',
  },
  indicators: 'Theo từng chỉ số',
  columns: {
    indicator: 'Chỉ số',
    weight: 'Trọng số %',
    uncensored: 'Thiếu hụt %',
    censored: 'Thiếu hụt và nghèo %',
    contribution: 'Đóng góp vào M0 %',
  },
  groups: (field: string) => `Theo ${field.charAt(0).toLowerCase()}${field.slice(1)}`,
  groupColumns: { group: 'Nhóm', share: 'Tỷ trọng %', contribution: 'Đóng góp vào M0 %' },
  unknown: 'chưa rõ',
  total: 'Tổng số',
};

export type IndexWords = typeof indexVi;

export const indexFindingsVi = {
  E820: (f) => [
    `Không còn hộ nào để tính chỉ số: trong ${f.text('read')} hộ, ${f.text('missing')} hộ bỏ vì còn ô trống, ${f.text('noSize')} hộ không có số khẩu, ${f.text('noWeight')} hộ không có trọng số.`,
    'Chọn cách xử lý ô trống bằng --missing, hoặc điền cho đủ.',
  ],
  E821: (f) => [
    wordFor(f.text('issue'), {
      none: 'Quy tắc xếp hộ nghèo không có ngưỡng điểm thiếu hụt nên không xác định được ai nghèo theo chỉ số.',
      several: `Quy tắc xếp hộ nghèo có nhiều ngưỡng: ${f.saw}.`,
      no_share: `"${f.saw}" không phải là ngưỡng.`,
    }),
    'Cho ngưỡng bằng --cutoff: phần của toàn bộ trọng số, từ 0 đến 1, như 1/3 hoặc 0.25.',
  ],
  W822: () => ['Các hộ không ghi số này không được tính vào chỉ số.', 'Điền cho đủ.'],
  N823: (f) => [`Có hộ chưa trả lời đủ: ${wordFor(f.text('policy'), POLICIES)}.`, ''],
} satisfies Partial<FindingWords>;
