import { describe, expect, it } from 'vitest';
import { findingsIn, household, resultFile, review, tempFile } from '../fixtures.ts';

const at = { commune_code: '001', size: '4' };

const HEADINGS = 'date,commune_code,household_id,direction,class,reason,size\n';

async function diffWith(lines: string, ...options: readonly string[]) {
  const before = await resultFile([household('1', at, 3), household('2', at, 1)], '2023-12-14');
  const after = await resultFile([household('1', at, 3)], '2024-12-14');
  const ledger = tempFile(HEADINGS + lines, 'so.csv');
  return review(['diff', before, after, '--ledger', ledger, '--lang', 'en', ...options]);
}

describe('review diff --ledger', () => {
  it('adds what was decided within the year, and says which part that is', async () => {
    const ran = await diffWith(
      '2024-03-10,001,7,in,poor,new,5\n2024-11-02,001,7,out,poor,to_non_poor,\n2024-05-02,001,2,out,near_poor,died,\n2025-02-01,001,8,in,poor,new,1\n',
      ...['--format', 'json'],
    );
    expect(ran.exit, ran.stderr).toBe(0);
    const { data } = JSON.parse(ran.stdout);
    expect(data.movement.poor).toMatchObject({ start: 1, new: 1, to_non_poor: 1, end: 1 });
    expect(data.movement_persons.poor).toMatchObject({ start: 4, new: 5, to_non_poor: 5, end: 4 });
    expect(data.movement.near_poor).toMatchObject({ start: 1, other_out: 1, unresolved_out: 0, end: 0 });
    expect(data).toMatchObject({
      gross_exits: { poor: 1, near_poor: 0 },
      gross_entries: { poor: 1, near_poor: 0 },
      net: { poor: 0, near_poor: -1 },
      draft: false,
      ledger: {
        ...{ until: '2024-12-14', households: 2, households_in_and_out: 1, in_and_out: ['001/7'] },
        ...{ entries: { poor: 1, near_poor: 0 }, exits: { poor: 1, near_poor: 1 } },
        movement: { poor: { new: 1, to_non_poor: 1 }, near_poor: { other_out: 1 } },
        movement_persons: { poor: { new: 5 } },
      },
    });
    expect(data.moved[0].reason).toEqual({
      kind: 'ledger',
      text: 'by the ledger: 2024-05-02 Near-poor: other exits',
    });
    expect(data.ledger.movement.poor.relapsed).toBe(null);
    expect(data.moved[0].ledger).toEqual([
      expect.objectContaining({ date: '2024-05-02', direction: 'out', class: 'near_poor', movement: 'other_out' }),
    ]);
  });

  it('has a chapter of its own on the page, which is not there without a ledger', async () => {
    const lines = '2024-03-10,001,7,in,poor,new,5\n2024-11-02,001,7,out,poor,to_non_poor,\n';
    const { stdout } = await diffWith(lines, '--format', 'md');
    expect(stdout).toContain('Of these, by the ledger of monthly recognitions');
    expect(stdout).toContain('lines up to 2024-12-14');
    expect(stdout).toMatch(/does not see: 1\./);
    expect(stdout).not.toContain('Moved within');
  });

  it('a household that came and went has changed', async () => {
    const before = await resultFile([household('1', at, 3)], '2023-12-14');
    const after = await resultFile([household('1', at, 3)], '2024-12-14');
    const ledger = tempFile(`${HEADINGS}2024-03-10,001,7,in,poor,new,5\n2024-11-02,001,7,out,poor,died,\n`, 'so.csv');
    const options = ['diff', before, after, '--exit-code', '--format', 'json'];
    expect((await review(options)).exit).toBe(0);
    expect((await review([...options, '--ledger', ledger])).exit).toBe(1);
  });

  it('lines that contradict the list stop the run, each with its row', async () => {
    const ran = await diffWith('2024-03-10,001,7,out,poor,died,\n2024-04-10,001,1,in,near_poor,new,\n');
    expect(ran.exit).toBe(65);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(/E875[\s\S]*E876/);
    expect(ran.stderr).toMatch(/so\.csv/);
  });

  it('does not go with --rules, and is told of where there are no tables', async () => {
    const refused = await diffWith('', '--rules', 'vn-2022');
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain('--ledger does not go with --rules');
    const path = await resultFile([household('1', at, 3)], '2024-12-14');
    const ran = await review(['diff', path, path, '--ledger', tempFile(HEADINGS, 'so.csv'), '--format', 'json']);
    expect(findingsIn(ran, 'N888')).toHaveLength(1);
  });
});
