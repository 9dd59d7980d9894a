import { FindingsError, finding } from '../finding.ts';

/** The outside world of a command, so that a test can stand in for it. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdinIsTty: boolean;
  readonly stdout: Out;
  readonly stderr: Out;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Out {
  /** Resolves when the text may leave memory. */
  write(text: string): Promise<void>;
  readonly isTty: boolean;
  readonly columns: number;
}

/** The process itself. */
export function processIo(): Io {
  return {
    // to make the stream takes time, and few commands read it
    get stdin() {
      return process.stdin;
    },
    get stdinIsTty() {
      return process.stdin.isTTY === true;
    },
    stdout: out(process.stdout),
    stderr: out(process.stderr),
    env: process.env,
  };
}

function out(stream: NodeJS.WriteStream): Out {
  return {
    isTty: stream.isTTY === true,
    columns: stream.columns ?? 100,
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => (error ? reject(outputFault(error)) : resolve()));
      }),
  };
}

/** A full disk or a broken device is the user's to mend; a closed pipe is nobody's fault. */
function outputFault(error: Error & { readonly code?: string }): Error {
  if (error.code === undefined || error.code === 'EPIPE') return error;
  return new FindingsError([finding('E602', { file: 'stdout' }, { data: { reason: error.code } })]);
}
