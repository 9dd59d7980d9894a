import { type Address, finding } from '../../finding.ts';
import type { Household } from '../../survey/survey.ts';
import { addressOf } from '../address.ts';
import type { CheckContext, MakeCheck } from './check.ts';
import { isReviewed } from './outcome.ts';

/**
 * `W348`: a village where every household has the same answers, as when one form was copied for all. That nobody is
 * deprived of anything is usual where nobody is poor, so equal marks alone are told only when one of them is a
 * deprivation; with the same income or points in every household nothing is usual any more.
 */
export const sameAnswers: MakeCheck = (context) => {
  const { survey, limits, tell } = context;
  const marks = survey.fields.flatMap(({ kind }, slot) => (kind === 'mark' ? [slot] : []));
  if (marks.length === 0) return null;
  const amounts = ['income', 'b1'].flatMap((field) => survey.slots.get(field) ?? []);
  const places = ['commune_code', 'commune', 'village'].map((field) => survey.slots.get(field) ?? -1);
  const villages = new Map<string, Village>();
  return {
    see({ household, assessments, isCopy }) {
      if (assessments === null || isCopy || !isReviewed(survey, household)) return;
      const { cells } = household;
      const marked = marks.map((slot) => cells[slot] || '?').join('');
      const amount = amounts.map((slot) => cells[slot] ?? '').join('/');
      const where = places.map((slot) => cells[slot] ?? '');
      // a file that names no village is one itself
      const key = [...where, ...(where[2] === '' ? [household.table] : [])].join('\u001f');
      const village = villages.get(key);
      if (village === undefined) {
        villages.set(key, firstOf(household, marked, amount, context));
        return;
      }
      village.households++;
      village.hasSameMarks &&= village.marked === marked;
      village.hasSameAmount &&= village.amount === amount;
    },
    end() {
      for (const { name, at, households, marked, hasSameMarks, hasSameAmount } of villages.values()) {
        if (!hasSameMarks || !/[01]/.test(marked)) continue;
        const { with_amount, marks_alone } = limits.same_answers;
        const isCopied = hasSameAmount && households >= with_amount;
        const isLikeCopied = marked.includes('1') && households >= marks_alone;
        const kind = isCopied ? 'marks_and_amount' : 'marks';
        if (isCopied || isLikeCopied) tell(finding('W348', at, { data: { kind, households, village: name } }));
      }
    },
  };
};

/** What all households of a village have said so far. */
interface Village {
  readonly name: string;
  /** Of its first household. */
  readonly at: Address;
  readonly marked: string;
  readonly amount: string;
  households: number;
  hasSameMarks: boolean;
  /** False from the start when there is no amount. */
  hasSameAmount: boolean;
}

function firstOf(household: Household, marked: string, amount: string, { survey }: CheckContext): Village {
  const cell = (field: string) => household.cells[survey.slots.get(field) ?? -1] ?? '';
  const at = addressOf(survey, household, 'village');
  return {
    name: cell('village') || cell('commune') || cell('commune_code') || at.file || '',
    at,
    marked,
    amount,
    households: 1,
    hasSameMarks: true,
    hasSameAmount: /\d/.test(amount),
  };
}
