import { type Finding, severityOf } from '../finding.ts';
import { told } from '../messages/finding-words.ts';
import type { Messages } from '../messages/messages.ts';

/** What every `--format json` answer is wrapped in. */
export interface Envelope {
  readonly command: string;
  readonly criteria: { readonly id: string; readonly hash: string; readonly status: string } | null;
  readonly inputs: readonly unknown[];
  readonly data: unknown;
  readonly findings: readonly Finding[];
}

/** The envelope as JSON. Keys and codes never depend on the language; `message` and `hint` are for people. */
export function render({ command, criteria, inputs, data, findings }: Envelope, words: Messages): string {
  const answer = {
    schemaVersion: 1,
    command,
    criteria,
    inputs,
    data,
    findings: findings.map((f) => findingJson(f, words)),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

function findingJson(f: Finding, words: Messages) {
  const [message, hint] = words.findings[f.code](told(f));
  return {
    code: f.code,
    severity: severityOf(f.code),
    file: f.at.file ?? null,
    sheet: f.at.sheet ?? null,
    row: f.at.row ?? null,
    column: f.at.column ?? null,
    field: f.at.field ?? null,
    ...(f.at.path === undefined ? {} : { path: f.at.path }),
    ...(f.at.char === undefined ? {} : { char: f.at.char }),
    message,
    hint,
    count: f.count,
  };
}
