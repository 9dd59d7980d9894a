import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { ended, filesIn, fixture, generated, startBuilt, tempFolder } from '../fixtures.ts';

/** The built program as the shell sees it. These tests need `npm run build`, as `npm test` does. */

let commune = '';
let big = '';

beforeAll(async () => {
  commune = await generated(4000);
  const [heading, ...rows] = commune.trimEnd().split('\r\n');
  // fifty communes: 200,000 households
  const communes = Array.from({ length: 50 }, (_, at) => {
    const code = `,22,000${String(at).padStart(2, '0')},`;
    return rows.map((row) => row.replace(',22,00000,', code)).join('\r\n');
  });
  big = `${heading}\r\n${communes.join('\r\n')}\r\n`;
});

/** A folder that holds the big survey. */
function withBig(): string {
  const folder = tempFolder();
  writeFileSync(join(folder, 'big.csv'), big);
  return folder;
}

const temporary = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.tmp'));

/** Resolves when the run has begun to write. */
async function writing(folder: string): Promise<void> {
  for (let tries = 0; tries < 2000; tries++) {
    if (temporary(folder).some((name) => existsSync(join(folder, name)) && statSync(join(folder, name)).size > 0))
      return;
    await wait(10);
  }
  throw new Error('nothing was ever written');
}

describe('an interrupted run', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s ends with 130 and leaves nothing behind', async (signal) => {
    const folder = withBig();
    const argv = ['classify', 'big.csv', '-c', 'vn-2022', '-o', 'r.csv', '--reject-to', 'x.csv'];
    const child = startBuilt(argv, folder);
    const end = ended(child);
    await writing(folder);
    child.kill(signal);
    expect((await end).code).toBe(130);
    expect(filesIn(folder)).toEqual(['big.csv']);
  });

  it('keeps the result of an earlier run that it was to overwrite', async () => {
    const folder = withBig();
    writeFileSync(join(folder, 'r.csv'), 'old');
    const child = startBuilt(['classify', 'big.csv', '-c', 'vn-2022', '-o', 'r.csv', '--force'], folder);
    const end = ended(child);
    await writing(folder);
    child.kill('SIGINT');
    await end;
    expect(filesIn(folder)).toEqual(['big.csv', 'r.csv']);
    expect(statSync(join(folder, 'r.csv')).size).toBe(3);
  });
});

describe('a pipe that is closed', () => {
  it.each([
    ['rows', ['classify', 'big.csv', '-c', 'vn-2022', '-o', '-', '-q']],
    ['a survey', ['generate', '--households', '20000']],
  ])('while %s are written ends quietly with 0', async (_, argv) => {
    const folder = tempFolder();
    if (argv.includes('big.csv')) writeFileSync(join(folder, 'big.csv'), commune);
    const child = startBuilt(argv, folder);
    const end = ended(child);
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await end).toEqual({ code: 0, stderr: '' });
  });
});

describe('a run that goes well', () => {
  it('ends with 0, its outputs in place and no temporary file beside them', async () => {
    const folder = tempFolder();
    const child = startBuilt(['classify', fixture('good/officer.csv'), '-c', 'vn-2022', '-o', 'r.csv', '-q'], folder);
    expect(await ended(child)).toEqual({ code: 0, stderr: '' });
    expect(filesIn(folder)).toEqual(['r.csv', 'r.csv.manifest.json']);
  });

  it('reads what is piped in', async () => {
    const child = startBuilt(['classify', '-', '-c', 'vn-2022', '-o', '-', '-q'], tempFolder());
    let rows = '';
    child.stdout?.on('data', (part) => {
      rows += String(part);
    });
    child.stdin?.end('household_id,area,income\n0001,rural,9000000\n');
    expect(await ended(child)).toEqual({ code: 0, stderr: '' });
    expect(rows).toContain('\r\n0001,rural,9000000,non_poor,');
  });
});

describe('a run that goes wrong', () => {
  it.each([
    [2, ['classify']],
    [65, ['classify', fixture('bad/no-area.csv'), '-c', 'vn-2022']],
    [66, ['classify', 'nothing.csv', '-c', 'vn-2022']],
    [78, ['classify', fixture('good/officer.csv'), '-c', 'vn-2002']],
  ])('ends with %i, all it says on stderr', async (code, argv) => {
    const child = startBuilt(argv, tempFolder());
    let said = '';
    child.stdout?.on('data', (part) => {
      said += String(part);
    });
    const end = await ended(child);
    expect([end.code, said]).toEqual([code, '']);
    expect(end.stderr).not.toBe('');
  });
});
