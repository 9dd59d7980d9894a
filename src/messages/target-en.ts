import { wordFor } from './domain-words.ts';
import type { FindingWords, Told } from './finding-words.ts';
import type { targetVi } from './target-vi.ts';

const CLASSES = { poor: 'poor', near_poor: 'near-poor', multidimensional: 'poor and near-poor' };
const KINDS = {
  pp_reduction: 'rate lower by points',
  percent_of_opening: 'per cent of the opening stock',
  count: 'households fewer',
  ceiling: 'ceiling at the end',
};

/** The words of targets. */
export const targetEn: typeof targetVi = {
  title: 'Targets of poverty reduction',
  byUnit: (level, target) => `By ${level}: ${target}`,
  levels: { total: 'total', area: 'area', province: 'province', commune: 'commune', village: 'village' },
  result: (name, date, criteria) => `Result: ${name} (${date}, ${criteria}).`,
  baseline: (name, date, criteria) => `Baseline: ${name} (${date}, ${criteria}).`,
  dayUnknown: 'no date given',
  standardUnknown: 'no standard given',
  classes: CLASSES,
  kinds: KINDS,
  goals: {
    pp_reduction: (value) => `rate lower by ${value} percentage points`,
    percent_of_opening: (value) => `${value} % fewer than at the opening`,
    count: (value) => `${value} households fewer`,
    ceiling: (value) => `at most ${value} households left`,
    ceilingRate: (value) => `rate at most ${value} %`,
  },
  measures: { gross: 'by households that escaped', net: 'by the difference of stocks' },
  columns: {
    target: 'Target',
    baseline: 'Baseline',
    unit: 'Unit',
    opening: 'Opening',
    closing: 'Closing',
    gross: 'Gross exits',
    net: 'Net fall',
    change: 'Change %',
    rates: 'Rate % opening → closing',
    goal: 'Goal',
    reached: 'Reached',
    achievement: 'Achieved %',
    verdict: 'Verdict',
  },
  verdicts: { met: '✓ met', missed: '✗ missed', unknown: '? not measured' },
  usage: {
    noTarget: 'no target: add --target or --targets',
    noBaseline: 'no baseline: add --baseline or --baseline-count',
    noResult: 'no result: name result files, or add --result-count',
    twoResults: 'use either result files or --result-count',
    badTarget: (text) => `--target ${text} cannot be read`,
    targetForm: (expected) => `Form: near_poor:percent_of_opening:50:net. Possible: ${expected}`,
    badCounts: (text) => `the figures "${text}" cannot be read`,
    countsForm: (keys) => `Form: "end of 2023: poor=81, near_poor=1924". Possible: ${keys}`,
    baselinePopulations: 'each --baseline-population goes with one --baseline, in their order',
  },
  help: {
    target: 'Was the target met, baseline by baseline, gross and net',
    result: 'the result at the end (files written by classify)',
    baseline: 'a list to compare with; repeatable',
    baselineCount:
      'baseline figures by hand: "name: poor=N, near_poor=N, households=N, standard=ID, date=DAY"; repeatable',
    resultCount: 'closing figures by hand instead of result files; also poor_exits=N, near_poor_exits=N',
    targetText: 'target CLASS:KIND:VALUE[:gross|net]; repeatable',
    targets: 'YAML or CSV file of targets',
    by: 'a table by units besides',
    population:
      'resident households at the end (unit_code, area, households, persons; with a date column it serves both)',
    baselinePopulation: 'resident households of a baseline; repeatable, in the order of --baseline',
    links: 'links between the households of baseline and result (written by link)',
    crosswalk: 'which units followed which between the two',
  },
};

const targetIn = (f: Told) => `Target for ${wordFor(f.text('class'), CLASSES)} (${wordFor(f.text('kind'), KINDS)})`;

const OBSTACLES: Readonly<Record<string, readonly [string, string]>> = {
  opening: ['the baseline has no such stock', 'Give the figures of the baseline in full.'],
  closing: ['the result has no such stock', 'Give the figures of the result in full.'],
  denominator: ['the number of resident households is not known', 'Add --population (and --baseline-population).'],
  pairs: ['which households escaped is not known', 'Use two results with their households, or a "net" target.'],
};

export const targetFindingsEn = {
  E883: (f) => [
    f.text('issue') === 'yaml' ? 'The file of targets is not valid YAML.' : `The target cannot be read: "${f.saw}".`,
    f.hasExpected ? `Use: ${f.expected}.` : 'Mend this place.',
  ],
  W884: (f) => [
    `${targetIn(f)}: met against ${f.list('met')}; missed against ${f.list('missed')}.`,
    'Name the baseline that the resolution set.',
  ],
  W885: (f) => {
    const [what, hint] = OBSTACLES[f.text('obstacle')] ?? ['figures are missing', ''];
    return [`${targetIn(f)} cannot be measured: ${what}.`, hint];
  },
  W886: (f) => [
    `${targetIn(f)} cannot be compared: the baseline is under ${f.text('before')}, the result under ${f.text('after')}.`,
    'The series breaks here: classify both years under one set, then compare.',
  ],
} satisfies Partial<FindingWords>;
