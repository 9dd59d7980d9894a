import type { Household, Survey } from '../survey/survey.ts';
import { hash53 } from '../text/hash53.ts';

/** The fields that make a household one of a kind within a survey: those of them that its files have. */
export function keyFields(survey: Survey, wanted: readonly string[] | null): readonly string[] {
  if (wanted !== null) return wanted;
  const has = (field: string) => survey.slots.has(field);
  const unit = has('commune_code') ? ['commune_code'] : has('commune') ? ['commune'] : [];
  return [...unit, ...(has('village') ? ['village'] : []), 'household_id'];
}

/** One household that stands in several rows. */
export interface DuplicateKey {
  readonly key: string;
  readonly rows: readonly Row[];
  /** True when the rows say the same, reviewer aside. */
  readonly identical: boolean;
  /** The classes computed for its rows, each once. */
  readonly classes: readonly string[];
}

export interface Row {
  readonly table: number;
  readonly line: number;
}

/** What the register keeps of a row; cells are kept as a hash, so that a nation fits in memory. */
interface Kept extends Row {
  readonly content: number;
  readonly class: string;
}

/**
 * Remembers the key of every household and finds those that come twice. Keys are held per unit and village, for one
 * JavaScript map ends at 16.7 million keys.
 */
export class KeyRegister {
  readonly #slots: readonly number[];
  readonly #ignored: number;
  readonly #fields: number;
  /** Per table: the columns that are no field and no row number; copies must agree in them too. */
  readonly #unmapped: readonly (readonly number[])[];
  readonly #units = new Map<string, Map<string, Kept[]>>();
  readonly #doubles: { key: string; rows: Kept[] }[] = [];

  constructor(survey: Survey, fields: readonly string[]) {
    this.#slots = fields.map((field) => survey.slots.get(field) ?? -1);
    this.#ignored = survey.slots.get('reviewer') ?? -1;
    this.#fields = survey.fields.length;
    this.#unmapped = survey.tables.map(({ headings, fields: known }) =>
      headings.flatMap((heading, at) => (known[at] === null && !isIdle(heading, survey) ? [at] : [])),
    );
  }

  /** The key as it is shown and written: its parts joined by `/`. */
  keyOf(household: Household): string {
    return this.#partsOf(household).join('/');
  }

  /** Whether the household's key is new, or a row with the same or another content came before. */
  add(household: Household, povertyClass: string): 'new' | 'identical' | 'different' {
    const parts = this.#partsOf(household);
    // a slash may stand inside a name, so it cannot part the parts
    const unit = parts.slice(0, -1).join('\u001f');
    const rest = parts.at(-1) ?? '';
    let keys = this.#units.get(unit);
    if (keys === undefined) {
      keys = new Map();
      this.#units.set(unit, keys);
    }
    const { table, line } = household;
    const row: Kept = { table, line, content: this.#hash(household), class: povertyClass };
    const before = keys.get(rest);
    if (before === undefined) {
      keys.set(rest, [row]);
      return 'new';
    }
    if (before.length === 1) this.#doubles.push({ key: parts.join('/'), rows: before });
    const same = before[0]?.content === row.content;
    before.push(row);
    return same ? 'identical' : 'different';
  }

  #partsOf({ cells }: Household): readonly string[] {
    return this.#slots.map((slot) => cells[slot] ?? '');
  }

  get duplicates(): readonly DuplicateKey[] {
    return this.#doubles.map(({ key, rows }) => ({
      key,
      rows,
      identical: rows.every((row) => row.content === rows[0]?.content),
      classes: [...new Set(rows.map((row) => row.class).filter((name) => name !== ''))],
    }));
  }

  /** What the row says, its number and the reviewer's name aside. */
  #hash({ cells: known, record, table, members }: Household): number {
    const others = (this.#unmapped[table] ?? []).map((at) => record.cells[at] ?? '');
    // kept columns stand among the unmapped ones too
    const own = known.slice(0, this.#fields);
    if (this.#ignored >= 0) own.splice(this.#ignored, 1);
    return hash53([...own, ...others, ...members.flatMap((member) => member.cells)]);
  }
}

/** Row numbers and the columns of an earlier result say nothing of the household. */
function isIdle(heading: string, { vocabulary }: Survey): boolean {
  return vocabulary.isRowNumber(heading) || vocabulary.isResult(heading);
}
