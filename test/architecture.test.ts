import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A file imports from its own room or from a lower floor; `docs/architecture.md` says what lives on each. */
const FLOORS: readonly (readonly string[])[] = [
  ['finding.ts', 'text'],
  ['survey', 'criteria'],
  ['judge'],
  ['review', 'generate', 'messages'],
  ['lane', 'results'],
  ['summary', 'movement'],
  ['report'],
  ['render', 'shipped.ts'],
  ['cli', 'index.ts'],
];
/** What rooms of one floor may take from each other. */
const NEIGHBORS = [
  ['criteria', 'survey/fields.ts'],
  ['text', 'finding.ts'],
];
/** Below the third floor only these may use Node itself: they read files. */
const READERS = ['survey/source.ts', 'survey/parsed-records.ts', 'survey/records.ts', 'survey/workbook/zip.ts'];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'));
const textOf = (path: string) => readFileSync(join('src', path), 'utf8');
const importsOf = (path: string) => [...textOf(path).matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((m) => m[1] ?? '');
const roomOf = (path: string) => path.split('/')[0] ?? '';
const floorOf = (path: string) => FLOORS.findIndex((rooms) => rooms.includes(roomOf(path)));

describe('the house', () => {
  it.each(sources)('src/%s imports from its own room or a lower floor', (path) => {
    const own = importsOf(path).filter((i) => i.startsWith('.'));
    const upward = own
      .map((i) => posix.join(dirname(path), i))
      .filter((target) => roomOf(target) !== roomOf(path) && floorOf(target) >= floorOf(path))
      .filter((target) => !NEIGHBORS.some(([room, file]) => room === roomOf(path) && file === target));
    expect(upward).toEqual([]);
    expect(floorOf(path)).toBeGreaterThanOrEqual(0);
  });

  it('keeps Node out of the floors a browser needs', () => {
    const users = sources.filter((path) => floorOf(path) <= 2 && importsOf(path).some((i) => i.startsWith('node:')));
    expect(users.sort()).toEqual([...READERS].sort());
  });

  it('knows the library that writes workbooks in the renderer of workbooks alone', () => {
    const users = sources.filter((path) => importsOf(path).some((i) => i.startsWith('hucre')));
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((path) => !path.startsWith('render/xlsx'))).toEqual([]);
  });

  it('touches the process, the console and the clock in the command line room alone', () => {
    const users = sources.filter(
      (path) => roomOf(path) !== 'cli' && /\bprocess\.|console\.|Date\.now|new Date\(\)/.test(textOf(path)),
    );
    expect(users).toEqual([]);
  });
});
