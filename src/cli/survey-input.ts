import type { Criteria } from '../criteria/criteria.ts';
import { type Finding, type FindingLog, FindingsError } from '../finding.ts';
import { keyFields } from '../review/keys.ts';
import type { Delimiter } from '../survey/sniff.ts';
import { makeSurvey, type Survey } from '../survey/survey.ts';
import { openTable, type Table } from '../survey/table.ts';
import { UsageError } from './exit.ts';
import { openInputs } from './inputs.ts';
import type { Settings } from './settings.ts';
import { vocabularyFor } from './vocabulary-for.ts';

/** Options of every command that reads survey files. */
export interface SurveyOptions {
  readonly delimiter?: string;
  readonly unit?: readonly string[];
  readonly key?: string;
  readonly keepColumns?: boolean;
}

/** Opens the files named as one survey. All files are looked at before any of their faults stops the run. */
export async function openSurvey(
  names: readonly string[],
  options: SurveyOptions,
  sets: readonly Criteria[],
  log: FindingLog,
  settings: Settings,
): Promise<{ survey: Survey; key: readonly string[] }> {
  const vocabulary = vocabularyFor(sets);
  const { sources, findings } = await openInputs(names, settings);
  const units = unitsOf(
    options.unit ?? [],
    sources.map((s) => s.name),
    settings,
  );
  const tables: Table[] = [];
  const faults: Finding[] = [...findings];
  for (const source of sources) {
    const reading = { vocabulary, delimiter: delimiterOf(options.delimiter), unit: units.get(source.name) ?? null };
    try {
      const table = await openTable(source, reading, log);
      if (reading.unit !== null && table.unit === null)
        throw new UsageError(settings.words.usage.unitKnown(source.name));
      tables.push(table);
    } catch (error) {
      if (!(error instanceof FindingsError)) throw error;
      faults.push(...error.findings);
    }
  }
  if (faults.length > 0) throw new FindingsError([...log.findings, ...faults]);
  const survey = makeSurvey(tables, vocabulary, options.keepColumns === true);
  const wanted = options.key === undefined ? null : options.key.split(',').map((field) => field.trim());
  const unknown = wanted?.find((field) => !survey.slots.has(field));
  if (unknown !== undefined) throw new UsageError(settings.words.usage.badKey(unknown));
  return { survey, key: keyFields(survey, wanted) };
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
