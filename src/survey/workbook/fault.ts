import { FindingsError, finding } from '../../finding.ts';

/** Why a workbook cannot be read; each is a kind that the words of `E106` know. */
export type Damage =
  | 'cut' // the file ends too early
  | 'zip' // the container contradicts itself
  | 'xml' // a part is no well-formed XML
  | 'part' // a part that must be there is missing
  | 'cells' // rows or columns out of order or out of the sheet
  | 'records'; // an .xls whose records contradict each other

/** Which bound of `limits.ts` was passed; each is a kind that the words of `E108` know. */
export type Limit = 'file' | 'entries' | 'inflated' | 'ratio' | 'token' | 'entities' | 'strings' | 'styles' | 'cells';

/** What stops the reading of a workbook, before it is known which file and sheet it stands in. */
export class WorkbookFault extends Error {
  readonly code: 'E103' | 'E106' | 'E107' | 'E108' | 'E109';
  readonly kind: string;
  constructor(code: WorkbookFault['code'], kind: string) {
    super(`${code} ${kind}`);
    this.name = 'WorkbookFault';
    this.code = code;
    this.kind = kind;
  }
}

export function damaged(kind: Damage): WorkbookFault {
  return new WorkbookFault('E106', kind);
}

export function tooLarge(kind: Limit): WorkbookFault {
  return new WorkbookFault('E108', kind);
}

/** The fault as the finding it is, with its address; anything else is a bug and comes back as it is. */
export function addressed(error: unknown, file: string, sheet?: string): unknown {
  if (!(error instanceof WorkbookFault)) return error;
  const at = sheet === undefined ? { file } : { file, sheet };
  return new FindingsError([finding(error.code, at, { data: { kind: error.kind } })]);
}
