import { type Finding, finding } from '../finding.ts';
import { DETECTED_BYTES, detectEncoding, type EncodingDoubt, type EncodingFound } from './encoding/detect.ts';
import { type Encoding, UndecodableError } from './encoding/encodings.ts';
import type { Mojibake } from './encoding/mojibake.ts';
import { textDecoder } from './encoding/text-decoder.ts';
import type { Source } from './source.ts';

/** How a text must be read, seen from its first bytes. */
export interface Sniffed {
  readonly encoding: Encoding;
  readonly hasBom: boolean;
  /** Another encoding whose bytes the letters show; cells are repaired where nothing is lost by it. */
  readonly mojibake: Mojibake | null;
  readonly delimiter: Delimiter;
  /** True when the first line is Excel's `sep=;`. */
  readonly hasSepLine: boolean;
}

export type Delimiter = ',' | ';' | '\t';
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

/** How many bytes decide. */
const SNIFFED_BYTES = DETECTED_BYTES;

/** The first bytes of a file, enough to tell what it is. */
export async function headOf(source: Source): Promise<{ readonly head: Uint8Array; readonly isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source.open()) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > SNIFFED_BYTES) break;
  }
  return { head: Buffer.concat(chunks).subarray(0, SNIFFED_BYTES), isWhole: bytes <= SNIFFED_BYTES };
}

/** What the user said of a file; null leaves it to its bytes. */
export interface Said {
  readonly delimiter: Delimiter | null;
  readonly encoding: Encoding | null;
}

/** A reading this much like Vietnamese is worth naming when none is clearly ahead. */
const WORTH_NAMING = 0.2;

/**
 * Reads the first bytes of a text; `isWhole` says that there are no more. What is no text comes back as `E103`, a web page
 * as `E109`, and `E111` when its encoding is in doubt.
 */
export function sniff(head: Uint8Array, name: string, said: Said, isWhole: boolean): Sniffed | Finding {
  const found = said.encoding === null ? detectEncoding(head, isWhole) : asSaid(head, said.encoding);
  const settled = 'candidates' in found ? settleDoubt(found, name) : found;
  if ('code' in settled) return settled;
  const { encoding, hasBom, mojibake } = settled;
  let text: string;
  try {
    text = textOf(head, encoding);
  } catch (error) {
    if (!(error instanceof UndecodableError)) throw error;
    const row = 1 + head.subarray(0, error.offset).filter((byte) => byte === LINE_FEED).length;
    return finding('E102', { file: name, row }, { data: { encoding } });
  }
  if (isWebPage(text)) {
    const code = /\.(?:xlsx?|xlsm|ods)$/i.test(name) ? 'E109' : 'E103';
    return finding(code, { file: name }, { data: { kind: /^\s*<\?xml/i.test(text) ? 'xml' : 'html' } });
  }
  const sep = /^sep=([,;\t])(?:\r|\n|$)/i.exec(text);
  const delimiter = said.delimiter ?? (sep?.[1] as Delimiter | undefined) ?? commonest(text);
  return { encoding, hasBom, mojibake, delimiter, hasSepLine: sep !== null };
}

const BOMS: Readonly<Partial<Record<Encoding, readonly number[]>>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

function asSaid(head: Uint8Array, encoding: Encoding): EncodingFound {
  const hasBom = BOMS[encoding]?.every((byte, at) => head[at] === byte) ?? false;
  return { encoding, hasBom, mojibake: null, sure: true };
}

/** Without a reading that is anything like Vietnamese the text is read as UTF-8, which names the line where it is not. */
function settleDoubt({ candidates }: EncodingDoubt, name: string): EncodingFound | Finding {
  if (candidates.length === 0) return finding('E103', { file: name }, { data: { kind: 'binary' } });
  const likely = candidates.filter(({ encoding, score }) => score >= WORTH_NAMING && encoding !== 'utf-8');
  if (likely.length === 0) return { encoding: 'utf-8', hasBom: false, mojibake: null, sure: false };
  return finding('E111', { file: name }, { expected: likely.map(({ encoding }) => encoding) });
}

/** The first bytes as text, as far as they can be read; the rest is told when it is reached. */
function textOf(head: Uint8Array, encoding: Encoding): string {
  if (encoding === 'utf-8') return new TextDecoder().decode(head);
  return encoding.startsWith('utf-') ? new TextDecoder(encoding).decode(head) : textDecoder({ encoding }).write(head);
}

const LINE_FEED = 0x0a;

function isWebPage(text: string): boolean {
  return /^\s*<(!doctype|html|table|\?xml)/i.test(text.slice(0, 512));
}

/** The delimiter that stands most often, outside quotes, in the first lines that hold anything; a comma when none does. */
function commonest(text: string): Delimiter {
  const bare = text.replace(/"(?:[^"]|"")*"/g, 'x');
  const lines = bare
    .split(/\r\n|\n|\r/)
    .filter((line) => /[^\s,;]/.test(line))
    .slice(0, LINES_COUNTED);
  const counts = DELIMITERS.map((delimiter) => Math.max(0, ...lines.map((line) => line.split(delimiter).length)));
  return DELIMITERS[counts.indexOf(Math.max(...counts))] as Delimiter;
}

/** Above the headings may stand a letterhead, with commas of its own. */
const LINES_COUNTED = 40;
