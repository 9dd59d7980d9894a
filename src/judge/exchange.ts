import { mixtureOf, PARTS, type Part } from '../criteria/mixture.ts';
import { FindingsError } from '../finding.ts';
import type { Evidence } from './evidence.ts';
import { CONTRADICTION, type Judge, makeJudge } from './judge.ts';
import { moversOf } from './movers.ts';
import { CLASSES } from './table.ts';

/**
 * Finds which parts of set `b` move a household from its class under `a`. Both judges are of one basis, and both classes
 * are decided and differ; the evidence is the household's as each set reads it.
 *
 * Parts of `a` are exchanged for those of `b`; see `moversOf`.
 */
export function makeExchange(a: Judge, b: Judge): (ofA: Evidence, ofB: Evidence) => readonly Part[] {
  const { basis } = a.table;
  const judges = new Map<string, Judge | null>();
  const judgeOf = (exchanged: readonly Part[]): Judge | null => {
    if (exchanged.length === 0) return a;
    if (exchanged.length === PARTS.length) return b;
    const key = exchanged.join();
    let judge = judges.get(key);
    if (judge === undefined) {
      const from = (part: Part) => (exchanged.includes(part) ? b : a).table.criteria;
      const parts = { line: from('line'), indicators: from('indicators'), rules: from('rules') };
      judge = judgeIfSound(() => makeJudge(mixtureOf(parts, basis), basis));
      judges.set(key, judge);
    }
    return judge;
  };
  return (ofA, ofB) => {
    const placeWith = (exchanged: readonly Part[]): number => {
      const verdict = judgeOf(exchanged)?.decide(exchanged.includes('indicators') ? ofB : ofA) ?? CONTRADICTION;
      return verdict === CONTRADICTION || verdict.class === 'undecided' ? Number.NaN : CLASSES.indexOf(verdict.class);
    };
    return moversOf(PARTS, placeWith);
  };
}

/** Rules of one set may leave households without a class when they ask what the other does not have. */
function judgeIfSound(make: () => Judge): Judge | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof FindingsError) return null;
    throw error;
  }
}
