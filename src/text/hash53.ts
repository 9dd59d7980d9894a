/**
 * 53 bits of a list of texts (cyrb53, public domain): two lists with the same number are taken for the same. Among half
 * a million lists one wrong match is less likely than one in 50,000.
 */
export function hash53(texts: readonly string[]): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const text of texts) {
    for (let i = 0; i <= text.length; i++) {
      const code = i === text.length ? 31 : text.charCodeAt(i);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
  }
  return finished(a, b);
}

/** The same for whole numbers of up to 53 bits, so that hashes can be hashed together. */
export function hash53Of(...numbers: readonly number[]): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const number of numbers) {
    const high = Math.floor(number / 4294967296);
    a = Math.imul(a ^ (number | 0), 2654435761);
    b = Math.imul(b ^ (number | 0), 1597334677);
    a = Math.imul(a ^ (a >>> 15) ^ high, 2246822507);
    b = Math.imul(b ^ (b >>> 13) ^ high, 3266489909);
  }
  return finished(a, b);
}

function finished(a: number, b: number): number {
  const first = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  const second = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return 4294967296 * (2097151 & second) + (first >>> 0);
}
