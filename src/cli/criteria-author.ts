import { cautionsOf, indicatorsOf } from '../criteria/criteria.ts';
import { differences } from '../criteria/difference.ts';
import { criteriaJsonSchema } from '../criteria/json-schema.ts';
import { checkCriteria } from '../criteria/load.ts';
import { newCriteriaFile } from '../criteria/template.ts';
import { FindingsError } from '../finding.ts';
import { differenceReport } from '../report/difference-report.ts';
import { shippedSet, shippedSetIds } from '../shipped.ts';
import { isIsoDate } from '../text/date.ts';
import type { CriteriaCommandOptions } from './criteria.ts';
import { compiledFindings } from './criteria-compile.ts';
import { isPath, pipedText, readText, setsFor, sourceOfSets } from './criteria-sets.ts';
import { EXIT, UsageError } from './exit.ts';
import type { Io } from './io.ts';
import { type PrintOptions, printOrWrite } from './print.ts';
import { type CommonOptions, dateFrom, type Settings, settingsFrom } from './settings.ts';
import { showFindings } from './show-findings.ts';
import { reportText } from './show-report.ts';

/** `review criteria check FILE`: every mistake at once, of a file, of a shipped set by its id, or of what is piped in. */
export async function check(path: string, options: CriteriaCommandOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const text = path === '-' ? await pipedText(settings) : (shippedSet(path)?.text ?? readText(path));
  const { criteria, findings, locate } = checkCriteria(path, text, sourceOfSets, shippedSetIds());
  // rules are compiled only when what they name is there
  const compiled = criteria === null || findings.length > 0 ? [] : compiledFindings(criteria, locate);
  const all = [...findings, ...compiled];
  const errors = all.filter((f) => f.code.startsWith('E'));
  await showFindings(all, settings, 'every');
  if (options.format === 'json') {
    const { render } = await import('../render/json.ts');
    const data = { file: path, id: criteria?.id ?? null, valid: errors.length === 0 };
    await io.stdout.write(
      render({ command: 'criteria', criteria: null, inputs: [{ file: path }], data, findings: all }, settings.words),
    );
  } else if (errors.length === 0 && criteria !== null) {
    const { author: w } = settings.words;
    const [lines, indicators] = [Object.keys(criteria.lines).length, indicatorsOf(criteria).length];
    await io.stdout.write(`${w.valid(path, criteria.id, lines, indicators, cautionsOf(criteria).length)}\n`);
  }
  return errors.length === 0 ? EXIT.done : EXIT.criteria;
}

/** `review criteria diff A B`: what changes when one set takes the place of another. */
export async function diff(a: string, b: string, options: CriteriaCommandOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const date = dateFrom(options, settings.words);
  const only = async (name: string) => {
    const choice = { criteria: [name], allowUnverified: true, outsideCoverage: true };
    return (await setsFor(choice, date, settings)).sets[0];
  };
  const [before, after] = [await only(a), await only(b)];
  if (before === undefined || after === undefined) throw new Error('setsFor gives a set or throws');
  const found = differences(before, after);
  const text =
    options.format === 'json'
      ? await jsonOf({ from: before.id, to: after.id, differences: found }, settings)
      : await reportText(
          differenceReport(before, after, found, settings.words),
          options.format === 'md' ? 'md' : 'table',
          settings,
          io.stdout,
        );
  await printOrWrite(text, options, settings);
  return EXIT.done;
}

async function jsonOf(data: unknown, { words }: Settings): Promise<string> {
  const { render } = await import('../render/json.ts');
  return render({ command: 'criteria', criteria: null, inputs: [], data, findings: [] }, words);
}

export interface NewOptions extends CommonOptions, PrintOptions {
  readonly extends: string;
  readonly date?: string;
}

/** `review criteria new ID`: a commented starting file that passes `check`. */
export async function create(id: string, options: NewOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw new UsageError(settings.words.author.badId(id));
  if (shippedSet(id) !== null) throw new UsageError(settings.words.author.idTaken(id));
  const today = options.date ?? new Date().toISOString().slice(0, 10);
  if (!isIsoDate(today)) throw new UsageError(settings.words.usage.badDate(today));
  // to begin with a set is no use of it; a family is its set of the day
  const choice = { criteria: [options.extends], allowUnverified: true, outsideCoverage: true };
  const [parent] = (await setsFor(choice, today, settings)).sets;
  if (parent === undefined) throw new Error('setsFor gives a set or throws');
  const extended = isPath(options.extends) ? options.extends : parent.id;
  const text = newCriteriaFile({ id, extends: extended, parent, today });
  const { findings } = checkCriteria(`${id}.yaml`, text, sourceOfSets);
  if (findings.length > 0) throw new FindingsError(findings);
  await printOrWrite(text, options, settings);
  return EXIT.done;
}

/** `review criteria schema`: the JSON Schema by which an editor completes and marks criteria files. */
export async function schema(options: CommonOptions & PrintOptions, io: Io): Promise<number> {
  await printOrWrite(`${JSON.stringify(criteriaJsonSchema(), null, 2)}\n`, options, settingsFrom(options, io));
  return EXIT.done;
}
