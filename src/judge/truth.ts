/** Yes, no, or unknown (`null`). The table of the DMN standard, which is Kleene's. */
export type Truth = boolean | null;

export function not(a: Truth): Truth {
  return a === null ? null : !a;
}

/** False as soon as one is false; else unknown if one is; else true. */
export function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

/** True as soon as one is true; else unknown if one is; else false. */
export function any(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}

/** How many certainly hold (`lo`), and how many may (`hi`). */
export function countTrue(truths: readonly Truth[]): { lo: number; hi: number } {
  const lo = truths.filter((t) => t === true).length;
  return { lo, hi: lo + truths.filter((t) => t === null).length };
}

/** `lo..hi` against a least number: true when all of the interval reaches it, false when none of it does. */
export function reaches({ lo, hi }: { lo: number; hi: number }, least: number): Truth {
  if (lo >= least) return true;
  return hi < least ? false : null;
}

/** What all of the truths say, or unknown when they differ. Empty: unknown. */
export function agreed(truths: Iterable<Truth>): Truth {
  let said: Truth | undefined;
  for (const truth of truths) {
    if (said === undefined) said = truth;
    else if (said !== truth) return null;
  }
  return said ?? null;
}
