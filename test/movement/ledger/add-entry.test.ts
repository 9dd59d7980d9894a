import { describe, expect, it } from 'vitest';
import { emptyLedger, keyParts, type NewEntry, withEntry } from '../../../src/movement/ledger/add-entry.ts';
import { ledgerOf } from '../../../src/movement/ledger/read-ledger.ts';
import { ledgerOfRows, line } from '../ledgers.ts';

const ENTRY: NewEntry = {
  date: '2025-05-01',
  decisionNo: '',
  key: 'A/5',
  direction: 'in',
  class: 'poor',
  reason: 'new',
  size: null,
  headName: '',
  note: '',
};

describe('a new line', () => {
  it('stands behind the last of its day or before, and leaves the others as they are', async () => {
    const ledger = await ledgerOfRows([
      line('2025-03-01 in poor A/1', { nhan_xet: 'giữ nguyên' }),
      line('2025-05-01 in poor A/2'),
      line('2025-07-01 in poor A/3'),
    ]);
    const { cells, line: at } = withEntry(ledger, ENTRY);
    expect(at).toBe(4);
    const after = ledgerOf(cells, { keyFields: null });
    expect(after.entries.map(({ key, row }) => [key, row])).toEqual([
      ['A/1', 2],
      ['A/2', 3],
      ['A/5', 4],
      ['A/3', 5],
    ]);
    expect(after.rows[0]?.cells).toContain('giữ nguyên');
  });

  it('is the first of a new ledger, with the fields of the key apart', () => {
    const ledger = emptyLedger('so.csv', ['commune_code', 'village', 'household_id']);
    const { cells } = withEntry(ledger, { ...ENTRY, key: '00001/Thôn 1/2/0007', note: 'mới' });
    const [entry] = ledgerOf(cells, { keyFields: ledger.keyFields }).entries;
    expect(entry).toMatchObject({ key: '00001/Thôn 1/2/0007', note: 'mới', unit: { code: '00001' } });
  });

  it('brings the columns it needs', async () => {
    const ledger = await ledgerOfRows([line('2025-03-01 in poor A/1')]);
    const { cells } = withEntry(ledger, { ...ENTRY, headName: 'Nông Thị Mẫu' });
    expect(cells.headings.at(-1)).toBe('head_name');
  });

  it('cuts a key at its slashes, those inside a village aside', () => {
    const fields = ['commune_code', 'village', 'household_id'];
    expect(keyParts('00001/Thôn 1/2/7', fields)).toEqual(['00001', 'Thôn 1/2', '7']);
    expect(keyParts('00001/Thôn 1/7', fields)).toEqual(['00001', 'Thôn 1', '7']);
    expect(keyParts('7', ['household_id'])).toEqual(['7']);
    expect(keyParts('Thôn 1/2/7', ['village', 'household_id'])).toEqual(['Thôn 1/2', '7']);
  });
});
