import { type Finding, finding } from '../finding.ts';

/** How a file must be read, seen from its first bytes. */
export interface Sniffed {
  readonly encoding: string;
  readonly hasBom: boolean;
  readonly delimiter: Delimiter;
  /** True when the first line is Excel's `sep=;`. */
  readonly hasSepLine: boolean;
}

export type Delimiter = ',' | ';' | '\t';
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

/** How many bytes decide. */
export const SNIFFED_BYTES = 1 << 16;

const SIGNS: readonly { kind: string; bytes: readonly number[] }[] = [
  { kind: 'xlsx', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'xls', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'utf-16', bytes: [0xff, 0xfe] },
  { kind: 'utf-16', bytes: [0xfe, 0xff] },
];

/** Reads the first bytes of a file; what is no delimited UTF-8 text comes back as `E103`. */
export function sniff(head: Uint8Array, name: string, wanted: Delimiter | null): Sniffed | Finding {
  const sign = SIGNS.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  const kind = sign?.kind ?? (isWebPage(head) ? 'html' : head.includes(0) ? 'binary' : null);
  if (kind !== null) return finding('E103', { file: name }, { data: { kind } });
  const text = new TextDecoder().decode(head);
  const sep = /^sep=([,;\t])(?:\r|\n|$)/i.exec(text);
  const hasBom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const delimiter = wanted ?? (sep?.[1] as Delimiter | undefined) ?? commonest(text);
  return { encoding: 'utf-8', hasBom, delimiter, hasSepLine: sep !== null };
}

function isWebPage(head: Uint8Array): boolean {
  return /^\s*<(!doctype|html|table|\?xml)/i.test(new TextDecoder().decode(head.subarray(0, 512)));
}

/** The delimiter that stands most often, outside quotes, in the first line that holds anything; a comma when none does. */
function commonest(text: string): Delimiter {
  const bare = text.replace(/"(?:[^"]|"")*"/g, 'x');
  const line = bare.split(/\r\n|\n|\r/).find((l) => l.trim() !== '') ?? '';
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] as Delimiter;
}
