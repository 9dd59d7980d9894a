import { spawnSync } from 'node:child_process';
import { copyFileSync, createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { arch, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CONTESTANTS } from './contestants.mjs';
import { generate } from './data.mjs';

/**
 * Measures `classify` beside what else a person could take, on the same invented households: processor time, time on
 * the clock and peak memory of whole processes; medians of runs in turn. Options: --households, --runs, --only TEXT
 * (a part of a name), --folder (where the data may stay), --slow (also those that take a minute and more, twice each).
 */
const { values } = parseArgs({
  options: {
    households: { type: 'string', default: '4000000' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    folder: { type: 'string', default: join(tmpdir(), 'review-bench') },
    slow: { type: 'boolean', default: false },
  },
});
/** What takes minutes is run so often, without a run before that does not count: a twentieth more or less is not the question. */
const SLOW_RUNS = 2;
const households = Number(values.households);
const input = join(values.folder, `${households}.csv`);
generate(input, households);

const work = mkdtempSync(join(values.folder, 'run-'));
try {
  tellComputer();
  await tellFloor();
  tellResults(measured(contestants()));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function contestants() {
  return CONTESTANTS.filter(
    ({ name, isSlow }) => name.includes(values.only) && (values.slow || isSlow !== true),
  ).filter(({ name, missing }) => {
    const why = missing?.() ?? null;
    if (why !== null) say(`left out: ${name}: ${why}`);
    return why === null;
  });
}

/** Runs all in turn, as many times as asked, after one run of each that does not count. */
function measured(all) {
  const runs = new Map(all.map(({ name }) => [name, []]));
  for (let round = 0; round <= Number(values.runs); round++) {
    for (const contestant of all) {
      if (contestant.isSlow === true && (round === 0 || round > SLOW_RUNS)) continue;
      const run = runOnce(contestant);
      if (round > 0) runs.get(contestant.name).push(run);
    }
  }
  return runs;
}

function runOnce({ name, command }) {
  const files = { input, output: join(work, 'result.csv'), summary: join(work, 'summary.csv') };
  const usage = join(work, 'usage.json');
  const [program, ...args] = command(files);
  const began = process.hrtime.bigint();
  const done = spawnSync(program, args, { env: { ...process.env, BENCH_USAGE: usage }, maxBuffer: 1 << 28 });
  const wall = Number(process.hrtime.bigint() - began) / 1e9;
  if (done.status !== 0) throw new Error(`${name} ended with ${done.status}: ${done.stderr}`);
  if (statSync(files.output).size < statSync(input).size) throw new Error(`${name} wrote too little`);
  const run = { wall, ...JSON.parse(readFileSync(usage, 'utf8')) };
  for (const file of [files.output, `${files.output}.manifest.json`, files.summary, usage])
    rmSync(file, { force: true });
  return run;
}

function tellComputer() {
  const [cpu] = cpus();
  say(`${cpu?.model} x ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${arch()}, Node ${process.version}`);
  say(`${households} households, ${(statSync(input).size / 1e6).toFixed(0)} MB`);
}

/** What no program can be faster than: reading the file, counting its lines, copying it. */
async function tellFloor() {
  const timed = async (what, work_) => {
    const times = [];
    for (let round = 0; round < 5; round++) {
      const began = process.hrtime.bigint();
      await work_();
      times.push(Number(process.hrtime.bigint() - began) / 1e9);
    }
    say(`${what}: ${median(times).toFixed(2)} s`);
  };
  await timed('read', async () => {
    for await (const _ of createReadStream(input, { highWaterMark: 1 << 20 }));
  });
  await timed('count lines', async () => {
    let lines = 0;
    for await (const chunk of createReadStream(input, { highWaterMark: 1 << 20 })) {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
    }
    if (lines !== households + 1) throw new Error(`${input} has ${lines} lines`);
  });
  await timed('copy', async () => copyFileSync(input, join(work, 'copy.csv')));
  if (existsSync(join(work, 'copy.csv'))) rmSync(join(work, 'copy.csv'));
}

function tellResults(runs) {
  const fewer = [...runs].filter(([, all]) => all.length < Number(values.runs)).map(([name]) => name);
  const [first] = [...runs.values()];
  const base = { cpu: median(first.map((r) => r.cpu)), wall: median(first.map((r) => r.wall)) };
  const rows = [...runs].map(([name, all]) => {
    const cpu = median(all.map((r) => r.cpu));
    const wall = median(all.map((r) => r.wall));
    const peak = Math.max(...all.map((r) => r.peakMb));
    const cells = [
      cpu.toFixed(2),
      wall.toFixed(2),
      peak.toFixed(0),
      (cpu / base.cpu).toFixed(2),
      (wall / base.wall).toFixed(2),
    ];
    return [fewer.includes(name) ? `${name} (${all.length} runs)` : name, ...cells];
  });
  say('');
  for (const [name, ...cells] of [['', 'CPU s', 'wall s', 'peak MB', 'CPU ratio', 'wall ratio'], ...rows]) {
    say(name.padEnd(40) + cells.map((cell) => cell.padStart(11)).join(''));
  }
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
