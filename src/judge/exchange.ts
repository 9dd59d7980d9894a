import { mixtureOf, PARTS, type Part } from '../criteria/mixture.ts';
import { FindingsError } from '../finding.ts';
import type { Evidence } from './evidence.ts';
import { CONTRADICTION, type Judge, makeJudge } from './judge.ts';
import { CLASSES } from './table.ts';

/**
 * Finds which parts of set `b` move a household from its class under `a`. Both judges are of one basis, and both classes
 * are decided and differ; the evidence is the household's as each set reads it.
 *
 * Parts of `a` are exchanged for those of `b`, as few as will do, until `b`'s class comes out. Of these a part is named
 * when without it the household would fall short of that class; a part without which it would go even further works
 * against the change. Of several exchanges that do, the first of `EXCHANGES` is taken.
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
    const [from, to] = [placeWith([]), placeWith(PARTS)];
    const enough = EXCHANGES.find((exchanged) => placeWith(exchanged) === to) ?? PARTS;
    const goesBeyond = (place: number) => (to > from ? place > to : place < to);
    const needed = enough.filter((part) => !goesBeyond(placeWith(enough.filter((other) => other !== part))));
    return needed.length > 0 ? needed : enough;
  };
}

/** What may be exchanged, the fewest parts first. */
const EXCHANGES: readonly (readonly Part[])[] = [
  ['line'],
  ['indicators'],
  ['rules'],
  ['line', 'indicators'],
  ['line', 'rules'],
  ['indicators', 'rules'],
  PARTS,
];

/** Rules of one set may leave households without a class when they ask what the other does not have. */
function judgeIfSound(make: () => Judge): Judge | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof FindingsError) return null;
    throw error;
  }
}
