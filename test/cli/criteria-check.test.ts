import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsIn, read, review, tempFile } from '../fixtures.ts';

const FOLDER = 'fixtures/criteria/bad';
const BROKEN = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

describe('criteria check', () => {
  // one broken file per kind of mistake, each with the whole of what is said of it; renewed by `npx vitest run -u`
  it.each(BROKEN)('tells what is wrong in %s', async (name) => {
    const { exit, stderr } = await review(['criteria', 'check', `${FOLDER}/${name}`, '--lang', 'en']);
    expect(exit).toBe(name.startsWith('never-') ? 0 : 78);
    await expect(stderr).toMatchFileSnapshot(`../../${FOLDER}/${name.replace('.yaml', '.txt')}`);
  });

  it('tells all the mistakes of a file at once, each with its line, its place on it and a suggestion', async () => {
    const { stdout } = await review(['criteria', 'check', `${FOLDER}/several.yaml`, '--format', 'json']);
    const { data, findings } = JSON.parse(stdout) as {
      data: object;
      findings: { row: number; char: number; path: string }[];
    };
    expect(data).toEqual({ file: `${FOLDER}/several.yaml`, id: 'bad-example', valid: false });
    expect(findings.map((f) => f.path).sort()).toEqual([
      'dimensions.housing.indicators.housing_area.deprived.field',
      'in_force.from',
      'lines.poverty.by_area.urban',
      'lines.poverty.by_area.urbn',
      'status',
    ]);
    for (const { row, char } of findings) expect([row, char].every((n) => n > 0)).toBe(true);
  });

  it.each(['vn-2016', 'vn-2022', 'vn-2027', 'quang-ninh-2023', 'hcmc-2021', 'hcmc-2024', 'hcmc-2025', 'dong-nai-2022'])(
    'finds nothing wrong in %s',
    async (id) => {
      const { exit, stderr } = await review(['criteria', 'check', `src/criteria/library/${id}.yaml`]);
      expect([exit, stderr]).toEqual([0, '']);
    },
  );

  it('takes a shipped set by its id, and a file that is piped in', async () => {
    const byId = await review(['criteria', 'check', 'vn-2022', '--lang', 'en']);
    expect([byId.exit, byId.stderr]).toEqual([0, '']);
    expect(byId.stdout).toContain('vn-2022: valid');
    const stdin = read(`${FOLDER}/wrong-date.yaml`);
    const piped = await review(['criteria', 'check', '-', '--format', 'json'], { stdin });
    expect([piped.exit, findingsIn(piped).map((f) => [f.file, f.row])]).toEqual([78, [['-', 9]]]);
    expect((await review(['criteria', 'check', '-'])).exit).toBe(2);
    expect((await review(['criteria', 'check', 'vn-2023'])).exit).toBe(66);
  });

  it('tells of a file that is not UTF-8 what to do in an editor, not in Excel', async () => {
    const path = tempFile(Uint8Array.from([0x69, 0x64, 0x3a, 0x20, 0xe9]), 'own.yaml');
    const { exit, stderr } = await review(['criteria', 'check', path]);
    expect([exit, stderr.includes('Excel'), stderr.includes('UTF-8')]).toEqual([65, false, true]);
  });

  it('names the set that was likely meant to be extended', async () => {
    const { stderr } = await review(['criteria', 'check', `${FOLDER}/no-parent.yaml`, '--lang', 'en']);
    expect(stderr).toContain('Did you mean: vn-2022');
  });

  it('refuses at once rules that tell too many cases apart, or are too many', async () => {
    const rules = (n: number, rule: (at: number) => string) => Array.from({ length: n }, (_, at) => rule(at));
    const item = 'text: { vi: x, en: x }, source: { document: resolution, checked_on: "2026-11-23" }, confidence: high';
    const check = async (income: string) => {
      const [head = ''] = read(`${FOLDER}/never-reached.yaml`).split('classes:');
      const text = `${head}classes:\n  income:\n    rules:\n${income}      non_poor: { class: non_poor, ${item} }\n`;
      return findingsIn(
        await review(['criteria', 'check', tempFile(text, 'own.yaml'), '--format', 'json', '--lang', 'en']),
      );
    };
    const cuts = rules(3000, (at) => `{ test: at_most, field: income, value: ${1000 + at} }`).join(', ');
    const many = await check(`      poor: { class: poor, when: { test: any, of: [${cuts}] }, ${item} }\n`);
    expect(many.map((f) => f.message)).toEqual([expect.stringContaining('too many cases')]);
    const when = (at: number) => `{ test: at_most, field: income, value: ${1000 + at} }`;
    const long = await check(rules(40, (at) => `      r${at}: { class: poor, when: ${when(at)}, ${item} }\n`).join(''));
    expect(long.map((f) => [f.message.includes('too many rules'), (f.row ?? 0) > 1])).toEqual([[true, true]]);
  });

  it('passes what criteria new writes', async () => {
    const { stdout } = await review(['criteria', 'new', 'my-province-2026', '--date', '2026-11-23']);
    const { exit, stderr } = await review(['criteria', 'check', tempFile(stdout, 'my-province-2026.yaml')]);
    expect([exit, stderr]).toEqual([0, '']);
  });
});
