/** The encodings in which files arrive, by the names that `--encoding` takes. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'vni'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Other names people and programs use, without case, blanks, hyphens, dots and underscores. "Unicode" is what Excel and Notepad call UTF-16LE. */
const ALIASES: Readonly<Record<Encoding, readonly string[]>> = {
  'utf-8': ['utf8', 'utf8bom', 'utf8sig'],
  'utf-16le': ['utf16le', 'utf16', 'ucs2', 'ucs2le', 'unicode'],
  'utf-16be': ['utf16be', 'ucs2be', 'unicodebigendian'],
  'windows-1258': ['windows1258', 'win1258', 'cp1258', '1258'],
  tcvn3: ['tcvn3', 'tcvn', 'tcvn3abc', 'abc', 'vntime', 'tcvn5712', 'vscii3'],
  vni: ['vni', 'vniwin', 'vniwindows', 'vnitimes'],
};

const BY_NAME = new Map(ENCODINGS.flatMap((encoding) => ALIASES[encoding].map((alias) => [alias, encoding] as const)));

/** The encoding a person means by `text`, such as `UTF8`, `ABC`, `TCVN-3` or `cp1258`; null when it is none of ours. */
export function encodingNamed(text: string): Encoding | null {
  return BY_NAME.get(text.toLowerCase().replace(/[\s._-]/g, '')) ?? null;
}

/** Bytes that are not text in the encoding they were read in. */
export class UndecodableError extends Error {
  readonly encoding: Encoding;
  /** Where the first unreadable sequence begins: bytes from the start of the file, 0 = first. */
  readonly offset: number;
  constructor(encoding: Encoding, offset: number) {
    super(`not ${encoding} at byte ${offset}`);
    this.name = 'UndecodableError';
    this.encoding = encoding;
    this.offset = offset;
  }
}

/** A letter that the encoding cannot write. */
export class UnencodableError extends Error {
  readonly encoding: Encoding;
  readonly letter: string;
  constructor(encoding: Encoding, letter: string) {
    super(`${encoding} has no ${JSON.stringify(letter)}`);
    this.name = 'UnencodableError';
    this.encoding = encoding;
    this.letter = letter;
  }
}
