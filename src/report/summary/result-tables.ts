import type { Messages } from '../../messages/messages.ts';
import { classCount, type Outcome, residentsReviewed, shareOf } from '../../summary/numbers.ts';
import type { Summary, Unit } from '../../summary/summary.ts';
import type { Cell, Column, TableBlock } from '../report.ts';
import type { TableOptions } from './naming.ts';

/**
 * Results by unit, in the blocks of the official tables: urban, rural, those whose area is not known, then the total. What
 * nobody reported is blank; a zero is a zero.
 */
export function resultTable(summary: Summary, options: TableOptions, words: Messages): TableBlock {
  const { columns: c } = words.tables;
  const { review, total } = summary;
  const hasRates = total.residents.households !== null || total.residents.from !== null;
  const rate = hasRates ? [numberColumn(c.rate)] : [];
  const both = (unit: Unit) => households(unit, 'poor') + households(unit, 'near_poor');
  const households = (unit: Unit, outcome: Outcome) => classCount(unit, review, outcome).households;
  const cellsOf = (unit: Unit): Cell[] => {
    const rated = (n: number): Cell[] => [n, ...(hasRates ? [rateCell(n, unit.residents.households, options)] : [])];
    return [
      hasRates ? unit.residents.households : residentsReviewed(unit, review),
      ...rated(households(unit, 'poor')),
      ...rated(households(unit, 'near_poor')),
      ...rated(both(unit)),
      households(unit, 'undecided'),
    ];
  };
  return {
    kind: 'table',
    columns: [
      { title: c.unit, width: UNIT_WIDTH },
      numberColumn(hasRates ? c.residents : c.reviewed),
      numberColumn(c.poor),
      ...rate,
      numberColumn(c.near_poor),
      ...rate,
      numberColumn(c.both),
      ...rate,
      numberColumn(c.undecided),
    ],
    rows: unitRows(summary, words, cellsOf),
  };
}

/** Persons by result and unit; null when no household says how many it has. */
export function personsTable(summary: Summary, options: TableOptions, words: Messages): TableBlock | null {
  const { columns: c } = words.tables;
  const { review, total } = summary;
  if (!review.has.size) return null;
  const hasRates = total.residents.persons !== null;
  const cellsOf = (unit: Unit): Cell[] => {
    const rated = (outcome: Outcome): Cell[] => {
      const { persons } = classCount(unit, review, outcome);
      return [persons, ...(hasRates ? [rateCell(persons, unit.residents.persons, options)] : [])];
    };
    return [...(hasRates ? [unit.residents.persons] : []), ...rated('poor'), ...rated('near_poor')];
  };
  const rate = hasRates ? [numberColumn(c.rate)] : [];
  return {
    kind: 'table',
    columns: [
      { title: c.unit, width: UNIT_WIDTH },
      ...(hasRates ? [numberColumn(c.residentPersons)] : []),
      numberColumn(c.poorPersons),
      ...rate,
      numberColumn(c.nearPoorPersons),
      ...rate,
    ],
    rows: unitRows(summary, words, cellsOf),
  };
}

/** A column of numbers whose heading is broken between words where the table is too wide. */
function numberColumn(title: string): Column {
  return { title, align: 'right', width: Math.max(title.length, NUMBER_WIDTH) };
}

/** Room for the numbers themselves. */
const NUMBER_WIDTH = 12;

/** Units with longer names are broken where the table is too wide. */
const UNIT_WIDTH = 48;

export function rateCell(part: number, whole: number | null, { decimals }: TableOptions): Cell {
  const share = shareOf(part, whole);
  return share === null ? null : { ...share, decimals };
}

/** Rows by blocks of area: each with its units below its sum, the whole last. */
export function unitRows(
  summary: Summary,
  { tables: w }: Messages,
  cellsOf: (unit: Unit) => readonly Cell[],
): Cell[][] {
  const { levels, blocks, total, notReported } = summary;
  const nameOf = namer(summary, w.unnamed);
  const strong = (text: string): Cell => ({ text, tone: 'strong' });
  const areas = levels.find(({ level }) => level === 'area')?.units ?? [];
  const finest = levels.filter(({ level }) => level !== 'area' && level !== 'total').at(-1);
  const rows: Cell[][] = [];
  if (areas.length === 0) for (const unit of finest?.units ?? []) rows.push([nameOf(unit), ...cellsOf(unit)]);
  for (const [at, area] of areas.entries()) {
    const title = w.blocks[(area.area ?? 'unknown') as keyof typeof w.blocks];
    rows.push([strong(`${ROMAN[at] ?? ''}. ${title}`), ...cellsOf(area)]);
    for (const unit of blocks.filter((one) => one.area === area.area))
      rows.push([`  ${nameOf(unit)}`, ...cellsOf(unit)]);
  }
  for (const { code, name } of notReported) {
    const blank = cellsOf(total).map((): Cell => null);
    rows.push([{ text: `${name || code}: ${w.notReported}`, tone: 'dim' }, ...blank]);
  }
  rows.push([strong(w.total), ...cellsOf(total)]);
  return rows;
}

const ROMAN = ['I', 'II', 'III'];

/** A village with its commune where several are shown; units without a name by their code. */
function namer({ levels }: Summary, unnamed: string): (unit: Unit) => string {
  const villages = levels.find(({ level }) => level === 'village')?.units ?? [];
  const communes = new Set(villages.map(({ commune }) => `${commune.code}/${commune.name}`));
  return ({ level, code, name, commune }) => {
    const own = name ?? code ?? unnamed;
    const above = level === 'village' && communes.size > 1 ? (commune.name ?? commune.code) : null;
    return above === null ? own : `${own} · ${above}`;
  };
}
