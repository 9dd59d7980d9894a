import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Script } from 'node:vm';
import type { Io } from './io.ts';
import type { main as Main } from './main.ts';

/**
 * The last step of the build: runs the commands that people run most, on the demo, and puts what V8 compiled for them
 * beside the chunks of the bundle. A run by the same Node need not compile it again.
 */

const PROGRAM = fileURLToPath(new URL('../program/', import.meta.url));
const DEMO = fileURLToPath(new URL('../../fixtures/demo/2025.csv', import.meta.url));

const { chunksIn } = createRequire(import.meta.url)('./chunks.cjs') as {
  chunksIn(folder: string): { load(name: string): unknown; scripts: ReadonlyMap<string, Script> };
};
const nowhere = { write: async () => {}, isTty: false, columns: 100 };
const io: Io = { stdin: process.stdin, stdinIsTty: true, stdout: nowhere, stderr: nowhere, env: {} };

const chunks = chunksIn(PROGRAM);
const { main } = chunks.load('./main.js') as { main: typeof Main };
const folder = mkdtempSync(join(tmpdir(), 'review-'));
try {
  for (const argv of runsIn(folder)) {
    const code = await main(argv, io);
    if (code !== 0) throw new Error(`review ${argv.join(' ')} ended with ${code}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
for (const [name, script] of chunks.scripts) writeFileSync(join(PROGRAM, `${name}.cache`), script.createCachedData());

/** What is run: V8 forgets what is old, so the most common come last. */
function runsIn(folder: string): readonly (readonly string[])[] {
  const result = join(folder, 'result.csv');
  const classify = ['classify', DEMO, '-c', 'vn-2022', '-o', result, '--force'];
  return [
    ['--help'],
    [...classify, '--reader', 'reference'],
    [...classify, '--lang', 'en', '--format', 'json'],
    ['summary', result],
    ['--version'],
    [...classify, '--reader', 'fast'],
  ];
}
