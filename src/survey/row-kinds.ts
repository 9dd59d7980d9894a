import { foldKey, tidy } from '../text/fold.ts';
import { hasLetters, isNumbering } from './heading-rows.ts';
import type { Layout } from './layout.ts';
import { isBlank, type RawRecord } from './records.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Rows that are no households, by what they are. */
export type PassedOver = 'blank' | 'letterhead' | 'heading' | 'numbering' | 'total' | 'section' | 'signature';

/** What a section row says of the households below it. */
export interface Section {
  readonly field: 'area' | 'village' | 'commune' | 'recorded_class';
  readonly value: string;
  readonly text: string;
}

export type RowKind = { readonly kind: 'data' } | { readonly kind: PassedOver; readonly section?: Section };

const DATA: RowKind = { kind: 'data' };

/** Rows below the last household, such as the names under signatures, have at most so many cells. */
const FEW = 4;

/**
 * Tells households from the other rows of an officer's file: totals, section rows, signatures, numbering, repeated
 * headings. Rows must be given in order: what stands after a signature is read as such. A row that numbers a household
 * and has something to say of it is data, whatever else it says.
 */
export function rowSorter(layout: Layout, vocabulary: Vocabulary): (record: RawRecord) => RowKind {
  const slots = ['household_id', 'head_name'].map((id) => layout.fields.findIndex((field) => field?.id === id));
  const [idColumn = -1, nameColumn = -1] = slots;
  const headings = layout.headings.map((heading) => foldKey(heading.split(' / ').at(-1) ?? ''));
  const starts = {
    total: wordStarts(vocabulary.rowWords.total),
    signature: vocabulary.rowWords.signature.map(foldKey),
    village: wordStarts(vocabulary.rowWords.village),
    commune: wordStarts(vocabulary.rowWords.commune),
    list: vocabulary.rowWords.class_list.map(foldKey),
  };
  const isExplicit = idColumn >= 0 && !vocabulary.isRowNumber(layout.headings[idColumn] ?? '');
  let isTail = false;
  let wasHeading = false;

  const classify = (cells: readonly string[]): RowKind => {
    const texts = cells.map((cell) => tidy(cell)).filter((text) => text !== '');
    const words = texts.filter((text) => /\p{L}{2}/u.test(text) && !ROMAN.test(text));
    const text = words[0] ?? '';
    const isNumbered = isNumber(tidy(cells[idColumn] ?? ''), text);
    if (!isNumbered && startsWith(text, starts.total)) return { kind: 'total' };
    if (!isNumbered && texts.length <= FEW && words.some((word) => isSignature(word, starts.signature))) {
      isTail = true;
      return { kind: 'signature' };
    }
    if (words.length === 1 && texts.length <= 2) {
      const section = sectionIn(text, starts, vocabulary);
      if (section !== null && (!isNumbered || isSure(section, cells))) {
        isTail = false;
        return { kind: 'section', section };
      }
    }
    if (isTail && !isNumbered && texts.length <= FEW) return { kind: 'signature' };
    if (isNumbering(cells) && (wasHeading || hasLetters(cells))) return { kind: 'numbering' };
    if (isRepeated(cells, headings)) return { kind: 'heading' };
    isTail = false;
    return DATA;
  };

  /** What the column of numbers holds: a number, or a letter where the column is headed as one of household numbers. */
  function isNumber(id: string, text: string): boolean {
    if (id === '' || /\s/.test(id) || id === text) return false;
    return /\d/.test(id) || (isExplicit && !ROMAN.test(id));
  }

  /** A row that numbers something is a section only where its text, in place of a name, can be nobody's name. */
  function isSure({ field, text }: Section, cells: readonly string[]): boolean {
    if (tidy(cells[nameColumn] ?? '') === '') return false;
    if (field === 'village' || field === 'commune') return !isExplicit && NOBODY.test(text);
    return true;
  }

  return ({ line, cells }) => {
    if (line < layout.headingLines[0]) return { kind: isBlank(cells) ? 'blank' : 'letterhead' };
    if (line <= layout.headingLines[1]) return { kind: 'heading' };
    if (line === layout.numberingLine) return { kind: 'numbering' };
    if (isOrdinary(cells, idColumn)) {
      isTail = false;
      wasHeading = false;
      return DATA;
    }
    const row: RowKind = isBlank(cells) ? { kind: 'blank' } : classify(cells);
    wasHeading = row.kind === 'heading';
    return row;
  };
}

/**
 * The quick way for the rows of which there are many: a number, and several other cells filled that are no numbering. A row
 * that is ordinary by some of its cells is so whatever the others hold.
 */
export function isOrdinary(cells: readonly string[], idColumn: number): boolean {
  const id = cells[idColumn] ?? '';
  if (!/^\s*\d{2}|\d\s*$/.test(id)) return false;
  let filled = 0;
  for (const cell of cells) if (saysMuch(cell) && ++filled > 2) return true;
  return false;
}

/** True for two letters or three digits beside each other. Those of ASCII are seen without a pattern, which takes three times as long. */
function saysMuch(cell: string): boolean {
  let letters = 0;
  let digits = 0;
  for (let at = 0; at < cell.length; at++) {
    const unit = cell.charCodeAt(at);
    if (unit > 0x7f) return /\p{L}{2}|\d{3}/u.test(cell);
    const small = unit | 0x20;
    letters = small >= 0x61 && small <= 0x7a ? letters + 1 : 0;
    digits = unit >= 0x30 && unit <= 0x39 ? digits + 1 : 0;
    if (letters === 2 || digits === 3) return true;
  }
  return false;
}

/** True when most cells repeat the headings above them, as on each page of a printed list. */
function isRepeated(cells: readonly string[], headings: readonly string[]): boolean {
  const filled = cells.map((cell, at) => [foldKey(tidy(cell)), headings[at]] as const).filter(([text]) => text !== '');
  return filled.length >= 2 && filled.every(([text, heading]) => text === heading);
}

function wordStarts(words: readonly string[]): readonly RegExp[] {
  return words.map((word) => new RegExp(`^${escaped(word.normalize('NFC'))}(?![\\p{L}\\p{M}])`, 'iu'));
}

function startsWith(text: string, starts: readonly RegExp[]): boolean {
  const bare = text.replace(NUMBERED, '');
  return starts.some((start) => start.test(bare));
}

/** Words for a village that are no surname of anybody. */
const NOBODY = /^(?:thôn|tổ dân phố|tdp|khu phố|xóm|ấp|xã|phường|thị trấn|đặc khu)(?![\p{L}\p{M}])/iu;

const ROMAN = /^[IVXLC]+\.?$/;

/** `I.`, `1)`, `A -` before the text of a section. */
const NUMBERED = /^\s*(?:[IVXLC]+|[A-Z]|\d{1,3})\s*[.):/-]\s*/;

/** `…, ngày 12 tháng 11 năm 2026` */
const DATED = /ng[àa]y\s*[\d.…/_ ]*th[áa]ng/i;

function isSignature(text: string, starts: readonly string[]): boolean {
  const key = foldKey(text);
  return (
    DATED.test(text.normalize('NFC')) || starts.some((start) => start !== foldKey('ngày') && key.startsWith(start))
  );
}

interface Starts {
  readonly village: readonly RegExp[];
  readonly commune: readonly RegExp[];
  readonly list: readonly string[];
}

function sectionIn(text: string, { village, commune, list }: Starts, vocabulary: Vocabulary): Section | null {
  const bare = text.replace(NUMBERED, '').replace(/[:.]\s*$/, '');
  const area = vocabulary.codeOf({ id: 'area', kind: 'code' }, bare);
  if (area !== null) return { field: 'area', value: area, text: bare };
  const key = foldKey(bare);
  const head = list.find((start) => key.startsWith(start));
  const words = head === undefined ? bare : bare.replace(/^\S+\s+\S+\s+/, '');
  const povertyClass = vocabulary.classOf(words);
  if (povertyClass !== null && /\p{L}/u.test(words))
    return { field: 'recorded_class', value: povertyClass, text: bare };
  if (startsWith(bare, village)) return { field: 'village', value: bare, text: bare };
  return startsWith(bare, commune) ? { field: 'commune', value: bare, text: bare } : null;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
