import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { onTestFinished } from 'vitest';
import type { Io } from '../src/cli/io.ts';
import { main } from '../src/cli/main.ts';
import { type Criteria, indicatorsOf } from '../src/criteria/criteria.ts';
import { type Finding, FindingLog, FindingsError } from '../src/finding.ts';
import { shippedText } from '../src/shipped.ts';
import { readHouseholds } from '../src/survey/households.ts';
import { openTable } from '../src/survey/open-tables.ts';
import type { Delimiter, Sniffed } from '../src/survey/sniff.ts';
import type { Source } from '../src/survey/source.ts';
import { memorySource } from '../src/survey/source.ts';
import { type Household, makeSurvey, type Survey } from '../src/survey/survey.ts';
import type { Table } from '../src/survey/table.ts';
import { makeVocabulary } from '../src/survey/vocabulary.ts';
import { readVocabularyFile } from '../src/survey/vocabulary-file.ts';
import { shipped } from './criteria/shipped.ts';

/** The vocabulary that ships, without the marks of any criteria set of a user's own. */
export const vocabulary = makeVocabulary(readVocabularyFile(shippedText('survey/vocabulary.yaml')));

/** Indicator ids of the national set, in the order of the form. */
export const MARKS: readonly string[] = indicatorsOf(shipped('vn-2022')).map((i) => i.id);

/** Rows by heading; a heading that a row does not name is a blank cell. */
export type Row = Readonly<Record<string, string>>;

/** A household with every answer that vn-2022 asks: rural, at 1,400,000 a month, the first `n` marks deprived. */
export function household(id: string, more: Row = {}, n = 0): Row {
  return { household_id: id, area: 'rural', income: '1400000', ...marks(n), ...more };
}

/** All marks of the national set, the first `n` deprived. */
export function marks(n: number): Row {
  return Object.fromEntries(MARKS.map((id, at) => [id, at < n ? '1' : '0']));
}

/** Rows as CSV with LF, headings in the order in which they first appear. */
export function csvOf(rows: readonly Row[], delimiter = ','): string {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))];
  return lines.map((cells) => `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\n`).join('');
}

function quoted(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A result file as rows by heading. */
export function rowsIn(text: string): readonly Row[] {
  return parse(text, { bom: true, columns: true, record_delimiter: ['\r\n', '\n'] }) as Row[];
}

/** The column of a result file, by household in file order. */
export function column(text: string, heading: string): readonly (string | undefined)[] {
  return rowsIn(text).map((row) => row[heading]);
}

/** A folder of its own, gone when the test has ended. */
export function tempFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'review-test-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A folder with one file in it, and the file's path. */
export function tempFile(content: string | Uint8Array, name = 'survey.csv', folder = tempFolder()): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Everything in a folder, hidden files too. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).sort();
}

export const read = (path: string): string => readFileSync(path, 'utf8');

/** Path of a survey file under `fixtures/survey/`. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/survey/${name}`, import.meta.url));
}

/** What a command line came to. */
export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** What is piped in; without it standard input is a terminal. */
  readonly stdin?: string;
}

/** Runs a command line in memory. */
export async function review(argv: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const exit = await main(argv, ioInto(written, surroundings));
  return { exit, ...written };
}

/** A result of `classify` by vn-2022 in a folder of its own, its manifest beside it. `when`: a year, or a whole day. */
export async function resultFile(rows: readonly Row[], when: string, ...options: readonly string[]): Promise<string> {
  const path = join(tempFolder(), `${when}.csv`);
  const day = when.includes('-') ? '--date' : '--year';
  const ran = await review([
    ...['classify', tempFile(csvOf(rows)), '-c', 'vn-2022', day, when, '-o', path],
    ...options,
  ]);
  if (ran.exit !== 0) throw new Error(ran.stderr);
  return path;
}

/** Streams in memory, a hundred columns wide. */
export function ioInto(written: { stdout: string; stderr: string }, { env = {}, stdin }: Surroundings = {}): Io {
  const out = (name: 'stdout' | 'stderr') => ({
    isTty: false,
    columns: 100,
    write: async (text: string) => {
      written[name] += text;
    },
  });
  return {
    stdin: (async function* () {
      if (stdin !== undefined) yield Buffer.from(stdin);
    })(),
    stdinIsTty: stdin === undefined,
    stdout: out('stdout'),
    stderr: out('stderr'),
    env,
  };
}

/** An invented survey as `review generate` writes it, with canonical headings and spellings. */
export async function generated(households: number, seed = 7): Promise<string> {
  const { stdout } = await review(['generate', '--households', `${households}`, '--seed', `${seed}`]);
  return stdout;
}

/** A finding as the JSON answer shows it. */
export interface ShownFinding {
  readonly code: string;
  readonly severity: string;
  readonly file: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly field: string | null;
  readonly message: string;
  readonly hint: string;
  readonly count: number;
}

/** The findings of a JSON answer, all of them or those of one code. */
export function findingsIn({ stdout }: Ran, code?: string): readonly ShownFinding[] {
  const { findings } = JSON.parse(stdout) as { findings: ShownFinding[] };
  return code === undefined ? findings : findings.filter((f) => f.code === code);
}

/** Code and row of each error of a JSON answer. */
export function errorsIn(ran: Ran): readonly (readonly [string, number | null])[] {
  return findingsIn(ran)
    .filter((f) => f.severity === 'error')
    .map((f) => [f.code, f.row] as const);
}

/** Classifies rows by the national set and prints the result rows. */
export async function classified(rows: readonly Row[], ...options: readonly string[]): Promise<Ran> {
  return review(['classify', tempFile(csvOf(rows)), '-c', 'vn-2022', '-o', '-', ...options]);
}

/** The built program as a process of its own. */
export function startBuilt(argv: readonly string[], cwd: string): ChildProcess {
  const bin = fileURLToPath(new URL('../bin/review.js', import.meta.url));
  return spawn(process.execPath, [bin, ...argv], { cwd, stdio: 'pipe' });
}

/** Resolves with the exit code of a process and what it said on stderr. */
export function ended(child: ChildProcess): Promise<{ readonly code: number | null; readonly stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (part) => {
    stderr += String(part);
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stderr })));
}

/** Bytes that arrive in the pieces given. */
export function pieces(name: string, parts: readonly Uint8Array[]): Source {
  return {
    name,
    bytes: null,
    async *open() {
      yield* parts;
    },
  };
}

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** A text opened as a table of households. */
export function opened(text: string | Uint8Array, name = 'a.csv', more: Partial<OpenedAs> = {}): Promise<Table> {
  const { log = new FindingLog(), unit = null, delimiter = null } = more;
  const content = typeof text === 'string' ? bytesOf(text) : text;
  return openTable(memorySource(name, content), { vocabulary, delimiter, encoding: null, unit }, log);
}

interface OpenedAs {
  readonly log: FindingLog;
  readonly unit: string | null;
  readonly delimiter: Delimiter | null;
}

/** Texts as one survey; the files are called `a.csv`, `b.csv` and so on. */
export async function surveyOf(texts: readonly string[], keepColumns = false, log = new FindingLog()): Promise<Survey> {
  const names = 'abcdefghij';
  const tables: Table[] = [];
  for (const [at, text] of texts.entries()) tables.push(await opened(text, `${names[at]}.csv`, { log }));
  return makeSurvey(tables, vocabulary, keepColumns);
}

/** All households of a survey, in file order. */
export async function householdsOf(survey: Survey, log = new FindingLog()): Promise<readonly Household[]> {
  const found: Household[] = [];
  for (const at of survey.tables.keys()) {
    for await (const batch of readHouseholds(survey, at, log)) found.push(...batch);
  }
  return found;
}

/** A cell of a household by its field. */
export function cellOf(survey: Survey, { cells }: Household, field: string): string | undefined {
  return cells[survey.slots.get(field) ?? -1];
}

/** The findings that a promise is rejected with; none when it is kept. */
export async function refused(attempt: Promise<unknown>): Promise<readonly Finding[]> {
  try {
    await attempt;
    return [];
  } catch (error) {
    if (error instanceof FindingsError) return error.findings;
    throw error;
  }
}

export const PLAIN: Sniffed = { encoding: 'utf-8', hasBom: false, mojibake: null, delimiter: ',', hasSepLine: false };

const loaded = new Map<string, Criteria>();

/** A shipped set, read once. */
export function setNamed(id: string): Criteria {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const set = shipped(id);
  loaded.set(id, set);
  return set;
}
