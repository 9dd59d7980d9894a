/** A hash of 64 bits that grows by parts; it says that two keys may be one, never that they are. */
export class KeyHash {
  low = 0;
  high = 0;

  reset(): void {
    this.low = 0x2f0b4c27;
    this.high = 0x6a09e667;
  }

  /** Adds one part of a key, its end included: `a` + `bc` is not `ab` + `c`. */
  add(bytes: Uint8Array, from: number, to: number): void {
    let { low, high } = this;
    for (let at = from; at < to; at += 4) {
      let word = bytes[at] as number;
      if (at + 3 < to)
        word |=
          ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
      else for (let next = 1; at + next < to; next++) word |= (bytes[at + next] as number) << (8 * next);
      low = Math.imul(low ^ word, 0x85ebca6b);
      low = (low << 13) | (low >>> 19);
      high = Math.imul(high ^ word, 0xc2b2ae35);
      high = (high << 17) | (high >>> 15);
    }
    const length = to - from;
    low = Math.imul(low ^ length ^ 0x1f00, 0xcc9e2d51);
    high = Math.imul(high ^ length ^ 0x1f00, 0x1b873593);
    this.low = low ^ (high >>> 16);
    this.high = high ^ (low >>> 15);
  }
}
