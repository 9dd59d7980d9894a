import { pick, pickWeighted, type Random } from './random.ts';

export type Sex = 'male' | 'female';
export type Ethnicity = keyof typeof SURNAMES;

/** Surnames by ethnicity, with how common each is. */
const SURNAMES = {
  Kinh: [
    ['Nguyễn', 38],
    ['Trần', 11],
    ['Lê', 9],
    ['Phạm', 9],
    ['Hoàng', 5],
    ['Vũ', 6],
    ['Bùi', 4],
    ['Đỗ', 4],
    ['Đặng', 3],
    ['Ngô', 3],
    ['Đinh', 2],
    ['Đoàn', 2],
    ['Lương', 1],
    ['Phùng', 1],
    ['Mai', 1],
    ['Tô', 1],
  ],
  Tày: [
    ['Hoàng', 5],
    ['Nông', 4],
    ['Lô', 2],
    ['La', 2],
    ['Vi', 2],
    ['Hà', 2],
    ['Bế', 1],
    ['Ma', 1],
  ],
  Dao: [
    ['Chíu', 4],
    ['Tằng', 4],
    ['Triệu', 3],
    ['Bàn', 3],
    ['Đặng', 2],
    ['Phùn', 2],
    ['Dường', 2],
    ['Lý', 1],
  ],
  'Sán Dìu': [
    ['Trương', 4],
    ['Tạ', 3],
    ['Lục', 3],
    ['Từ', 2],
    ['Ninh', 2],
    ['Diệp', 2],
    ['Ân', 1],
  ],
  Hoa: [
    ['Voòng', 3],
    ['Lỷ', 2],
    ['Hứa', 2],
    ['Lâm', 2],
    ['Mạc', 1],
    ['Trần', 1],
  ],
} as const satisfies Record<string, readonly (readonly [string, number])[]>;

const MIDDLE_NAMES: Record<Sex, readonly (readonly [string, number])[]> = {
  male: [
    ['Văn', 40],
    ['Đức', 8],
    ['Hữu', 7],
    ['Quang', 7],
    ['Xuân', 6],
    ['Đình', 6],
    ['Minh', 5],
    ['Ngọc', 4],
    ['Công', 4],
    ['Bá', 3],
  ],
  female: [
    ['Thị', 60],
    ['Thị Thu', 5],
    ['Thị Thanh', 5],
    ['Thị Kim', 4],
    ['Thị Minh', 4],
    ['Ngọc', 4],
    ['Thu', 3],
    ['Bích', 2],
  ],
};

const GIVEN_NAMES: Record<Sex, readonly string[]> = {
  male: words(`
    An Bình Chiến Cường Dũng Đạt Đông Hải Hiếu Hòa Hùng Hưng Khánh Kiên Lâm Long Lợi
    Mạnh Nam Nghĩa Phong Phúc Quân Quyết Sơn Tâm Thành Thắng Thịnh Toàn Trung Tuấn Việt Vinh
  `),
  female: words(`
    Ánh Chi Dung Hà Hạnh Hằng Hiền Hoa Hồng Huệ Hương Lan Liên Loan Mai Nga Ngân
    Nhung Oanh Phương Quỳnh Tâm Thảo Thủy Trang Tuyết Vân Xuân Yến
  `),
};

/** An invented full name in Vietnamese order: surname, middle name, given name. */
export function inventName(random: Random, ethnicity: Ethnicity, sex: Sex): string {
  const surname = pickWeighted<string>(random, SURNAMES[ethnicity]);
  return `${surname} ${pickWeighted(random, MIDDLE_NAMES[sex])} ${pick(random, GIVEN_NAMES[sex])}`;
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
