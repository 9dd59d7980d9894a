import type { Basis, Criteria, PovertyClass } from '../criteria/criteria.ts';
import type { Region } from './cuts.ts';
import { type Evidence, type Placed, place } from './evidence.ts';
import { axisDecides, FIRST_NAMED, type Fillings, fillings } from './fillings.ts';
import { CLASSES, compile, type Table } from './table.ts';
import { agreed, type Truth } from './truth.ts';

/** What the criteria say of one household. A class is decided exactly when every way of filling the unknowns gives it. */
export interface Verdict {
  readonly class: PovertyClass | 'undecided';
  /** In the order poor, near_poor, non_poor; one when decided. */
  readonly possible: readonly PovertyClass[];
  /** Null: unknown, or the set does not define it on this basis. */
  readonly averageLiving: Truth;
  /** Certainly deprived, and at most deprived. */
  readonly deprivations: number;
  readonly deprivationsMax: number;
  readonly belowLine: Truth;
  /** Unknowns that can still change the class: `income`, `b1`, `area`, indicator ids. Empty when decided. */
  readonly undecidedFor: readonly string[];
  /** Single changes near at hand that would alter the class. Empty when undecided. */
  readonly nearBoundary: readonly string[];
  /** Rule by rule, whether it holds by itself in every filling (yes), in none (no), or in some (unknown). */
  readonly holds: readonly Truth[];
  /** Computed indicators whose mark says otherwise than the income; the income was followed. */
  readonly marksOverruled: readonly string[];
}

/** The B2 and the marks exclude each other: no filling gives both. */
export const CONTRADICTION = 'b2 contradicts the marks';

/** One thing changed or answered, all else as it is. `near`: within the distance that `near_boundary` lists. */
export interface Change {
  readonly what: string;
  readonly to: { readonly area: number } | { readonly region: Region } | { readonly deprived: boolean };
  readonly near: boolean;
  /** Classes possible then; of a change never just the class before it. */
  readonly possible: readonly PovertyClass[];
}

export interface Judge {
  readonly table: Table;
  /** The verdict, or `CONTRADICTION`. Equal evidence gives the same object. */
  decide(evidence: Evidence): Verdict | typeof CONTRADICTION;
  /** Every single change of a known answer that would alter a decided class, at any distance. */
  changes(evidence: Evidence): readonly Change[];
  /** For every unknown that still decides: each answer it may get, and what is possible then. */
  answers(evidence: Evidence): readonly Change[];
}

/** How many different cases are remembered; households repeat themselves. */
const REMEMBERED = 1 << 16;

/** A judge for one ladder of a criteria set. Throws what `compile` throws. */
export function makeJudge(criteria: Criteria, basis: Basis): Judge {
  const table = compile(criteria, basis);
  const remembered = new Map<string, Verdict | typeof CONTRADICTION>();
  return {
    table,
    decide(evidence) {
      const placed = place(evidence, table);
      const key = caseOf(placed);
      const known = remembered.get(key);
      if (known !== undefined) return known;
      const verdict = judge(placed, table);
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(key, verdict);
      return verdict;
    },
    changes(evidence) {
      const consistent = settle(place(evidence, table), table);
      if (consistent === null) return [];
      const possible = classesIn(consistent.filled.cells, table);
      return possible.length === 1 ? changesOf(consistent.placed, possible[0] as PovertyClass, table) : [];
    },
    answers(evidence) {
      const consistent = settle(place(evidence, table), table);
      return consistent === null ? [] : answersOf(consistent, table);
    },
  };
}

/** Two households with the same text here are one case to the judge. */
function caseOf({ area, income, b1, b1Regions, b2, marks, nearIncome, nearB1 }: Placed): string {
  let marked = '';
  for (const mark of marks) marked += mark === null ? '?' : mark ? '1' : '0';
  return `${area},${income},${nearIncome},${b1 ?? b1Regions},${nearB1},${b2?.lo},${b2?.hi},${marked}`;
}

function judge(original: Placed, table: Table): Verdict | typeof CONTRADICTION {
  const settled = settle(original, table);
  if (settled === null) return CONTRADICTION;
  const { placed, filled, overruled } = settled;
  const { cells } = table;
  const possible = classesIn(filled.cells, table);
  const decided = possible.length === 1 ? (possible[0] as PovertyClass) : null;
  const deprivations = filled.cells.map((cell) => cells.deprivations[cell] as number);
  return {
    class: decided ?? 'undecided',
    possible,
    averageLiving: agreed(filled.cells.map((cell) => truthOf(cells.averageLiving[cell] as number))),
    // a wide open household has more cells than a call takes arguments
    deprivations: deprivations.reduce((a, b) => Math.min(a, b)),
    deprivationsMax: deprivations.reduce((a, b) => Math.max(a, b)),
    belowLine: agreed(filled.cells.map((cell) => truthOf(cells.belowLine[cell] as number))),
    undecidedFor: decided === null ? undecidedFor(placed, filled, table) : [],
    nearBoundary: decided === null ? [] : nearBoundary(placed, decided, table),
    holds: table.rules.map((_, rule) =>
      agreed(filled.cells.map((cell) => (((cells.holds[cell] as number) >>> rule) & 1) === 1)),
    ),
    marksOverruled: overruled,
  };
}

interface Settled {
  readonly placed: Placed;
  readonly filled: Fillings;
  readonly overruled: readonly string[];
}

/**
 * The fillings of a household whose answers agree. A mark on a computed indicator gives way to the income it is
 * computed from; a B2 that no filling of the marks gives is a contradiction (null).
 */
function settle(placed: Placed, table: Table): Settled | null {
  const filled = fillings(placed, table);
  if (filled.cells.length > 0) return { placed, filled, overruled: [] };
  const without = withoutComputed(placed, table);
  const refilled = fillings(without, table);
  if (refilled.cells.length === 0) return null;
  const overruled = table.computed.filter((at) => placed.marks[at] !== null).map((at) => idOf(at, table));
  return { placed: without, filled: refilled, overruled };
}

/** The marks on computed indicators left out: they follow from the income. */
function withoutComputed(placed: Placed, table: Table): Placed {
  if (table.computed.length === 0) return placed;
  return { ...placed, marks: placed.marks.map((mark, at) => (table.computed.includes(at) ? null : mark)) };
}

/** 1 yes, 0 no, 2 not defined. */
function truthOf(entry: number): Truth {
  return entry === 2 ? null : entry === 1;
}

function idOf(at: number, table: Table): string {
  return table.indicators[at]?.id ?? '';
}

function classesIn(cells: readonly number[], table: Table): PovertyClass[] {
  if (cells.length === 1) {
    const at = classOf(cells[0] as number, table);
    return at < 0 ? [] : [CLASSES[at] as PovertyClass];
  }
  const found = new Set(cells.map((cell) => classOf(cell, table)));
  return CLASSES.filter((_, at) => found.has(at));
}

/** The class of a cell, as its position in `CLASSES`. */
function classOf(cell: number, table: Table): number {
  const rule = table.rules[table.cells.rule[cell] as number];
  return rule === undefined ? -1 : CLASSES.indexOf(rule.class);
}

function undecidedFor({ area, income, b1, marks }: Placed, filled: Fillings, table: Table): string[] {
  const decides = (axis: number) => axisDecides(axis, filled, table, (cell) => classOf(cell, table));
  const unknown: string[] = [];
  if (income === null && decides(1)) unknown.push('income');
  if (b1 === null && decides(2)) unknown.push('b1');
  if (area === null && decides(0)) unknown.push('area');
  const axes = [...table.named.map((at) => [at]), ...table.groups];
  const deciding = axes.flatMap((group, order) => {
    const open = group.filter((at) => marks[at] === null || marks[at] === undefined);
    return open.length > 0 && decides(FIRST_NAMED + order) ? open : [];
  });
  return [...unknown, ...deciding.sort((a, b) => a - b).map((at) => idOf(at, table))];
}

function nearBoundary(placed: Placed, decided: PovertyClass, table: Table): string[] {
  return [...new Set(changesOf(placed, decided, table, 'near').map((change) => change.what))];
}

/** The mark of an indicator turned over, and a written B2 with it. */
function withOtherMark(placed: Placed, at: number, table: Table): Placed {
  const mark = placed.marks[at] === true;
  const marks = placed.marks.map((m, i) => (i === at ? !mark : m));
  const points = (mark ? -1 : 1) * (table.b2?.each[at] ?? 0);
  const b2 = placed.b2 && { lo: placed.b2.lo + points, hi: placed.b2.hi + points };
  return { ...placed, marks, b2 };
}

/** In the order income, b1, area, indicators. With `near`, only changes within reach are tried. */
function changesOf(placed: Placed, decided: PovertyClass, table: Table, reach: 'near' | 'any' = 'any'): Change[] {
  const changes: Change[] = [];
  const classesOf = (changed: Placed) => classesIn(fillings(changed, table).cells, table);
  const note = (what: string, possible: readonly PovertyClass[], to: Change['to'], near: boolean) => {
    if (possible.some((c) => c !== decided)) changes.push({ what, to, near, possible });
  };
  const tryOut = (what: string, changed: Placed, to: Change['to'], near: boolean) =>
    note(what, classesOf(changed), to, near);
  if (placed.income !== null) {
    for (const region of reach === 'near' ? placed.nearIncome : table.income.regions) {
      if (region === placed.income) continue;
      tryOut(
        'income',
        { ...withoutComputed(placed, table), income: region },
        { region },
        placed.nearIncome.includes(region),
      );
    }
  }
  if (placed.b1 !== null) {
    for (const region of reach === 'near' ? placed.nearB1 : table.b1.regions) {
      if (region === placed.b1) continue;
      tryOut('b1', { ...placed, b1: region }, { region }, placed.nearB1.includes(region));
    }
  }
  if (placed.area !== null && table.areas.length > 1) {
    const area = 1 - placed.area;
    tryOut('area', { ...withoutComputed(placed, table), area }, { area }, true);
  }
  // indicators of one group that are marked alike come out alike
  const ofGroups = new Map<string, readonly PovertyClass[]>();
  for (const at of table.indicators.keys()) {
    const mark = placed.marks[at];
    if (mark === null || mark === undefined) continue;
    // a computed indicator moves with the income alone, unless only its mark is known
    if (table.computed.includes(at) && placed.income !== null) continue;
    const group = table.groups.findIndex((members) => members.includes(at));
    const kind = group < 0 ? idOf(at, table) : `${group}:${mark}`;
    const possible = ofGroups.get(kind) ?? classesOf(withOtherMark(placed, at, table));
    ofGroups.set(kind, possible);
    note(idOf(at, table), possible, { deprived: !mark }, true);
  }
  return changes;
}

function answersOf({ placed, filled }: Settled, table: Table): Change[] {
  return undecidedFor(placed, filled, table).flatMap((what): Change[] => {
    const answer = (to: Change['to'], answered: Placed): Change[] => {
      const possible = classesIn(fillings(answered, table).cells, table);
      return possible.length === 0 ? [] : [{ what, to, near: false, possible }];
    };
    if (what === 'income') {
      return table.income.regions.flatMap((region) => answer({ region }, { ...placed, income: region }));
    }
    if (what === 'b1') return placed.b1Regions.flatMap((region) => answer({ region }, { ...placed, b1: region }));
    if (what === 'area') return [...table.areas.keys()].flatMap((area) => answer({ area }, { ...placed, area }));
    const at = table.indicators.findIndex((i) => i.id === what);
    return [true, false].flatMap((deprived) => {
      const marks = table.indicators.map((_, i) => (i === at ? deprived : (placed.marks[i] ?? null)));
      return answer({ deprived }, { ...placed, marks });
    });
  });
}
