import { type Finding, type FindingCode, type Severity, severityOf } from '../finding.ts';
import { told } from '../messages/finding-words.ts';
import type { Messages } from '../messages/messages.ts';

/** A finding for people, or several that say the same: what, where, what to do. */
export interface FindingEntry {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  /** File, column and rows; empty when it has no place. */
  readonly place: string;
  readonly hint: string;
}

export interface FindingEntries {
  /** Notes first, errors last: the gravest stand nearest to the prompt. */
  readonly entries: readonly FindingEntry[];
  /** Entries left out, by code. */
  readonly hidden: ReadonlyMap<FindingCode, number>;
}

/** Rows named of a finding that repeats itself. */
const EXAMPLES = 5;
/** Entries of one code; a file with everything wrong must not fill the screen. */
const ENTRIES_PER_CODE = 12;

const ORDER: readonly Severity[] = ['note', 'warning', 'error'];

/** Puts findings into words, those that repeat as one entry with examples and a count. */
export function findingEntries(
  findings: readonly Finding[],
  words: Messages,
  extent: 'some' | 'every' = 'some',
): FindingEntries {
  const most = extent === 'every' ? Number.POSITIVE_INFINITY : ENTRIES_PER_CODE;
  const groups = groupsOf(findings).sort((a, b) => rank(a) - rank(b));
  const perCode = new Map<FindingCode, number>();
  const entries: FindingEntry[] = [];
  for (const group of groups) {
    const [first] = group;
    const seen = (perCode.get(first.code) ?? 0) + 1;
    perCode.set(first.code, seen);
    if (seen > most) continue;
    const [message, hint] = words.findings[first.code](told(withAllSeen(group))).map(listed) as [string, string];
    entries.push({ code: first.code, severity: severityOf(first.code), message, hint, place: placeOf(group, words) });
  }
  const hidden = [...perCode].filter(([, seen]) => seen > most);
  return { entries, hidden: new Map(hidden.map(([code, seen]) => [code, seen - ENTRIES_PER_CODE])) };
}

type Group = [Finding, ...Finding[]];

function rank([first]: Group): number {
  return ORDER.indexOf(severityOf(first.code));
}

/** Findings that say the same of the same column, in the order of their first. */
function groupsOf(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const f of findings) {
    const { file, sheet, column, field, path } = f.at;
    const key = JSON.stringify([f.code, file, sheet, column, field, path, f.expected, sameness(f)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [f]);
    else group.push(f);
  }
  return [...groups.values()];
}

/** What else must be the same: the household of a duplicate; else what `data` says, unless it differs row by row. */
function sameness({ code, saw, data }: Finding): unknown {
  if (code === 'E303') return saw;
  if (/^.4/.test(code)) return [saw, data];
  return code === 'N205' || code === 'N316' ? null : data;
}

/** Rows that share an entry may hold different values: the first few of them, to be set apart by `listed`. */
function withAllSeen(group: Group): Finding {
  const [first] = group;
  if (first.saw === undefined) return first;
  const seen = [...new Set(group.map((f) => f.saw ?? ''))];
  const shown = [...seen.slice(0, VALUES_QUOTED), ...(seen.length > VALUES_QUOTED ? ['…'] : [])];
  return { ...first, saw: shown.join(BETWEEN) };
}

/** Stands between values until the words show whether they quote them. */
const BETWEEN = '\u0000';

/** Values beside each other: each in quotes of its own where the words put quotes about them. */
function listed(text: string): string {
  const [before = ''] = text.split(BETWEEN);
  const isQuoted = before.split('"').length % 2 === 0;
  return text.replaceAll(BETWEEN, isQuoted ? '", "' : ', ');
}

/** Values quoted of a finding that repeats itself. */
const VALUES_QUOTED = 4;

function placeOf(group: Group, { where }: Messages): string {
  const { file, sheet, column, field, path, char } = group[0].at;
  const rows = [...new Set(group.flatMap((f) => f.at.row ?? []))];
  const count = group.reduce((n, f) => n + f.count, 0);
  const more = Math.max(0, count - Math.min(rows.length, EXAMPLES));
  return [
    ...(file === undefined ? [] : [where.file(file)]),
    ...(sheet === undefined ? [] : [where.sheet(sheet)]),
    ...(column !== undefined ? [where.column(column)] : field === undefined ? [] : [where.field(field)]),
    ...rowsText(rows, more, where),
    ...(char === undefined || group.length > 1 ? [] : [where.char(char)]),
    ...(path === undefined ? [] : [where.path(path)]),
  ].join(', ');
}

function rowsText(rows: readonly number[], more: number, where: Messages['where']): string[] {
  const [only] = rows;
  if (only === undefined) return [];
  if (rows.length === 1 && more === 0) return [where.row(only)];
  return [where.rows(rows.slice(0, EXAMPLES).join(', '), more)];
}
