import type { Encoding } from '../../../src/survey/encoding/encodings.ts';
import { LATIN } from '../../../src/survey/encoding/latin.ts';
import { encode } from '../../../src/survey/encoding/text-decoder.ts';
import { bytesOf } from '../../fixtures.ts';

/** A list as a commune keeps it: a heading line and three invented households. */
export const SMALL = [
  'STT;Họ và tên chủ hộ;Thôn;Dân tộc;Phân loại hộ',
  '1;Nguyễn Văn Mẫu;Thôn Đông;Kinh;Hộ nghèo',
  '2;Trần Thị Thử;Thôn Đoài;Tày;Hộ cận nghèo',
  '3;Đặng Hữu Ví Dụ;Bản Nà Lốc;Mông;Không nghèo',
  '',
].join('\r\n');

/** The list in capitals, as half of them are typed. */
export const SHOUTED = SMALL.toUpperCase();

/** Headings of a machine, names of the Central Highlands among the others. */
export const HIGHLANDS = [
  'household_id,head_name,village,ethnicity,recorded_class',
  "0001,H'Mẫu Niê,Buôn Kô Siêr,Ê Đê,Hộ nghèo",
  '0002,Y Bhăm Êban,Buôn Đê Btưk,Ê Đê,Hộ cận nghèo',
  '0003,Rơ Chăm Thử,Làng Ốp,Gia Rai,Không nghèo',
  '0004,Phạm Thị Thử,Thôn Đồng Tâm,Kinh,Hộ cận nghèo',
  '',
].join('\n');

/** What the bytes of a text look like to a program that reads windows-1252. */
export function shown(text: string, encoding: Encoding): string {
  return [...encode(text, encoding)].map((byte) => LATIN[byte]).join('');
}

/** A file in UTF-8 that holds such letters. */
export function spoilt(text: string, encoding: Encoding): Uint8Array {
  return bytesOf(shown(text, encoding));
}
