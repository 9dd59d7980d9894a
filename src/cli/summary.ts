import { type Finding, FindingLog, FindingsError } from '../finding.ts';
import { BOM, csvRows } from '../render/csv.ts';
import { bySheets } from '../report/sheets.ts';
import { againstJson } from '../report/summary/against-json.ts';
import { AGAINST_HEADINGS, againstReport, againstRows } from '../report/summary/against-report.ts';
import { indexJson } from '../report/summary/index-json.ts';
import { INDEX_HEADINGS, indexReport, indexRows } from '../report/summary/index-report.ts';
import { summaryCsv } from '../report/summary/summary-csv.ts';
import { summaryJson } from '../report/summary/summary-json.ts';
import { summaryReport } from '../report/summary/summary-report.ts';
import type { Reviewed } from '../results/reviewed.ts';
import { shippedText } from '../shipped.ts';
import type { AgainstResult } from '../summary/against/compare.ts';
import { parseForms } from '../summary/forms.ts';
import type { IndexResult } from '../summary/index/make-index.ts';
import { LEVELS, type Level } from '../summary/places.ts';
import { populationOf } from '../summary/population.ts';
import type { CountedReview } from '../summary/summarize.ts';
import { type Summary, summaryOf } from '../summary/summary.ts';
import { unitsAt } from '../summary/units.ts';
import { heldAgainst } from './against-input.ts';
import { EXIT, UsageError } from './exit.ts';
import { type IndexChoice, indexFor } from './index-choice.ts';
import type { Io } from './io.ts';
import { type PrintOptions, printOrWrite } from './print.ts';
import type { ReaderOptions } from './reader-options.ts';
import { openReviewed, type ReviewedOptions } from './reviewed-input.ts';
import { type CommonOptions, type Settings, settingsFrom } from './settings.ts';
import { cautionFindings, showCautions, showFindings } from './show-findings.ts';
import { reportText } from './show-report.ts';
import { countReview } from './summary-lane.ts';
import { unitsFrom } from './units-input.ts';

export interface SummaryOptions extends CommonOptions, ReviewedOptions, PrintOptions, ReaderOptions, IndexChoice {
  readonly by?: readonly string[];
  readonly population?: string;
  /** A table that was printed elsewhere. */
  readonly against?: string;
  readonly decimals?: string;
  readonly format: 'table' | 'json' | 'csv' | 'md' | 'xlsx';
}

/** `review summary`: the yearly tables of results, by unit, area, group, indicator and cause. */
export async function run(files: readonly string[], options: SummaryOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const levels = levelsFrom(options.by, settings);
  const log = new FindingLog();
  const opened = await openReviewed(files, options, log, settings);
  // without levels of the user's own the largest units are shown of which there are several, and a commune has only villages
  const byVillage = levels === null || levels.includes('village') || options.against !== undefined;
  const forms = parseForms(shippedText('summary/forms.yaml'));
  const summaries: Summary[] = [];
  const indexes: IndexResult[] = [];
  const againsts: AgainstResult[] = [];
  for (const reviewed of opened) {
    const index = await indexFor(reviewed, options, log, settings);
    const review = await countReview(reviewed, forms, options, settings, { watch: index?.add, byVillage });
    const population = await populationFor(review, options, log);
    summaries.push(told(summaryOf(review, levels ?? levelsFor(review), population, options.population ?? ''), log));
    if (options.against !== undefined) {
      const { summary } = summaryOf(review, EVERY_LEVEL, population, '');
      againsts.push(await heldAgainst(options.against, summary));
    }
    if (index !== null) indexes.push(index.done(log));
  }
  const [held] = againsts;
  // what a publication says against itself does not depend on the review
  for (const found of [...(held?.contradictions ?? []), ...againsts.flatMap((one) => one.differences)]) log.add(found);
  if (log.hasErrors) throw new FindingsError(log.findings);
  const sets = opened.flatMap(({ set }) => set ?? []);
  if (options.format !== 'json') {
    await showFindings(log.findings, settings);
    await showCautions(sets, settings);
  }
  const findings = options.format === 'json' ? [...log.findings, ...cautionFindings(sets)] : [];
  await printOrWrite(
    await contentOf({ opened, summaries, indexes, againsts, findings }, options, settings),
    options,
    settings,
  );
  return EXIT.done;
}

/** The levels asked for, from the whole down; without any the areas and the units that a table of one page would show. */
function levelsFrom(by: readonly string[] | undefined, { words }: Settings): readonly Level[] | null {
  if (by === undefined) return null;
  const asked = by.flatMap((text) => text.split(',')).map((text) => text.trim());
  const unknown = asked.find((text) => !(LEVELS as readonly string[]).includes(text));
  if (unknown !== undefined) throw new UsageError(words.usage.badChoice('--by', unknown, LEVELS.join(', ')));
  return LEVELS.filter((level) => asked.includes(level) && level !== 'total');
}

/** Areas, and the largest units of which there are several. */
function levelsFor({ leaves, plan }: CountedReview): readonly Level[] {
  const several = (['province', 'commune', 'village'] as const).find(
    (level) => unitsAt(leaves, level, plan).length > 1,
  );
  return several === undefined ? ['area'] : ['area', several];
}

/** Levels below the whole: a published table may show any of them. */
const EVERY_LEVEL = LEVELS.filter((level) => level !== 'total');

/** The residents that the user's file gives for the year of a review; null without a file. */
async function populationFor(review: CountedReview, { population: file }: SummaryOptions, log: FindingLog) {
  const rows = await unitsFrom(file);
  if (rows === null) return null;
  const { vocabulary } = review.reviewed.survey;
  const area = vocabulary.fields.find(({ id }) => id === 'area');
  const areaOf = (text: string) => (area === undefined ? null : vocabulary.codeOf(area, text));
  const communes = unitsAt(review.leaves, 'commune', review.plan);
  const { population, findings } = populationOf(rows, file ?? '', review.reviewed.year, areaOf, communes);
  for (const found of findings) log.add(found);
  return population;
}

function told({ summary, findings }: ReturnType<typeof summaryOf>, log: FindingLog): Summary {
  for (const found of findings) log.add(found);
  return summary;
}

interface Content {
  readonly opened: readonly Reviewed[];
  readonly summaries: readonly Summary[];
  /** One for each summary; none unless asked for. */
  readonly indexes: readonly IndexResult[];
  readonly againsts: readonly AgainstResult[];
  readonly findings: readonly Finding[];
}

async function contentOf(
  { opened, summaries, indexes, againsts, findings }: Content,
  { format, decimals }: SummaryOptions,
  settings: Settings,
): Promise<string | Uint8Array> {
  const { words, io } = settings;
  const tables = { decimals: decimals === undefined ? null : Number(decimals), isWide: format === 'xlsx' };
  const report = () => ({
    blocks: [
      ...summaryReport(summaries, tables, words).blocks,
      ...indexes.flatMap((index) => indexReport(index, words, tables.decimals).blocks),
      ...againsts.flatMap((against) => againstReport(against, words).blocks),
    ],
  });
  switch (format) {
    case 'json': {
      const { render } = await import('../render/json.ts');
      const [only] = opened;
      const criteria =
        opened.length === 1 && only !== undefined ? { ...only.criteria, status: only.set?.status ?? 'unknown' } : null;
      const inputs = opened.flatMap(({ files }) => files.map((file) => ({ file })));
      return render(
        { command: 'summary', criteria, inputs, data: dataOf(summaries, indexes, againsts), findings },
        words,
      );
    }
    case 'csv':
      if (againsts.length > 0) return BOM + csvRows([AGAINST_HEADINGS, ...againsts.flatMap(againstRows)]);
      if (indexes.length > 0) return BOM + csvRows([INDEX_HEADINGS, ...indexes.flatMap(indexRows)]);
      return BOM + csvRows(summaryCsv(summaries));
    case 'xlsx': {
      const { render } = await import('../render/xlsx.ts');
      return render(bySheets(report()), { lang: words.lang, title: words.tables.title });
    }
    default:
      return reportText(report(), format, settings, io.stdout);
  }
}

/** The tables, with the index of each review and what was published beside it where they were asked for. */
function dataOf(summaries: readonly Summary[], indexes: readonly IndexResult[], againsts: readonly AgainstResult[]) {
  const { results, ...first } = summaryJson(summaries);
  const besides = (at: number) => ({
    ...(indexes[at] === undefined ? {} : { index: indexJson(indexes[at]) }),
    ...(againsts[at] === undefined ? {} : { against: againstJson(againsts[at]) }),
  });
  return {
    ...first,
    ...besides(0),
    ...(results === undefined ? {} : { results: results.map((result, at) => ({ ...result, ...besides(at) })) }),
  };
}
