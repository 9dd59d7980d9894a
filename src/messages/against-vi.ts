import { wordFor } from './domain-words.ts';
import type { FindingWords, Told } from './finding-words.ts';

/** Lời của việc đối chiếu với số liệu đã công bố. */
export const againstVi = {
  title: (file: string) => `Đối chiếu với ${file}`,
  figures: (all: string, agree: string, differ: string) =>
    `Đã đọc ${all} số liệu: ${agree} số khớp, ${differ} số khác với số tính lại.`,
  explained: (rounded: string, follow: string, other: string) =>
    `Tỷ lệ giải thích được: ${rounded} do cách làm tròn, ${follow} đúng với số hộ in bên cạnh, ${other} đúng với tổng số hộ khác.`,
  notRecomputed: (n: string) => `Không có số tính lại để đối chiếu: ${n}.`,
  conventions: (checked: string, halfUp: string, halfEven: string, truncated: string) =>
    `Trong ${checked} tỷ lệ kiểm được: ${halfUp} theo làm tròn thông thường, ${halfEven} theo làm tròn nửa về số chẵn, ${truncated} theo cắt bỏ phần sau.`,
  against: 'Mâu thuẫn trong chính bản công bố',
  noAgainst: 'Bản công bố không tự mâu thuẫn.',
  differs: 'Khác với số tính lại',
  noDiffers: 'Không số nào khác với số tính lại.',
  implied: 'Tổng số hộ suy ra từ số lượng và tỷ lệ',
  columns: {
    row: 'Dòng',
    unit: 'Đơn vị',
    area: 'Khu vực',
    figure: 'Số liệu',
    printed: 'Công bố',
    ours: 'Tính lại',
    difference: 'Chênh lệch',
    what: 'Nhận xét',
    from: 'Từ',
    to: 'Đến',
    households: 'Số hộ công bố',
  },
  whole: 'Toàn bộ',
  fields: {
    households: 'tổng số hộ',
    persons: 'tổng số khẩu',
    poor: 'hộ nghèo',
    near_poor: 'hộ cận nghèo',
    multidimensional: 'hộ nghèo và cận nghèo',
    non_poor: 'hộ không nghèo',
    poor_persons: 'khẩu hộ nghèo',
    near_poor_persons: 'khẩu hộ cận nghèo',
    poor_rate: 'tỷ lệ hộ nghèo',
    near_poor_rate: 'tỷ lệ hộ cận nghèo',
    multidimensional_rate: 'tỷ lệ nghèo đa chiều',
    non_poor_rate: 'tỷ lệ hộ không nghèo',
  } as Readonly<Record<string, string>>,
  outcomes: {
    agrees: 'khớp',
    differs: 'khác',
    rounded: 'khác cách làm tròn',
    added: 'cộng hai tỷ lệ đã làm tròn',
    follows: 'đúng với số hộ in bên cạnh',
    other_households: 'đúng với tổng số hộ khác',
    not_recomputed: 'không có số tính lại',
  },
};

export type AgainstWords = typeof againstVi;

const SLIPS = {
  '': '',
  transposed: ' Hai chữ số có vẻ đổi chỗ.',
  digit_wrong: ' Một chữ số có vẻ sai.',
  digit_missing: ' Có vẻ thiếu một chữ số.',
  digit_added: ' Có vẻ thừa một chữ số.',
  run_together: ' Có vẻ hai số dính liền nhau.',
};
const CONVENTIONS = {
  added: 'cộng hai tỷ lệ đã làm tròn',
  half_up: 'làm tròn với số chữ số thập phân khác',
  half_even: 'làm tròn nửa về số chẵn',
  truncated: 'cắt bỏ phần sau, không làm tròn',
};

function unitOf(f: Told): string {
  const [unit = '', area = ''] = f.items('unit');
  const name = unit === '' ? 'Toàn bộ' : unit;
  return area === '' ? name : `${name} (${wordFor(area, { urban: 'thành thị', rural: 'nông thôn' })})`;
}

/** "105", "từ 100 đến 110", "từ 100 trở lên". */
function between(f: Told, key: string): string {
  const [lo = '', hi] = f.items(key);
  if (hi === undefined) return lo;
  return hi === '' ? `từ ${lo} trở lên` : `từ ${lo} đến ${hi}`;
}

/** Rates that the program computed, with the comma of the language. */
function withComma(text: string): string {
  return text.replace(/(\d)\.(\d)/g, '$1,$2');
}

export const againstFindingsVi = {
  W824: (f) => [
    wordFor(f.text('kind'), {
      run_together: `Hai số dính liền nhau: "${f.saw}" (có thể là ${f.expected}).`,
      percent_as_count: `Chỗ này phải là số lượng, không phải tỷ lệ: "${f.saw}".`,
      not_number: `"${f.saw}" không phải là số.`,
    }),
    'Xem lại bản gốc và sửa ô này.',
  ],
  W825: (f) => [
    `${unitOf(f)}: ${wordFor(f.text('kind'), {
      classes: 'các loại hộ không cộng thành tổng',
      areas: 'thành thị và nông thôn không cộng thành tổng',
      units: 'các đơn vị không cộng thành tổng',
    })}; in ${f.saw}, theo phép cộng là ${f.expected}.${wordFor(f.text('slip'), SLIPS)}`,
    'Xem lại bản gốc: tổng sai hoặc một số thành phần sai.',
  ],
  W826: (f) => [
    `${unitOf(f)}: ${wordFor(f.text('kind'), {
      zero_count: `tỷ lệ ${f.saw} bên cạnh số lượng 0`,
      households: `${f.text('count')} trên ${f.text('households')} hộ không cho tỷ lệ ${f.saw} (đúng là ${withComma(f.expected)})`,
      other_rates: `tỷ lệ ${f.saw} không khớp với các tỷ lệ khác trong dòng (tổng số hộ ${between(f, 'households')}; đúng là ${withComma(f.expected)})`,
      no_households: `không tổng số hộ nào cho đồng thời các tỷ lệ ${f.list('rates')}`,
      rates: `tỷ lệ chung ${f.saw} không phải là tổng hai tỷ lệ (${withComma(f.expected)})`,
      above_whole: `theo đó có ${between(f, 'households')} hộ, nhiều hơn toàn bộ (${between(f, 'whole')})`,
      areas: `các khu vực theo đó có ${between(f, 'households')} hộ, toàn bộ có ${between(f, 'whole')}${f.count('suspects') === 0 ? '' : `; có thể một trong các tỷ lệ này do cộng hai tỷ lệ đã làm tròn: ${f.list('suspects')}`}`,
    })}.`,
    'Tính lại tỷ lệ từ số lượng.',
  ],
  W827: (f) => [
    `${unitOf(f)}: ${wordFor(f.text('kind'), {
      over_100: `tỷ lệ ${f.saw} lớn hơn 100 %`,
      count_as_percent: `chỗ của tỷ lệ in số lượng: ${f.saw}`,
      more_than_households: `${f.saw} nhiều hơn tổng số hộ ${f.text('households')}`,
      nothing_beside_count: `tổng số hộ là 0 mà có ${f.saw}`,
    })}.`,
    'Xem lại bản gốc.',
  ],
  W828: (f) => [
    `${unitOf(f)} in hai lần với số khác nhau: ${f.saw} ở đây, ${withComma(f.expected)} ở dòng ${f.text('before')}.`,
    'Xem số nào đúng; dòng đầu được dùng.',
  ],
  W829: (f) => [
    `${unitOf(f)}: công bố ${f.saw}, tính lại ${withComma(f.expected)} (chênh ${withComma(f.text('difference'))}).${wordFor(f.text('slip'), SLIPS)}`,
    'Đối chiếu hồ sơ của đơn vị.',
  ],
  N830: (f) => [
    `${unitOf(f)}: tỷ lệ ${f.saw}${f.hasExpected ? ` thay cho ${withComma(f.expected)}` : ''} do ${wordFor(f.text('convention'), CONVENTIONS)}.`,
    '',
  ],
  N831: (f) => [
    `${unitOf(f)}: tỷ lệ ${f.saw} thay cho ${withComma(f.expected)} đúng với tổng số hộ khác: ${between(f, 'households')}.`,
    '',
  ],
  W832: (f) => [`Không có số tính lại của ${unitOf(f)}.`, 'Kiểm tra mã hoặc tên đơn vị, hoặc tính cả cấp đó (--by).'],
  N833: (f) => [`Bản công bố chỉ nêu ${f.text('units')} đơn vị; so với tổng còn thiếu ${f.list('missing')}.`, ''],
  E834: (f) => [
    `Không thấy bảng có đơn vị và số liệu. Tên cột đã thấy: ${f.list('headings')}.`,
    'Đặt tên cột như: Đơn vị, Tổng số hộ, Hộ nghèo, Tỷ lệ hộ nghèo (%).',
  ],
} satisfies Partial<FindingWords>;
