import { describe, expect, it } from 'vitest';
import { finding } from '../../src/finding.ts';
import { messagesIn } from '../../src/messages/messages.ts';
import { findingEntries } from '../../src/report/findings-report.ts';

const messages = (code: 'E309' | 'E307', values: readonly string[]) =>
  (['en', 'vi'] as const).map((lang) => {
    const found = values.map((saw, at) =>
      finding(code, { file: 'a.csv', row: at + 2, column: 'B2' }, { saw, expected: ['0', '10'] }),
    );
    const { entries } = findingEntries(found, messagesIn(lang));
    expect(entries).toHaveLength(1);
    return entries[0]?.message;
  });

describe('rows that share an entry', () => {
  it('have their values beside each other where the words do not quote them', () => {
    for (const message of messages('E309', ['35', '130'])) expect(message).toContain('35, 130');
  });

  it('have each value in quotes of its own where they do', () => {
    for (const message of messages('E307', ['có', 'ko'])) expect(message).toContain('"có", "ko"');
  });

  it('quote the first few values alone', () => {
    const [message] = messages('E307', ['a', 'b', 'c', 'd', 'e', 'f']);
    expect(message).toContain('"a", "b", "c", "d", "…"');
  });
});
