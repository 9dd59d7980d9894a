import { writeSync } from 'node:fs';
import { messagesIn } from '../messages/messages.ts';
import { EXIT } from './exit.ts';
import { processIo } from './io.ts';
import { isClosedPipe, main } from './main.ts';
import { languageOf } from './settings.ts';
import { removeStaged } from './staged.ts';

/** The process: signals, closed pipes, the exit code. Everything else is in `main`. */

process.on('exit', removeStaged);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    removeStaged();
    writeSync(2, `${messagesIn(languageOf(undefined, process.env)).usage.interrupted}\n`);
    process.exit(EXIT.interrupted);
  });
}
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    // whoever read us has had enough; any other fault rejects the write that met it
    if (isClosedPipe(error)) process.exit(EXIT.done);
  });
}

// until the command has ended well: a run that nobody waits for any more is a bug
process.exitCode = EXIT.bug;
main(process.argv.slice(2), processIo()).then(
  (code) => {
    process.exitCode = code;
  },
  // not even its last words could be written
  () => {},
);
