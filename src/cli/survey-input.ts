import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Criteria } from '../criteria/criteria.ts';
import { type Finding, type FindingLog, FindingsError, finding, severityOf } from '../finding.ts';
import { derivableFrom } from '../review/asked.ts';
import { keyFields } from '../review/keys.ts';
import type { InputRecord } from '../review/manifest.ts';
import type { ColumnsFile } from '../survey/columns-file.ts';
import { ENCODINGS, type Encoding, encodingNamed } from '../survey/encoding/encodings.ts';
import { apartFromMembers } from '../survey/member-lists.ts';
import { readCell } from '../survey/normalize.ts';
import { openTables } from '../survey/open-tables.ts';
import type { Delimiter } from '../survey/sniff.ts';
import type { Source } from '../survey/source.ts';
import { makeSurvey, type Survey, withFields } from '../survey/survey.ts';
import { placeOf, type Table, type TableOptions } from '../survey/table.ts';
import type { Vocabulary } from '../survey/vocabulary.ts';
import { UsageError } from './exit.ts';
import { type Inputs, openInputs } from './inputs.ts';
import { joinHashed } from './member-input.ts';
import type { Settings } from './settings.ts';
import { vocabularyFor } from './vocabulary-for.ts';

/** Options of every command that reads survey files. */
export interface SurveyOptions {
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly sheet?: readonly string[];
  readonly columns?: string;
  readonly unit?: readonly string[];
  readonly key?: string;
  readonly keepColumns?: boolean;
  /** Files with a row a member, joined to the households. */
  readonly members?: readonly string[];
}

/** A file that could not be opened, and why. */
export interface UnreadFile {
  readonly file: string;
  readonly findings: readonly Finding[];
}

export interface OpenedSurvey {
  readonly survey: Survey;
  readonly key: readonly string[];
  readonly unread: readonly UnreadFile[];
  /** What the manifest says of each member file, in the order of `survey.memberTables`. */
  readonly memberInputs: readonly InputRecord[];
}

/** Opens the files named as one survey. All files are looked at before any of their faults stops the run. */
export async function openSurvey(
  names: readonly string[],
  options: SurveyOptions,
  sets: readonly Criteria[],
  log: FindingLog,
  settings: Settings,
): Promise<Omit<OpenedSurvey, 'unread'>> {
  const opened = await openWhatCanBe(names, options, sets, log, settings);
  const faults = opened.unread.flatMap(({ findings }) => findings);
  if (faults.length > 0) throw new FindingsError([...log.findings, ...faults]);
  return opened;
}

/** The same, with the files that cannot be read beside the survey of the others. */
export async function openWhatCanBe(
  names: readonly string[],
  options: SurveyOptions,
  sets: readonly Criteria[],
  log: FindingLog,
  settings: Settings,
): Promise<OpenedSurvey> {
  return openSources(await openInputs(names, settings), options, sets, log, settings);
}

/** The same for files that are open already. */
export async function openSources(
  households: Inputs,
  options: SurveyOptions,
  sets: readonly Criteria[],
  log: FindingLog,
  settings: Settings,
): Promise<OpenedSurvey> {
  const columns = await columnsFrom(options.columns);
  const vocabulary = await vocabularyFor(sets, columns);
  const memberFiles = await openInputs(options.members ?? [], settings);
  const unread: UnreadFile[] = [...households.findings, ...memberFiles.findings].map((f) => ({
    file: f.at.file ?? '',
    findings: [f],
  }));
  const sources = [...households.sources, ...memberFiles.sources];
  const units = unitsOf(
    options.unit ?? [],
    sources.map((s) => s.name),
    settings,
  );
  const tablesIn = async (source: Source, areMembers: boolean): Promise<readonly Table[]> => {
    const reading = readingOf(source, options, vocabulary, columns, units, settings);
    try {
      const opened = await openTables(source, areMembers ? ofMembers(reading) : reading, log);
      if (reading.unit !== null && opened.some((table) => table.unit === null))
        throw new UsageError(settings.words.usage.unitKnown(source.name));
      return opened;
    } catch (error) {
      if (!(error instanceof FindingsError)) throw error;
      unread.push({ file: source.name, findings: error.findings });
      return [];
    }
  };
  const tables: Table[] = [];
  for (const source of households.sources) tables.push(...(await tablesIn(source, false)));
  const memberTables: Table[] = [];
  for (const source of memberFiles.sources) memberTables.push(...(await tablesIn(source, true)));
  const apart = apartFromMembers(tables, vocabulary);
  const given = new Set(memberFiles.sources.map(({ name }) => resolve(name)));
  for (const table of apart.members) {
    // a folder may hold the file that --members names too
    if (given.has(resolve(table.source.name))) continue;
    memberTables.push(table);
    log.add(finding('N369', placeOf(table)));
  }
  const survey = makeSurvey(apart.households, vocabulary, options.keepColumns === true);
  const key = keyFrom(survey, options.key, settings);
  const joined = memberTables.length === 0 ? { survey, inputs: [] } : await joinHashed(survey, memberTables, key, log);
  return { survey: withDerived(joined.survey, sets), key, unread, memberInputs: joined.inputs };
}

/** Sheets, heading lines and constants are said of the files of households; a file of members is found by its headings. */
function ofMembers(reading: TableOptions): TableOptions {
  return { ...reading, areMembers: true, sheets: [], headingLines: null, constants: {} };
}

/** The survey with a column for every indicator that its answers derive. */
function withDerived(survey: Survey, sets: readonly Criteria[]): Survey {
  const ids = sets.flatMap((set) => derivableFrom(survey, set).map(({ id }) => id));
  return withFields(
    survey,
    survey.vocabulary.fields.filter(({ id }) => ids.includes(id)),
  );
}

function keyFrom(survey: Survey, option: string | undefined, { words }: Settings): readonly string[] {
  const wanted = option === undefined ? null : option.split(',').map((field) => field.trim());
  const unknown = wanted?.find((field) => survey.tables.length > 0 && !survey.slots.has(field));
  if (unknown !== undefined) throw new UsageError(words.usage.badKey(unknown));
  return keyFields(survey, wanted);
}

async function columnsFrom(path: string | undefined): Promise<ColumnsFile | null> {
  if (path === undefined) return null;
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new FindingsError([finding('E101', { file: path }, { data: { reason } })]);
  });
  const { parseColumnsFile } = await import('../survey/columns-file.ts');
  return parseColumnsFile(text, path);
}

function readingOf(
  source: Source,
  options: SurveyOptions,
  vocabulary: Vocabulary,
  columns: ColumnsFile | null,
  units: ReadonlyMap<string, string>,
  settings: Settings,
): TableOptions {
  const sheets = options.sheet ?? (columns?.sheet ? [columns.sheet] : []);
  return {
    vocabulary,
    delimiter: delimiterOf(options.delimiter),
    encoding: encodingOf(options.encoding, settings),
    unit: units.get(source.name) ?? null,
    sheets,
    headingLines: columns?.heading_lines ?? null,
    constants: constantsOf(columns, vocabulary, options.columns ?? ''),
  };
}

function encodingOf(option: string | undefined, { words }: Settings): Encoding | null {
  if (option === undefined) return null;
  const named = encodingNamed(option);
  if (named === null) throw new UsageError(words.usage.badChoice('--encoding', option, ENCODINGS.join(', ')));
  return named;
}

/** What a columns file says of every household, in canonical spelling. `E412` for what its fields cannot hold. */
function constantsOf(columns: ColumnsFile | null, vocabulary: Vocabulary, file: string): Record<string, string> {
  const faults: Finding[] = [];
  const read = Object.entries(columns?.constant ?? {}).flatMap(([id, text]) => {
    const field = vocabulary.fields.find((one) => one.id === id);
    if (field === undefined) return [];
    const cell = readCell(field, text, vocabulary);
    if (cell.code !== undefined && severityOf(cell.code) !== 'note') {
      const at = { file, path: `constant.${id}` };
      const expected = cell.expected ?? field.codes ?? [];
      faults.push(finding('E412', at, { saw: text, expected, data: { issue: 'constant' } }));
    }
    return [[id, cell.value] as const];
  });
  if (faults.length > 0) throw new FindingsError(faults);
  return Object.fromEntries(read);
}

function delimiterOf(option: string | undefined): Delimiter | null {
  if (option === undefined) return null;
  return option === 'tab' || option === '\\t' || option === '\t' ? '\t' : (option as Delimiter);
}

function unitsOf(options: readonly string[], names: readonly string[], { words }: Settings): Map<string, string> {
  const units = new Map<string, string>();
  for (const option of options) {
    const at = option.lastIndexOf('=');
    const file = option.slice(0, at);
    const code = option.slice(at + 1);
    const name = names.find((n) => n === file || n.replaceAll('\\', '/').endsWith(`/${file}`));
    if (at < 1 || code === '' || name === undefined) throw new UsageError(words.usage.badUnit(option));
    units.set(name, code);
  }
  return units;
}
