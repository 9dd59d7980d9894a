import type { FindingWords } from './finding-words.ts';

/** Lời của các phát hiện khi ghép hộ hai năm. */
export const linkFindingsVi = {
  E840: (f) => [
    `"${f.saw}" không phải là một biến động của hộ.`,
    `Ghi một trong: ${f.expected}; để trống nếu hộ vẫn là hộ đó.`,
  ],
  E841: (f) => [
    `"${f.saw}" không phải là một căn cứ ghép.`,
    `Ghi một trong: ${f.expected}; dòng tự ghi thì để trống hoặc ghi by_hand.`,
  ],
  E842: (f) => [`Điểm "${f.saw}" không phải là số nguyên từ 0 đến 100.`, 'Sửa điểm, hoặc để trống.'],
  E843: (f) => [
    f.hasExpected
      ? `Biến động ${f.expected} không đi với ${f.saw === '' ? 'khóa để trống ở cột này' : `khóa "${f.saw}" ở cột này`}.`
      : 'Dòng không có khóa trước và cũng không có khóa sau.',
    'Hộ không còn thì chỉ có khóa trước; hộ mới thì chỉ có khóa sau; hộ vẫn còn thì có cả hai.',
  ],
  E844: (f) => [
    `Hộ "${f.saw}" đã có ở dòng ${f.text('before')} với nội dung khác.`,
    'Giữ một dòng; phần tách ra ghi split_from, hộ nhập vào ghi merged_into.',
  ],
  W845: (f) => [
    f.text('kind') === 'before'
      ? `Năm trước không có hộ "${f.saw}": dòng này không dùng đến.`
      : `Năm sau không có hộ "${f.saw}": dòng này không dùng đến.`,
    'Sửa khóa (các phần nối bằng dấu /), hoặc bỏ dòng. Excel có thể đã làm mất số 0 ở đầu.',
  ],
  N846: (f) => [
    `${f.text('numbers')} số định danh có ở nhiều hộ của cùng một năm: không lấy làm căn cứ ghép hộ.`,
    'Chạy review check để xem các số đó.',
  ],
  W847: (f) => [
    `Đơn vị "${f.saw}" đã chia thành ${f.expected}: ${f.text('households')} hộ chưa rõ nay thuộc đơn vị nào.`,
    'Thêm cột village vào tệp --crosswalk: thôn nào về đơn vị nào.',
  ],
  E848: (f) => [
    f.text('kind') === 'date' ? `"${f.saw}" không phải là ngày.` : 'Dòng không có đủ mã đơn vị cũ và mã đơn vị mới.',
    f.text('kind') === 'date' ? 'Ghi YYYY-MM-DD hoặc dd/mm/yyyy.' : 'Ghi cả hai mã, hoặc bỏ dòng.',
  ],
  W849: (f) => [
    `${f.count('units')} đơn vị của năm trước không có ở năm sau và cũng không có trong tệp --crosswalk: ${f.list('units')}.`,
    'Thêm đơn vị mới của chúng vào tệp --crosswalk; nếu không, hộ ở đó chỉ ghép được theo người.',
  ],
} satisfies Partial<FindingWords>;

/** Lời của lệnh link. */
export const linkVi = {
  title: 'Ghép hộ hai năm',
  what: 'Nội dung',
  households: 'Số hộ',
  before: 'Hộ năm trước',
  after: 'Hộ năm sau',
  pairs: 'Vẫn là một hộ',
  tiers: {
    by_hand: 'người ghép, hoặc hộ ghi rõ',
    person_id: 'chung số định danh của một người',
    head: 'cùng chủ hộ (họ tên, ngày sinh, giới tính, đơn vị)',
    probable: 'đã xác nhận (confirmed)',
    none: 'không có căn cứ',
  },
  internalMoves: 'trong đó chuyển sang đơn vị khác',
  events: {
    split_from: 'Tách ra từ hộ khác',
    merged_into: 'Nhập vào hộ khác',
    died: 'Chết cả hộ',
    dissolved: 'Không còn là một hộ',
    moved_out: 'Chuyển đi nơi khác',
    moved_in: 'Chuyển đến từ nơi khác',
  },
  toConfirm: 'Cặp chờ người xác nhận',
  openBefore: 'Hộ năm trước chưa rõ nay ra sao',
  openAfter: 'Hộ năm sau chưa rõ từ đâu',
  confirm: 'Cần người xem',
  confirmHow:
    'Trong tệp ghép: cột note ghi confirmed nếu đúng là một hộ, rejected nếu không; rồi chạy lại với --links.',
  lookAgain: 'Đã ghép, nên xem lại',
  columns: { before: 'Khóa trước', after: 'Khóa sau', event: 'Biến động', score: 'Điểm', why: 'Vì sao' },
  reasons: {
    previous_id: 'hộ ghi số của mình năm trước',
    event_told: 'tệp rà soát ghi rõ',
    new_head: 'chủ hộ mới',
    few_persons: 'chỉ chung ít người, không chung chủ hộ',
    name_and_birth_differ: 'cùng số định danh nhưng khác họ tên và ngày sinh',
    persons_by_name: 'chung người theo họ tên và ngày sinh, không theo số',
    birth_in_part: 'một năm chỉ có năm sinh hoặc tháng sinh',
    birth_near: 'ngày sinh chỉ lệch chút ít',
    birth_unknown: 'một năm không có ngày sinh',
    numbers_differ: 'số định danh của chủ hộ khác nhau',
    village_differs: 'khác thôn',
    size_differs: 'khác số khẩu',
    other_unit: 'ở đơn vị khác',
    same_key: 'cùng khóa hộ',
    tie: 'nhiều hộ giống như nhau',
    alike: 'giống quá nhiều hộ khác nên không liệt kê',
    divided_unit: 'đơn vị cũ đã chia, chưa rõ thuộc đơn vị nào',
  },
  written: (lines: string, file: string) => `Đã ghi ${lines} dòng vào ${file}`,
  wouldWrite: (lines: string, file: string) => `Sẽ ghi ${lines} dòng vào ${file} (--dry-run: chưa ghi gì)`,
  notWritten: 'Chưa ghi tệp ghép nào. Thêm -o links.csv để ghi.',
  help: {
    link: 'Ghép hộ của hai năm; nêu các cặp cần người xác nhận',
    beforeFile: 'kết quả năm trước (tệp, thư mục, mẫu tên)',
    afterFile: 'kết quả năm sau',
    output: 'tệp ghép .csv (before_key, after_key, event, tier, score, note); - là stdout',
    links: 'tệp ghép đã sửa tay: mọi điều đã quyết trong đó được giữ',
    crosswalk: 'bảng đơn vị cũ → mới (old_code, new_code, valid_from, village)',
    membersBefore: 'tệp thành viên của năm trước',
    membersAfter: 'tệp thành viên của năm sau',
  },
};
