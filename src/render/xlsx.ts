import type { NamedRange } from 'hucre';
import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Block, Report, TableBlock } from '../report/report.ts';
import { formatNumber, type Lang } from '../text/format.ts';
import { cellStyle, cellValue, legalText, type Value } from './xlsx-cells.ts';
import { planSheets, type SheetPlan } from './xlsx-sheets.ts';
import { FONT, STYLES, toned } from './xlsx-styles.ts';
import { columnWidths, lineCount, PROSE_WIDTH, total } from './xlsx-widths.ts';

export interface XlsxOptions {
  readonly lang: Lang;
  /** The name of the document, and of the sheet that holds what stands before the first heading. */
  readonly title: string;
}

/** Every file says this day: the same report always gives the same bytes. */
const DAY = new Date(Date.UTC(2000, 0, 1));

/**
 * A report as an Excel workbook. Numbers are numbers; text is text, whatever it begins with: nothing in it is computed.
 * Tables have a bold head, which stays in sight while its sheet holds one table alone and is repeated on paper.
 */
export async function render(report: Report, { lang, title }: XlsxOptions): Promise<Uint8Array> {
  const laid = planSheets(report, title).map((plan) => new LaidSheet(plan, lang));
  const sheets = laid.map((one) => one.sheet());
  const namedRanges = laid.flatMap((one) => one.repeatedRow());
  const properties = { title: legalText(title), created: DAY, modified: DAY };
  return writeXlsx({ sheets, properties, namedRanges, defaultFont: FONT });
}

/** A sheet with its blocks laid below each other. */
class LaidSheet {
  readonly #plan: SheetPlan;
  readonly #lang: Lang;
  readonly #widths: readonly number[];
  readonly #rows: Value[][] = [];
  readonly #cells = new Map<string, { style: CellStyle }>();
  readonly #heights = new Map<number, { height: number }>();
  readonly #heads: { readonly row: number; readonly table: TableBlock }[] = [];
  readonly #merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];

  constructor(plan: SheetPlan, lang: Lang) {
    this.#plan = plan;
    this.#lang = lang;
    this.#widths = columnWidths(plan.blocks.filter(isTable), lang);
    for (const [at, block] of plan.blocks.entries()) {
      const head = this.#block(block, plan.blocks[at - 1]?.kind === 'heading');
      if (head !== null && isTable(block)) this.#heads.push({ row: head, table: block });
    }
  }

  sheet(): WriteSheet {
    const only = this.#heads.length === 1 ? this.#heads[0] : undefined;
    return {
      name: this.#plan.name,
      columns: this.#widths.map((width) => ({ width })),
      rows: this.#rows,
      cells: this.#cells,
      rowDefs: this.#heights,
      merges: this.#merges,
      pageSetup: {
        paperSize: 'a4',
        orientation: total(this.#widths) > PROSE_WIDTH ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      },
      ...(only === undefined ? {} : inSight(only.row, only.table)),
    };
  }

  /** The head of the only table, as the rows that each printed page begins with. */
  repeatedRow(): readonly NamedRange[] {
    if (this.#heads.length !== 1) return [];
    const row = (this.#heads[0]?.row ?? 0) + 1;
    const { name } = this.#plan;
    // not left to the library, which forgets the quotes: Excel would call the file damaged
    const range = `'${name.replaceAll("'", "''")}'!$${row}:$${row}`;
    return [{ name: '_xlnm.Print_Titles', scope: name, range }];
  }

  /** Writes a block; gives the row of a table's head, null for anything else. */
  #block(block: Block, isUnderHeading: boolean): number | null {
    switch (block.kind) {
      case 'heading':
        if (this.#rows.length > 0) this.#rows.push([]);
        this.#prose(block.text, block.level === 1 ? STYLES.title : STYLES.section, 0);
        return null;
      case 'paragraph':
        this.#prose(block.text.trim(), toned(STYLES.prose, block.tone), 0);
        return null;
      case 'list':
        for (const { text, tone, depth = 0 } of block.items) {
          this.#prose(text, toned(STYLES.prose, tone), depth + 1);
        }
        return null;
      case 'table':
        return this.#table(block, isUnderHeading);
    }
  }

  /** Text over the whole width of the sheet. */
  #prose(text: string, style: CellStyle, indent: number): void {
    const row = this.#rows.push([legalText(text)]) - 1;
    const last = this.#widths.length - 1;
    const aligned = indent === 0 ? style : { ...style, alignment: { ...style.alignment, indent } };
    for (let at = 0; at <= last; at++) this.#cells.set(`${row},${at}`, { style: aligned });
    if (last > 0) this.#merges.push({ startRow: row, startCol: 0, endRow: row, endCol: last });
    const room = total(this.#widths) - indent * 2;
    this.#height(row, lineCount(text, room), style);
  }

  #table({ columns, rows }: TableBlock, isUnderHeading: boolean): number {
    if (this.#rows.length > 0 && !isUnderHeading) this.#rows.push([]);
    const head = this.#row(
      columns.map((column) => column.title),
      columns.map(() => STYLES.head),
    );
    for (const row of rows) {
      this.#row(
        columns.map((_, at) => cellValue(row[at] ?? null)),
        columns.map((column, at) => cellStyle(row[at] ?? null, column.align)),
      );
    }
    return head;
  }

  #row(values: readonly Value[], styles: readonly CellStyle[]): number {
    const row = this.#rows.push(values.map((v) => (typeof v === 'string' ? legalText(v) : v))) - 1;
    let lines = 1;
    values.forEach((value, at) => {
      this.#cells.set(`${row},${at}`, { style: styles[at] ?? STYLES.cell });
      const shown = typeof value === 'number' ? formatNumber(value, this.#lang) : (value ?? '');
      lines = Math.max(lines, lineCount(shown, this.#widths[at] ?? PROSE_WIDTH));
    });
    this.#height(row, lines, styles[0] ?? STYLES.cell);
    return row;
  }

  #height(row: number, lines: number, { font }: CellStyle): void {
    const size = font?.size ?? FONT.size;
    this.#heights.set(row, { height: Math.min(MOST_HEIGHT, Math.ceil(lines * size * 1.3 + 3)) });
  }
}

/** Excel's highest row, in points. */
const MOST_HEIGHT = 409;
/** Rows above a head that still leave the screen to the table. */
const FEW = 6;
/** From so many rows on, people want to filter. */
const MANY = 20;

function inSight(head: number, { columns, rows }: TableBlock): Partial<WriteSheet> {
  const last = letters(columns.length - 1) + (head + 1 + rows.length);
  return {
    ...(head <= FEW ? { freezePane: { rows: head + 1 } } : {}),
    ...(rows.length >= MANY ? { autoFilter: { range: `A${head + 1}:${last}` } } : {}),
  };
}

function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}

function isTable(block: Block): block is TableBlock {
  return block.kind === 'table';
}
