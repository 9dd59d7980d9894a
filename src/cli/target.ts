import { readFile } from 'node:fs/promises';
import { FindingLog, FindingsError, finding } from '../finding.ts';
import { compare } from '../movement/compare.ts';
import type { MovedHousehold } from '../movement/comparison.ts';
import { placeRebase } from '../movement/pairing/rebase-places.ts';
import { isOneCriteria } from '../movement/round.ts';
import { HAND_KEYS, type HandCounts, parseHandCounts } from '../movement/target/counts-by-hand.ts';
import { exitsOf, NO_EXITS } from '../movement/target/exits.ts';
import { holdByUnit, holdTargets, isShort, type Pairing, targetFindings } from '../movement/target/hold-targets.ts';
import type { Snapshot } from '../movement/target/snapshot.ts';
import { isFaulty, parseTarget, type Target } from '../movement/target/target.ts';
import { readTargets } from '../movement/target/targets-file.ts';
import { BOM, csvRows } from '../render/csv.ts';
import { targetReport } from '../report/target-report.ts';
import { targetJson, targetRows } from '../report/target-rows.ts';
import type { Reviewed } from '../results/reviewed.ts';
import { EXIT, UsageError } from './exit.ts';
import type { Io } from './io.ts';
import { crosswalkFrom, linksFrom } from './link-input.ts';
import { type PrintOptions, printOrWrite } from './print.ts';
import { openOneReview, type ReviewedOptions } from './reviewed-input.ts';
import { type CommonOptions, type Settings, settingsFrom } from './settings.ts';
import { showFindings } from './show-findings.ts';
import { reportText } from './show-report.ts';
import { codeAt, type Residents, snapshotOf } from './target-snapshot.ts';
import { unitsFrom } from './units-input.ts';

export interface TargetOptions extends CommonOptions, ReviewedOptions, PrintOptions {
  readonly baseline?: readonly string[];
  readonly baselineCount?: readonly string[];
  readonly resultCount?: string;
  readonly target?: readonly string[];
  readonly targets?: string;
  readonly by: 'total' | 'area' | 'province' | 'commune' | 'village';
  readonly population?: string;
  readonly baselinePopulation?: readonly string[];
  readonly links?: string;
  readonly crosswalk?: string;
  readonly format: 'table' | 'json' | 'csv' | 'md' | 'xlsx';
}

/** A snapshot, and the lists it was counted from; null for figures given by hand. */
interface Side {
  readonly snapshot: Snapshot;
  readonly reviewed: Reviewed | null;
  readonly exits: HandCounts['exits'];
}

/** `review target`: whether targets were met, from every baseline, gross and net. */
export async function run(files: readonly string[], options: TargetOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const { words } = settings;
  const targets = await targetsFrom(options, settings);
  const log = new FindingLog();
  const result = await resultFrom(files, options, log, settings);
  const baselines = await baselinesFrom(options, log, settings);
  const pairings: Pairing[] = [];
  for (const baseline of baselines) pairings.push(await pairingOf(baseline, result, options));
  const whole = holdTargets(targets, pairings);
  const byUnit = options.by === 'total' ? [] : holdByUnit(targets, pairings);
  for (const found of targetFindings(whole, result.snapshot)) log.add(found);
  if (options.format !== 'json') await showFindings(log.findings, settings);
  const view = {
    result: result.snapshot,
    baselines: baselines.map(({ snapshot }) => snapshot),
    whole,
    level: options.by,
    byUnit,
  };
  switch (options.format) {
    case 'json': {
      const { render } = await import('../render/json.ts');
      const data = { targets: whole.map(targetJson), ...(byUnit.length > 0 && { units: byUnit.map(targetJson) }) };
      const criteria = criteriaOf(result);
      const inputs = [result, ...baselines].flatMap(({ reviewed }) =>
        (reviewed?.files ?? []).map((file) => ({ file })),
      );
      const text = render({ command: 'target', criteria, inputs, data, findings: log.findings }, words);
      await printOrWrite(text, options, settings);
      break;
    }
    case 'csv':
      await printOrWrite(BOM + csvRows(targetRows([...whole, ...byUnit])), options, settings);
      break;
    case 'xlsx': {
      const { render } = await import('../render/xlsx.ts');
      const book = await render(targetReport(view, words), { lang: words.lang, title: words.target.title });
      await printOrWrite(book, options, settings);
      break;
    }
    default:
      await printOrWrite(
        await reportText(targetReport(view, words), options.format, settings, io.stdout),
        options,
        settings,
      );
  }
  return whole.some(isShort) ? EXIT.found : EXIT.done;
}

/**
 * The two sides, with who escaped between them: by pairs of households, as `diff` pairs them, where both lists are at hand and
 * were made under one set; else by published figures of the whole.
 */
async function pairingOf(baseline: Side, result: Side, options: TargetOptions): Promise<Pairing> {
  const sides = { baseline: baseline.snapshot, result: result.snapshot };
  const [before, after] = [baseline.reviewed, result.reviewed];
  if (before === null || after === null || !isOneCriteria(before, after)) {
    const exits = (unit: string | null) => (unit === null ? result.exits : NO_EXITS);
    return { ...sides, exits };
  }
  const crosswalk = await crosswalkFrom(options.crosswalk);
  const rebase = crosswalk === null ? {} : { rebase: placeRebase(crosswalk, before, after) };
  const { changed } = await compare(before, after, { links: await linksFrom(options.links), levels: [], ...rebase });
  return {
    ...sides,
    exits: exitsOf(
      changed.filter(hasStayed).map(({ from, to, place }) => ({ from, to, unit: codeAt(options.by, place) })),
    ),
  };
}

/** Who moved to another unit left the one list and came onto the other, in the tables too: it is no escape. */
function hasStayed({ columns }: MovedHousehold): boolean {
  return !columns.some((column) => column.endsWith('.other_out'));
}

function criteriaOf({ reviewed }: Side) {
  return reviewed === null ? null : { ...reviewed.criteria, status: reviewed.set?.status ?? 'unknown' };
}

async function targetsFrom({ target = [], targets }: TargetOptions, { words }: Settings): Promise<readonly Target[]> {
  const spoken = target.map((text) => {
    const parsed = parseTarget(text);
    if (!isFaulty(parsed)) return parsed;
    const [first] = parsed;
    throw new UsageError(
      words.target.usage.badTarget(text),
      words.target.usage.targetForm(first?.expected.join(', ') ?? ''),
    );
  });
  const listed = targets === undefined ? [] : readTargets(await textOf(targets), targets);
  if (spoken.length + listed.length === 0) throw new UsageError(words.target.usage.noTarget);
  return [...spoken, ...listed];
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new FindingsError([finding('E101', { file: path }, { data: { reason: error.code ?? '' } })]);
  });
}

async function resultFrom(
  files: readonly string[],
  options: TargetOptions,
  log: FindingLog,
  settings: Settings,
): Promise<Side> {
  const { usage } = settings.words.target;
  if (files.length > 0 && options.resultCount !== undefined) throw new UsageError(usage.twoResults);
  if (options.resultCount !== undefined) return byHand(options.resultCount, settings);
  if (files.length === 0) throw new UsageError(usage.noResult);
  return counted(files, options, await residentsFrom(options.population), log, settings);
}

async function baselinesFrom(options: TargetOptions, log: FindingLog, settings: Settings): Promise<readonly Side[]> {
  const { baseline = [], baselineCount = [], baselinePopulation = [], population } = options;
  const { usage } = settings.words.target;
  if (baseline.length + baselineCount.length === 0) throw new UsageError(usage.noBaseline);
  if (baselinePopulation.length > baseline.length) throw new UsageError(usage.baselinePopulations);
  const shared = await residentsFrom(population);
  // residents of another year are no denominator: one file serves both sides only when its rows say their days
  const dated = shared?.rows.some(({ date }) => date !== null) === true ? shared : null;
  const sides: Side[] = [];
  for (const [at, name] of baseline.entries())
    sides.push(await counted([name], options, (await residentsFrom(baselinePopulation[at])) ?? dated, log, settings));
  return [...sides, ...baselineCount.map((text) => byHand(text, settings))];
}

async function residentsFrom(file: string | undefined): Promise<Residents | null> {
  const rows = await unitsFrom(file);
  return rows === null ? null : { rows, file: file ?? '' };
}

async function counted(
  names: readonly string[],
  options: TargetOptions,
  residents: Residents | null,
  log: FindingLog,
  settings: Settings,
): Promise<Side> {
  const reviewed = await openOneReview(names, options, log, settings);
  return { snapshot: await snapshotOf(reviewed, options.by, residents, log), reviewed, exits: NO_EXITS };
}

function byHand(text: string, { words }: Settings): Side {
  const { usage } = words.target;
  const counts = parseHandCounts(text);
  if (counts === null) throw new UsageError(usage.badCounts(text), usage.countsForm(HAND_KEYS.join(', ')));
  return { ...counts, reviewed: null };
}
