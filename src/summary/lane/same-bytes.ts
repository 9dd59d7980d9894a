/** A double and a whole number have so many bytes. */
const LONG = 8;
const SHORT = 4;

/**
 * Whether the bytes of two stretches of UTF-8 are the same. Eight at a time, as doubles: two are equal only when their bytes
 * are, for what makes doubles odd (both zeros, what is no number) takes bytes that stand in no UTF-8: 0x80 after a zero, or
 * 0x7f or 0xff after a lead of four. The last look takes in bytes that were looked at before.
 */
export function isSameText(one: DataView, from: number, other: DataView, otherFrom: number, length: number): boolean {
  if (length < LONG) return isSameShort(one, from, other, otherFrom, length);
  const last = length - LONG;
  for (let at = 0; at < last; at += LONG)
    if (one.getFloat64(from + at, true) !== other.getFloat64(otherFrom + at, true)) return false;
  return one.getFloat64(from + last, true) === other.getFloat64(otherFrom + last, true);
}

function isSameShort(one: DataView, from: number, other: DataView, otherFrom: number, length: number): boolean {
  if (length >= SHORT) {
    const last = length - SHORT;
    return (
      one.getInt32(from, true) === other.getInt32(otherFrom, true) &&
      one.getInt32(from + last, true) === other.getInt32(otherFrom + last, true)
    );
  }
  for (let at = 0; at < length; at++) if (one.getUint8(from + at) !== other.getUint8(otherFrom + at)) return false;
  return true;
}
