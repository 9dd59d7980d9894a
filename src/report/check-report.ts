import { type Finding, severityOf } from '../finding.ts';
import { told } from '../messages/finding-words.ts';
import type { Messages } from '../messages/messages.ts';
import type { FileStatus } from '../review/file-status.ts';
import type { Table } from '../survey/table.ts';
import type { UnitRow } from '../survey/units-file.ts';
import { formatNumber, sentence } from '../text/format.ts';
import { findingEntries } from './findings-report.ts';
import type { Block, Cell, Item, Report, TableBlock } from './report.ts';

/** Everything that `review check` has to show. */
export interface Checked {
  readonly tables: readonly Table[];
  readonly statuses: readonly FileStatus[];
  readonly missing: readonly UnitRow[];
  readonly findings: readonly Finding[];
}

/** Of more lists than these only the board is shown, not how each was read. */
const READINGS_SHOWN = 3;

/** How the files were read, what was found in them by severity, and the board of files. */
export function checkReport({ tables, statuses, missing, findings }: Checked, words: Messages, all: boolean): Report {
  const shown = all || tables.length <= READINGS_SHOWN ? tables : [];
  return {
    blocks: [
      ...shown.flatMap((table, at) => readingBlocks(table, statuses[at], words)),
      ...findingBlocks(findings, words, all),
      ...boardBlocks(statuses, missing, words),
    ],
  };
}

/** "How I read your file": its form, where the headings stand, what became of its rows, what each column was taken for. */
function readingBlocks(table: Table, status: FileStatus | undefined, words: Messages): Block[] {
  const { check: w } = words;
  const { source, sheet, layout } = table;
  const [first, last] = layout.headingLines;
  return [
    { kind: 'heading', level: 1, text: w.howRead(source.name, sheet) },
    {
      kind: 'list',
      items: [
        { text: w.form(formOf(table, words)) },
        { text: w.headingLines(first === last ? String(first) : `${first}-${last}`) },
        ...(layout.memberFields === null ? [] : [{ text: w.memberRows }]),
        ...(status === undefined ? [] : [{ text: linesText(status, words) }]),
      ],
    },
    columnsTable(table, words),
  ];
}

/** The form of a file: a sheet of a workbook, or text with its encoding and delimiter. */
function formOf({ format, sniffed }: Table, { check: w }: Messages): string {
  if (sniffed === null) return w.workbook(format);
  return w.text(sniffed.encoding.toUpperCase(), sniffed.hasBom, DELIMITERS[sniffed.delimiter] ?? sniffed.delimiter);
}

const DELIMITERS: Readonly<Record<string, string>> = { '\t': 'tab', ',': ',', ';': ';' };

/** `125 rows = 120 of households + 3 totals + 2 signatures`: rows in are rows out. */
function linesText({ lines, households }: FileStatus, words: Messages): string {
  const { check: w, lang } = words;
  const all = Object.values(lines).reduce((sum, n) => sum + n, 0);
  const others = Object.entries(lines)
    .filter(([kind]) => kind !== 'data')
    .map(([kind, n]) => `${formatNumber(n, lang)} ${w.rowKinds[kind] ?? kind}`);
  const data = `${formatNumber(lines.data ?? 0, lang)} ${w.rowKinds.data}`;
  return w.lines(formatNumber(all, lang), [data, ...others].join(' + '), formatNumber(households ?? 0, lang));
}

function columnsTable({ headings, fields, layout, conventions }: Table, words: Messages): TableBlock {
  const { check: w } = words;
  const rows = headings.flatMap((heading, at): Cell[][] => {
    const field = fields[at] ?? null;
    const member = layout.memberFields?.[at] ?? null;
    if (heading === '' && field === null && member === null) return [];
    const names = [...new Set([field?.id, member === null ? undefined : `member.${member.id}`])].filter(
      (n) => n !== undefined,
    );
    const convention = conventions[at];
    const how = [
      ...(convention !== undefined && convention.unit !== 1 ? [w.unit(formatNumber(convention.unit, words.lang))] : []),
      ...(convention !== undefined && convention.decimal !== null ? [w.decimal(convention.decimal)] : []),
      ...(convention?.dates === 'mdy' ? [w.monthFirst] : []),
      ...(convention !== undefined && convention.blank !== '' ? [w.blank(convention.blank)] : []),
    ].join('; ');
    const ignored: Cell = { text: w.ignored, tone: 'dim' };
    return [[String(at + 1), heading, names.length === 0 ? ignored : names.join(', '), how]];
  });
  return {
    kind: 'table',
    columns: [
      { title: w.columns.number, align: 'right' },
      { title: w.columns.heading, width: 44 },
      { title: w.columns.field, width: 30 },
      { title: w.columns.how, width: 30 },
    ],
    rows,
  };
}

/** Findings by severity, the gravest last and nearest to the prompt, repeats together. */
function findingBlocks(findings: readonly Finding[], words: Messages, all: boolean): Block[] {
  const { check: w, lang } = words;
  const { entries, hidden } = findingEntries(findings, words, all ? 'every' : 'some');
  if (entries.length === 0) return [{ kind: 'paragraph', text: w.nothingFound, tone: 'yes' }];
  return SEVERITIES.flatMap((severity): Block[] => {
    const own = entries.filter((entry) => entry.severity === severity);
    if (own.length === 0) return [];
    const count = findings.filter((f) => severityOf(f.code) === severity).reduce((sum, f) => sum + f.count, 0);
    const items = own.flatMap(({ code, message, place, hint }): Item[] => [
      { text: `${code} ${message}`, ...(TONES[severity] !== undefined && { tone: TONES[severity] }) },
      ...(place === '' ? [] : [{ text: place, depth: 1 }]),
      ...(hint === '' ? [] : [{ text: `→ ${hint}`, depth: 1 }]),
    ]);
    const more = [...hidden].filter(([code]) => severityOf(code) === severity);
    return [
      { kind: 'heading', level: 2, text: w.severity(sentence(w.severities[severity]), formatNumber(count, lang)) },
      {
        kind: 'list',
        items: [...items, ...more.map(([code, n]) => ({ text: `${code}: ${words.more(formatNumber(n, lang))}` }))],
      },
    ];
  });
}

const SEVERITIES = ['note', 'warning', 'error'] as const;
const TONES = { note: 'dim', warning: 'warning', error: 'poor' } as const;

/** Which file came, what is in it, and whether it can be taken; then the units that have not sent theirs. */
function boardBlocks(statuses: readonly FileStatus[], missing: readonly UnitRow[], words: Messages): Block[] {
  const { check: w, lang } = words;
  const accepted = statuses.filter((status) => status.accepted).length;
  const rows = statuses.map((status): Cell[] => [
    status.sheet === null ? status.file : `${status.file} (${status.sheet})`,
    unitsText(status.units),
    status.households,
    status.errors,
    status.warnings,
    status.accepted
      ? { text: w.accepted, tone: 'yes' }
      : { text: status.households === null ? w.notRead : w.notAccepted, tone: 'poor' },
  ]);
  const absent = missing.map(({ code, name }): Cell[] => [
    '',
    name === '' ? code : `${name} (${code})`,
    null,
    null,
    null,
    { text: w.notSent, tone: 'warning' },
  ]);
  const right = { align: 'right' as const };
  return [
    { kind: 'heading', level: 2, text: w.board },
    {
      kind: 'table',
      columns: [
        { title: w.columns.file, width: 40 },
        { title: w.columns.unit, width: 28 },
        { title: w.columns.households, ...right },
        { title: w.columns.errors, ...right },
        { title: w.columns.warnings, ...right },
        { title: w.columns.state },
      ],
      rows: [...rows, ...absent],
    },
    {
      kind: 'paragraph',
      text: `  ${w.boardSum(formatNumber(statuses.length, lang), formatNumber(accepted, lang), formatNumber(missing.length, lang))}`,
    },
  ];
}

/** Units named of a file that holds many. */
const UNITS_NAMED = 3;

function unitsText(units: readonly string[]): string {
  const more = units.length - UNITS_NAMED;
  return `${units.slice(0, UNITS_NAMED).join(', ')}${more > 0 ? `, … (+${more})` : ''}`;
}

/** The findings as rows to send back: one each, repeats counted. */
export function findingRows(findings: readonly Finding[], words: Messages): readonly (readonly string[])[] {
  return findings.map((f) => {
    const [message, hint] = words.findings[f.code](told(f));
    const { file = '', sheet = '', row, column = '', field = '' } = f.at;
    return [
      severityOf(f.code),
      f.code,
      file,
      sheet,
      row === undefined ? '' : String(row),
      column,
      field,
      message,
      hint,
      String(f.count),
    ];
  });
}

export const FINDING_HEADINGS = [
  'severity',
  'code',
  'file',
  'sheet',
  'row',
  'column',
  'field',
  'message',
  'hint',
  'count',
];
