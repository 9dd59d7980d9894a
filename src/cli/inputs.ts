import { stat } from 'node:fs/promises';
import { glob, isDynamicPattern } from 'tinyglobby';
import { type Finding, FindingsError, finding } from '../finding.ts';
import { fileSource, memorySource, type Source } from '../survey/source.ts';
import { UsageError } from './exit.ts';
import type { Settings } from './settings.ts';

/** What a folder is searched for. */
const SURVEY_FILES = '**/*.{csv,tsv,txt,CSV,TSV,TXT}';

/**
 * The files that were named, as sources: paths, folders (all survey files below), globs, and `-` for standard input.
 *
 * @throws FindingsError `E101` for every one that is missing or cannot be read
 */
export async function openInputs(names: readonly string[], settings: Settings): Promise<Source[]> {
  const sources: Source[] = [];
  const findings: Finding[] = [];
  for (const name of names) {
    try {
      sources.push(...(await inputsOf(name, settings)));
    } catch (error) {
      if (!isFileError(error)) throw error;
      const reason = error.code === 'ENOENT' ? settings.words.usage.noSuchFile : error.code;
      findings.push(finding('E101', { file: name }, { data: { reason } }));
    }
  }
  if (findings.length > 0) throw new FindingsError(findings);
  return sources;
}

async function inputsOf(name: string, settings: Settings): Promise<Source[]> {
  if (name === '-') return [memorySource('-', await readStdin(settings))];
  const found = await stat(name).catch((error: unknown) => {
    if (isFileError(error) && error.code === 'ENOENT' && isDynamicPattern(name)) return null;
    throw error;
  });
  if (found?.isFile()) {
    await readable(name);
    return [fileSource(name, found.size)];
  }
  const pattern = found === null ? name.replaceAll('\\', '/') : SURVEY_FILES;
  const paths = await glob(pattern, found === null ? {} : { cwd: name });
  const prefix = found === null ? '' : `${name.replace(/\/+$/, '')}/`;
  if (paths.length === 0) throw Object.assign(new Error(), { code: 'ENOENT' });
  const sorted = paths.map((path) => prefix + path).sort();
  return Promise.all(sorted.map(async (path) => fileSource(path, (await stat(path)).size)));
}

async function readable(path: string): Promise<void> {
  const { access, constants } = await import('node:fs/promises');
  await access(path, constants.R_OK);
}

/** Standard input is kept in memory, for some things can only be known after a first look. */
async function readStdin({ io, words }: Settings): Promise<Uint8Array> {
  if (io.stdinIsTty) throw new UsageError(words.usage.stdinIsTty);
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function isFileError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && !(error instanceof UsageError);
}
