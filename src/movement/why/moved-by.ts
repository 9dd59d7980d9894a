import type { Part } from '../../criteria/mixture.ts';
import { makeExchange } from '../../judge/exchange.ts';
import { valueSeen } from '../../judge/explain.ts';
import { CONTRADICTION, type Judge } from '../../judge/judge.ts';
import { moversOf } from '../../judge/movers.ts';
import { CLASSES } from '../../judge/table.ts';
import type { ReviewedHousehold } from '../../results/reviewed.ts';
import { isOneSet, judgedBy, type YearUnder } from '../rules/year.ts';
import { crossedBy } from './crossed.ts';
import { differing, FACTORS, type Factor, mixed, needsTotal, type Read, simplified } from './factors.ts';
import { lineSeen } from './line-seen.ts';
import type { Reason } from './reason.ts';

/**
 * Finds what moved the class of a household that both years decide by its answers. One factor after the other is exchanged:
 * its income, the indicators that were resolved or arose, its area, the rules.
 */
export function makeMovedBy(
  before: YearUnder,
  after: YearUnder,
): (was: ReviewedHousehold, is: ReviewedHousehold) => Reason {
  const partsOf = partsFinder(before, after);
  return (was, is) => {
    const readings = readingsOf(before, after, was, is);
    if (readings === null) return { kind: 'no_criteria' };
    const { reads, factors } = readings;
    const readWith = (exchanged: readonly Factor[]) => reads[exchanged.includes('rules') ? 1 : 0];
    const placeWith = (exchanged: readonly Factor[]) => placeOf(readWith(exchanged), exchanged);
    if (factors.length === 0 || placeWith([]) === placeWith(factors)) return { kind: 'unchanged' };
    const movers = moversOf(factors, placeWith);
    return {
      kind: 'moved_by',
      factors: movers,
      crossed: lineCrossed(readWith(movers), movers),
      lines: readings.lines,
      parts: movers.includes('rules') ? partsOf(reads, without(movers, 'rules')) : [],
      ...readings.standing,
    };
  };
}

/** One household of two years by the rules of each, and what differs. */
function readingsOf(before: YearUnder, after: YearUnder, was: ReviewedHousehold, is: ReviewedHousehold) {
  const own = [judgedBy(before, was, 0), judgedBy(after, is, 1)] as const;
  const isOne = isOneSet(after);
  const other = isOne ? own : ([judgedBy(before, was, 1), judgedBy(after, is, 0)] as const);
  const judges = [before.under[0]?.judge, after.under[1]?.judge] as const;
  if (own[0] === null || own[1] === null || other[0] === null || other[1] === null) return null;
  if (judges[0] === undefined || judges[1] === undefined) return null;
  const read: readonly [Read, Read] = [
    { judge: judges[0], before: own[0].evidence, after: other[1].evidence },
    { judge: judges[1], before: other[0].evidence, after: own[1].evidence },
  ];
  const isTotal = read.some(needsTotal);
  const reads = [simplified(read[0], isTotal), simplified(read[1], isTotal)] as const;
  const found = new Set(reads.flatMap((one) => differing(one, isTotal)));
  if (!isOne) found.add('rules');
  return {
    reads,
    factors: FACTORS.filter((factor) => found.has(factor)),
    lines: [lineSeen(own[0], judges[0].table), lineSeen(own[1], judges[1].table)] as const,
    standing: {
      basis: judges[1].table.basis,
      value: valueSeen(own[1].evidence, judges[1].table.basis),
      deprivations: own[1].verdict.deprivations,
    },
  };
}

function placeOf(read: Read, exchanged: readonly Factor[]): number {
  const verdict = read.judge.decide(mixed(read, exchanged));
  return verdict === CONTRADICTION || verdict.class === 'undecided' ? Number.NaN : CLASSES.indexOf(verdict.class);
}

/** The line that income or B1 crossed, all else exchanged that moved the class too. */
function lineCrossed(read: Read, movers: readonly Factor[]) {
  const what = movers.find((factor) => factor === 'income' || factor === 'b1');
  const value = what === undefined ? null : read.after[what];
  return what === undefined || value === null
    ? null
    : crossedBy(read.judge, mixed(read, without(movers, what)), what, value);
}

/** Which parts of the rules moved it, once all else has been exchanged. Points and income have none in common. */
function partsFinder(before: YearUnder, after: YearUnder) {
  const [a, b] = [before.under[0]?.judge, after.under[1]?.judge];
  if (a === undefined || b === undefined || a.table.basis !== b.table.basis) return (): readonly Part[] => ['rules'];
  const exchange = makeExchange(a, b);
  const isDecided = (judge: Judge, evidence: Read['before']) => {
    const verdict = judge.decide(evidence);
    return verdict !== CONTRADICTION && verdict.class !== 'undecided';
  };
  return ([ofA, ofB]: readonly [Read, Read], others: readonly Factor[]): readonly Part[] => {
    const [first, second] = [mixed(ofA, others), mixed(ofB, others)];
    return isDecided(a, first) && isDecided(b, second) ? exchange(first, second) : ['rules'];
  };
}

function without(factors: readonly Factor[], one: Factor): readonly Factor[] {
  return factors.filter((factor) => factor !== one);
}
