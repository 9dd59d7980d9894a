import { type Encoding, UndecodableError } from './encodings.ts';

export type Utf = Extract<Encoding, `utf-${string}`>;

/** How many bytes at the end begin a character that is not finished. */
type Unfinished = (bytes: Uint8Array) => number;

const UNFINISHED: Readonly<Record<Utf, Unfinished>> = {
  'utf-8': unfinishedUtf8,
  'utf-16le': (bytes) => unfinishedUtf16(bytes, 1),
  'utf-16be': (bytes) => unfinishedUtf16(bytes, 0),
};

/** Reads chunk after chunk; the last is told apart, since nothing may be left over. Throws `UndecodableError`. */
export function utfReader(encoding: Utf): (chunk: Uint8Array, isLast: boolean) => string {
  const strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const unfinished = UNFINISHED[encoding];
  let held = new Uint8Array(0);
  let offset = 0;
  return (chunk, isLast) => {
    const bytes = joined(held, chunk);
    const whole = isLast ? bytes.length : bytes.length - unfinished(bytes);
    const passed = bytes.subarray(0, whole);
    const text = attempt(() => strict.decode(passed));
    if (text === null) throw new UndecodableError(encoding, offset + firstFault(passed, encoding));
    held = bytes.slice(whole);
    const isStart = offset === 0;
    offset += whole;
    return isStart && text.startsWith('\ufeff') ? text.slice(1) : text;
  };
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  if (head.length === 0) return tail;
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return bytes;
}

/** Where the first faulty sequence of `bytes` begins, found by halving: a prefix is sound until it holds the fault. */
function firstFault(bytes: Uint8Array, encoding: Utf): number {
  let sound = 0;
  let faulty = bytes.length;
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >> 1;
    if (isSound(bytes.subarray(0, middle), encoding, false)) sound = middle;
    else faulty = middle;
  }
  return sound - UNFINISHED[encoding](bytes.subarray(0, sound));
}

/** True when the bytes are text in this encoding; one that is not whole may break off within a character. */
export function isSound(bytes: Uint8Array, encoding: Utf, isWhole: boolean): boolean {
  return attempt(() => new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole })) !== null;
}

function attempt(decode: () => string): string | null {
  try {
    return decode();
  } catch {
    return null;
  }
}

function unfinishedUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** An odd byte, and the first half of a pair before it. `high` is the place of a unit's high byte. */
function unfinishedUtf16(bytes: Uint8Array, high: 0 | 1): number {
  const odd = bytes.length % 2;
  const last = bytes[bytes.length - odd - 2 + high];
  return odd + (last !== undefined && last >= 0xd8 && last < 0xdc ? 2 : 0);
}
