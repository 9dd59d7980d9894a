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
