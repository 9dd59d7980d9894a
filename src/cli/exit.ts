import type { FindingCode } from '../finding.ts';

/** Exit codes; `docs/exit-codes.md` is for users. */
export const EXIT = {
  done: 0,
  /** Done, and found what it was asked to tell. */
  found: 1,
  usage: 2,
  data: 65,
  input: 66,
  bug: 70,
  output: 73,
  criteria: 78,
  interrupted: 130,
} as const;

/** The call was wrong: said in one line, with one thing to do. */
export class UsageError extends Error {
  readonly hint: string;
  constructor(message: string, hint = '') {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

/** What a run ends with for an error of this kind. */
export function exitFor(code: FindingCode): number {
  if (code === 'E101') return EXIT.input;
  if (code.startsWith('E4')) return EXIT.criteria;
  if (code.startsWith('E6')) return EXIT.output;
  return EXIT.data;
}
