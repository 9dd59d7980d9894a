import { dirname, join } from 'node:path';
import { checkCases, readCases } from '../criteria/case-schema.ts';
import type { Criteria } from '../criteria/criteria.ts';
import { type Finding, FindingsError } from '../finding.ts';
import { type CaseResult, runCases } from '../judge/cases.ts';
import type { Block, Item, Report } from '../report/report.ts';
import { pageWarnings } from '../report/summary-report.ts';
import type { CriteriaCommandOptions } from './criteria.ts';
import { isPath, readText, setsFor } from './criteria-sets.ts';
import { EXIT } from './exit.ts';
import { yamlFiles } from './inputs.ts';
import type { Io } from './io.ts';
import { type Settings, settingsFrom } from './settings.ts';
import { reportText } from './show-report.ts';

/** One case file that was run. */
interface Tested {
  readonly path: string;
  readonly set: Criteria;
  readonly results: readonly CaseResult[];
}

/** `review criteria test FILES`: cases written as sentences, run on the set they name; 1 when one does not come out. */
export async function run(names: readonly string[], options: CriteriaCommandOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const { words } = settings;
  const files: Tested[] = [];
  for (const path of await yamlFiles(names)) files.push(await tested(path, settings));
  const failed = files.flatMap((file) => file.results).filter((result) => !result.passed).length;
  if (options.format === 'json') {
    const { render } = await import('../render/json.ts');
    const data = files.map(({ path, set, results }) => ({ path, criteria: set.id, status: set.status, results }));
    const envelope = { command: 'criteria', criteria: null, inputs: [], data, findings: [] };
    await io.stdout.write(render(envelope, words));
  } else {
    const report: Report = {
      blocks: files.flatMap((file): Block[] => [
        { kind: 'list', items: itemsOf(file, settings) },
        ...pageWarnings(file.set, null, words),
      ]),
    };
    await io.stdout.write(await reportText(report, 'table', settings, io.stdout));
  }
  return failed === 0 ? EXIT.done : EXIT.found;
}

/** Reads a case file, finds its set and runs the cases. Throws all `E403` of the file at once. */
async function tested(path: string, settings: Settings): Promise<Tested> {
  const { cases, findings } = readCases(readText(path), path);
  if (cases === null) throw new FindingsError(findings.map(ofCases));
  // a path is meant as seen from the case file
  const name = isPath(cases.criteria) ? join(dirname(path), cases.criteria) : cases.criteria;
  const choice = { criteria: [name], allowUnverified: true, outsideCoverage: true };
  const [set] = (await setsFor(choice, null, settings)).sets;
  if (set === undefined) throw new Error('setsFor gives a set or throws');
  const wrong = checkCases(cases, set);
  if (wrong.length > 0) throw new FindingsError(wrong.map(ofCases));
  return { path, set, results: runCases(cases, set) };
}

/** It is the case file that is wrong, not the criteria. */
function ofCases(found: Finding): Finding {
  return { ...found, data: { ...found.data, file: 'cases' } };
}

function itemsOf({ path, set, results }: Tested, settings: Settings): Item[] {
  const { words, verbose } = settings;
  const { author: w } = words;
  const passed = results.filter((result) => result.passed).length;
  const shown = results.filter((result) => verbose || !result.passed);
  return [
    {
      text: w.casesOf(path, set.id, passed, results.length - passed),
      tone: passed === results.length ? 'yes' : 'warning',
    },
    ...shown.flatMap((result): Item[] => [
      { text: `${result.passed ? '✓' : '✗'} ${result.name}`, depth: 1, tone: result.passed ? 'yes' : 'no' },
      ...result.differences.map((d) => ({
        text: w.difference(d.what, d.expected || w.nothing, d.got || w.nothing),
        depth: 2,
      })),
    ]),
  ];
}
