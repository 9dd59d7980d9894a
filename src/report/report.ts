/**
 * What is shown to people, as data: a few kinds of block and cell that every renderer knows. A report says nothing of
 * terminals, pages or workbooks; a renderer knows nothing of households.
 */
export interface Report {
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: Tone }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | TableBlock;

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Wrap at about this many characters where width is short. */
  readonly width?: number;
}

export interface Item {
  readonly text: string;
  readonly tone?: Tone;
  /** 0 outermost. */
  readonly depth?: number;
}

/** Text, a number to be grouped in the reader's language, a rate, or nothing known (null). */
export type Cell = string | number | null | { readonly text: string; readonly tone: Tone } | Rate;

/** A part of a whole, shown in percent and rounded only then; `decimals` null as the field rounds (`text/rate.ts`). */
export interface Rate {
  readonly part: number;
  readonly whole: number;
  readonly decimals: number | null;
}

/** What a thing means; a renderer may colour it, and never says it by colour alone. */
export type Tone = 'poor' | 'near_poor' | 'non_poor' | 'undecided' | 'yes' | 'no' | 'dim' | 'strong' | 'warning';
