import type { Criteria } from '../../criteria/criteria.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Summary } from '../../summary/summary.ts';

export interface TableOptions {
  /** Decimals of rates; null as the field rounds. */
  readonly decimals: number | null;
  /** Also the tables with a row a unit and a column an indicator, group or cause. */
  readonly isWide: boolean;
}

/** The set by its title where it is at hand, else by its id. */
export function criteriaName(set: Criteria | null, id: string, { lang }: Messages): string {
  return set === null ? id : `${set.title[lang]} (${id})`;
}

/** What tells a review from others: year, criteria, status. */
export function reviewName({ review }: Summary, { tables: w }: Messages): string {
  const { year, criteria, status } = review.reviewed;
  return [year === null ? [] : [String(year)], criteria.id, status === null ? [] : [w.status[status]]]
    .flat()
    .join(', ');
}
