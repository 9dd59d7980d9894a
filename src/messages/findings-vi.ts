import { againstFindingsVi } from './against-vi.ts';
import { checksVi } from './checks-vi.ts';
import { diffFindingsVi } from './diff-vi.ts';
import type { FindingWords, Told } from './finding-words.ts';
import { indexFindingsVi } from './index-vi.ts';
import { ledgerFindingsVi } from './ledger-vi.ts';
import { linkFindingsVi } from './link-vi.ts';
import { movementFindingsVi } from './movement-findings-vi.ts';
import { resultsVi } from './results-vi.ts';
import { targetFindingsVi } from './target-vi.ts';

/** Lời của từng phát hiện, tiếng Việt. */
export const findingsVi: FindingWords = {
  E101: (f) => [`Không mở được tệp: ${reason(f)}.`, 'Kiểm tra tên tệp, thư mục và quyền đọc.'],
  E102: (f) =>
    f.text('kind') === 'yaml'
      ? ['Tệp không phải văn bản UTF-8.', 'Lưu lại thành UTF-8 trong trình soạn thảo đã dùng để viết tệp.']
      : [
          `Tệp không phải ${f.text('encoding') === '' ? 'UTF-8' : f.text('encoding')} từ dòng này.`,
          'Trong Excel chọn Lưu thành → "CSV UTF-8 (phân tách bằng dấu phẩy)", rồi chạy lại.',
        ],
  E103: (f) => [
    `Tệp không phải văn bản CSV UTF-8 mà là ${KINDS[f.text('kind')] ?? f.text('kind')}.`,
    'Mở tệp bằng Excel và lưu thành "CSV UTF-8".',
  ],
  E104: () => ['Tệp không có dòng tiêu đề.', 'Dòng đầu tiên phải là tên các cột.'],
  E105: (f) => [
    `Không tách được ô từ dòng này: ${f.text('kind').includes('QUOTE') ? 'dấu nháy kép sai chỗ hoặc chưa đóng' : 'dòng quá dài'}.`,
    'Sửa dấu nháy kép (") trong dòng, hoặc lưu lại tệp từ Excel.',
  ],
  E106: (f) => [
    `Sổ tính bị hỏng: ${DAMAGE[f.text('kind')] ?? f.text('kind')}.`,
    'Sao chép hoặc tải lại tệp; nếu Excel vẫn mở được thì lưu thành tệp .xlsx mới.',
  ],
  E107: () => [
    'Sổ tính bị mã hóa: phải có mật khẩu mới mở được.',
    'Mở bằng Excel, vào Tệp → Thông tin → Bảo vệ Sổ làm việc, bỏ mật khẩu rồi lưu lại.',
  ],
  E108: (f) => [
    `Sổ tính lớn hơn mọi danh sách hộ: ${LIMITS[f.text('kind')] ?? f.text('kind')}.`,
    'Chép các dòng sang sổ tính mới hoặc lưu trang thành "CSV UTF-8"; không tin tệp từ người gửi lạ.',
  ],
  E109: (f) => [
    `Tệp mang tên sổ tính nhưng là ${PAGES[f.text('kind')] ?? f.text('kind')}.`,
    'Mở bằng Excel và lưu thành "Sổ làm việc Excel (.xlsx)".',
  ],
  E110: (f) => [
    `Không thấy danh sách hộ nào. Các tiêu đề thấy được: ${f.list('headings')}.`,
    'Biểu tổng hợp thì không đọc. Chỉ rõ trang bằng --sheet, hoặc khai tiêu đề bằng --columns.',
  ],
  E111: (f) => [
    `Chưa chắc bảng mã của văn bản; có thể là ${f.expected}.`,
    'Chỉ rõ bằng --encoding, hoặc lưu thành "CSV UTF-8".',
  ],
  N112: (f) => [`Chữ theo bảng mã cũ ${f.text('encoding')} trong tệp đã được đổi sang Unicode.`, ''],
  W113: (f) => [`Đã viết hoa lại các tên: bảng mã cũ không có chữ hoa có dấu thanh ("${f.saw}").`, 'Xem lại các tên.'],
  E114: (f) => [`Không có trang "${f.saw}"; chỉ có: ${f.expected}.`, 'Chỉ rõ một trang bằng --sheet.'],
  N115: (f) => [`Sổ tính có ${BESIDES[f.text('kind')] ?? f.text('kind')}.`, ''],
  E201: (f) => [
    `Nhiều cột cùng chỉ một trường: ${f.list('columns')}.`,
    'Giữ một cột, đổi tên hoặc xóa các cột còn lại.',
  ],
  E202: (f) => [
    `Thiếu cột bắt buộc. Các tiêu đề đã thấy: ${f.list('headings')}.`,
    f.hasExpected
      ? `Có phải cột "${f.expected}"? Đặt tên đúng cho cột rồi chạy lại.`
      : 'Thêm cột này hoặc đặt đúng tên tiêu đề.',
  ],
  W203: (f) => [
    `Không có cột của ${f.count('indicators')} chỉ số: ${f.list('indicators')}; câu trả lời được coi là chưa biết.`,
    'Kiểm tra tên tiêu đề; hộ phụ thuộc vào các chỉ số này sẽ "chưa đủ thông tin".',
  ],
  N204: (f) => [`Bỏ qua các cột không nhận ra: ${f.list('columns')}.`, ''],
  N205: () => ['Bỏ qua dòng trống.', ''],
  N206: () => ['Tệp là kết quả của lần chạy trước; các cột kết quả được tính lại.', ''],
  N207: () => ['Bỏ qua các ô nằm ở cột không có tiêu đề.', 'Đặt tiêu đề cho cột nếu cần giữ.'],
  N208: (f) => [`Các dòng không phải hộ, đã bỏ qua: ${ROW_KINDS[f.text('kind')] ?? f.text('kind')}.`, ''],
  W209: () => [
    'Tệp không có cột số hộ; số thứ tự dòng được lấy làm số hộ.',
    'Đặt tiêu đề "STT hộ" cho cột nếu đúng là số hộ.',
  ],
  N210: (f) => [`Các trang không có danh sách hộ, đã bỏ qua: ${f.list('sheets')}.`, ''],
  N211: (f) => [
    `"${f.saw}" đọc được hai cách; ở đây dấu thập phân là ${f.text('sign') === '' ? 'dấu đang có' : `"${f.text('sign')}"`}.`,
    '',
  ],
  W212: (f) => [
    `Ngày và tháng viết lẫn thứ tự: ${f.text('days')} ngày chỉ đọc được theo ngày/tháng, ${f.text('months')} chỉ theo tháng/ngày; ${f.text('either')} đọc được cả hai cách, đã đọc theo ${f.text('order') === 'mdy' ? 'tháng/ngày' : 'ngày/tháng'}.`,
    'So lại ngày của cột này với phiếu; máy đặt kiểu Mỹ có thể đã đảo ngày và tháng.',
  ],
  N213: (f) => [`Tiêu đề ghi đơn vị ${f.text('unit')} đồng; số tiền đã được nhân lên.`, ''],
  N214: (f) => [`Ô trống của cột này đọc là ${f.saw}, theo tệp khai cột.`, ''],
  N215: (f) => [`Mỗi dòng một thành viên: ${f.text('rows')} dòng ghép thành ${f.text('households')} hộ.`, ''],
  N216: (f) => [`"${f.saw}" ở dòng chia mục được lấy cho các hộ bên dưới.`, ''],
  E301: (f) => [
    `Dòng có ${f.text('seen')} ô, tiêu đề có ${f.text('wanted')} cột.`,
    'Sửa số ô của dòng; kiểm tra dấu phân tách và dấu nháy.',
  ],
  E302: () => ['Hộ không có mã (số thứ tự) hộ.', 'Ghi mã hộ cho dòng này.'],
  E303: (f) => [
    `Trùng khóa hộ "${f.saw}", ở các dòng ${f.list('rows')}: ${DUPLICATES[f.text('kind')]?.(f) ?? ''}.`,
    f.text('kind') === 'identical'
      ? 'Xóa dòng thừa, hoặc chạy classify với --drop-identical.'
      : 'Xem lại phiếu, chỉ giữ một dòng đúng cho mỗi hộ.',
  ],
  E304: (f) => [
    `Khu vực "${f.saw}" không phải urban (thành thị) hay rural (nông thôn).`,
    'Ghi "thành thị" hoặc "nông thôn"; để trống nếu chưa biết.',
  ],
  E305: (f) => [
    `"${f.saw}" không phải là số.`,
    f.hasExpected ? `Ghi số đồng/người/tháng, ví dụ ${f.expected}.` : 'Ghi số nguyên, hoặc để trống nếu chưa biết.',
  ],
  E306: (f) => [
    `"${f.saw}" ngoài khoảng cho phép (từ ${f.expected} trở lên).`,
    'Sửa ô này, hoặc để trống nếu chưa biết.',
  ],
  E307: (f) => [
    `"${f.saw}" không phải là 1 (thiếu hụt), 0 (không) hay ô trống (chưa biết).`,
    'Ghi 1, 0 hoặc x; để trống nếu chưa biết.',
  ],
  E308: (f) => [`Không nhận ra kết quả phân loại "${f.saw}".`, 'Ghi "Hộ nghèo", "Hộ cận nghèo" hoặc "Hộ không nghèo".'],
  E309: (f) => [
    `Điểm B2 ${f.saw} không thể có (chỉ nhận ${f.expected}).`,
    'Mỗi chỉ số thiếu hụt 10 điểm; cộng lại phiếu B2.',
  ],
  E310: (f) => [
    `Điểm B2 ${f.saw} trái với các chỉ số: ${f.text('deprived')} chỉ số thiếu hụt${f.text('unknown') === '0' ? '' : `, ${f.text('unknown')} chỉ số chưa biết`}.`,
    'Đối chiếu phiếu B2 với từng chỉ số rồi sửa ô sai.',
  ],
  E311: (f) => [`"${f.saw}" không thuộc danh sách: ${f.expected}.`, 'Sửa ô này, hoặc để trống nếu chưa biết.'],
  E312: (f) => [
    `"${f.saw}" là mã đã bị Excel đổi sang dạng mũ; các chữ số đã mất.`,
    'Định dạng cột là Văn bản (Text) và nhập lại mã.',
  ],
  W313: (f) => [
    `Không hiểu "${f.saw}"; giữ nguyên văn, không dùng để tính.`,
    f.hasExpected ? `Cần: ${f.expected}.` : '',
  ],
  N314: (f) => [`"${f.saw}" được đọc là chưa biết.`, ''],
  W315: (f) => [
    `Ô chỉ số "${f.text('indicator')}" trái với thu nhập; đã theo thu nhập.`,
    'Sửa ô chỉ số hoặc thu nhập.',
  ],
  N316: (f) => [`Bỏ dòng giống hệt dòng ${f.text('kept')} (khóa "${f.saw}").`, ''],
  N317: () => ['Cư trú để trống: coi là thuộc phạm vi.', ''],
  W318: (f) => [
    `Mã tỉnh "${f.saw}" ngoài phạm vi của bộ tiêu chí (${f.expected}).`,
    'Kiểm tra có chọn đúng bộ tiêu chí.',
  ],
  W319: (f) => [`Thu nhập "${f.saw}" rất nhỏ; có thể ghi theo nghìn hoặc triệu đồng.`, 'Đơn vị là đồng/người/tháng.'],
  N320: () => ['Số định danh mất số 0 ở đầu khi qua bảng tính, đã được thêm lại.', ''],
  E321: (f) => [
    `Chữ trong "${f.saw}" đã bị mất, chỉ còn dấu hỏi.`,
    'Không khôi phục được: xuất lại tệp bằng Unicode, hoặc gõ lại tên.',
  ],
  E322: () => ['Năm sinh ghi ở cả cột Nam và cột Nữ.', 'Chỉ giữ ở cột đúng giới tính.'],
  W323: (f) => [
    `Các dòng của một hộ không khớp nhau: ở đây "${f.saw}", ở dòng chủ hộ "${f.expected}" (lấy theo chủ hộ).`,
    'Sửa dòng sai.',
  ],
  W324: (f) => [
    `Ngày "${f.saw}" chỉ đọc được khi viết ${f.text('order') === 'mdy' ? 'ngày' : 'tháng'} trước.`,
    'So lại với phiếu.',
  ],
  N325: (f) => [`"${f.saw}" được đọc là ngày: số thứ tự ngày của bảng tính.`, ''],
  N326: (f) => [`"${f.saw}" ghi năm hai chữ số: 30 đến 99 là 1930 đến 1999, 00 đến 29 là 2000 đến 2029.`, ''],
  N327: () => ['Số khẩu được đếm từ các dòng thành viên: tệp không ghi số khẩu.', ''],
  E328: () => ['Dòng này không thuộc hộ nào: phía trên chưa có hộ nào được đánh số.', 'Ghi số hộ cho dòng này.'],
  ...checksVi,
  ...indexFindingsVi,
  ...againstFindingsVi,
  ...ledgerFindingsVi,
  ...targetFindingsVi,
  ...diffFindingsVi,
  ...movementFindingsVi,
  W360: () => [
    'Dòng thành viên không ghi số hộ: được tính vào hộ ở dòng trên.',
    'Ghi số hộ cho từng dòng, vì các dòng khác của tệp đều có.',
  ],
  W361: (f) => [
    `Danh sách hộ không có hộ số "${f.saw}"; ${f.text('members')} thành viên của hộ này không được tính.`,
    f.count('zeros') === 0
      ? 'So số hộ, thôn và mã xã của hai tệp.'
      : `Thêm lại các số 0 ở đầu thì ${f.text('zeros')} trong ${f.text('households')} hộ không tìm thấy sẽ khớp: bảng tính đã bỏ số 0 ở một trong hai tệp. Ở tệp ấy, ghi số hộ và mã xã dưới dạng chữ.`,
  ],
  E362: (f) => [
    `Hộ có hai thành viên cùng số "${f.saw}" với câu trả lời khác nhau (dòng ${f.list('rows')}).`,
    'Giữ dòng đúng, hoặc sửa số thành viên.',
  ],
  N363: () => ['Các dòng thành viên giống hệt nhau chỉ được tính một lần.', 'Bỏ các dòng lặp.'],
  W364: (f) => [
    `Thành viên số "${f.saw}" có ở cả hộ khác (dòng ${f.list('rows')}).`,
    'Một người chỉ thuộc một hộ: bỏ dòng sai.',
  ],
  E365: (f) => [
    `Tệp thành viên chỉ có ${f.list('columns')}; như vậy có nhiều hộ cùng khóa "${f.saw}" (dòng ${f.list('rows')}).`,
    `Thêm cột: ${f.expected}.`,
  ],
  N366: (f) => [
    `Giá trị được suy ra theo định nghĩa khác với ${f.text('kind')} và không còn câu trả lời: coi là chưa biết.`,
    'Chạy lại từ tệp rà soát có câu trả lời và thành viên.',
  ],
  W368: (f) => [
    `Bảng điểm B2 cho ${f.saw} từ các câu trả lời, còn các chỉ số cho ${f.text('deprived')} thiếu hụt${f.text('unknown') === '0' ? '' : ` (${f.text('unknown')} chưa rõ)`}. Đã theo các chỉ số.`,
    'Đối chiếu các câu trả lời với các chỉ số rồi sửa chỗ sai, hoặc sửa bảng điểm.',
  ],
  N369: () => [
    'Mỗi dòng của tệp này là một thành viên, đứng cạnh danh sách hộ: đã ghép vào hộ như với --members.',
    'Nếu đây là danh sách hộ thì đọc riêng tệp này.',
  ],
  W367: (f) => [
    f.text('prefer') === 'marks'
      ? `Câu trả lời trái với điểm B2 đã ghi (${f.saw}); đã theo điểm B2 (${f.text('criteria')}).`
      : `Câu trả lời trái với điểm B2 đã ghi (${f.saw}); đã theo câu trả lời (${f.text('criteria')}).`,
    'So phiếu B2 với câu trả lời và sửa chỗ sai.',
  ],
  E401: (f) => [
    `Không có bộ tiêu chí "${f.saw}".`,
    f.hasExpected ? `Có phải: ${f.expected}? Xem "review criteria list".` : 'Xem "review criteria list".',
  ],
  E402: (f) => [
    `Bộ tiêu chí ${f.saw} không áp dụng cho ngày ${f.text('date')} (áp dụng ${f.text('from')} đến ${f.text('to')}).`,
    f.hasExpected
      ? `Các bộ áp dụng ngày đó: ${f.expected}; hoặc thêm --outside-coverage.`
      : 'Không có bộ nào áp dụng ngày đó; hoặc thêm --outside-coverage.',
  ],
  E403: (f) => [
    `${f.text('file') === 'cases' ? 'Tệp trường hợp' : 'Tệp tiêu chí'} sai: ${criteriaIssue(f)}.`,
    suggestion(f),
  ],
  E404: (f) => [`Bộ tiêu chí ${f.saw} chưa được kiểm chứng.`, 'Chỉ dùng khi thật cần, với --allow-unverified.'],
  E405: (f) => [
    `Nhiều bộ của nhóm "${f.saw}" cùng áp dụng ngày ${f.text('date')}: ${f.expected}.`,
    'Chọn một bộ theo mã với -c.',
  ],
  E406: (f) => [
    `Không biết bộ nào của nhóm "${f.saw}" áp dụng ngày ${f.text('date')}.`,
    f.text('needs') === '' ? `Chọn theo mã: ${f.expected}.` : `Chọn theo mã, kèm ${f.text('needs')}: ${f.expected}.`,
  ],
  W407: (f) => [`${f.text('criteria')}${f.text('item') === '' ? '' : ` (${f.text('item')})`}: ${f.text('vi')}`, ''],
  N408: (f) => [`Không kiểm tra thời hạn áp dụng của ${f.saw} vì không có --date hoặc --year.`, ''],
  W409: (f) => [`Bộ tiêu chí ${f.saw} được dùng ngoài thời hạn áp dụng (${f.text('date')}).`, ''],
  N410: (f) => [`Dùng chuẩn quốc gia áp dụng ngày ${f.text('date')}: ${f.saw}.`, ''],
  W411: (f) => [
    `Quy tắc "${f.saw}" không bao giờ dùng đến: ${f.text('why') === 'never' ? 'điều kiện của nó không đúng với hộ nào' : 'các quy tắc trước nó đã bao trùm'}.`,
    'Sửa điều kiện hoặc bỏ quy tắc.',
  ],
  E412: (f) => [
    `Tệp khai cột sai: ${columnsIssue(f)}.`,
    f.hasExpected && SUGGESTED.has(f.text('issue')) ? `Có phải: ${f.expected}?` : '',
  ],
  N501: () => ['Tệp chỉ có kết quả phân loại, không có câu trả lời: lấy theo kết quả đã ghi.', ''],
  N502: (f) => [
    `${f.text('criteria')}: xếp loại ${f.text('basis') === 'score' ? 'theo điểm B1/B2' : 'theo thu nhập'}.`,
    '',
  ],
  W503: (f) => [`${f.text('rejected')} dòng chưa đọc được, ghi ở ${f.text('file')}.`, 'Sửa các dòng đó rồi chạy lại.'],
  N504: (f) => [`Không dùng cột ${f.list('columns')}: ${f.text('criteria')} không có ngưỡng điểm.`, ''],
  E601: () => ['Tệp kết quả đã có.', 'Chọn tên khác, hoặc thêm --force để ghi đè.'],
  E602: (f) => [`Không ghi được: ${reason(f)}.`, 'Kiểm tra thư mục, quyền ghi và dung lượng đĩa.'],
  E603: (f) => [
    `Nhiều hộ hơn số dòng mà một trang tính Excel chứa được (${f.text('most')}).`,
    'Ghi ra tệp .csv; các lệnh summary, diff… đều đọc được.',
  ],
  E701: (f) => [`Không có hộ "${f.saw}" trong các tệp.`, f.hasExpected ? `Có phải: ${f.expected}?` : 'Kiểm tra mã hộ.'],
  E702: (f) => [`Nhiều hộ có mã "${f.saw}": ${f.expected}.`, 'Ghi cả khóa: đơn vị/thôn/mã hộ.'],
  ...resultsVi,
  ...linkFindingsVi,
};

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'không có tệp hoặc thư mục này',
  EACCES: 'không có quyền',
  EPERM: 'không được phép',
  EISDIR: 'đây là thư mục',
  ENOTDIR: 'đường dẫn đi qua một tệp',
  ENOSPC: 'đĩa đầy',
  EROFS: 'ổ đĩa chỉ đọc',
  EBUSY: 'tệp đang được chương trình khác dùng',
};

function reason(f: Told): string {
  const code = f.text('reason');
  return REASONS[code] ?? code;
}

function columnsIssue(f: Told): string {
  if (f.text('issue') === 'yaml') return yamlFault(f);
  if (f.text('issue') === 'constant')
    return `"${f.saw}" không thể là giá trị của trường này${f.hasExpected ? ` (${f.expected})` : ''}`;
  if (f.text('issue').startsWith('unknown_')) return `ở đây không có "${f.saw}"`;
  return f.hasExpected ? `sai loại (cần ${f.expected})` : 'sai loại';
}

const ROW_KINDS: Readonly<Record<string, string>> = {
  letterhead: 'dòng phía trên tiêu đề',
  total: 'dòng cộng',
  section: 'dòng chia mục',
  signature: 'chữ ký và ghi chú',
  numbering: 'dòng số thứ tự cột',
  heading: 'tiêu đề lặp lại',
};

const BESIDES: Readonly<Record<string, string>> = {
  links: 'liên kết đến sổ tính khác; không mở theo, chỉ đọc giá trị đã lưu',
  macros: 'macro; không chạy',
  formulas: 'công thức chưa từng được tính; đọc là ô trống',
};

const KINDS: Readonly<Record<string, string>> = {
  xlsx: 'sổ tính Excel (.xlsx)',
  xls: 'sổ tính Excel cũ (.xls)',
  'utf-16': 'văn bản UTF-16 (Unicode Text của Excel)',
  html: 'trang web lưu thành tệp Excel',
  binary: 'tệp nhị phân',
  text: 'văn bản',
  xml: 'tệp XML',
  zip: 'tệp nén zip',
  document: 'tài liệu văn bản hoặc trình chiếu',
  xlsb: 'sổ tính Excel nhị phân (.xlsb)',
  'xls-95': 'sổ tính từ trước Excel 97',
  ole: 'tệp Office cũ không có sổ tính',
};

const DAMAGE: Readonly<Record<string, string>> = {
  cut: 'tệp kết thúc quá sớm',
  zip: 'nội dung nén không khớp mã kiểm tra hoặc mục lục của nó',
  xml: 'một phần của tệp bị đứt hoặc sai cấu trúc',
  part: 'thiếu một phần mà mục lục có ghi',
  cells: 'dòng hoặc ô sai thứ tự hoặc nằm ngoài trang tính',
  records: 'các bản ghi mâu thuẫn với nhau',
};

const LIMITS: Readonly<Record<string, string>> = {
  file: 'tệp quá lớn để giữ trong bộ nhớ',
  entries: 'tệp được nén từ quá nhiều tệp con',
  inflated: 'giải nén ra nhiều gigabyte',
  ratio: 'giải nén ra gấp hàng trăm lần, chỉ "bom zip" mới như vậy',
  token: 'một ô hoặc một thẻ dài hơn một triệu ký tự',
  entities: 'tệp định nghĩa thực thể XML, điều không phần mềm bảng tính nào làm',
  strings: 'quá nhiều chữ',
  styles: 'quá nhiều kiểu ô',
  cells: 'một trang tính trải ra hàng trăm triệu ô',
};

const PAGES: Readonly<Record<string, string>> = {
  html: 'trang web',
  mhtml: 'trang web gói trong một tệp',
  'xml-2003': 'bảng tính XML của Excel 2003',
};

const DUPLICATES: Readonly<Record<string, (f: Told) => string>> = {
  identical: () => 'các dòng giống hệt nhau (trừ người rà soát)',
  two_classes: (f) => `một hộ có hai kết quả (${f.list('classes')})`,
  different: () => 'nội dung khác nhau',
};

function suggestion(f: Told): string {
  if (f.text('near') !== '') return `Có phải: ${f.text('near')}?`;
  return f.hasExpected && SUGGESTED.has(f.text('issue')) ? `Có phải: ${f.expected}?` : '';
}

const SUGGESTED = new Set([
  'unknown_key',
  'unknown_field',
  'unknown_indicator',
  'unknown_line',
  'unknown_param',
  'unknown_code',
  'unknown_condition',
  'unknown_document',
  'unknown_test',
  'nothing_to_remove',
  'no_parent',
]);

function criteriaIssue(f: Told): string {
  return (CRITERIA_ISSUES[f.text('issue')] ?? NO_FORM)(f);
}

const NO_FORM = () => 'không đúng dạng nào được phép';

const CRITERIA_ISSUES: Readonly<Record<string, (f: Told) => string>> = {
  invalid_type: (f) => `đây không phải ${TYPES[f.expected] ?? f.expected}`,
  missing: (f) => `thiếu "${f.saw}"${f.hasExpected ? ` (một trong ${f.expected})` : ''}`,
  no_value: (f) => `"${f.saw}" chưa có giá trị${f.hasExpected ? ` (một trong ${f.expected})` : ''}`,
  quote: (f) => `${f.saw} ở đây không được đọc là chữ; viết trong dấu nháy: ${f.expected}`,
  unquote: (f) => `"${f.saw}" là chữ; viết số không có dấu nháy: ${f.expected}`,
  ungroup: (f) => `"${f.saw}" không phải là số; viết liền, không dấu chấm, dấu phẩy, dấu cách: ${f.expected}`,
  invalid_value: (f) => `giá trị "${f.saw}" không được phép (chọn ${f.expected})`,
  too_small: (f) =>
    f.text('least') === '' ? 'chỗ này không được để trống' : `${f.saw} quá nhỏ (từ ${f.text('least')} trở lên)`,
  too_big: (f) => `${f.saw} quá lớn${f.text('most') === '' ? '' : ` (đến ${f.text('most')})`}`,
  yaml: yamlFault,
  circle: (f) => `"extends: ${f.saw}" dẫn trở lại chính tệp này`,
  id_of_parent: () => 'tệp mang mã của bộ tiêu chí mà nó kế thừa; hãy đặt mã riêng',
  no_parent: (f) => `không tìm thấy bộ "${f.saw}" để kế thừa`,
  unknown_key: (f) => `không có khóa "${f.saw}"`,
  unknown_field: (f) => `không có trường "${f.saw}"`,
  unknown_indicator: (f) => `không có chỉ số "${f.saw}"`,
  unknown_line: (f) => `không có mức "${f.saw}" trong lines`,
  unknown_param: (f) => `không có tham số "${f.saw}" trong params`,
  rule_cannot_ask: (f) => `quy tắc xếp loại không thể hỏi "${f.saw}" như vậy`,
  ends_before: () => 'ngày kết thúc trước ngày bắt đầu',
  unknown_code: (f) => `không có mã "${f.saw}" trong danh sách của trường`,
  nothing_to_remove: (f) => `không có "${f.saw}" để bỏ`,
  same_id: (f) => `mã "${f.saw}" đã dùng cho một bộ khác trong lần chạy này`,
  unknown_document: (f) => `không có văn bản "${f.saw}" trong documents`,
  unknown_test: (f) => `không có phép thử "${f.saw}"`,
  id_is_field: (f) => `"${f.saw}" là tên một trường khác của tệp rà soát, không dùng làm mã chỉ số`,
  too_fine: () => 'trọng số có mẫu số chung quá lớn để tính chính xác',
  no_basis: (f) => `bộ tiêu chí không có quy tắc theo cơ sở "${f.saw}"`,
  more_members_than_size: () => 'số thành viên nhiều hơn size',
  marked_twice: () => 'một chỉ số vừa ở marks vừa ở deprived',
  nothing_expected: () => 'expected chưa nêu gì',
  name_twice: (f) => `đã có trường hợp "${f.saw}" ở trên`,
  wrong_kind: (f) => `"${f.saw}" không hợp với trường này: câu trả lời có/không ghi true hoặc false, mã ghi dạng chữ`,
  empty: () => 'tệp trống',
  no_rules: () => 'không có quy tắc xếp loại nào (classes)',
  hole: (f) => `có hộ không rơi vào quy tắc nào (${f.text('detail')}); quy tắc cuối nên bỏ "when"`,
  too_many_cells: (f) =>
    `các quy tắc phân biệt quá nhiều trường hợp (${f.text('detail')}): hãy so với ít mức hơn, nêu riêng ít chỉ số hơn, hoặc cho nhiều chỉ số cùng trọng số`,
  too_many_rules: (f) => `có quá nhiều quy tắc (nhiều nhất ${f.text('detail')})`,
  name: () => 'tên chỉ gồm chữ thường không dấu, số và gạch dưới',
  set_id: () => 'mã chỉ gồm chữ thường không dấu, số và gạch nối',
  date: () => 'ngày phải ghi dạng "YYYY-MM-DD"',
  fraction: () => 'số phải ghi dạng 3, "1/3" hoặc "0.25"',
  caution: () => 'mục có confidence: low phải có caution (vi, en)',
  amount_or_by_area: () => 'ghi một trong hai: amount hoặc by_area',
  period: () => 'mức tiền phải có period (month hoặc year), mức điểm thì không',
  points_twice: () => 'chỉ ghi một trong hai: points_each, points',
  no_points: () => 'điểm cần given, points_each hoặc points',
  table_of_total: () => 'bảng điểm chỉ thuộc về điểm có given: b1 hoặc given: b2',
  table_or_points: () => 'điểm B1 chỉ ghi table, không ghi points_each hay points',
  table_without_points: () => 'bảng điểm B2 cần thêm points_each hoặc points: mỗi chỉ số thiếu hụt được bao nhiêu điểm',
  points_step: (f) => `điểm B2 là bội số của ${f.text('detail')} và không âm, không phải "${f.saw}"`,
  no_table: () => 'conditions dùng cho các dòng của bảng điểm, mà không có bảng nào',
  no_table_file: (f) => `không có bảng điểm "${f.saw}"`,
  unknown_condition: (f) => `không có "${f.saw}" trong conditions`,
  points_empty: () => 'bảng điểm không có dòng nào',
  points_columns: (f) =>
    `điểm ghi ở một cột "points", hoặc "urban" và "rural", hoặc "urban" và mỗi vùng một cột; đang có: ${f.saw}`,
  points_no_item: () => 'một dòng của bảng điểm không ghi mục (item)',
  points_no_field: () => 'một mục của bảng điểm cần field, hoặc các dòng có "when"',
  points_choice: (f) => `choice là "one" hoặc "several", không phải "${f.saw}"`,
  points_bands: (f) => `câu trả lời về "${f.saw}" không phải là số nên không chia khoảng được`,
  points_backwards: (f) => `khoảng kết thúc (${f.saw}) trước khi bắt đầu`,
  points_overlap: (f) => `bảng điểm tính hai lần ${f.saw}`,
  points_hole: (f) => `bảng điểm không có dòng cho ${f.saw}`,
  points_otherwise: () => 'trong các dòng có "when", riêng dòng cuối để trống (mọi trường hợp khác)',
  points_whole: (f) => `điểm phải là số nguyên, không phải "${f.saw}"`,
};

/** Những gì bộ đọc YAML từ chối, theo mã của nó và của chương trình. */
const YAML_FAULTS: Readonly<Record<string, (f: Told) => string>> = {
  ALIAS: () => 'không đọc bí danh (*tên) ở đây; hãy viết hẳn giá trị ra',
  ALIAS_PROPS: () => 'không đọc bí danh (*tên) ở đây; hãy viết hẳn giá trị ra',
  BAD_ALIAS: () => 'chữ bắt đầu bằng & hoặc * phải đặt trong dấu nháy',
  BAD_COLLECTION_TYPE: () => 'nhãn (!tên) không hợp với phần sau nó',
  BAD_DIRECTIVE: () => 'không đọc dòng bắt đầu bằng % ở đây',
  BAD_DQ_ESCAPE: () => 'dấu \\ trong "…" có nghĩa khác; viết hai lần, hoặc dùng \'…\'',
  BAD_INDENT: () => 'dòng không thụt vào như các dòng cùng nhóm',
  BAD_PROP_ORDER: () => 'nhãn hoặc neo đứng sai chỗ',
  BAD_SCALAR_START: () => 'chữ bắt đầu như vậy phải đặt trong dấu nháy',
  BLOCK_AS_IMPLICIT_KEY: () =>
    'hai khóa trên một dòng, hoặc dòng thụt vào quá sâu; chữ có ": " phải đặt trong dấu nháy',
  BLOCK_IN_FLOW: () => 'thiếu dấu phẩy, hoặc có khối thụt dòng trong [ ] hay { }',
  COLLECTION_AS_KEY: () => 'danh sách hay bảng không làm khóa được',
  DUPLICATE_KEY: (f) => `khóa "${f.saw}" đứng ở đây lần thứ hai`,
  KEY_OVER_1024_CHARS: () => 'khóa quá dài',
  MISSING_BRACKET: () => 'danh sách [ hoặc bảng { trước chỗ này chưa đóng',
  MISSING_CHAR: () => 'thiếu một dấu ở đây: dấu cách, dấu phẩy, dấu hai chấm hoặc gạch đầu dòng',
  MISSING_COLON: () => 'thiếu dấu hai chấm và dấu cách sau khóa',
  MISSING_QUOTE: () => 'chữ trong dấu nháy trước chỗ này chưa đóng',
  MULTILINE_IMPLICIT_KEY: () => 'thiếu dấu hai chấm và dấu cách sau khóa, hoặc khóa kéo qua nhiều dòng',
  MULTIPLE_ANCHORS: () => 'một giá trị có hai neo (&tên)',
  MULTIPLE_DOCS: () => 'tệp có nhiều tài liệu; bỏ dòng "---", hoặc tách thành nhiều tệp',
  MULTIPLE_TAGS: () => 'một giá trị có hai nhãn (!tên)',
  NON_STRING_KEY: () => 'khóa không phải là chữ',
  TAB_AS_INDENT: () => 'dòng thụt vào bằng phím Tab; hãy dùng dấu cách',
  TAG_RESOLVE_FAILED: () => 'chữ bắt đầu bằng ! phải đặt trong dấu nháy',
  TOO_DEEP: () => 'danh sách hoặc bảng lồng nhau quá sâu',
  UNEXPECTED_TOKEN: () => 'phần này không đứng ở đây được; xem lại thụt dòng, ngoặc và dấu phẩy',
};

function yamlFault(f: Told): string {
  return `không phải YAML: ${(YAML_FAULTS[f.text('detail')] ?? (() => 'không đọc được chỗ này'))(f)}`;
}

/** Các loại giá trị trong tệp YAML. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'bảng khóa và giá trị',
  record: 'bảng khóa và giá trị',
};
