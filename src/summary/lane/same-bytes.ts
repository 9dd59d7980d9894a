/** A double has so many bytes. */
const LONG = 8;

/**
 * Whether the bytes of two stretches of UTF-8 are the same. Eight at a time, as doubles: two are equal only when their bytes
 * are, for what makes doubles odd (both zeros, what is no number) takes bytes that stand in no UTF-8: 0x80 after a zero, or
 * 0x7f or 0xff after a lead of four.
 */
export function isSameText(one: DataView, from: number, other: DataView, otherFrom: number, length: number): boolean {
  if (length < LONG) {
    for (let at = 0; at < length; at++)
      if (one.getUint8(from + at) !== other.getUint8(otherFrom + at)) return false;
    return true;
  }
  const last = length - LONG;
  for (let at = 0; at < last; at += LONG)
    if (one.getFloat64(from + at, true) !== other.getFloat64(otherFrom + at, true)) return false;
  // the last eight bytes, of which some were looked at before
  return one.getFloat64(from + last, true) === other.getFloat64(otherFrom + last, true);
}
