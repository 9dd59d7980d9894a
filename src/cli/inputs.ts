import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { type Finding, FindingsError, finding } from '../finding.ts';
import { fileSource, memorySource, type Source } from '../survey/source.ts';
import { UsageError } from './exit.ts';
import type { Settings } from './settings.ts';

/** What a folder is searched for. */
const SURVEY_FILES = '**/*.{csv,tsv,txt,xlsx,xls,ods,CSV,TSV,TXT,XLSX,XLS,ODS}';
const YAML_FILES = '**/*.{yaml,yml,YAML,YML}';
/** What office programs leave beside an open file. */
const LOCK_FILES = ['**/~$*', '**/.~lock.*'];

/** Files that could be opened, and what is wrong with the others. */
export interface Inputs {
  readonly sources: readonly Source[];
  readonly findings: readonly Finding[];
}

/** The files that were named as sources (paths, folders, globs, `-` for a pipe), and an `E101` for each that is none. */
export async function openInputs(names: readonly string[], settings: Settings): Promise<Inputs> {
  const sources: Source[] = [];
  const findings: Finding[] = [];
  for (const name of names) {
    try {
      sources.push(...(await inputsOf(name, settings)));
    } catch (error) {
      if (!isFileError(error)) throw error;
      findings.push(finding('E101', { file: name }, { data: { reason: error.code } }));
    }
  }
  return { sources, findings };
}

async function inputsOf(name: string, settings: Settings): Promise<Source[]> {
  if (name === '-') return [memorySource('-', await pipedBytes(settings))];
  const several = await filesBelow(name, SURVEY_FILES);
  if (several !== null) return Promise.all(several.map(async (path) => fileSource(path, (await stat(path)).size)));
  const found = await stat(name);
  await access(name, constants.R_OK);
  // what is no file, such as a named pipe, can be read once only
  return [found.isFile() ? fileSource(name, found.size) : memorySource(name, await readAll(createReadStream(name)))];
}

/** The paths that a folder or a glob stands for, sorted; null for a name of one file. Throws `ENOENT` for none. */
async function filesBelow(name: string, pattern: string): Promise<readonly string[] | null> {
  const found = await stat(name).catch((error: unknown) => {
    if (isFileError(error) && error.code === 'ENOENT') return error;
    throw error;
  });
  if ('isDirectory' in found && !found.isDirectory()) return null;
  // most names are those of files
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if ('code' in found && !isDynamicPattern(name)) throw found;
  const folder = 'code' in found ? '' : `${name.replace(/[\\/]+$/, '')}/`;
  const paths =
    'code' in found ? await glob(name.replaceAll('\\', '/')) : await glob(pattern, { cwd: name, ignore: LOCK_FILES });
  if (paths.length === 0) throw Object.assign(new Error('no files'), { code: 'ENOENT' });
  return paths.map((path) => folder + path).sort();
}

/** The YAML files that were named: paths, folders, globs. Throws `E101` for each name that leads to none. */
export async function yamlFiles(names: readonly string[]): Promise<readonly string[]> {
  const paths: string[] = [];
  const findings: Finding[] = [];
  for (const name of names) {
    try {
      paths.push(...((await filesBelow(name, YAML_FILES)) ?? [name]));
    } catch (error) {
      if (!isFileError(error)) throw error;
      findings.push(finding('E101', { file: name }, { data: { reason: error.code } }));
    }
  }
  if (findings.length > 0) throw new FindingsError(findings);
  return paths;
}

/** All that is piped in. */
export async function pipedBytes(settings: Settings): Promise<Uint8Array> {
  return readAll(await stdinOf(settings));
}

/** Standard input; a terminal would wait for ever. */
async function stdinOf({ io, words }: Settings): Promise<AsyncIterable<Uint8Array>> {
  if (io.stdinIsTty) throw new UsageError(words.usage.stdinIsTty);
  return io.stdin;
}

/** A pipe is kept in memory, for some things can only be known after a first look. */
async function readAll(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function isFileError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && !(error instanceof UsageError);
}
