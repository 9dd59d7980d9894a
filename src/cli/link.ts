import { FindingLog, FindingsError } from '../finding.ts';
import { readTwoYears } from '../movement/link/from-reviewed.ts';
import { type LinkResult, linkHouseholds } from '../movement/link/link-households.ts';
import { linkJson, linkReport } from '../report/movement/link-report.ts';
import type { Reviewed } from '../results/reviewed.ts';
import { formatNumber } from '../text/format.ts';
import { EXIT } from './exit.ts';
import type { Io, Out } from './io.ts';
import { crosswalkFrom, linksFrom } from './link-input.ts';
import { linksText, writeLinks } from './link-output.ts';
import { openOneReview, type ReviewedOptions } from './reviewed-input.ts';
import { type CommonOptions, type Settings, settingsFrom } from './settings.ts';
import { showFindings } from './show-findings.ts';
import { reportText } from './show-report.ts';
import { obstacles } from './staged.ts';

export interface LinkCommandOptions extends CommonOptions, ReviewedOptions {
  readonly links?: string;
  readonly crosswalk?: string;
  readonly membersBefore?: readonly string[];
  readonly membersAfter?: readonly string[];
  readonly output?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly format: 'table' | 'json' | 'csv' | 'md';
}

/** `review link`: which household of the year before is which of the year after, and what a person must look at. */
export async function run(before: string, after: string, options: LinkCommandOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const taken = options.output === undefined || options.output === '-' ? [] : [options.output];
  const inTheWay = await obstacles(taken, options.force === true);
  if (inTheWay.length > 0) throw new FindingsError(inTheWay);
  const known = await linksFrom(options.links);
  const crosswalk = await crosswalkFrom(options.crosswalk);
  const log = new FindingLog();
  const opened = [
    await openSide(before, options, options.membersBefore, log, settings),
    // members named without a side are those of the year at hand
    await openSide(after, options, options.membersAfter ?? options.members, log, settings),
  ] as const;
  const years = await readTwoYears(...opened, crosswalk);
  const result = linkHouseholds(years.before, years.after, {
    known,
    knownFile: options.links ?? '',
    beforeFile: opened[0].files[0] ?? '',
  });
  for (const found of [...years.findings, ...result.findings]) log.add(found);
  if (log.hasErrors) throw new FindingsError(log.findings);
  if (options.format !== 'json') await showFindings(log.findings, settings);
  await write(result, options, settings);
  await show(result, opened, log, options, settings);
  return EXIT.done;
}

function openSide(
  name: string,
  { members: _, ...options }: LinkCommandOptions,
  members: readonly string[] | undefined,
  log: FindingLog,
  settings: Settings,
): Promise<Reviewed> {
  return openOneReview([name], members === undefined ? options : { ...options, members }, log, settings);
}

async function write({ links }: LinkResult, options: LinkCommandOptions, { io }: Settings): Promise<void> {
  const { output, force, dryRun } = options;
  if (output === undefined || dryRun) return;
  if (output !== '-') return writeLinks(links, output, force === true);
  for (const text of linksText(links)) await io.stdout.write(text);
}

async function show(
  result: LinkResult,
  opened: readonly Reviewed[],
  log: FindingLog,
  { format, output, dryRun }: LinkCommandOptions,
  settings: Settings,
): Promise<void> {
  const { io, words, quiet } = settings;
  // the links themselves have stdout
  const out: Out = output === '-' ? io.stderr : io.stdout;
  if (format === 'json') {
    const { render } = await import('../render/json.ts');
    const inputs = opened.flatMap(({ files }) => files.map((file) => ({ file })));
    const data = linkJson(result);
    await out.write(render({ command: 'link', criteria: null, inputs, data, findings: log.findings }, words));
    return;
  }
  if (format === 'csv') {
    if (output !== '-') for (const text of linksText(result.links)) await out.write(text);
  } else if (!(quiet && output === '-'))
    await out.write(await reportText(linkReport(result, words), format, settings, out));
  if (quiet || output === '-') return;
  const lines = formatNumber(result.links.length, words.lang);
  const { link: w } = words;
  const said = output === undefined ? w.notWritten : dryRun ? w.wouldWrite(lines, output) : w.written(lines, output);
  await io.stderr.write(`${said}\n`);
}
