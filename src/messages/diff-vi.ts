import { CLASS_WORDS, wordFor } from './domain-words.ts';
import type { FindingWords } from './finding-words.ts';

/** Lời của các phát hiện khi so sánh hai năm. */
export const diffFindingsVi = {
  W850: (f) => [
    `Hộ "${f.saw}" có cùng số với một hộ năm trước (dòng ${f.text('before')}) nhưng chủ hộ khác hẳn: không ghép.`,
    'Nếu đúng là một hộ, ghi một dòng vào tệp --links; nếu không thì số hộ đã cấp cho hộ khác.',
  ],
  N852: (f) => [
    `${f.text('households')} hộ ghi số hộ năm trước mà năm trước không có hộ nào mang số đó.`,
    'Năm trước có thể chỉ liệt kê hộ nghèo, hộ cận nghèo; nếu không, kiểm tra lại số.',
  ],
  W853: (f) => [
    `Hộ "${f.saw}" cùng ghi hộ năm trước "${f.text('before')}" với một hộ khác: được coi là hộ tách ra.`,
    'Ghi split_from ở cột biến động của hộ tách ra, hoặc sửa số hộ năm trước.',
  ],
  W854: (f) => [
    `Dòng này ghi "${f.text('event')}" mà vẫn xếp ${wordFor(f.text('class'), CLASS_WORDS.vi)}: được tính là không còn trên địa bàn.`,
    'Bỏ biến động nếu hộ vẫn còn; nếu không thì bỏ hộ khỏi danh sách.',
  ],
  W855: (f) => [
    `${f.text('households')} hộ trong biểu biến động không ghi số khẩu: dòng nhân khẩu để trống.`,
    'Điền số khẩu của các hộ này ở cả hai năm.',
  ],
  N856: (f) =>
    f.text('kind') === 'none'
      ? [
          `Chưa tách được tái nghèo và phát sinh mới: ${f.text('households')} hộ tính vào phát sinh mới, cột tái nghèo chưa xác định.`,
          'Nêu kết quả các năm trước nữa bằng --history, hoặc có cột "Đã từng là hộ nghèo".',
        ]
      : [
          `${f.text('households')} hộ không ghi đã từng là hộ nghèo hay chưa: tính vào phát sinh mới.`,
          'Điền cột "Đã từng là hộ nghèo", hoặc nêu kết quả các năm trước nữa bằng --history.',
        ],
  N857: (f) => [
    `${f.text('households')} cặp trong tệp ghép hộ còn chờ xác nhận: chưa được ghép.`,
    'Ghi confirmed vào ghi chú của cặp đúng.',
  ],
  W858: (f) => [
    `Đơn vị "${f.saw}" không còn trong năm sau, ${f.text('households')} hộ của nó ở đơn vị khác: có vẻ đơn vị đã đổi mã, sáp nhập, không phải hộ chuyển đi.`,
    'Nêu bảng chuyển đổi đơn vị bằng --crosswalk.',
  ],
  N859: (f) => [
    `Hai kết quả theo hai bộ tiêu chí (${f.text('before')}, ${f.text('after')}): không lập biểu biến động.`,
    'Thêm --rules MÃ để xếp loại cả hai năm theo một bộ.',
  ],
  W860: (f) => [
    `Kết quả nêu trước là của năm ${f.text('before')}, kết quả nêu sau là của năm ${f.text('after')}.`,
    'Nêu năm trước trước, năm sau sau.',
  ],
  W861: (f) => [
    `${f.text('households')} hộ không phân biệt được bằng phần khóa mà cả hai năm đều có: không ghép theo khóa.`,
    'Bổ sung cột thôn hoặc xã cho cả hai năm, hoặc nêu tệp --links.',
  ],
  W887: (f) => [
    `Hộ "${f.saw}" có khóa của một hộ trong sổ biến động nhưng chủ hộ khác hẳn: không coi là một hộ.`,
    'Nếu đúng là một hộ, sửa tên chủ hộ trong sổ; nếu không thì sửa khóa của dòng trong sổ.',
  ],
  N888: () => [
    'Không lập biểu biến động nên sổ biến động không được dùng.',
    'Nêu hai kết quả của hai năm theo cùng một bộ tiêu chí, hoặc bỏ --ledger.',
  ],
} satisfies Partial<FindingWords>;

/** Lời của so sánh hai năm và các biểu biến động. */
export const diffVi = {
  title: (before: string, after: string) => `Biến động ${before} – ${after}`,
  correction: (before: string, after: string) => `Điều chỉnh kết quả: ${before} – ${after}`,
  correctionNote:
    'Hai kết quả của cùng một đợt rà soát: khác biệt dưới đây là điều chỉnh, không hộ nào thoát nghèo hay tái nghèo.',
  draft: (n: string) => `DỰ THẢO: còn ${n} hộ chưa rõ. Chưa dùng làm biểu chính thức.`,
  under: (rules: string) => `Cả hai năm được xếp loại theo ${rules}.`,
  nothing: 'Không có gì thay đổi.',
  year: (year: number | null) => (year === null ? 'không rõ năm' : `năm ${year}`),
  status: { preliminary: 'sơ bộ', rechecked: 'đã phúc tra', approved: 'đã phê duyệt' },
  tables: { poor: 'Biến động hộ nghèo', near_poor: 'Biến động hộ cận nghèo' },
  byUnit: { poor: 'Biến động hộ nghèo theo đơn vị (hộ)', near_poor: 'Biến động hộ cận nghèo theo đơn vị (hộ)' },
  heads: {
    line: 'Chỉ tiêu',
    households: 'Hộ',
    persons: 'Nhân khẩu',
    unit: 'Đơn vị',
    before: 'Năm trước',
    count: 'Số hộ',
  },
  columns: {
    poor: {
      start: 'Đầu kỳ',
      to_other: 'Thoát nghèo, trở thành cận nghèo',
      to_non_poor: 'Thoát nghèo, vượt chuẩn cận nghèo',
      other_out: 'Giảm khác',
      unresolved_out: 'Chưa rõ vì sao không còn',
      to_undecided: 'Nay chưa đủ thông tin',
      from_other: 'Cận nghèo trở thành nghèo',
      relapsed: 'Tái nghèo',
      new: 'Phát sinh mới',
      other_in: 'Tăng khác',
      from_undecided: 'Năm trước chưa đủ thông tin',
      end: 'Cuối kỳ',
    },
    near_poor: {
      start: 'Đầu kỳ',
      to_other: 'Cận nghèo trở thành nghèo',
      to_non_poor: 'Thoát cận nghèo',
      other_out: 'Giảm khác',
      unresolved_out: 'Chưa rõ vì sao không còn',
      to_undecided: 'Nay chưa đủ thông tin',
      from_other: 'Hộ nghèo trở thành cận nghèo',
      relapsed: 'Tái cận nghèo',
      new: 'Phát sinh mới',
      other_in: 'Tăng khác',
      from_undecided: 'Năm trước chưa đủ thông tin',
      end: 'Cuối kỳ',
    },
  },
  short: {
    start: 'Đầu kỳ',
    to_poor: 'Thành nghèo',
    to_near_poor: 'Thành cận nghèo',
    to_non_poor: 'Vượt chuẩn',
    other_out: 'Giảm khác',
    unresolved_out: 'Chưa rõ',
    to_undecided: 'Thiếu tin',
    from_poor: 'Từ nghèo',
    from_near_poor: 'Từ cận nghèo',
    relapsed: 'Tái',
    new: 'Mới',
    other_in: 'Tăng khác',
    from_undecided: 'Trước thiếu tin',
    end: 'Cuối kỳ',
  } as Readonly<Record<string, string>>,
  newAndRelapsed: 'Phát sinh mới và tái nghèo (chưa tách)',
  newAndRelapsedNear: 'Phát sinh mới và tái cận nghèo (chưa tách)',
  notKnown: 'chưa xác định',
  transitions: 'Chuyển dịch giữa hai năm (hộ)',
  absent: 'Không có trong danh sách',
  total: 'Tổng cộng',
  unnamed: '(không ghi đơn vị)',
  grossExits: (n: string) => `Thoát nghèo (trở thành cận nghèo + vượt chuẩn cận nghèo, không kể giảm khác): ${n} hộ.`,
  allOut: (n: string) => `Mọi hộ ra khỏi danh sách hộ nghèo, kể cả giảm khác và chưa rõ: ${n} hộ.`,
  nearExits: (n: string) => `Thoát cận nghèo (vượt chuẩn): ${n} hộ.`,
  net: (poor: string, near: string) => `Tăng, giảm thuần: hộ nghèo ${poor}, hộ cận nghèo ${near}.`,
  entries: (poor: string, near: string) => `Mọi hộ vào danh sách: hộ nghèo ${poor}, hộ cận nghèo ${near}.`,
  internal: (communes: string, villages: string) =>
    `Chuyển nơi ở trong địa bàn: ${communes} hộ giữa các xã (giảm khác ở xã đi, tăng khác ở xã đến), ${villages} hộ giữa các thôn của một xã (không có trong biểu).`,
  flips: (n: string, from: string, to: string) =>
    `${n} hộ đầu kỳ ở nơi chuyển từ ${from} sang ${to}; số đầu kỳ xếp theo khu vực của năm nay.`,
  byArea: (n: string) => `Trong đó ${n} hộ đổi loại vì khu vực thay đổi, không phải vì hộ thay đổi.`,
  byMembers: (n: string) => `Nhân khẩu có mặt cả hai năm đếm theo số định danh của thành viên: ${n} hộ.`,
  bySize: (n: string) => `Nhân khẩu có mặt cả hai năm lấy theo số khẩu nhỏ hơn của hai năm: ${n} hộ.`,
  outOfScope: (before: string, after: string) =>
    `Ngoài phạm vi, tính là không có trong danh sách: ${before} hộ năm trước, ${after} hộ năm nay.`,
  unresolved: 'Chưa rõ vì sao không còn trong danh sách',
  undecided: 'Chưa đủ thông tin ở một trong hai năm',
  withoutSize: 'Không ghi số khẩu',
  moved: 'Các hộ thay đổi và lý do',
  changes: 'Các hộ được điều chỉnh',
  elsewhere: 'Chuyển nơi ở trong địa bàn, không đổi loại',
  movedNone: 'Không có hộ nào.',
  movedMore: (n: string) =>
    `… còn ${n} hộ nữa. Xem đủ bằng --only all, hoặc ghi ra tệp .xlsx; chọn bằng --only escaped.`,
  stayed: 'giữ nguyên',
  ledger: {
    title: 'Trong đó theo sổ biến động hằng tháng',
    upTo: (file: string, day: string | null) =>
      day === null ? `Sổ ${file}, mọi dòng.` : `Sổ ${file}, các dòng đến ngày ${day}.`,
    entries: (poor: string, near: string) => `Vào danh sách trong năm: hộ nghèo ${poor}, hộ cận nghèo ${near}.`,
    exits: (poor: string, near: string) => `Ra khỏi danh sách trong năm: hộ nghèo ${poor}, hộ cận nghèo ${near}.`,
    inAndOut: (n: string) => `Vào và ra trong cùng kỳ (so hai danh sách năm không thấy): ${n} hộ.`,
    decided: (lines: string) => `theo sổ biến động: ${lines}`,
    notWithRules:
      '--ledger không dùng cùng --rules: sổ ghi các quyết định theo danh sách đã lập, không theo bộ tiêu chí khác',
  },
  badOnly: (name: string) => `--only ${name}: không có biến động này`,
  choicesAre: (list: string) => `Chọn: ${list}`,
  help: {
    about: 'So sánh hai năm: ai thay đổi, vì sao, và các biểu biến động luôn cân',
    before: 'kết quả năm trước',
    after: 'kết quả năm sau',
    links: 'tệp ghép hộ (review link)',
    crosswalk: 'bảng chuyển đổi đơn vị cũ sang mới',
    ledger: 'sổ biến động hằng tháng giữa hai kết quả (review ledger)',
    history: 'kết quả của các năm trước nữa, để tách tái nghèo và phát sinh mới; dùng nhiều lần được',
    rules: 'xếp loại cả hai năm theo bộ tiêu chí này',
    quota:
      'chỉ tiêu giảm đã giao cho thôn, để chỉ ra thôn giảm đúng bằng chỉ tiêu: 30%, hoặc tệp unit_code, village, households',
    by: 'các cấp của biểu theo đơn vị: province, commune, village, area',
    only: 'chỉ nêu các hộ có biến động này: escaped, new, relapsed, to_near_poor, other_out …, hoặc all',
    coverageBefore: 'kết quả năm trước gồm những hộ nào',
    coverageAfter: 'kết quả năm sau gồm những hộ nào',
    membersBefore: 'tệp thành viên của năm trước',
    membersAfter: 'tệp thành viên của năm sau',
    exitCode: 'kết thúc với mã 1 khi có hộ thay đổi',
  },
};
