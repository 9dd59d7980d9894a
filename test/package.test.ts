import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What would be installed; needs `npm run build`, as `npm test` does. */
function packed(): readonly string[] {
  const npm = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8', shell: true });
  const [list] = JSON.parse(npm.stdout) as readonly { readonly files: readonly { readonly path: string }[] }[];
  return (list?.files ?? []).map(({ path }) => path);
}

describe('the package', () => {
  const files = packed();

  it('holds all data that the program reads beside its code', () => {
    const data = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((path) => `src/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.[a-z]+$/.test(path) && !/\.c?ts$/.test(path));
    expect(data.length).toBeGreaterThan(10);
    expect(data.filter((path) => !files.includes(path))).toEqual([]);
  });

  it('holds the program, its bundle and how it is started, and no sources or tests', () => {
    for (const path of [
      'bin/review.js',
      'bin/package.json',
      'dist/cli/chunks.cjs',
      'dist/program/bin.js',
      'dist/index.js',
    ])
      expect(files).toContain(path);
    expect(files.filter((path) => /^test\/|^bench\/|^src\/.*\.c?ts$/.test(path))).toEqual([]);
  });
});
