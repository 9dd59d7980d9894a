/** Small letters and how VNI for Windows writes each, as its published table has them. */
const VNI_SMALL = [
  'á aù à aø ả aû ã aõ ạ aï ă aê ắ aé ằ aè ẳ aú ẵ aü ặ aë â aâ ấ aá ầ aà ẩ aå ẫ aã ậ aä',
  'é eù è eø ẻ eû ẽ eõ ẹ eï ê eâ ế eá ề eà ể eå ễ eã ệ eä',
  'í í ì ì ỉ æ ĩ ó ị ò',
  'ó où ò oø ỏ oû õ oõ ọ oï ô oâ ố oá ồ oà ổ oå ỗ oã ộ oä ơ ô ớ ôù ờ ôø ở ôû ỡ ôõ ợ ôï',
  'ú uù ù uø ủ uû ũ uõ ụ uï ư ö ứ öù ừ öø ử öû ữ öõ ự öï',
  'ý yù ỳ yø ỷ yû ỹ yõ ỵ î đ ñ',
].join(' ');

const small = VNI_SMALL.split(' ').reduce<[string, string][]>((pairs, text, at, all) => {
  if (at % 2 === 0) pairs.push([text, all[at + 1] as string]);
  return pairs;
}, []);

/** All 134 Vietnamese letters beyond ASCII in both cases, NFC, each with its spelling in VNI as Latin letters show it. */
export const VNI_SPELLINGS: readonly (readonly [string, string])[] = [
  ...small,
  ...small.map(([letter, latin]) => [letter.toUpperCase(), latin.toUpperCase()] as const),
];

/** The same letters alone, and the plain ones. */
export const LETTERS: readonly string[] = [...VNI_SPELLINGS.map(([letter]) => letter), ...'aeiouybcdghAEIOUYBCDGH'];
