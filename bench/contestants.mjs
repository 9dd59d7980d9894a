import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MARKS } from './data.mjs';
import { TAIL } from './result.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const CORES = availableParallelism();

/** A program of Node's, with its own account of what it used. */
const node = (...args) => [process.execPath, '--import', here('usage.mjs'), ...args];
const review = (threads) => ({
  name: `review, ${threads} thread${threads > 1 ? 's' : ''}`,
  command: ({ input, output }) =>
    node(
      here('../bin/review.js'),
      'classify',
      input,
      '-c',
      'vn-2022',
      '-o',
      output,
      '--threads',
      `${threads}`,
      '--force',
    ),
});
const duckdb = (kind, threads, name) => ({
  name,
  missing: () => missingModule('@duckdb/node-api'),
  command: ({ input, output, summary }) => node(here('peers/duckdb.mjs'), kind, input, output, summary, `${threads}`),
});
const frames = (library) => ({
  name: `${library} (Python)`,
  missing: () => missingPython(library),
  command: ({ input, output, summary }) => [
    python(),
    here('peers/frames.py'),
    ...[library, input, output, summary, TAIL[0], TAIL[1], MARKS.join()],
  ],
});

const dataTable = {
  name: 'data.table (R)',
  missing: () =>
    spawnSync('Rscript', ['-e', 'library(data.table)']).status === 0 ? null : 'R with data.table is not installed',
  command: ({ input, output, summary }) => [
    'Rscript',
    here('peers/frames.R'),
    ...[input, output, summary, TAIL[0], TAIL[1], MARKS.join()],
  ],
};

/** Everybody writes the same rows from the same file. The first is what the others are compared with. */
export const CONTESTANTS = [
  review(1),
  review(2),
  { name: 'bare scanner, nothing checked', command: ({ input, output }) => node(here('bare.mjs'), input, output) },
  {
    name: 'review, reference reader',
    isSlow: true,
    command: ({ input, output }) =>
      node(
        here('../bin/review.js'),
        'classify',
        input,
        '-c',
        'vn-2022',
        '-o',
        output,
        '--reader',
        'reference',
        '--force',
      ),
  },
  duckdb('typed', CORES, 'DuckDB, typed, CSV to CSV'),
  duckdb('tolerant', CORES, 'DuckDB, all as text, same tolerance'),
  frames('polars'),
  frames('pandas'),
  dataTable,
  {
    name: 'csv-parse + csv-stringify',
    isSlow: true,
    missing: () => missingModule('csv-parse'),
    command: ({ input, output, summary }) => node(here('peers/csv-parse.mjs'), input, output, summary),
  },
];

function missingModule(name) {
  const found = spawnSync(process.execPath, ['--input-type=module', '-e', `await import('${name}')`], {
    cwd: here('.'),
  });
  return found.status === 0 ? null : `${name} does not load here (npm ci --prefix bench)`;
}

function missingPython(library) {
  const found = spawnSync(python(), ['-c', `import ${library}`]);
  return found.status === 0 ? null : `${library} is not installed for ${python()}`;
}

/** The Python to ask, by BENCH_PYTHON when there are several. */
function python() {
  return process.env.BENCH_PYTHON ?? 'python3';
}
