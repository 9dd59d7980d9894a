import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/finding.ts';
import { told } from '../../../src/messages/finding-words.ts';
import { messagesIn } from '../../../src/messages/messages.ts';
import { CHECKS } from '../../../src/review/checks/checks.ts';
import { csvOf, household } from '../../fixtures.ts';
import { checked, member } from './run.ts';

const filesOf = (folder: string) => readdirSync(folder);
const countsOf = (findings: readonly Finding[]) => {
  const counts: Record<string, number> = {};
  for (const { code, count } of findings) counts[code] = (counts[code] ?? 0) + count;
  return counts;
};

describe('the list of checks', () => {
  const ids = Object.keys(CHECKS);

  it('is sorted, and names every file that makes a check', () => {
    const makers = filesOf('src/review/checks').filter((file) =>
      /^export const \w+: MakeCheck/m.test(readFileSync(`src/review/checks/${file}`, 'utf8')),
    );
    expect(makers.map((file) => file.replace('.ts', '')).sort()).toEqual([...ids].sort());
    expect(ids).toEqual([...ids].sort());
  });

  it.each(ids)('%s has its test', (id) => {
    expect(filesOf('test/review/checks')).toContain(`${id}.test.ts`);
  });
});

describe('all checks together', () => {
  const demo = readFileSync('fixtures/demo/2025.csv', 'utf8');

  it('have no more to say of the demo than was put into it: people away, blanks, and slips in the class', async () => {
    const findings = await checked(undefined, [demo], { sets: ['quang-ninh-2023'] });
    expect(countsOf(findings)).toEqual({ N349: 5, W340: 6, W342: 20, N343: 2 });
  });

  it('look at a survey without criteria too', async () => {
    const findings = await checked(undefined, [demo], { sets: [] });
    expect(countsOf(findings)).toEqual({ N349: 5 });
  });

  it('say everything in words, in both languages, without a personal number or a name', async () => {
    const rows = [
      household('1', { head_name: 'Lý Mẫu', head_birth_date: '1961-11-07', head_id_number: '000161505237' }),
      household('2', { head_name: 'Lý Mẫu', head_birth_date: '1890-11-07', head_id_number: '000161505237' }),
      household('3', { head_name: 'Lý Mẫu', head_birth_date: '1961-11-07', head_id_number: '00016150' }),
      household('4', { income: '', recorded_class: 'poor', head_sex: 'male' }, 3),
      household('5', { income: '0', recorded_class: 'poor' }),
    ];
    const members = [member('6', 'con', { size: '1', name: 'Lý Mẫu' }), member('6', 'con', { name: 'Lý Mẫu' })];
    const findings = await checked(undefined, [csvOf(rows), csvOf(members)]);
    const codes = [...new Set(findings.map(({ code }) => code))].sort();
    expect(codes).toEqual(['E339', 'N343', 'W330', 'W331', 'W333', 'W334', 'W338', 'W340', 'W342', 'W345', 'W352']);
    for (const lang of ['vi', 'en'] as const) {
      for (const finding of findings) {
        const text = messagesIn(lang).findings[finding.code](told(finding)).join(' ');
        expect(text).not.toMatch(/Lý Mẫu|0001615|undefined/);
      }
    }
  });
});
