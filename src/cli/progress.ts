import type { Settings } from './settings.ts';

/** Nothing is said of work shorter than this. */
const QUIET_MS = 2000;
const REDRAW_MS = 200;

/** Tells on stderr how far a long run has come: one redrawn line on a terminal, a plain line per 10 % elsewhere. */
export function progress(totalBytes: number, settings: Settings) {
  const { io, words, quiet } = settings;
  const redraws = io.stderr.isTty && !io.env.CI;
  const began = Date.now();
  let bytes = 0;
  let told = 0;
  let last = 0;
  return {
    add(chunk: number): void {
      bytes += chunk;
      const now = Date.now();
      if (quiet || totalBytes === 0 || now - began < QUIET_MS || (redraws && now - last < REDRAW_MS)) return;
      const percent = Math.min(99, Math.floor((100 * bytes) / totalBytes));
      const step = redraws ? percent : Math.floor(percent / 10) * 10;
      if (!redraws && step <= told) return;
      told = step;
      last = now;
      const text = words.progress(step);
      void io.stderr.write(redraws ? `\r\u001b[K${text}` : `${text}\n`);
    },
    async end(): Promise<void> {
      if (redraws && last > 0) await io.stderr.write('\r\u001b[K');
    },
  };
}
