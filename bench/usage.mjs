import { writeFileSync } from 'node:fs';

/** Loaded before a contestant: when it ends, what it used is written to the file named by BENCH_USAGE. */
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cpu = (userCPUTime + systemCPUTime) / 1e6;
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify({ cpu, peakMb: maxRSS / 1024 }));
});
