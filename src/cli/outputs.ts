import { mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Finding, FindingsError } from '../finding.ts';
import type { Survey } from '../survey/survey.ts';
import { UsageError } from './exit.ts';
import type { TextTarget } from './result-files.ts';
import type { Settings } from './settings.ts';
import { obstacles, StagedFile } from './staged.ts';
import type { WorkbookTarget } from './workbook-target.ts';

export interface OutputOptions {
  readonly output?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly rejectTo?: string;
}

/** Where a classification is written: a result and its manifest per criteria set, and the rows set aside. */
export interface Outputs {
  /** One per set, in their order; empty when no rows are to be written. */
  readonly results: readonly TextTarget[];
  readonly rejects: TextTarget | null;
  /** Households that the sets class differently; null with one set, or when no rows are written. */
  readonly changes: TextTarget | null;
  /** Paths of the results, one per set; empty when they go to stdout or nowhere. */
  readonly paths: readonly string[];
  /** Puts everything in its place, all or nothing. The rejects only when there are any. */
  commit(manifests: readonly string[], hasRejects: boolean): Promise<readonly string[]>;
  discard(): Promise<void>;
}

/**
 * Opens the outputs of a run under temporary names.
 *
 * @throws UsageError for a form we do not write; FindingsError `E601` for outputs that exist, `E602`
 */
export async function openOutputs(
  options: OutputOptions,
  ids: readonly string[],
  survey: Survey,
  settings: Settings,
): Promise<Outputs> {
  const { output, rejectTo } = options;
  const inputs = [...survey.tables, ...survey.memberTables].map((table) => table.source.name);
  const toStdout = output === '-';
  const paths = output === undefined || toStdout ? [] : await pathsFor(output, ids, settings);
  if (toStdout && ids.length > 1) throw new UsageError(settings.words.usage.outputIsFolder);
  const rejectPaths = rejectTo === undefined ? [] : [rejectTo];
  const changePaths = paths.length > 1 && output !== undefined ? [join(output, 'changes.csv')] : [];
  const all = [...paths, ...paths.map(manifestPath), ...changePaths, ...rejectPaths];
  if (new Set(all.map((path) => resolve(path))).size < all.length) throw new UsageError(settings.words.usage.sameFile);
  const read = new Set(inputs.map((path) => resolve(path)));
  const overwritten = all.find((path) => read.has(resolve(path)));
  if (overwritten !== undefined) throw new UsageError(settings.words.usage.overInput(overwritten));
  const taken: Finding[] = await obstacles(all, options.force === true);
  if (taken.length > 0) throw new FindingsError(taken);
  if (options.dryRun) return dryRun(all, paths, rejectTo !== undefined);
  const folder = paths[0] !== undefined && paths[0] !== output ? dirname(paths[0]) : null;
  const made = folder === null ? undefined : await mkdir(folder, { recursive: true });
  const opened: Staged[] = [];
  const keep = async <F extends Staged>(files: Promise<readonly F[]>): Promise<readonly F[]> => {
    opened.push(...(await files));
    return files;
  };
  const discard = async () => {
    await Promise.all(opened.map((file) => file.discard()));
    // a folder made for this run and left empty goes too
    if (made !== undefined && folder !== null) await rmdir(folder).catch(() => {});
  };
  try {
    const results = await keep(resultsAt(paths, ids, survey));
    const [rejects = null] = await keep(createAll(rejectPaths));
    const [changes = null] = await keep(createAll(changePaths));
    const stdout = toStdout ? stdoutTarget(settings) : null;
    return {
      results: stdout === null ? results : [stdout],
      rejects,
      changes,
      paths,
      async commit(manifests, hasRejects) {
        await stdout?.settle();
        const beside = await keep(createAll(paths.map(manifestPath)));
        for (const [at, file] of beside.entries()) file.write(manifests[at] ?? '');
        const files = [
          ...results,
          ...beside,
          ...(changes === null ? [] : [changes]),
          ...(rejects !== null && hasRejects ? [rejects] : []),
        ];
        // everything is on disk before the first file takes its name
        for (const file of files) await file.settle();
        for (const file of files) await file.commit();
        if (rejects !== null && !hasRejects) await rejects.discard();
        return files.map((file) => file.path);
      },
      discard,
    };
  } catch (error) {
    await discard();
    throw error;
  }
}

type Staged = StagedFile | WorkbookTarget;

function manifestPath(result: string): string {
  return `${result}.manifest.json`;
}

/** One file for one set; for several a folder, with a file named for each. */
async function pathsFor(output: string, ids: readonly string[], { words }: Settings): Promise<string[]> {
  const isFolder =
    /[\\/]$/.test(output) ||
    (await stat(output).then(
      (s) => s.isDirectory(),
      () => false,
    ));
  const looksLikeFile = /\.[A-Za-z0-9]{1,8}$/.test(output) && !isFolder;
  if (ids.length > 1 && looksLikeFile) throw new UsageError(words.usage.outputIsFolder);
  if (ids.length > 1 || isFolder) return ids.map((id) => join(output, `${id}.csv`));
  if (!/\.(?:csv|xlsx)$/i.test(output)) throw new UsageError(words.usage.badOutput(output));
  return [output];
}

/** A result is a workbook when its name says so. */
async function resultsAt(paths: readonly string[], ids: readonly string[], survey: Survey): Promise<readonly Staged[]> {
  const files = await createAll(paths);
  if (!paths.some((path) => path.toLowerCase().endsWith('.xlsx'))) return files;
  const { WorkbookTarget } = await import('./workbook-target.ts');
  return files.map((file, at) => new WorkbookTarget(file, ids[at] ?? '', survey));
}

async function createAll(paths: readonly string[]): Promise<StagedFile[]> {
  const files: StagedFile[] = [];
  try {
    for (const path of paths) files.push(await StagedFile.create(path));
    return files;
  } catch (error) {
    for (const file of files) await file.discard();
    throw error;
  }
}

/** Everything is done but writing. */
function dryRun(all: readonly string[], paths: readonly string[], hasRejects: boolean): Outputs {
  const nowhere: TextTarget = {
    write: () => {},
    writeBytes: async () => {},
    flush: async () => {},
    restart: async () => {},
  };
  return {
    results: paths.map(() => nowhere),
    rejects: hasRejects ? nowhere : null,
    changes: null,
    paths,
    commit: async () => all,
    discard: async () => {},
  };
}

/** Rows on stdout are kept until the run has gone well: a result is whole or not at all. */
function stdoutTarget({ io }: Settings): TextTarget & { settle(): Promise<void> } {
  let text: string[] = [];
  return {
    write: (more) => void text.push(more),
    // whole rows: no letter is cut in two
    writeBytes: async (bytes) => void text.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)),
    flush: async () => {},
    restart: async () => {
      text = [];
    },
    async settle() {
      for (const part of text) await io.stdout.write(part);
    },
  };
}
