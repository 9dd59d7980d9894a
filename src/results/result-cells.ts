import { type Finding, finding } from '../finding.ts';
import type { Outcome } from '../review/assess.ts';
import { OUTCOMES } from '../review/tally.ts';
import type { RESULT_FIELDS } from '../survey/fields.ts';
import { placeOf, type Table } from '../survey/table.ts';
import { tidy } from '../text/fold.ts';
import type { ReviewedHousehold } from './reviewed.ts';

type ResultField = (typeof RESULT_FIELDS)[number];

/** What the columns of `classify` say of one row. */
export type Decided = Pick<
  ReviewedHousehold,
  'class' | 'computedClass' | 'basis' | 'averageLiving' | 'deprivations' | 'deprivationsMax'
> & { readonly criteria: { readonly id: string; readonly hash: string } };

/** True for a table that `classify` wrote. */
export function isResult({ headings }: Table): boolean {
  return headings.includes('class') && headings.includes('criteria_hash');
}

/** Reads by which set a row was classified, whatever class it has; blanks where it does not say. */
export function criteriaReader({ headings }: Table): (cells: readonly string[]) => Decided['criteria'] {
  const [id, hash] = [headings.indexOf('criteria'), headings.indexOf('criteria_hash')];
  return (cells) => ({ id: tidy(cells[id] ?? ''), hash: tidy(cells[hash] ?? '') });
}

/**
 * Reads the result columns of a table's rows. `E801` for a class that is none: rows edited by hand may hold any text, and
 * a class is never guessed.
 */
export function decidedReader(table: Table): (cells: readonly string[], line: number) => Decided | Finding {
  const columns = new Map(table.headings.map((heading, at) => [heading, at]));
  const at = (field: ResultField) => columns.get(field) ?? -1;
  const criteria = criteriaReader(table);
  const places = {
    class: at('class'),
    computed: at('computed_class'),
    averageLiving: at('average_living'),
    deprivations: at('deprivations'),
    deprivationsMax: at('deprivations_max'),
    basis: at('basis'),
  };
  return (cells, line) => {
    const cell = (place: number) => tidy(cells[place] ?? '');
    const [written, computed] = [cell(places.class), cell(places.computed)];
    const wrong = !isOutcome(written) ? 'class' : computed !== '' && !isOutcome(computed) ? 'computed_class' : null;
    if (wrong !== null || !isOutcome(written)) {
      const where = { ...placeOf(table), row: line, column: wrong ?? 'class', field: wrong ?? 'class' };
      return finding('E801', where, { saw: wrong === 'class' ? written : computed, expected: OUTCOMES });
    }
    return {
      class: written,
      computedClass: isOutcome(computed) ? computed : written,
      basis: cell(places.basis),
      averageLiving: truthIn(cell(places.averageLiving)),
      deprivations: countIn(cell(places.deprivations)),
      deprivationsMax: countIn(cell(places.deprivationsMax)),
      criteria: criteria(cells),
    };
  };
}

function isOutcome(text: string): text is Outcome {
  return (OUTCOMES as readonly string[]).includes(text);
}

function truthIn(text: string): boolean | null {
  return text === '1' ? true : text === '0' ? false : null;
}

function countIn(text: string): number | null {
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
