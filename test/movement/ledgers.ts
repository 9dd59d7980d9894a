import type { AnnualList, ListedHousehold } from '../../src/movement/ledger/annual-list.ts';
import type { Ledger } from '../../src/movement/ledger/ledger.ts';
import { readLedger } from '../../src/movement/ledger/read-ledger.ts';
import { memorySource } from '../../src/survey/source.ts';
import { bytesOf, csvOf, type Row } from '../fixtures.ts';

/** A ledger of rows, its households by `key`. */
export function ledgerOfRows(rows: readonly Row[], keyFields: readonly string[] | null = null): Promise<Ledger> {
  const HEADINGS = { date: '', decision_no: '', key: '', direction: '', class: '', reason: '', size: '' };
  const whole = rows.map((row) => ({ ...HEADINGS, ...row }));
  const text = whole.length === 0 ? `${Object.keys(HEADINGS).join(',')}\n` : csvOf(whole);
  return readLedger(memorySource('so.csv', bytesOf(text)), { keyFields });
}

/** A line: `2025-03-10 in poor 00001/A/1 new`. */
export function line(text: string, more: Row = {}): Row {
  const [date = '', direction = '', listed = '', key = '', reason = ''] = text.split(' ');
  return { date, direction, class: listed, key, reason, ...more };
}

/** An annual list: class by key, each household of four persons unless said otherwise. */
export function listOf(
  classes: Readonly<Record<string, ListedHousehold['class']>>,
  size: number | null = 4,
): AnnualList {
  return new Map(
    Object.entries(classes).map(([key, outcome]) => [
      key,
      { class: outcome, size, headName: '', unit: { code: key.split('/')[0] ?? '', name: '' } },
    ]),
  );
}
