/** Lời của các lý do: vì sao một hộ có kết quả khác năm trước. */
export const whyVi = {
  years: { before: 'năm trước', after: 'năm nay' },
  units: { month: 'đồng/người/tháng', year: 'đồng/người/năm' },
  names: { income: 'thu nhập', b1: 'điểm B1', b2: 'điểm B2', size: 'số khẩu' },
  changed: (name: string, from: string, to: string, isUp: boolean, unit: string) =>
    `${name} từ ${from} ${isUp ? 'lên' : 'xuống'} ${to}${unit === '' ? '' : ` ${unit}`}`,
  nowKnown: (name: string, to: string, unit: string) =>
    `${name} nay là ${to}${unit === '' ? '' : ` ${unit}`} (năm trước chưa biết)`,
  nowUnknown: (name: string) => `${name} nay chưa biết`,
  value: (name: string, value: string, unit: string) => `${name} ${value}${unit === '' ? '' : ` ${unit}`}`,
  sides: {
    above: (line: string) => `vượt chuẩn ${line}`,
    at_least: (line: string) => `từ mức ${line} trở lên`,
    at_most: (line: string) => `không vượt chuẩn ${line}`,
    below: (line: string) => `dưới mức ${line}`,
  },
  inArea: (amount: string, area: string) => `${amount} (${area})`,
  resolved: (names: string) => `không còn thiếu hụt: ${names}`,
  arisen: (names: string) => `thiếu hụt thêm: ${names}`,
  answered: (names: string) => `nay đã biết: ${names}`,
  unanswered: (names: string) => `nay chưa biết: ${names}`,
  left: (n: string) => (n === '0' ? 'không còn chỉ số nào' : `còn ${n} chỉ số`),
  reached: (n: string) => `nay thiếu hụt ${n} chỉ số`,
  deprived: (n: string) => (n === '0' ? 'không thiếu hụt chỉ số nào' : `thiếu hụt ${n} chỉ số`),
  area: (from: string, to: string) => `khu vực từ ${from} sang ${to}`,
  unit: (from: string, to: string) => `địa bàn từ ${from} thành ${to}`,
  lines: (from: string, to: string) => `chuẩn từ ${from} thành ${to}`,
  rules: (from: string, to: string) => `bộ tiêu chí từ ${from} thành ${to}`,
  otherIndicators: (from: string, to: string) => `${to} tính các chỉ số khác với ${from}`,
  otherRules: (from: string, to: string) => `${to} có quy tắc xếp loại khác với ${from}`,
  unchanged: 'không có câu trả lời nào thay đổi',
  decided: (year: string, computed: string, said: string) =>
    `${year} xếp theo quyết định${said === '' ? '' : ` ("${said}")`}; các câu trả lời cho: ${computed}`,
  recorded: (year: string, computed: string, said: string) =>
    `danh sách ${year} ghi như vậy${said === '' ? '' : ` ("${said}")`}; các câu trả lời cho: ${computed}`,
  notOnFile: (year: string) => `danh sách ${year} không có câu trả lời để so sánh`,
  notOnFileInBoth: 'danh sách của cả hai năm không có câu trả lời để so sánh',
  noCriteria: 'không có bộ tiêu chí đã dùng để tính lại',
  undecided: (year: string, open: string) => `${year} chưa đủ câu trả lời: ${open}`,
  outOfScope: (year: string) => `${year} không thuộc đối tượng của bộ tiêu chí`,
  leftList: {
    died: 'không còn ai trong hộ (đã chết)',
    moved_out: 'đã chuyển đi nơi khác',
    merged_into: 'đã nhập vào hộ khác',
    dissolved: 'hộ không còn',
    unknown: 'năm nay không có trong danh sách, chưa rõ vì sao',
  },
  entered: {
    moved_in: 'mới chuyển đến',
    split_from: 'mới tách hộ',
    unknown: 'năm trước không có trong danh sách',
  },
};
