import { readFile } from 'node:fs/promises';
import type { Criteria } from '../criteria/criteria.ts';
import { FindingLog, FindingsError, finding, severityOf } from '../finding.ts';
import { classifySurvey } from '../results/classify-survey.ts';
import { type ManifestSaid, manifestPath, parseManifest } from '../results/manifest-file.ts';
import { noteRows, readResult } from '../results/read-result.ts';
import { criteriaReader, isResult } from '../results/result-cells.ts';
import type { Coverage, Reviewed, ReviewedHousehold, ReviewStatus } from '../results/reviewed.ts';
import { reviewYear } from '../results/round.ts';
import { criteriaHash, SHORT_HASH } from '../review/hash.ts';
import { shippedSet } from '../shipped.ts';
import { readHouseholds } from '../survey/households.ts';
import type { Source } from '../survey/source.ts';
import type { Survey } from '../survey/survey.ts';
import type { Table } from '../survey/table.ts';
import { assessorsFor, type JudgingOptions } from './assessors.ts';
import { type CriteriaOptions, setsFor } from './criteria-sets.ts';
import { UsageError } from './exit.ts';
import { type Inputs, openInputs } from './inputs.ts';
import { dateFrom, type Settings } from './settings.ts';
import { shippedSets } from './shipped-data.ts';
import { openSources, type SurveyOptions } from './survey-input.ts';

/** Options of every command that takes results, or surveys in their place. */
export interface ReviewedOptions extends SurveyOptions, CriteriaOptions, JudgingOptions {
  readonly date?: string;
  readonly year?: string;
  /** What the files cover; overrides their manifests. */
  readonly coverage?: Coverage;
}

/** What the command itself knows of the files. */
export interface Circumstances {
  /** Classifies everything anew by this set, results as well: to compare under one set. */
  readonly under?: Criteria;
  /** The set for a survey when the user names none. */
  readonly otherwise?: Criteria;
  /** Every file is a review of its own: years whose manifests are lost are not taken for parts of one. */
  readonly isEachItsOwn?: boolean;
}

/**
 * Opens results, and surveys in their place, which are classified on the way. Files that are parts of one review (same
 * criteria, date and status) become one `Reviewed`; others stand side by side, in the order in which they were named. All
 * surveys named are one survey, reviewed by each set of `-c`.
 *
 * @throws FindingsError for files that cannot be read; UsageError for a survey without criteria
 */
export async function openReviewed(
  names: readonly string[],
  options: ReviewedOptions,
  log: FindingLog,
  settings: Settings,
  circumstances: Circumstances = {},
): Promise<readonly Reviewed[]> {
  const inputs = await openInputs(names, settings);
  if (inputs.findings.length > 0) throw new FindingsError(inputs.findings);
  const named = await setsNamed(options, log, settings);
  const groups = new Map<string, Part[]>();
  for (const [at, source] of inputs.sources.entries()) {
    const part = await partOf(source, options, named, settings);
    const { criteria, said } = part;
    const review = criteria === null ? 'survey' : [criteria, said?.date ?? null, said?.status ?? null];
    const key = JSON.stringify(circumstances.isEachItsOwn === true ? at : review);
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  const opened: Reviewed[] = [];
  for (const parts of groups.values()) {
    const isSurvey = parts[0]?.criteria === null;
    const sets = circumstances.under === undefined ? named : [circumstances.under];
    if (isSurvey || circumstances.under !== undefined) {
      const date = dateFrom(options, settings.words);
      const own = sets.length > 0 ? sets : circumstances.otherwise === undefined ? [] : [circumstances.otherwise];
      if (own.length === 0 && date === null) throw noResult(parts, settings);
      const chosen = own.length > 0 ? own : await chosenSets(options, date, log, settings);
      const isAnew = circumstances.under !== undefined && !wasMadeBy(circumstances.under, parts, named);
      const judging = isAnew ? { class: 'computed' as const, ...options } : options;
      opened.push(...(await surveyReviewed(parts, chosen, judging, log, settings)));
    } else opened.push(await resultReviewed(parts, named, options, log, settings));
  }
  return opened;
}

/** The same for names that must be one review. @throws FindingsError `E806` */
export async function openOneReview(
  names: readonly string[],
  options: ReviewedOptions,
  log: FindingLog,
  settings: Settings,
  circumstances: Circumstances = {},
): Promise<Reviewed> {
  const opened = await openReviewed(names, options, log, settings, circumstances);
  const [only] = opened;
  if (only === undefined || opened.length > 1) {
    const reviews = opened.map(({ files, criteria, date, status }) =>
      [files[0], criteria.id, date, status].filter((text) => text !== null).join(' '),
    );
    throw new FindingsError([finding('E806', { file: names[0] ?? '' }, { data: { reviews } })]);
  }
  return only;
}

/** A file, and what it and its manifest say of themselves; `criteria` null for a survey. */
interface Part {
  readonly source: Source;
  readonly criteria: { readonly id: string; readonly hash: string } | null;
  readonly said: ManifestSaid | null;
  readonly manifest: 'read' | 'damaged' | 'missing';
}

async function partOf(
  source: Source,
  options: ReviewedOptions,
  named: readonly Criteria[],
  settings: Settings,
): Promise<Part> {
  const { survey } = await opened([source], options, named, settings);
  const table = survey.tables[0];
  if (table === undefined || !survey.tables.every(isResult))
    return { source, criteria: null, said: null, manifest: 'missing' };
  const text = await readFile(manifestPath(source.name), 'utf8').catch(() => null);
  const said = text === null ? null : parseManifest(text);
  const rows = await criteriaOfRows(survey, table);
  const written = said === null ? null : { id: said.criteria.id, hash: said.criteria.hash.slice(0, SHORT_HASH) };
  return {
    source,
    criteria: rows ?? written ?? { id: '', hash: '' },
    said,
    manifest: text === null ? 'missing' : said === null ? 'damaged' : 'read',
  };
}

/**
 * False when the classes in the files are known to be of another set: a list that records classes without answers says nothing of
 * what they would be under this one.
 */
function wasMadeBy(set: Criteria, parts: readonly Part[], named: readonly Criteria[]): boolean {
  const [id, hash] = [set.id, criteriaHash(set)];
  const known = parts.flatMap(({ criteria }) => (criteria === null || criteria.id === '' ? [] : criteria));
  if (known.length === 0) return named.length === 0 || named.some((one) => one.id === id);
  return known.every((one) => one.id === id && hash.startsWith(one.hash));
}

/** What the first row says of its criteria; null without one that does. */
async function criteriaOfRows(survey: Survey, table: Table) {
  const read = criteriaReader(table);
  for await (const batch of readHouseholds(survey, 0, new FindingLog()))
    for (const { record } of batch) {
      const criteria = read(record.cells);
      if (criteria.hash !== '') return criteria;
    }
  return null;
}

async function resultReviewed(
  parts: readonly Part[],
  named: readonly Criteria[],
  options: ReviewedOptions,
  log: FindingLog,
  settings: Settings,
): Promise<Reviewed> {
  const [first] = parts;
  const criteria = first?.criteria ?? { id: '', hash: '' };
  const set = await setOf(criteria, named);
  if (set === null) {
    const kind =
      [...named.map(({ id }) => id)].includes(criteria.id) || shippedSet(criteria.id) !== null ? 'changed' : 'unknown';
    log.add(finding('W805', { file: first?.source.name ?? '' }, { saw: criteria.id, data: { kind } }));
  }
  for (const { source, manifest } of parts)
    if (manifest !== 'read') log.add(finding('W804', { file: source.name }, { data: { kind: manifest } }));
  const { survey, key } = await opened(
    parts.map(({ source }) => source),
    options,
    set === null ? named : [set, ...named],
    settings,
  );
  const rows = survey.tables.map(({ source, sheet }) =>
    sheet === null ? (parts.find((part) => part.source.name === source.name)?.said?.counts.classified ?? null) : null,
  );
  const tell = tellOnce(log);
  return {
    ...saidOf(parts, options, settings),
    survey,
    keyFields: key,
    criteria,
    set,
    households: () => telling((own) => readResult({ survey, keyFields: key, criteria, rows }, own), tell),
    tellRows(found) {
      const own = new FindingLog();
      noteRows({ survey, rows }, found, own);
      tell(own);
    },
  };
}

async function surveyReviewed(
  parts: readonly Part[],
  sets: readonly Criteria[],
  options: ReviewedOptions,
  log: FindingLog,
  settings: Settings,
): Promise<readonly Reviewed[]> {
  const { survey, key } = await opened(
    parts.map(({ source }) => source),
    options,
    sets,
    settings,
  );
  const said = saidOf(parts, options, settings);
  const notes = new FindingLog();
  const assessors = await assessorsFor(survey, sets, options, notes, settings, said.date);
  for (const found of notes.findings) if (severityOf(found.code) === 'warning') log.add(found);
  return assessors.map((assessor) => {
    const tell = tellOnce(log);
    return {
      ...said,
      survey,
      keyFields: key,
      criteria: { id: assessor.criteria.id, hash: criteriaHash(assessor.criteria).slice(0, SHORT_HASH) },
      set: assessor.criteria,
      households: () => telling((own) => classifySurvey(survey, key, assessor, own), tell),
    };
  });
}

/** What manifests say of a review, and the user where they are silent. The weakest coverage of its parts is its own. */
function saidOf(parts: readonly Part[], options: ReviewedOptions, { words }: Settings) {
  const date = parts[0]?.said?.date ?? dateFrom(options, words);
  const covers = parts.map(({ said }) => said?.coverage ?? 'reviewed');
  const decisions = [...new Set(parts.flatMap(({ said }) => said?.decision ?? []))];
  return {
    files: parts.map(({ source }) => source.name),
    coverage: options.coverage ?? COVERAGES.find((coverage) => covers.includes(coverage)) ?? 'reviewed',
    status: (parts[0]?.said?.status ?? null) as ReviewStatus | null,
    decision: decisions.length === 0 ? null : decisions.join('; '),
    date,
    year: reviewYear(date),
    rejected: parts.reduce((sum, { said }) => sum + (said?.counts.rejected ?? 0), 0),
  };
}

/** The weakest first. */
const COVERAGES: readonly Coverage[] = ['listed', 'reviewed', 'all'];

/** Tells the log what the first reading found: a second finds the same. */
function tellOnce(log: FindingLog): (own: FindingLog) => void {
  let isTold = false;
  return ({ findings }) => {
    if (isTold) return;
    isTold = true;
    for (const found of findings) log.add(found);
  };
}

/** Households that are read anew, with a log of their own; it is told when they come to their end. */
async function* telling(
  read: (own: FindingLog) => AsyncGenerator<readonly ReviewedHousehold[]>,
  tell: (own: FindingLog) => void,
): AsyncGenerator<readonly ReviewedHousehold[]> {
  const own = new FindingLog();
  yield* read(own);
  tell(own);
}

/** The set by which a result was made: one the user named, or a shipped one, in the very version of the rows. */
async function setOf(
  { id, hash }: { readonly id: string; readonly hash: string },
  named: readonly Criteria[],
): Promise<Criteria | null> {
  const isIt = (set: Criteria) => set.id === id && criteriaHash(set).startsWith(hash);
  const shipped = shippedSet(id) === null ? [] : [(await shippedSets())(id)];
  return [...named, ...shipped].find(isIt) ?? null;
}

/** The sets that `-c` names; none without it. */
export async function setsNamed(
  options: ReviewedOptions,
  log: FindingLog,
  settings: Settings,
): Promise<readonly Criteria[]> {
  if ((options.criteria ?? []).length === 0) return [];
  return chosenSets(options, dateFrom(options, settings.words), log, settings);
}

async function chosenSets(options: ReviewedOptions, date: string | null, log: FindingLog, settings: Settings) {
  const { sets, findings } = await setsFor(options, date, settings);
  for (const found of findings) log.add(found);
  return sets;
}

/** A survey stands where a result is asked for, and nothing says how to classify it. */
function noResult(parts: readonly Part[], { words: { usage } }: Settings): UsageError {
  return new UsageError(usage.noResult(parts[0]?.source.name ?? ''), usage.classifyFirst);
}

/** Opens files whose oddities were told when they were first read: what stops is an error, all else is not repeated. */
async function opened(
  sources: readonly Source[],
  options: ReviewedOptions,
  sets: readonly Criteria[],
  settings: Settings,
) {
  const inputs: Inputs = { sources, findings: [] };
  const found = await openSources(inputs, options, sets, new FindingLog(), settings);
  const faults = found.unread.flatMap(({ findings }) => findings);
  if (faults.length > 0) throw new FindingsError(faults);
  return found;
}
