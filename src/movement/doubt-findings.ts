import { type Finding, finding } from '../finding.ts';
import type { Reviewed } from '../results/reviewed.ts';
import { addressOf } from '../review/address.ts';
import type { Comparison } from './comparison.ts';
import type { Brief } from './pairing/brief.ts';
import { NOBODY, type Pair } from './pairing/pairs.ts';

/**
 * What comparing two results leaves in doubt, each with its address: `W850` to `W854` and `W861` of pairing, `W845` links that lead
 * nowhere, `W855`, `N856`, `N857`, `N859`, `W860` of the tables, `W847` and `W858` of units, `W887`
 * and `N888` of the ledger.
 *
 * @param ledgerFile as it was named; null without a ledger
 */
export function doubtFindings(
  comparison: Comparison,
  linksFile: string,
  ledgerFile: string | null = null,
): readonly Finding[] {
  const { doubts, before, after, tables } = comparison;
  const at = (side: 'before' | 'after', brief: Brief, field = 'household_id') =>
    addressIn(comparison, side === 'before' ? before : after, side, brief, field);
  const linked = doubts.unknownLinks.map(({ side, key, row }) => {
    const column = `${side}_key`;
    return finding('W845', { file: linksFile, row, column, field: column }, { saw: key, data: { kind: side } });
  });
  const told = (list: readonly Brief[], of: (brief: Brief) => Finding) => list.map(of);
  return [
    ...linked,
    ...counted('N857', { file: linksFile }, doubts.waiting.length),
    ...doubts.strangers.map(({ before: was, after: is }) =>
      finding('W850', at('after', is), { saw: is.key, data: { before: rowOf(comparison, 'before', was) } }),
    ),
    ...comparison.ledgerStrangers.map(({ after: is }) => finding('W887', at('after', is), { saw: is.key })),
    ...(ledgerFile !== null && tables === null ? [finding('N888', { file: ledgerFile })] : []),
    ...counted('N852', { file: after.files[0] ?? '', field: 'previous_household_id' }, doubts.unknownNumbers.length),
    ...doubts.unsaidSplits.map(({ before: was, after: is }) =>
      finding('W853', at('after', is, 'previous_household_id'), { saw: is.key, data: { before: was.key } }),
    ),
    ...told(doubts.goneButListed, (is) =>
      finding('W854', at('after', is, 'event'), { saw: is.key, data: { event: is.event ?? '', class: is.class } }),
    ),
    ...counted('W861', { file: after.files[0] ?? '' }, doubts.ambiguous.length),
    ...counted('W855', {}, tables?.withoutSize.length ?? 0),
    ...unknownRelapses(comparison),
    ...orderFinding(before, after),
    ...criteriaFinding(comparison),
    ...goneUnits(comparison),
  ];
}

function counted(code: 'N852' | 'W855' | 'N857' | 'W861', at: Finding['at'], households: number): Finding[] {
  return households === 0 ? [] : [finding(code, at, { data: { households } })];
}

/** Without history relapses are among the new; with the file's own word alone, those of whom it says nothing. */
function unknownRelapses({ tables, after }: Comparison): Finding[] {
  if (tables === null) return [];
  const { total, isRelapsedKnown, historyUnknown } = tables;
  const entered = (['poor', 'near_poor'] as const).filter(
    (list) => !isRelapsedKnown[list] && total.book.households(list).new > 0,
  );
  const households = entered.reduce((sum, list) => sum + total.book.households(list).new, 0);
  const silent = isRelapsedKnown.poor && !isRelapsedKnown.near_poor ? historyUnknown - households : historyUnknown;
  const at = { file: after.files[0] ?? '' };
  return [
    ...(households > 0 ? [finding('N856', at, { data: { kind: 'none', lists: entered, households } })] : []),
    ...(isRelapsedKnown.poor && silent > 0
      ? [finding('N856', at, { data: { kind: 'some', lists: [], households: silent } })]
      : []),
  ];
}

/** `W860`: the result named first is the later one. */
function orderFinding(before: Reviewed, after: Reviewed): Finding[] {
  if (before.year === null || after.year === null || before.year <= after.year) return [];
  const data = { before: before.year, after: after.year };
  return [finding('W860', { file: before.files[0] ?? '' }, { data })];
}

/** `N859`: without one set for both years there is no movement to speak of. */
function criteriaFinding({ kind, tables, before, after }: Comparison): Finding[] {
  if (kind === 'correction' || tables !== null) return [];
  const data = { before: before.criteria.id, after: after.criteria.id };
  return [finding('N859', {}, { data })];
}

/** `W858`: all who are found again moved out of one unit, which is no more: its code has changed, not their home. */
function goneUnits({ before, lostUnits, unplaced }: Comparison): Finding[] {
  const at = { file: before.files[0] ?? '' };
  return [
    ...lostUnits.map(({ name, households }) => finding('W858', at, { saw: name, data: { households } })),
    ...unplaced.map(({ name, households }) => finding('W847', at, { saw: name, data: { households } })),
  ];
}

function addressIn(
  comparison: Comparison,
  { survey }: Reviewed,
  side: 'before' | 'after',
  brief: Brief,
  field: string,
) {
  const household = comparison.open({ ...NOBODY, [side]: brief } as Pair)[side];
  return household === null ? {} : addressOf(survey, household, field);
}

function rowOf(comparison: Comparison, side: 'before' | 'after', brief: Brief): number {
  return comparison.open({ ...NOBODY, [side]: brief } as Pair)[side]?.line ?? 0;
}
