import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * What a command loads before it does anything: a run of a thousand households is mostly that. Counted by the static
 * imports of the built program, which needs `npm run build`, as `npm test` does.
 */
function loadedBy(...entries: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.startsWith('dist')) return;
    for (const [, named = ''] of readFileSync(file, 'utf8').matchAll(STATIC)) {
      visit(named.startsWith('.') ? join(dirname(file), named) : named);
    }
  };
  for (const entry of entries) visit(join('dist', entry));
  return seen;
}

/** An import or export with `from`, or an import for its effect; at the beginning of a line, so that texts are passed over. */
const STATIC = /^(?:(?:import|export)\s[^'"()]*?\sfrom|import)\s+['"]([^'"]+)['"]/gm;

const packagesIn = (loaded: ReadonlySet<string>) =>
  [...loaded].filter((name) => !name.startsWith('dist') && !name.startsWith('node:')).sort();
const filesIn = (loaded: ReadonlySet<string>, room: string) =>
  [...loaded].filter((name) => name.startsWith(join('dist', room)));

describe('what is loaded', () => {
  it('by review --version: the reader of command lines, and no survey, no criteria, no judge', () => {
    const loaded = loadedBy('cli/bin.js');
    expect(packagesIn(loaded)).toEqual(['commander', 'fastest-levenshtein']);
    expect(['survey', 'judge', 'review', 'lane', 'render'].flatMap((room) => filesIn(loaded, room))).toEqual([]);
    // words grow with the commands; all else stays as it is
    expect(loaded.size - filesIn(loaded, 'messages').length).toBeLessThan(40);
  });

  it('by classify of a shipped set: a writer of CSV, and nothing that parses quotes, reads YAML or draws', () => {
    const loaded = loadedBy('cli/bin.js', 'cli/classify.js');
    expect(packagesIn(loaded)).toEqual(['commander', 'csv-stringify/sync', 'fastest-levenshtein']);
  });

  it('by classify: no reader of workbooks, no lane and no threads until a file asks for them', () => {
    const loaded = loadedBy('cli/classify.js');
    expect(filesIn(loaded, 'survey/workbook').sort()).toEqual([join('dist', 'survey/workbook/format.js')]);
    expect([...loaded]).not.toContain('node:worker_threads');
    expect(filesIn(loaded, 'lane').length).toBeLessThan(5);
    // words grow with the commands; all else stays as it is
    expect(loaded.size - filesIn(loaded, 'messages').length).toBeLessThan(140);
  });

  it('is seen by the walk where it is there', () => {
    expect(packagesIn(loadedBy('cli/own-set.js'))).toEqual(expect.arrayContaining(['yaml', 'zod']));
    expect(packagesIn(loadedBy('render/terminal.js'))).toEqual(expect.arrayContaining(['chalk', 'cli-table3']));
  });
});
