import { type Finding, severityOf } from '../finding.ts';
import { told } from '../messages/finding-words.ts';
import type { Messages } from '../messages/messages.ts';
import { placeOf, type Table } from '../survey/table.ts';
import type { Checked } from './check-report.ts';
import type { Block, Cell, Report } from './report.ts';

/**
 * The findings as a workbook to send back: a sheet of all of them, and for each list a sheet with its rows as they stand,
 * those that need mending coloured at the cell in question and told at the end of the row.
 */
export async function faultyRowsReport(checked: Checked, words: Messages): Promise<Report> {
  const { check: w } = words;
  const sheets: Block[] = [];
  for (const table of checked.tables) {
    const block = await rowsBlock(table, checked.findings, words);
    if (block === null) continue;
    const { file, sheet } = placeOf(table);
    const name = sheet ?? file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
    sheets.push({ kind: 'heading', level: 1, text: name }, block);
  }
  return {
    blocks: [
      { kind: 'heading', level: 1, text: w.findingsSheet },
      {
        kind: 'table',
        columns: w.findingHeadings.map((title, at) => ({ title, width: at >= MESSAGE ? 50 : 24 })),
        rows: checked.findings.map((found) => findingCells(found, words)),
      },
      ...sheets,
    ],
  };
}

/** Where the long texts begin. */
const MESSAGE = 6;

function findingCells({ code, at, count, ...found }: Finding, words: Messages): Cell[] {
  const severity = severityOf(code);
  const tone = severity === 'error' ? 'poor' : severity === 'warning' ? 'warning' : 'dim';
  const [message, hint] = words.findings[code](told({ code, at, count, ...found }));
  const { file = '', sheet = '', row = null, column = '' } = at;
  return [{ text: words.check.severities[severity], tone }, code, file, sheet, row, column, message, hint, count];
}

/** Of a longer list only the rows to mend are shown. */
const ALL_SHOWN = 5000;

interface RowFaults {
  /** By heading; `''` for what is said of the whole row. */
  readonly byColumn: Map<string, Finding[]>;
}

async function rowsBlock(table: Table, findings: readonly Finding[], words: Messages): Promise<Block | null> {
  const { check: w } = words;
  const faults = faultsByRow(table, findings);
  if (faults.size === 0) return null;
  const rows: Cell[][] = [];
  const others: { at: number; row: Cell[] }[] = [];
  for await (const batch of table.records()) {
    for (const { line, cells } of batch) {
      if (line <= table.headerLine) continue;
      const row = rowCells(line, cells, table.headings, faults.get(line) ?? null, words);
      if (faults.has(line)) rows.push(row);
      if (others.length <= ALL_SHOWN) others.push({ at: line, row });
    }
  }
  const shown = others.length <= ALL_SHOWN ? others.map(({ row }) => row) : rows;
  const headings = [w.row, ...table.headings, w.what];
  return {
    kind: 'table',
    columns: headings.map((title, at) => ({ title, width: at === headings.length - 1 ? 60 : 24 })),
    rows: shown,
  };
}

function faultsByRow(table: Table, findings: readonly Finding[]): ReadonlyMap<number, RowFaults> {
  const { file, sheet } = placeOf(table);
  const rows = new Map<number, RowFaults>();
  for (const found of findings) {
    const { at } = found;
    if (at.file !== file || at.sheet !== sheet || at.row === undefined || severityOf(found.code) === 'note') continue;
    if (at.row <= table.headerLine) continue;
    const row = rows.get(at.row) ?? { byColumn: new Map<string, Finding[]>() };
    const column = at.column ?? '';
    row.byColumn.set(column, [...(row.byColumn.get(column) ?? []), found]);
    rows.set(at.row, row);
  }
  return rows;
}

function rowCells(
  line: number,
  cells: readonly string[],
  headings: readonly string[],
  faults: RowFaults | null,
  words: Messages,
): Cell[] {
  const all = [...(faults?.byColumn.values() ?? [])].flat();
  const what = [...new Set(all.map((f) => `${f.code} ${words.findings[f.code](told(f)).join(' ').trim()}`))].join('\n');
  const tone = (found: readonly Finding[] | undefined) =>
    found === undefined ? null : found.some((f) => severityOf(f.code) === 'error') ? 'poor' : 'warning';
  const toneOfRow = tone(faults?.byColumn.get(''));
  return [
    toneOfRow === null ? String(line) : { text: String(line), tone: toneOfRow },
    ...headings.map((heading, at): Cell => {
      const text = cells[at] ?? '';
      const own = tone(faults?.byColumn.get(heading));
      // an empty cell must show its colour too
      return own === null ? text : { text: text === '' ? ' ' : text, tone: own };
    }),
    what,
  ];
}
