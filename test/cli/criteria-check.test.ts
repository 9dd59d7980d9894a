import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { review } from '../fixtures.ts';

const FOLDER = 'fixtures/criteria/bad';
const BROKEN = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

describe('criteria check', () => {
  // one broken file per kind of mistake, each with the whole of what is said of it; renewed by `npx vitest run -u`
  it.each(BROKEN)('tells what is wrong in %s', async (name) => {
    const { exit, stderr } = await review(['criteria', 'check', `${FOLDER}/${name}`, '--lang', 'en']);
    expect(exit).toBe(name === 'never-reached.yaml' ? 0 : 78);
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

  it('passes what criteria new writes', async () => {
    const { stdout } = await review(['criteria', 'new', 'my-province-2026', '--date', '2026-11-23']);
    const { tempFile } = await import('../fixtures.ts');
    const { exit, stderr } = await review(['criteria', 'check', tempFile(stdout, 'my-province-2026.yaml')]);
    expect([exit, stderr]).toEqual([0, '']);
  });
});
