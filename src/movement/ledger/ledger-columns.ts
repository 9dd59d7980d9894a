import { foldKey, tidy } from '../../text/fold.ts';
import { DIRECTIONS, type Direction, type LedgerReason, LISTS, type ListedClass, REASONS } from './ledger.ts';

/** What is read of a ledger by its headings; the key is one cell, or the fields of the results' key. */
export const LEDGER_COLUMNS = {
  date: ['date', 'Ngày', 'Ngày quyết định', 'decision_date'],
  decision_no: ['decision_no', 'Số quyết định', 'Quyết định số'],
  key: ['key', 'household_key', 'Khóa hộ'],
  direction: ['direction', 'Vào/ra', 'Tăng/giảm'],
  class: ['class', 'Danh sách', 'Loại hộ', 'Kết quả'],
  reason: ['reason', 'Lý do'],
  size: ['size', 'Số nhân khẩu', 'Số khẩu'],
  head_name: ['head_name', 'Họ và tên chủ hộ', 'Chủ hộ'],
  note: ['note', 'Ghi chú'],
  closed: ['closed', 'Đã khép sổ'],
  end_class: ['end_class', 'Kết quả cuối năm'],
} as const;

export type LedgerColumn = keyof typeof LEDGER_COLUMNS;

/** The fields that a household's key may consist of, with what officers call them. */
const KEY_FIELDS: Readonly<Record<string, readonly string[]>> = {
  commune_code: ['commune_code', 'Mã xã'],
  commune: ['commune', 'Xã/Phường', 'Xã'],
  village: ['village', 'Thôn/bản', 'Thôn'],
  household_id: ['household_id', 'Mã hộ', 'Số hộ'],
};

/** The column of a ledger that stands under one of these headings; -1 for none. */
export function columnAt(headings: readonly string[], column: LedgerColumn): number {
  return placeOf(headings, LEDGER_COLUMNS[column]);
}

/** The column of a field of the key. */
export function keyColumnAt(headings: readonly string[], field: string): number {
  return placeOf(headings, KEY_FIELDS[field] ?? [field]);
}

/** The fields of the key that a ledger has, in the order of a key. */
export function keyFieldsIn(headings: readonly string[]): readonly string[] {
  const has = (field: string) => keyColumnAt(headings, field) >= 0;
  const unit = has('commune_code') ? ['commune_code'] : has('commune') ? ['commune'] : [];
  return [...unit, ...(has('village') ? ['village'] : []), ...(has('household_id') ? ['household_id'] : [])];
}

function placeOf(headings: readonly string[], known: readonly string[]): number {
  const keys = known.map(foldKey);
  return headings.findIndex((heading) => keys.includes(foldKey(heading)));
}

const CLASS_TEXTS: Readonly<Record<ListedClass, readonly string[]>> = {
  poor: ['poor', 'Hộ nghèo', 'Nghèo'],
  near_poor: ['near_poor', 'Hộ cận nghèo', 'Cận nghèo'],
};
const DIRECTION_TEXTS: Readonly<Record<Direction, readonly string[]>> = {
  in: ['in', 'Vào', 'Tăng', 'Công nhận'],
  out: ['out', 'Ra', 'Giảm', 'Đưa ra'],
};
const REASON_TEXTS: Readonly<Record<LedgerReason, readonly string[]>> = {
  new: ['new', 'Phát sinh mới', 'Phát sinh'],
  relapsed: ['relapsed', 'Tái nghèo', 'Tái cận nghèo'],
  moved_in: ['moved_in', 'Chuyển đến'],
  split_from: ['split_from', 'Tách hộ'],
  to_non_poor: ['to_non_poor', 'Thoát nghèo', 'Thoát cận nghèo', 'Vượt chuẩn'],
  moved_out: ['moved_out', 'Chuyển đi'],
  merged_into: ['merged_into', 'Nhập hộ'],
  died: ['died', 'Chết', 'Đã chết', 'Từ trần'],
  dissolved: ['dissolved', 'Giải thể', 'Không còn hộ'],
  transfer: ['transfer', 'Chuyển loại', 'Chuyển danh sách'],
  other: ['other', 'Khác', 'Lý do khác'],
};

/** The list that a cell names; null when it names none. */
export function listIn(text: string): ListedClass | null {
  return LISTS.find((id) => says(text, CLASS_TEXTS[id])) ?? null;
}

export function directionIn(text: string): Direction | null {
  return DIRECTIONS.find((id) => says(text, DIRECTION_TEXTS[id])) ?? null;
}

/** A reason that fits the direction; null for any other text. */
export function reasonIn(text: string, direction: Direction): LedgerReason | null {
  return REASONS[direction].find((id) => says(text, REASON_TEXTS[id])) ?? null;
}

function says(text: string, known: readonly string[]): boolean {
  const key = foldKey(tidy(text));
  return known.some((one) => foldKey(one) === key);
}
