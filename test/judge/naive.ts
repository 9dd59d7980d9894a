import type { Basis, PovertyClass } from '../../src/criteria/criteria.ts';
import type { Evidence } from '../../src/judge/evidence.ts';
import type { Truth } from '../../src/judge/truth.ts';

/**
 * The shipped standards once more, written out by hand and judged by trying every way of filling what is unknown.
 * Slow and plain on purpose: it shares no code with the judge, only the shape of its evidence.
 */
export interface Standard {
  readonly set: string;
  readonly basis: Basis;
  readonly reads: readonly ('area' | 'income' | 'b1' | 'b2')[];
  readonly indicators: readonly string[];
  /** The indicator that says whether income is at the line, if the standard counts it. */
  readonly incomeIndicator: string | null;
  /** Đồng per person per year. */
  readonly incomeLines: readonly number[];
  readonly b1Lines: readonly number[];
  /** In order: the first that holds gives the class. */
  readonly rules: readonly { readonly class: PovertyClass; holds(h: Household): boolean }[];
  belowLine(h: Household): boolean;
  /** Null: not defined. */
  averageLiving: ((h: Household) => boolean) | null;
}

/** A household of which all is known. */
export interface Household {
  readonly area: 'rural' | 'urban';
  /** Twelve times the monthly income: every line is a whole number of đồng a year. */
  readonly yearly: number;
  readonly b1: number;
  readonly deprived: ReadonlySet<string>;
}

const NATIONAL = [
  ...['employment', 'dependents', 'nutrition', 'health_insurance', 'adult_education', 'child_schooling'],
  ...['housing_quality', 'housing_area', 'water', 'toilet', 'telecom', 'information_means'],
];
const HCMC = [
  ...['nutrition', 'health_insurance', 'adult_education', 'child_schooling', 'employment', 'social_insurance'],
  ...['housing_area', 'water', 'income_line', 'dependents'],
];

function byLineAndCount(set: string, rural: number, urban: number, extraLines: readonly number[] = []): Standard {
  const belowLine = (h: Household) => h.yearly <= 12 * (h.area === 'rural' ? rural : urban);
  return {
    set,
    basis: 'income',
    reads: ['area', 'income'],
    indicators: NATIONAL,
    incomeIndicator: null,
    incomeLines: [rural, urban, ...extraLines].map((line) => 12 * line),
    b1Lines: [],
    rules: [
      { class: 'poor', holds: (h) => belowLine(h) && h.deprived.size >= 3 },
      { class: 'near_poor', holds: (h) => belowLine(h) && h.deprived.size < 3 },
      { class: 'non_poor', holds: (h) => !belowLine(h) },
    ],
    belowLine,
    averageLiving: null,
  };
}

const nationByIncome: Standard = {
  ...byLineAndCount('vn-2022', 1_500_000, 2_000_000, [2_250_000, 3_000_000]),
  reads: ['area', 'income', 'b2'],
  averageLiving: ({ area, yearly }) =>
    area === 'rural'
      ? yearly > 12 * 1_500_000 && yearly <= 12 * 2_250_000
      : yearly > 12 * 2_000_000 && yearly <= 12 * 3_000_000,
};

const belowCutOff = ({ area, b1 }: Household) => b1 <= (area === 'rural' ? 140 : 175);
const nationByScore: Standard = {
  set: 'vn-2022',
  basis: 'score',
  reads: ['area', 'b1', 'b2'],
  indicators: NATIONAL,
  incomeIndicator: null,
  incomeLines: [],
  b1Lines: [140, 175],
  rules: [
    { class: 'poor', holds: (h) => belowCutOff(h) && 10 * h.deprived.size >= 30 },
    { class: 'near_poor', holds: (h) => belowCutOff(h) && 10 * h.deprived.size < 30 },
    { class: 'non_poor', holds: (h) => !belowCutOff(h) },
  ],
  belowLine: belowCutOff,
  averageLiving: null,
};

const city: Standard = {
  set: 'hcmc-2021',
  basis: 'income',
  reads: ['income'],
  indicators: HCMC,
  incomeIndicator: 'income_line',
  incomeLines: [36_000_000, 46_000_000],
  b1Lines: [],
  rules: [
    { class: 'poor', holds: ({ deprived: d }) => d.size >= 3 || (d.has('income_line') && d.has('dependents')) },
    {
      class: 'near_poor',
      holds: ({ deprived: d, yearly }) => d.size === 2 && yearly > 36_000_000 && yearly <= 46_000_000,
    },
    { class: 'non_poor', holds: () => true },
  ],
  belowLine: ({ yearly }) => yearly <= 36_000_000,
  averageLiving: null,
};

export const STANDARDS: readonly Standard[] = [
  nationByIncome,
  nationByScore,
  { ...byLineAndCount('quang-ninh-2023', 2_100_000, 2_600_000), reads: ['area', 'income', 'b2'] },
  city,
];

/** What is known of a household, as the naive judge takes it; null is unknown. */
interface Known {
  readonly area: 'rural' | 'urban' | null;
  readonly yearly: number | null;
  readonly b1: number | null;
  readonly b2: number | null;
  readonly marks: Readonly<Record<string, Truth>>;
}

/** What the naive judge says; the same words as a verdict. */
export interface Said {
  readonly class: PovertyClass | 'undecided';
  readonly possible: readonly PovertyClass[];
  readonly averageLiving: Truth;
  readonly deprivations: number;
  readonly deprivationsMax: number;
  readonly belowLine: Truth;
  readonly undecidedFor: readonly string[];
  readonly nearBoundary: readonly string[];
  readonly holds: readonly Truth[];
  readonly marksOverruled: readonly string[];
}

/** Null: no filling agrees with what is written. */
export function say(standard: Standard, evidence: Evidence): Said | null {
  const known = knownOf(standard, evidence);
  const filled = fillings(standard, known);
  if (filled.length === 0) return null;
  const possible = possibleIn(standard, filled);
  const decided = possible.length === 1 ? (possible[0] as PovertyClass) : null;
  const counts = filled.map((h) => h.deprived.size);
  const { averageLiving } = standard;
  return {
    class: decided ?? 'undecided',
    possible,
    averageLiving: averageLiving === null ? null : same(filled.map(averageLiving)),
    deprivations: Math.min(...counts),
    deprivationsMax: Math.max(...counts),
    belowLine: same(filled.map(standard.belowLine)),
    undecidedFor: decided === null ? undecidedFor(standard, known, filled) : [],
    nearBoundary: decided === null ? [] : whatAlters(standard, decided, nearChanges(standard, known)),
    holds: standard.rules.map((rule) => same(filled.map((h) => rule.holds(h)))),
    marksOverruled: overruled(standard, evidence),
  };
}

/** What a single change at any distance could alter, of a decided household. */
export function sayChanges(standard: Standard, evidence: Evidence): readonly string[] {
  const known = knownOf(standard, evidence);
  const possible = possibleIn(standard, fillings(standard, known));
  return possible.length === 1 ? whatAlters(standard, possible[0] as PovertyClass, allChanges(standard, known)) : [];
}

/** Every household that the evidence may be. */
export function sayFillings(standard: Standard, evidence: Evidence): readonly Household[] {
  return fillings(standard, knownOf(standard, evidence));
}

function knownOf({ reads, indicators, incomeIndicator }: Standard, evidence: Evidence): Known {
  const yearly = reads.includes('income') && evidence.income !== null ? 12 * evidence.income : null;
  const marks = Object.fromEntries(indicators.map((id, at) => [id, evidence.marks[at] ?? null]));
  // a mark on the income line gives way to the income
  if (incomeIndicator !== null && yearly !== null) marks[incomeIndicator] = null;
  return {
    area: reads.includes('area') ? evidence.area : null,
    yearly,
    b1: reads.includes('b1') ? evidence.b1 : null,
    b2: reads.includes('b2') ? evidence.b2 : null,
    marks,
  };
}

const around = (line: number) => [line - 1, line, line + 1];

/** Every yearly income, or B1, that can matter: on each line, beside it, none and a great deal. */
const someIncomes = (standard: Standard) => [0, ...standard.incomeLines.flatMap(around), 1e12];
const someB1 = (standard: Standard) => [0, ...standard.b1Lines.flatMap(around), 999];

function fillings(standard: Standard, known: Known): readonly Household[] {
  const { reads, incomeLines, incomeIndicator } = standard;
  const areas: readonly ('rural' | 'urban')[] =
    known.area !== null ? [known.area] : reads.includes('area') ? ['rural', 'urban'] : ['rural'];
  const incomes = known.yearly !== null ? [known.yearly] : reads.includes('income') ? someIncomes(standard) : [0];
  const b1s = known.b1 !== null ? [known.b1] : reads.includes('b1') ? someB1(standard) : [0];
  const filled: Household[] = [];
  for (const marked of markings(standard, known)) {
    for (const area of areas) {
      for (const yearly of incomes) {
        const deprived = new Set(marked);
        if (incomeIndicator !== null && yearly <= (incomeLines[0] as number)) deprived.add(incomeIndicator);
        if (known.b2 !== null && 10 * deprived.size !== known.b2) continue;
        const mark = incomeIndicator === null ? null : known.marks[incomeIndicator];
        if (typeof mark === 'boolean' && deprived.has(incomeIndicator as string) !== mark) continue;
        for (const b1 of b1s) filled.push({ area, yearly, b1, deprived });
      }
    }
  }
  return filled;
}

/** Every set of deprived indicators that the marks leave open; the one that follows from income is left out. */
function markings({ indicators, incomeIndicator }: Standard, { marks }: Known): readonly string[][] {
  let sets: string[][] = [[]];
  for (const id of indicators) {
    const mark = marks[id];
    if (id === incomeIndicator || mark === false) continue;
    sets = mark === true ? sets.map((set) => [...set, id]) : sets.flatMap((set) => [set, [...set, id]]);
  }
  return sets;
}

function classOf(standard: Standard, household: Household): PovertyClass {
  const rule = standard.rules.find((r) => r.holds(household));
  if (rule === undefined) throw new Error(`${standard.set} has a hole`);
  return rule.class;
}

function possibleIn(standard: Standard, filled: readonly Household[]): readonly PovertyClass[] {
  const found = new Set(filled.map((household) => classOf(standard, household)));
  return (['poor', 'near_poor', 'non_poor'] as const).filter((c) => found.has(c));
}

function same(said: readonly boolean[]): Truth {
  return said.every((one) => one === said[0]) ? (said[0] as boolean) : null;
}

/** An unknown decides when two fillings that differ in it alone have different classes. */
function undecidedFor(standard: Standard, known: Known, filled: readonly Household[]): string[] {
  const { reads, indicators, incomeIndicator } = standard;
  const unknown = [
    ...(['income', 'b1', 'area'] as const).filter(
      (field) => reads.includes(field) && known[field === 'income' ? 'yearly' : field] === null,
    ),
    ...indicators.filter((id) => id !== incomeIndicator && known.marks[id] === null),
  ];
  return unknown.filter((what) => {
    const classes = new Map<string, PovertyClass>();
    return filled.some((h) => {
      const others = [
        what === 'income' ? '' : h.yearly,
        what === 'b1' ? '' : h.b1,
        what === 'area' ? '' : h.area,
        ...indicators.filter((id) => id !== what && id !== incomeIndicator && h.deprived.has(id)),
      ].join();
      const before = classes.get(others);
      const now = classOf(standard, h);
      classes.set(others, now);
      return before !== undefined && before !== now;
    });
  });
}

/** One known answer changed, all else as it was. */
interface OneChange {
  readonly what: string;
  readonly known: Known;
}

function nearChanges(standard: Standard, known: Known): OneChange[] {
  const { yearly, b1 } = known;
  const nearLines = standard.incomeLines.filter((line) => yearly !== null && 20 * Math.abs(yearly - line) <= line);
  const nearCutOffs = standard.b1Lines.filter((line) => b1 !== null && Math.abs(b1 - line) <= 5);
  return changesTo(standard, known, nearLines.flatMap(around), nearCutOffs.flatMap(around));
}

function allChanges(standard: Standard, known: Known): OneChange[] {
  return changesTo(
    standard,
    known,
    known.yearly === null ? [] : someIncomes(standard),
    known.b1 === null ? [] : someB1(standard),
  );
}

function changesTo(standard: Standard, known: Known, incomes: readonly number[], b1s: readonly number[]): OneChange[] {
  const changes: OneChange[] = [
    ...incomes.map((yearly) => ({ what: 'income', known: { ...known, yearly } })),
    ...b1s.map((b1) => ({ what: 'b1', known: { ...known, b1 } })),
  ];
  if (known.area !== null) {
    changes.push({ what: 'area', known: { ...known, area: known.area === 'rural' ? 'urban' : 'rural' } });
  }
  for (const id of standard.indicators) {
    const mark = known.marks[id];
    if (typeof mark !== 'boolean') continue;
    const b2 = known.b2 === null ? null : known.b2 + (mark ? -10 : 10);
    changes.push({ what: id, known: { ...known, b2, marks: { ...known.marks, [id]: !mark } } });
  }
  return changes;
}

function whatAlters(standard: Standard, decided: PovertyClass, changes: readonly OneChange[]): readonly string[] {
  const altering = changes.filter(({ known }) =>
    possibleIn(standard, fillings(standard, known)).some((c) => c !== decided),
  );
  return [...new Set(altering.map(({ what }) => what))];
}

function overruled({ incomeIndicator, incomeLines, indicators }: Standard, { income, marks }: Evidence): string[] {
  if (incomeIndicator === null || income === null) return [];
  const mark = marks[indicators.indexOf(incomeIndicator)] ?? null;
  return mark !== null && mark !== 12 * income <= (incomeLines[0] as number) ? [incomeIndicator] : [];
}
