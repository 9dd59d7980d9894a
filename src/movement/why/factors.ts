import type { Evidence } from '../../judge/evidence.ts';
import type { Judge } from '../../judge/judge.ts';
import type { Truth } from '../../judge/truth.ts';

/**
 * What may move a household from one class to another between two years. `resolved`: indicators that are deprived no more,
 * `arisen`: those that have become so; `deprivations`: their number, where a B2 total stands for marks that are not known.
 */
export const FACTORS = ['income', 'b1', 'resolved', 'arisen', 'deprivations', 'area', 'rules'] as const;

export type Factor = (typeof FACTORS)[number];

/** One household in two years, as one set of rules reads it. */
export interface Read {
  readonly judge: Judge;
  readonly before: Evidence;
  readonly after: Evidence;
}

/**
 * The same without what the rules do not read, and without a B2 total that the marks of both years give: indicators then
 * may change one by one. `isTotal`: a B2 total has to stand for marks, under the rules of either year.
 */
export function simplified({ judge, before, after }: Read, isTotal: boolean): Read {
  const { income, b1 } = judge.table;
  const plain = (evidence: Evidence): Evidence => ({
    ...evidence,
    income: income.cuts.length === 0 ? null : evidence.income,
    b1: b1.cuts.length === 0 ? null : evidence.b1,
    b2: isTotal && judge.table.b2 !== null ? evidence.b2 : null,
  });
  return { judge, before: plain(before), after: plain(after) };
}

/** True when a written B2 says more than the marks do. */
export function needsTotal({ judge, before, after }: Read): boolean {
  return judge.table.b2 !== null && [before, after].some(({ b2, marks }) => b2 !== null && marks.includes(null));
}

/** What of the evidence differs between the years. */
export function differing({ before, after }: Read, isTotal: boolean): readonly Factor[] {
  const has = (direction: 1 | -1) =>
    after.marks.some((mark, at) => direction * (weight(mark) - weight(before.marks[at])) > 0);
  const differs: Readonly<Partial<Record<Factor, boolean>>> = {
    income: before.income !== after.income,
    b1: before.b1 !== after.b1 || boundsOf(before) !== boundsOf(after),
    resolved: !isTotal && has(-1),
    arisen: !isTotal && has(1),
    deprivations: isTotal && (before.b2 !== after.b2 || has(1) || has(-1)),
    area: before.area !== after.area,
  };
  return FACTORS.filter((factor) => differs[factor]);
}

/** The household as it was before, but for the factors named: those are as they are after. */
export function mixed({ before, after }: Read, exchanged: readonly Factor[]): Evidence {
  const from = (factor: Factor) => (exchanged.includes(factor) ? after : before);
  const isExchanged = (mark: Truth, was: Truth) =>
    exchanged.includes('deprivations') || exchanged.includes(weight(mark) < weight(was) ? 'resolved' : 'arisen');
  const { b1, b1Between = null } = from('b1');
  return {
    area: from('area').area,
    income: from('income').income,
    b1,
    b1Between,
    b2: from('deprivations').b2,
    marks: after.marks.map((mark, at) => {
      const was = before.marks[at] ?? null;
      return isExchanged(mark, was) ? mark : was;
    }),
  };
}

/** Not deprived, not known, deprived: in that order a mark goes up or down. */
function weight(mark: Truth | undefined): number {
  return mark === true ? 2 : mark === false ? 0 : 1;
}

function boundsOf({ b1Between }: Evidence): string {
  return b1Between == null ? '' : `${b1Between.lo}:${b1Between.hi}`;
}
