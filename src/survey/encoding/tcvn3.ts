import { TONED } from './alphabet.ts';
import { type SingleByte, singleByte } from './single-byte.ts';

/** Runs of letters from the byte that begins each. The standard's third table: no capital with a tone has a byte. */
const RUNS: readonly (readonly [number, string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];

const table = singleByte(
  'tcvn3',
  new Map(RUNS.flatMap(([start, letters]) => [...letters].map((letter, at) => [start + at, letter] as const))),
);

const TONED_CAPITAL = new Map([...TONED].map((letter) => [letter.toUpperCase(), letter]));

/**
 * TCVN3, also called ABC: what the fonts `.VnTime` and their kin show. Byte 0xAD, a soft hyphen to other programs, is ư.
 * A capital with a tone is written as its small letter, as typists did: whether it shows as a capital was left to
 * the font. So `encode` then `decode` gives `NGUYễN` for `NGUYỄN`.
 */
export const TCVN3: SingleByte = {
  decode: table.decode,
  encode: (text) => table.encode([...text.normalize('NFC')].map((char) => TONED_CAPITAL.get(char) ?? char).join('')),
};
