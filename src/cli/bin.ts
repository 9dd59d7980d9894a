import { EXIT } from './exit.ts';
import { processIo } from './io.ts';
import { isClosedPipe, main } from './main.ts';
import { removeStaged } from './staged.ts';

/** The process: signals, closed pipes, the exit code. Everything else is in `main`. */

process.on('exit', removeStaged);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    removeStaged();
    process.exit(EXIT.interrupted);
  });
}
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    // whoever read us has had enough
    if (isClosedPipe(error)) process.exit(EXIT.done);
    throw error;
  });
}

process.exitCode = await main(process.argv.slice(2), processIo());
