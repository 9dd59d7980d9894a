import type { Messages } from '../../messages/messages.ts';
import type { Flow } from '../../movement/ledger/ledger-flows.ts';
import type { Why } from '../../movement/why/reason.ts';
import type { Sets } from './change-text.ts';
import { reasonText } from './reason-text.ts';

/** Whether the ledger alone says why: one of the years does not have the household. */
export function isToldByLedger({ from, to }: Why, flows: readonly Flow[]): boolean {
  return flows.length > 0 && (from === 'absent' || to === 'absent');
}

/** Why a household moved, and what the ledger decided of it. */
export function toldText(why: Why, flows: readonly Flow[], sets: Sets, words: Messages): string {
  const decided = flows.map(({ entry, kind }) => {
    return `${entry.date} ${words.ledger.lists[entry.class]}: ${words.ledger.kinds[kind]}`;
  });
  const byLedger = words.diff.ledger.decided(decided.join('; '));
  if (isToldByLedger(why, flows)) return byLedger;
  const reason = reasonText(why, sets, words);
  return flows.length === 0 ? reason : `${reason}; ${byLedger}`;
}
