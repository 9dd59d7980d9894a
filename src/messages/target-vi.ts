import { wordFor } from './domain-words.ts';
import type { FindingWords, Told } from './finding-words.ts';

const CLASSES = { poor: 'hộ nghèo', near_poor: 'hộ cận nghèo', multidimensional: 'hộ nghèo và hộ cận nghèo' };
const KINDS = {
  pp_reduction: 'giảm tỷ lệ',
  percent_of_opening: 'giảm theo % số hộ đầu kỳ',
  count: 'giảm số hộ',
  ceiling: 'mức trần cuối kỳ',
};

/** Lời của việc đối chiếu chỉ tiêu. */
export const targetVi = {
  title: 'Chỉ tiêu giảm nghèo',
  byUnit: (level: string, target: string) => `Theo ${level}: ${target}`,
  levels: { total: 'toàn bộ', area: 'khu vực', province: 'tỉnh', commune: 'xã, phường', village: 'thôn' },
  result: (name: string, date: string, criteria: string) => `Kết quả: ${name} (${date}, ${criteria}).`,
  baseline: (name: string, date: string, criteria: string) => `Gốc so sánh: ${name} (${date}, ${criteria}).`,
  dayUnknown: 'không ghi ngày',
  standardUnknown: 'không ghi chuẩn',
  classes: CLASSES,
  kinds: KINDS,
  goals: {
    pp_reduction: (value: string) => `tỷ lệ giảm ${value} điểm phần trăm`,
    percent_of_opening: (value: string) => `giảm ${value} % số hộ đầu kỳ`,
    count: (value: string) => `giảm ${value} hộ`,
    ceiling: (value: string) => `còn không quá ${value} hộ`,
    ceilingRate: (value: string) => `tỷ lệ không quá ${value} %`,
  },
  measures: { gross: 'tính số hộ thoát', net: 'tính chênh lệch số hộ' },
  columns: {
    target: 'Chỉ tiêu',
    baseline: 'Gốc so sánh',
    unit: 'Đơn vị',
    opening: 'Đầu kỳ',
    closing: 'Cuối kỳ',
    gross: 'Số hộ thoát',
    net: 'Chênh lệch',
    change: 'Thay đổi %',
    rates: 'Tỷ lệ % đầu → cuối',
    goal: 'Cần đạt',
    reached: 'Đạt được',
    achievement: 'Mức đạt %',
    verdict: 'Kết luận',
  },
  verdicts: { met: '✓ đạt', missed: '✗ không đạt', unknown: '? chưa đo được' },
  usage: {
    noTarget: 'chưa nêu chỉ tiêu: thêm --target hoặc --targets',
    noBaseline: 'chưa nêu gốc so sánh: thêm --baseline hoặc --baseline-count',
    noResult: 'chưa nêu kết quả: thêm tệp kết quả, hoặc --result-count',
    twoResults: 'chỉ dùng một trong tệp kết quả và --result-count',
    badTarget: (text: string) => `--target ${text} không đọc được`,
    targetForm: (expected: string) => `Dạng: near_poor:percent_of_opening:50:net. Dùng được: ${expected}`,
    badCounts: (text: string) => `không đọc được số liệu "${text}"`,
    countsForm: (keys: string) => `Dạng: "cuối 2023: poor=81, near_poor=1924". Dùng được: ${keys}`,
    baselinePopulations: 'mỗi --baseline-population đi với một --baseline, theo thứ tự',
  },
  help: {
    target: 'Chỉ tiêu giảm nghèo có đạt không, theo từng gốc so sánh',
    result: 'kết quả cuối kỳ (tệp do classify ghi)',
    baseline: 'danh sách gốc để so; lặp lại được',
    baselineCount:
      'số liệu gốc ghi tay: "tên: poor=N, near_poor=N, households=N, standard=MÃ, date=NGÀY"; lặp lại được',
    resultCount: 'số liệu cuối kỳ ghi tay, thay cho tệp kết quả; thêm được poor_exits=N, near_poor_exits=N',
    targetText: 'chỉ tiêu NHÓM:LOẠI:GIÁ-TRỊ[:gross|net]; lặp lại được',
    targets: 'tệp YAML hoặc CSV ghi các chỉ tiêu',
    by: 'thêm bảng theo đơn vị',
    population: 'số hộ dân cư của kỳ cuối (unit_code, area, households, persons; có date thì dùng cho cả hai kỳ)',
    baselinePopulation: 'số hộ dân cư của gốc so sánh; lặp lại theo thứ tự của --baseline',
    links: 'tệp ghép hộ giữa gốc so sánh và kết quả (do link ghi)',
    crosswalk: 'bảng chuyển đổi đơn vị giữa hai kỳ',
  },
};

const targetIn = (f: Told) => `Chỉ tiêu ${wordFor(f.text('class'), CLASSES)} (${wordFor(f.text('kind'), KINDS)})`;

const OBSTACLES: Readonly<Record<string, readonly [string, string]>> = {
  opening: ['gốc so sánh không có số hộ này', 'Ghi đủ số hộ của gốc so sánh.'],
  closing: ['kết quả không có số hộ này', 'Ghi đủ số hộ của kết quả.'],
  denominator: ['không có tổng số hộ dân cư', 'Thêm --population (và --baseline-population).'],
  pairs: ['không biết hộ nào đã thoát', 'Dùng hai tệp kết quả có từng hộ, hoặc chỉ tiêu "net".'],
};

export const targetFindingsVi = {
  E883: (f) => [
    f.text('issue') === 'yaml' ? 'Tệp chỉ tiêu không phải YAML đúng.' : `Chỉ tiêu không đọc được: "${f.saw}".`,
    f.hasExpected ? `Dùng: ${f.expected}.` : 'Sửa chỗ này.',
  ],
  W884: (f) => [
    `${targetIn(f)}: đạt nếu so với ${f.list('met')}; không đạt nếu so với ${f.list('missed')}.`,
    'Nêu rõ gốc so sánh đã giao trong nghị quyết.',
  ],
  W885: (f) => {
    const [what, hint] = OBSTACLES[f.text('obstacle')] ?? ['thiếu số liệu', ''];
    return [`${targetIn(f)} chưa đo được: ${what}.`, hint];
  },
  W886: (f) => [
    `${targetIn(f)} không so được: gốc so sánh theo ${f.text('before')}, kết quả theo ${f.text('after')}.`,
    'Chuỗi số liệu đứt đoạn: phân loại cả hai kỳ theo một bộ tiêu chí rồi so.',
  ],
} satisfies Partial<FindingWords>;
