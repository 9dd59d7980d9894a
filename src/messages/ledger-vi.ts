import { CLASS_WORDS, wordFor } from './domain-words.ts';
import type { FindingWords } from './finding-words.ts';

/** Lời của sổ biến động hằng tháng. */
export const ledgerVi = {
  title: (day: string) => `Danh sách đến ngày ${day}`,
  titleAll: 'Danh sách theo mọi dòng của sổ',
  titleClosed: (day: string) => `Khép sổ ngày ${day}`,
  opened: (file: string, day: string, criteria: string) => `Danh sách đầu kỳ: ${file} (ngày ${day}, ${criteria}).`,
  noList: 'Chưa có danh sách đầu kỳ (--list): chỉ thấy tăng, giảm trong sổ.',
  dayUnknown: 'chưa rõ ngày',
  lists: { poor: 'Hộ nghèo', near_poor: 'Hộ cận nghèo' },
  columns: {
    list: 'Danh sách',
    opening: 'Đầu kỳ',
    in: 'Vào',
    out: 'Ra',
    current: 'Hiện có',
    reviewIn: 'Vào do rà soát',
    reviewOut: 'Ra do rà soát',
    closing: 'Cuối năm',
    month: 'Tháng',
    unit: 'Đơn vị',
    household: 'Hộ',
    persons: (title: string) => `${title} (khẩu)`,
    kind: 'Thuộc cột',
    date: 'Ngày',
    reason: 'Lý do',
    endClass: 'Kết quả cuối năm',
    state: 'Đối chiếu',
  },
  monthly: 'Tăng, giảm theo tháng và đơn vị',
  noEntries: 'Sổ chưa có dòng nào trong những ngày này.',
  byKind: 'Tăng, giảm theo cột của bảng biến động',
  kinds: {
    from_poor: 'từ hộ nghèo chuyển sang',
    from_near_poor: 'từ hộ cận nghèo chuyển sang',
    relapsed: 'tái nghèo, tái cận nghèo',
    new: 'phát sinh mới',
    other_in: 'tăng khác',
    to_poor: 'chuyển sang hộ nghèo',
    to_near_poor: 'chuyển sang hộ cận nghèo',
    to_non_poor: 'vượt chuẩn cận nghèo',
    other_out: 'giảm khác',
    unresolved_out: 'ra, chưa ghi lý do',
  },
  both: 'Vào và ra trong cùng kỳ',
  bothWhy: 'Mỗi hộ dưới đây là một lượt vào và một lượt ra; so hai danh sách năm không thấy.',
  states: {
    reflected: 'khớp',
    changed: 'rà soát cuối năm đổi',
    missing: 'không có kết quả cuối năm',
    still_listed: 'vẫn còn trong danh sách',
  },
  absent: 'không có dòng',
  closedHouseholds: 'Kết quả cuối năm của các hộ trong sổ',
  later: (n: string) => `${n} dòng sau ngày khép sổ để ngỏ cho sổ sau.`,
  added: (file: string, row: string) => `Đã ghi dòng ${row} của ${file}`,
  wouldAdd: (file: string, row: string) => `Sẽ ghi dòng ${row} của ${file} (--dry-run: chưa ghi gì)`,
  usage: {
    needsDirection: 'cần --in, --out, hoặc cả hai khi chuyển danh sách',
    needsDate: 'cần --date: ngày của quyết định, dạng YYYY-MM-DD',
    keyParts: (fields: string) => `--household phải là khóa đầy đủ: ${fields}, cách nhau bằng "/"`,
    reasonFor: (list: string) => `Lý do dùng được: ${list}`,
    endDay: 'kết quả cuối năm không ghi ngày: thêm --date',
  },
  help: {
    ledger: 'Sổ biến động hằng tháng giữa hai danh sách năm',
    add: 'Ghi một lượt vào hoặc ra vào sổ',
    show: 'Danh sách hiện có = danh sách năm ± sổ; tăng, giảm theo tháng và đơn vị',
    close: 'Đối chiếu sổ với kết quả cuối năm và khép sổ',
    file: 'tệp sổ .csv',
    list: 'kết quả (danh sách) đầu kỳ; lặp lại được',
    end: 'kết quả cuối năm; lặp lại được',
    day: 'ngày của quyết định, YYYY-MM-DD',
    until: 'đến hết ngày này (mặc định: mọi dòng)',
    endDay: 'ngày của kết quả cuối năm, khi tệp không ghi',
    household: 'khóa của hộ, các phần cách nhau bằng /',
    in: 'đưa hộ vào danh sách này',
    out: 'đưa hộ ra khỏi danh sách này; cùng với --in là chuyển danh sách',
    decision: 'số quyết định',
    reason:
      'lý do (vào: new, relapsed, moved_in, split_from, transfer, other; ra: to_non_poor, moved_out, merged_into, died, dissolved, transfer, other)',
    size: 'số nhân khẩu',
    headName: 'họ tên chủ hộ',
    note: 'ghi chú',
    closedFile: 'ghi sổ đã khép vào tệp này thay vì vào chính sổ',
  },
};

const listOf = (name: string) => wordFor(name, CLASS_WORDS.vi);

export const ledgerFindingsVi = {
  E870: (f) => [
    `"${f.saw}" không phải một ngày đủ ngày, tháng, năm.`,
    'Ghi ngày của quyết định: YYYY-MM-DD hoặc ngày/tháng/năm.',
  ],
  E871: (f) => [
    `"${f.saw}" không phải danh sách nào (${f.expected}).`,
    'Ghi "poor" (hộ nghèo) hoặc "near_poor" (hộ cận nghèo).',
  ],
  E872: (f) => [`"${f.saw}" không cho biết hộ vào hay ra (${f.expected}).`, 'Ghi "in" (vào) hoặc "out" (ra).'],
  E873: () => ['Dòng không ghi hộ nào.', 'Ghi đủ khóa của hộ như trong danh sách.'],
  E874: (f) => [`Lý do "${f.saw}" không dùng được ở đây.`, `Dùng: ${f.expected}; điều khác ghi vào cột ghi chú.`],
  E875: (f) => [
    `Hộ "${f.saw}" ra khỏi danh sách ${listOf(f.text('class'))} ngày ${f.text('date')} mà ${f.text('now') === '' ? 'không có trong danh sách nào' : `đang ở danh sách ${listOf(f.text('now'))}`}.`,
    'Kiểm tra khóa của hộ, danh sách, và các dòng trước của hộ này.',
  ],
  E876: (f) => [
    `Hộ "${f.saw}" vào danh sách ${listOf(f.text('class'))} ngày ${f.text('date')} khi đang ở danh sách ${listOf(f.text('now'))}.`,
    'Ghi trước một dòng ra khỏi danh sách cũ cùng ngày, hoặc bỏ dòng lặp.',
  ],
  W877: (f) => [
    `Ngày ${f.text('date')} sớm hơn dòng ngay trên (${f.text('above')}); đã tính theo ngày.`,
    'Xếp các dòng theo ngày.',
  ],
  E878: (f) => [
    `Ngày ${f.text('date')} trước ngày của danh sách đầu kỳ (${f.text('opened')}).`,
    'Quyết định đó đã nằm trong danh sách, hoặc ngày ghi sai.',
  ],
  E879: (f) => [
    `Hộ "${f.saw}" chuyển danh sách ngày ${f.text('date')} nhưng thiếu dòng ${f.text('direction') === 'in' ? 'ra' : 'vào'} cùng ngày.`,
    'Chuyển danh sách là hai dòng cùng ngày: ra khỏi danh sách này, vào danh sách kia.',
  ],
  E880: (f) => [`Sổ đã khép đến ngày ${f.text('until')}: không ghi thêm ngày ${f.saw}.`, 'Ghi vào sổ của kỳ sau.'],
  W881: (f) => [
    `Hộ "${f.saw}" được đưa vào danh sách ${listOf(f.text('class'))} ngày ${f.text('date')} mà không có kết quả cuối năm.`,
    'Rà soát hộ này, hoặc ghi dòng ra với lý do.',
  ],
  W882: (f) => [
    `Hộ "${f.saw}" đã ra khỏi danh sách ngày ${f.text('date')} (${wordFor(f.text('reason'), GONE)}) mà cuối năm vẫn là ${listOf(f.text('end'))}.`,
    'Xác minh hộ còn ở địa bàn không; chi trả nhầm thường bắt đầu từ đây.',
  ],
} satisfies Partial<FindingWords>;

const GONE = { moved_out: 'chuyển đi', merged_into: 'nhập hộ', died: 'chết', dissolved: 'không còn hộ' };
