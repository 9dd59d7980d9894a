import { cautionsOf } from '../criteria/criteria.ts';
import { type Finding, FindingLog, FindingsError, finding, severityOf } from '../finding.ts';
import { BOM, csvRows } from '../render/csv.ts';
import { type Rates, summaryReport } from '../report/summary-report.ts';
import { COUNT_HEADINGS, countRows, unitCounts } from '../report/units.ts';
import type { Assessor } from '../review/assess.ts';
import { criteriaHash, definitionHash } from '../review/hash.ts';
import { classCounts, type InputRecord, type Manifest } from '../review/manifest.ts';
import type { ReviewDone } from '../review/review.ts';
import type { Tally } from '../review/tally.ts';
import { toolVersion } from '../shipped.ts';
import { formatNumber } from '../text/format.ts';
import { assessorsFor, type JudgingOptions } from './assessors.ts';
import { type CriteriaOptions, outsideOn, setsFor } from './criteria-sets.ts';
import { EXIT, UsageError } from './exit.ts';
import type { Io } from './io.ts';
import { type OutputOptions, type Outputs, openOutputs } from './outputs.ts';
import type { ReaderOptions } from './reader-options.ts';
import { changeSink, rejectSink, resultSink } from './result-files.ts';
import { review } from './review-lane.ts';
import { type CommonOptions, dateFrom, type Settings, settingsFrom } from './settings.ts';
import { cautionFindings, showCautions, showFindings } from './show-findings.ts';
import { reportText } from './show-report.ts';
import { openSurvey, type SurveyOptions } from './survey-input.ts';
import { watchInputs } from './watch-inputs.ts';

export interface ClassifyOptions
  extends CommonOptions,
    CriteriaOptions,
    SurveyOptions,
    JudgingOptions,
    OutputOptions,
    ReaderOptions {
  readonly date?: string;
  readonly year?: string;
  readonly dropIdentical?: boolean;
  readonly coverage: 'all' | 'reviewed' | 'listed';
  readonly status?: string;
  readonly decision?: string;
  readonly decimals?: string;
  readonly format: 'table' | 'json' | 'csv' | 'md';
}

/** `review classify`: one result row per household, a manifest beside it, and a short summary. */
export async function run(files: readonly string[], options: ClassifyOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  if (options.output === '-' && (options.format === 'json' || options.format === 'csv'))
    throw new UsageError(settings.words.usage.oneOutput);
  const date = dateFrom(options, settings.words);
  const { sets, findings } = await setsFor(options, date, settings);
  const log = logOf(findings);
  const { survey, key, memberInputs } = await openSurvey(files, options, sets, log, settings);
  const assessors = await assessorsFor(survey, sets, options, log, settings, date);
  const hashes = sets.map(criteriaHash);

  const outputs = await openOutputs(
    options,
    sets.map((set) => set.id),
    survey,
    settings,
  );
  const inputs = watchInputs(survey, settings);
  const before = log.findings;
  const results = outputs.results.map((target, at) => resultSink(target, survey, sets[at]?.id ?? '', hashes[at] ?? ''));
  const changes =
    outputs.changes &&
    changeSink(
      outputs.changes,
      survey,
      key,
      sets.map((set) => set.id),
    );
  try {
    const done = await review(
      {
        survey,
        assessors,
        keyFields: key,
        dropIdentical: options.dropIdentical === true,
        results,
        rows: results,
        changes,
        changeRows: changes,
        rejects: outputs.rejects && rejectSink(outputs.rejects, survey, settings.words),
        onBytes: inputs.add,
      },
      () => {
        inputs.restart();
        return logOf(before);
      },
      hashes,
      options,
      settings,
    );
    await inputs.end();
    if (done.log.hasErrors && outputs.rejects === null) throw new FindingsError(done.log.findings);
    const records = [...inputs.records(done.counts.rows), ...memberInputs];
    const outcome: Outcome = { done, assessors, hashes, date, inputs: records };
    const manifests = assessors.map((_, at) => `${JSON.stringify(manifestOf(outcome, at, options), null, 2)}\n`);
    const written = await outputs.commit(manifests, done.counts.rejected > 0);
    await show(outcome, options, outputs, written, settings);
    return done.counts.rejected > 0 ? EXIT.found : EXIT.done;
  } catch (error) {
    await inputs.end();
    await outputs.discard();
    throw error;
  }
}

/** What a run came to, for those who write and show it. */
interface Outcome {
  readonly done: ReviewDone;
  readonly assessors: readonly Assessor[];
  readonly hashes: readonly string[];
  readonly date: string | null;
  readonly inputs: readonly InputRecord[];
}

function logOf(findings: readonly Finding[]): FindingLog {
  const log = new FindingLog();
  for (const found of findings) log.add(found);
  return log;
}

function manifestOf(
  { done, assessors, hashes, date, inputs }: Outcome,
  at: number,
  options: ClassifyOptions,
): Manifest {
  const { criteria, judge } = assessors[at] as Assessor;
  const { log, counts } = done;
  const { derived } = done.tallies[at] as Tally;
  return {
    schemaVersion: 1,
    tool: { name: 'review', version: toolVersion() },
    command: 'classify',
    criteria: {
      id: criteria.id,
      hash: hashes[at] ?? '',
      status: criteria.status,
      basis: judge.table.basis,
      cautions: cautionsOf(criteria).map(({ item, text }) => ({ item, ...text })),
    },
    inputs,
    options: {
      basis: options.basis ?? null,
      class: options.class ?? null,
      prefer: options.prefer ?? 'marks',
      key: options.key ?? null,
      unit: options.unit ?? [],
      keepColumns: options.keepColumns === true,
      dropIdentical: options.dropIdentical === true,
      outsideCoverage: options.outsideCoverage === true,
      allowUnverified: options.allowUnverified === true,
    },
    coverage: options.coverage,
    status: options.status ?? null,
    decision: options.decision ?? null,
    date,
    counts,
    classes: classCounts(done.tallies[at] as Tally),
    derived: [...derived],
    definitions: Object.fromEntries([...derived].map((id) => [id, definitionHash(criteria, id) ?? ''])),
    warnings: [...new Set(log.findings.filter((f) => severityOf(f.code) === 'warning').map((f) => f.code))],
  };
}

async function show(
  outcome: Outcome,
  options: ClassifyOptions,
  outputs: Outputs,
  written: readonly string[],
  settings: Settings,
): Promise<void> {
  const { io, words } = settings;
  const { done, assessors } = outcome;
  const { counts, log } = done;
  const sets = assessors.map((a) => a.criteria);
  if (counts.rejected > 0) {
    log.add(finding('W503', {}, { data: { rejected: counts.rejected, file: options.rejectTo ?? '' } }));
  }
  await showFindings(log.findings, settings);
  await showCautions(sets, settings);
  if (options.format === 'json') {
    const { render } = await import('../render/json.ts');
    await io.stdout.write(render(envelopeOf(outcome, outputs, options.coverage === 'all'), words));
    return;
  }
  const summarized = assessors.map(({ criteria, judge }, at) => ({
    criteria,
    basis: judge.table.basis,
    tally: done.tallies[at] as Tally,
    outsideOn: outsideOn(criteria, log.findings),
  }));
  const out = options.output === '-' ? io.stderr : io.stdout;
  if (options.format === 'csv') {
    const rows = summarized.flatMap(({ criteria, tally }) => countRows(criteria.id, tally));
    await out.write(BOM + csvRows([COUNT_HEADINGS, ...rows]));
  } else if (!(settings.quiet && options.output === '-')) {
    await out.write(
      await reportText(
        summaryReport(summarized, done.sideBySide, ratesOf(options), words),
        options.format,
        settings,
        out,
      ),
    );
  }
  if (settings.quiet) return;
  const number = (n: number) => formatNumber(n, words.lang);
  const { summary: w } = words;
  const rows = w.rowsIn(
    number(counts.read),
    number(counts.classified),
    number(counts.rejected),
    number(counts.dropped),
  );
  const passedOver = linesPassedOver(counts.lines);
  const lines =
    passedOver.others === 0
      ? []
      : [w.linesIn(number(passedOver.all), number(passedOver.data), number(passedOver.others))];
  const files = written.map((path) => (options.dryRun ? w.wouldWrite(path) : w.written(path)));
  const none = options.output === undefined ? [w.nothingPrinted] : [];
  await io.stderr.write(`${['', ...lines, rows, ...files, ...none].join('\n')}\n`);
}

/** Rows of the files below the headings: those that make households, and those that are none. */
function linesPassedOver(lines: ReviewDone['counts']['lines']) {
  const sum = (kind: keyof (typeof lines)[number]) => lines.reduce((total, one) => total + (one[kind] ?? 0), 0);
  const data = sum('data');
  const others = sum('total') + sum('section') + sum('signature') + sum('numbering') + sum('letterhead');
  return { data, others, all: data + others };
}

function envelopeOf({ done, assessors, hashes, inputs }: Outcome, outputs: Outputs, coversAll: boolean) {
  const results = assessors.map(({ criteria, judge }, at) => {
    const tally = done.tallies[at] as Tally;
    return {
      criteria: { id: criteria.id, hash: hashes[at] ?? '', status: criteria.status },
      basis: judge.table.basis,
      output: outputs.paths[at] ?? null,
      ...unitCounts(tally, coversAll),
      classes: classCounts(tally),
      agreement: tally.agreement,
      near_boundary: tally.nearBoundary,
      undecided_for: Object.fromEntries(tally.undecidedFor),
      bases: Object.fromEntries(tally.bases),
    };
  });
  const [first] = results;
  const only = results.length === 1 ? first : undefined;
  return {
    command: 'classify',
    criteria: only?.criteria ?? null,
    inputs,
    data: {
      counts: done.counts,
      ...(only ?? {}),
      results,
      changes: movesJson(
        done,
        results.map((r) => r.criteria.id),
      ),
    },
    findings: [...done.log.findings, ...cautionFindings(assessors.map((a) => a.criteria))],
  };
}

/** Who changes class between the first set and each of the others, counted. */
function movesJson({ sideBySide }: ReviewDone, ids: readonly string[]) {
  return sideBySide.map(({ before, after, moves }) => ({
    before: ids[before],
    after: ids[after],
    moves: [...moves.values()].map(({ reasons, ...move }) => ({ ...move, reasons: Object.fromEntries(reasons) })),
  }));
}

function ratesOf({ coverage, decimals }: ClassifyOptions): Rates | null {
  return coverage === 'all' ? { decimals: decimals === undefined ? null : Number(decimals) } : null;
}
