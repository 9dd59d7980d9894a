import { type Encoding, UndecodableError } from './encodings.ts';
import type { SingleByte } from './single-byte.ts';
import { TCVN3 } from './tcvn3.ts';
import { type Utf, utfReader } from './utf.ts';
import { VNI } from './vni.ts';
import { WINDOWS_1258 } from './windows-1258.ts';

/** Bytes in, text out. */
export interface TextReader {
  /** Text in NFC that nothing to come can change; what may still gain a mark is held back. Throws `UndecodableError`. */
  write(chunk: Uint8Array): string;
  /** The rest. Throws `UndecodableError` when the bytes end within a character. */
  end(): string;
}

const LEGACY: Readonly<Record<Exclude<Encoding, Utf>, SingleByte>> = {
  'windows-1258': WINDOWS_1258,
  tcvn3: TCVN3,
  vni: VNI,
};

/** Reads a file in the encoding found or given, chunk by chunk, without its byte order mark. */
export function textDecoder({ encoding }: { readonly encoding: Encoding }): TextReader {
  const read = isUtf(encoding) ? utfReader(encoding) : legacyReader(LEGACY[encoding]);
  let held = '';
  return {
    write(chunk) {
      const text = held + read(chunk, false);
      const settled = lastStarter(text);
      held = text.slice(settled);
      return text.slice(0, settled).normalize('NFC');
    },
    end() {
      const text = held + read(new Uint8Array(0), true);
      held = '';
      return text.normalize('NFC');
    },
  };
}

/** The whole of `bytes` in NFC; null when they are not text in this encoding. */
export function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  const reader = textDecoder({ encoding });
  try {
    return reader.write(bytes) + reader.end();
  } catch (error) {
    if (error instanceof UndecodableError) return null;
    throw error;
  }
}

/**
 * The bytes of `text` in this encoding, without a byte order mark. Throws `UnencodableError` on a letter it lacks;
 * in TCVN3 a capital with a tone becomes its small letter.
 */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (!isUtf(encoding)) return LEGACY[encoding].encode(text);
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) bytes.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
  return new Uint8Array(bytes.buffer);
}

export function isUtf(encoding: Encoding): encoding is Utf {
  return encoding.startsWith('utf-');
}

function legacyReader({ decode }: SingleByte): (chunk: Uint8Array) => string {
  let offset = 0;
  return (chunk) => {
    const text = decode(chunk, offset);
    offset += chunk.length;
    return text;
  };
}

/** Characters that may join what stands before them: marks, and the vowels and finals of Korean syllables. */
const JOINING = /^[\p{M}\u1160-\u11ff]/u;

/** Where the last character begins that starts afresh: text before it is settled. 0 when there is none. */
function lastStarter(text: string): number {
  let at = text.length - 1;
  while (at > 0 && (isLowSurrogate(text.charCodeAt(at)) || JOINING.test(text.slice(at, at + 2)))) at--;
  return Math.max(at, 0);
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
