import type { Messages } from '../messages/messages.ts';
import type { HeldTarget } from '../movement/target/hold-targets.ts';
import type { Snapshot } from '../movement/target/snapshot.ts';
import type { Target } from '../movement/target/target.ts';
import { type Exact, exact, formatExact, over, times } from '../text/exact.ts';
import { maskText } from '../text/mask.ts';
import type { Block, Cell, Column, Report } from './report.ts';

/** Targets as they came out: of the whole from every baseline, and by units. */
export interface TargetView {
  readonly result: Snapshot;
  readonly baselines: readonly Snapshot[];
  readonly whole: readonly HeldTarget[];
  readonly level: 'total' | 'area' | 'province' | 'commune' | 'village';
  readonly byUnit: readonly HeldTarget[];
}

/** The verdicts, with the baselines they rest on named before them. */
export function targetReport({ result, baselines, whole, level, byUnit }: TargetView, words: Messages): Report {
  const { target: w } = words;
  const named = (snapshot: Snapshot, as: typeof w.result) =>
    as(maskText(snapshot.name), snapshot.date ?? w.dayUnknown, snapshot.criteria ?? w.standardUnknown);
  return {
    blocks: [
      { kind: 'heading', level: 1, text: w.title },
      {
        kind: 'list',
        items: [{ text: named(result, w.result) }, ...baselines.map((one) => ({ text: named(one, w.baseline) }))],
      },
      verdictTable(whole, level, words),
      ...figureTables(whole, words),
      ...unitBlocks(byUnit, level, words),
    ],
  };
}

function verdictTable(held: readonly HeldTarget[], level: TargetView['level'], words: Messages): Block {
  const { target: w } = words;
  const hasUnits = held.some(({ unit }) => unit !== null);
  // a ceiling asks nothing of a baseline: it is said once
  const [first] = held;
  const said = held.filter(({ target, baseline }) => target.kind !== 'ceiling' || baseline === first?.baseline);
  return {
    kind: 'table',
    columns: [
      { title: w.columns.target, width: 34 },
      ...(hasUnits ? [{ title: w.columns.unit, width: 18 }] : []),
      { title: w.columns.baseline, width: 22 },
      ...rightAligned([w.columns.goal, w.columns.reached, w.columns.achievement]),
      { title: w.columns.verdict },
    ],
    rows: said.map((one) => [
      targetText(one.target, words),
      ...(hasUnits ? [unitText(one, level, words)] : []),
      one.target.kind === 'ceiling' ? '' : maskText(one.baseline.name),
      numberCell(one.goal, one.target, words),
      numberCell(one.reached, one.target, words),
      one.achievement === null ? null : formatExact(times(one.achievement, exact(100)), 2, words.lang),
      verdictCell(one, words),
    ]),
  };
}

/** The figures behind the verdicts, once a class, place and baseline: gross and net, stocks and rates. */
function figureTables(held: readonly HeldTarget[], words: Messages): Block[] {
  const { target: w, lang } = words;
  const keys = new Set<string>();
  const once = held.filter((one) => {
    const key = JSON.stringify([one.target.class, one.unit?.code ?? null, one.baseline.name]);
    return !keys.has(key) && keys.add(key);
  });
  const hasRates = once.some(({ openingOf, closingOf }) => openingOf !== null || closingOf !== null);
  const { opening, closing, gross, net, change, rates } = w.columns;
  return [
    {
      kind: 'table',
      columns: [
        { title: words.summary.class, width: 24 },
        { title: w.columns.baseline, width: 22 },
        ...rightAligned([opening, closing, gross, net, change, ...(hasRates ? [rates] : [])]),
      ],
      rows: once.map((one): Cell[] => [
        [words.target.classes[one.target.class], one.unit?.name ?? ''].filter((text) => text !== '').join(', '),
        maskText(one.baseline.name),
        one.opening,
        one.closing,
        one.gross,
        one.net,
        changeText(one, words),
        ...(hasRates
          ? [
              [rateOf(one.opening, one.openingOf), rateOf(one.closing, one.closingOf)]
                .map((rate) => (rate === null ? '?' : formatExact(rate, 2, lang)))
                .join(' → '),
            ]
          : []),
      ]),
    },
  ];
}

/** The change of a stock in per cent of the opening; null when there was none, or under another standard. */
export function changeOf({ opening, net }: HeldTarget): Exact | null {
  if (opening === null || opening === 0 || net === null) return null;
  return over(exact(-100 * net), exact(opening));
}

function changeText(one: HeldTarget, { lang }: Messages): Cell {
  const change = changeOf(one);
  return change === null ? null : formatExact(change, 2, lang);
}

/** A rate in per cent. */
function rateOf(part: number | null, whole: number | null): Exact | null {
  return part === null || !whole ? null : exact(100 * part, whole);
}

/** A table for each target; the baseline stands in it only where there are several. */
function unitBlocks(byUnit: readonly HeldTarget[], level: TargetView['level'], words: Messages): Block[] {
  const { target: w } = words;
  const targets = [...new Set(byUnit.map(({ target }) => target))];
  const several = new Set(byUnit.map(({ baseline }) => baseline)).size > 1;
  const { unit, baseline, opening, closing, gross, net, change, verdict } = w.columns;
  return targets.flatMap((target): Block[] => [
    { kind: 'heading', level: 2, text: w.byUnit(w.levels[level], targetText(target, words)) },
    {
      kind: 'table',
      columns: [
        { title: unit, width: 24 },
        ...(several ? [{ title: baseline, width: 22 }] : []),
        ...rightAligned([opening, closing, gross, net, change]),
        { title: verdict },
      ],
      rows: byUnit
        .filter((one) => one.target === target)
        .map((one): Cell[] => [
          unitText(one, level, words),
          ...(several ? [maskText(one.baseline.name)] : []),
          one.opening,
          one.closing,
          one.gross,
          one.net,
          changeText(one, words),
          verdictCell(one, words),
        ]),
    },
  ]);
}

/** The target as a sentence names it: class, goal, and how a fall is counted. */
function targetText(target: Target, words: Messages): string {
  const { target: w } = words;
  const { kind, isRate, value, measure } = target;
  const goal = (kind === 'ceiling' && isRate ? w.goals.ceilingRate : w.goals[kind])(valueText(value, words));
  const how = measure === null ? '' : `, ${w.measures[measure]}`;
  return `${w.classes[target.class]}: ${goal}${how}`;
}

function valueText({ n, d }: Target['value'], { lang }: Messages): string {
  // as many decimals as it takes, for a value is never rounded
  const places = [0, 1, 2, 3, 4].find((count) => (n * 10 ** count) % d === 0) ?? 6;
  return formatExact(exact(n, d), places, lang);
}

/** Households whole, rates and points with two decimals. */
function numberCell(value: Exact | null, { kind, isRate }: Target, { lang }: Messages): Cell {
  if (value === null) return null;
  const isWhole = kind !== 'pp_reduction' && !isRate && value.n % value.d === 0n;
  const isHalf = kind !== 'pp_reduction' && !isRate;
  return formatExact(value, isWhole ? 0 : isHalf ? 1 : 2, lang);
}

function verdictCell({ met }: HeldTarget, { target: w }: Messages): Cell {
  if (met === null) return { text: w.verdicts.unknown, tone: 'undecided' };
  return met ? { text: w.verdicts.met, tone: 'yes' } : { text: w.verdicts.missed, tone: 'warning' };
}

function unitText({ unit }: HeldTarget, level: TargetView['level'], { areas }: Messages): string {
  if (unit === null) return '';
  const isArea = level === 'area' && (unit.code === 'urban' || unit.code === 'rural' || unit.code === 'unknown');
  return isArea ? areas[unit.code as keyof typeof areas] : unit.name;
}

function rightAligned(titles: readonly string[]): Column[] {
  return titles.map((title) => ({ title, align: 'right' }));
}
