import { FindingLog, FindingsError } from '../finding.ts';
import { CHOICES } from '../movement/choose-moved.ts';
import { doubtFindings } from '../movement/doubt-findings.ts';
import { placeRebase } from '../movement/pairing/rebase-places.ts';
import { UNIT_LEVELS, type UnitLevel } from '../movement/tables/unit-books.ts';
import { BOM, csvRows } from '../render/csv.ts';
import type { DiffView } from '../report/movement/diff-view.ts';
import { movedCsv, movementCsv } from '../report/movement/movement-csv.ts';
import { movementJson } from '../report/movement/movement-json.ts';
import { movementReport } from '../report/movement/movement-report.ts';
import { bySheets } from '../report/sheets.ts';
import { openHistory, openTwoYears, type TwoYearOptions } from './diff-input.ts';
import { yearLedger } from './diff-ledger.ts';
import { viewOf } from './diff-view.ts';
import { EXIT, UsageError } from './exit.ts';
import type { Io } from './io.ts';
import { crosswalkFrom, linksFrom } from './link-input.ts';
import { type PrintOptions, printOrWrite } from './print.ts';
import { type CommonOptions, type Settings, settingsFrom } from './settings.ts';
import { cautionFindings, showCautions, showFindings } from './show-findings.ts';
import { reportText } from './show-report.ts';
import { obstacles } from './staged.ts';

export interface DiffOptions extends CommonOptions, TwoYearOptions, PrintOptions {
  readonly links?: string;
  readonly crosswalk?: string;
  readonly ledger?: string;
  readonly by?: readonly string[];
  readonly only?: readonly string[];
  readonly exitCode?: boolean;
  readonly format: 'table' | 'json' | 'csv' | 'md' | 'xlsx';
}

/** `review diff`: who moved between two results and why, and the movement tables. */
export async function run(before: string, after: string, options: DiffOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const levels = levelsFrom(options.by, settings);
  const only = onlyFrom(options.only, settings);
  const inTheWay = await obstacles(options.output === undefined ? [] : [options.output], options.force === true);
  if (inTheWay.length > 0) throw new FindingsError(inTheWay);
  const links = await linksFrom(options.links);
  const crosswalk = await crosswalkFrom(options.crosswalk);
  const log = new FindingLog();
  const opened = await openTwoYears([before, after], options, log, settings);
  const ledger = await yearLedger(options.ledger, opened, options, log, settings);
  const history = await openHistory(options, log, settings);
  const rebase = crosswalk === null ? undefined : placeRebase(crosswalk, ...opened.compared);
  const how = { links, history, ledger, levels, ...(rebase === undefined ? {} : { rebase }) };
  const view = await viewOf(opened, how, { ...options, only }, settings);
  for (const found of doubtFindings(view.comparison, options.links ?? '', options.ledger ?? null)) log.add(found);
  for (const found of view.standOut?.findings ?? []) log.add(found);
  if (log.hasErrors) throw new FindingsError(log.findings);
  const sets = [...new Set(opened.compared.flatMap(({ set }) => set ?? []))];
  if (options.format !== 'json') {
    await showFindings(log.findings, settings);
    await showCautions(sets, settings);
  }
  const findings = [...log.findings, ...cautionFindings(sets)];
  await printOrWrite(await contentOf(view, findings, { ...options, only }, settings), options, settings);
  const { changed, tables } = view.comparison;
  const hasChanged = changed.length > 0 || (tables?.ledger?.households ?? 0) > 0;
  return options.exitCode === true && hasChanged ? EXIT.found : EXIT.done;
}

/** Units whose tables are shown, from the largest; communes without `--by`. */
function levelsFrom(by: readonly string[] | undefined, settings: Settings): readonly UnitLevel[] {
  if (by === undefined) return ['commune'];
  const asked = namesIn(by);
  const unknown = asked.find((name) => !(UNIT_LEVELS as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new UsageError(settings.words.usage.badChoice('--by', unknown, UNIT_LEVELS.join(', ')));
  return UNIT_LEVELS.filter((level) => asked.includes(level));
}

function onlyFrom(only: readonly string[] | undefined, { words }: Settings): readonly string[] {
  const asked = namesIn(only ?? []);
  const unknown = asked.find((name) => !CHOICES.includes(name));
  if (unknown !== undefined)
    throw new UsageError(words.diff.badOnly(unknown), words.diff.choicesAre(CHOICES.join(', ')));
  return asked;
}

function namesIn(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** So many households are told of on a screen that nobody asked for them. */
const MOST_ON_SCREEN = 50;

async function contentOf(
  view: DiffView,
  findings: FindingLog['findings'],
  { format, only }: DiffOptions & { readonly only: readonly string[] },
  settings: Settings,
): Promise<string | Uint8Array> {
  const { words, io } = settings;
  const { comparison } = view;
  const most = format === 'table' && only.length === 0 ? MOST_ON_SCREEN : null;
  const report = () => movementReport(view, { most }, words);
  switch (format) {
    case 'json': {
      const { render } = await import('../render/json.ts');
      const { before, after } = comparison;
      const isOne = before.criteria.hash === after.criteria.hash;
      const criteria = isOne ? { ...after.criteria, status: after.set?.status ?? 'unknown' } : null;
      const inputs = [before, after].flatMap(({ files }) => files.map((file) => ({ file })));
      return render({ command: 'diff', criteria, inputs, data: movementJson(view, words), findings }, words);
    }
    case 'csv':
      // households when they were asked for, or when there are no tables
      return (
        BOM +
        csvRows(only.length > 0 || comparison.tables === null ? movedCsv(view, words) : movementCsv(comparison.tables))
      );
    case 'xlsx': {
      const { render } = await import('../render/xlsx.ts');
      return render(bySheets(report()), { lang: words.lang, title: words.diff.help.about });
    }
    default:
      return reportText(report(), format, settings, io.stdout);
  }
}
