import { dirname, join } from 'node:path';
import { checkCases, readCases } from '../criteria/case-schema.ts';
import { FindingsError } from '../finding.ts';
import { type CaseResult, runCases } from '../judge/cases.ts';
import type { Item, Report } from '../report/report.ts';
import type { CriteriaCommandOptions } from './criteria.ts';
import { isPath, readText, setsFor } from './criteria-sets.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';
import { type Settings, settingsFrom } from './settings.ts';
import { reportText } from './show-report.ts';

/** `review criteria test FILES`: cases written as sentences, run on the set they name; 1 when one does not come out. */
export async function run(paths: readonly string[], options: CriteriaCommandOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const files = paths.map((path) => {
    const { cases, findings } = readCases(readText(path), path);
    if (cases === null) throw new FindingsError(findings);
    // a path is meant as seen from the case file
    const name = isPath(cases.criteria) ? join(dirname(path), cases.criteria) : cases.criteria;
    const choice = { criteria: [name], allowUnverified: true, outsideCoverage: true };
    const [set] = setsFor(choice, null, settings).sets;
    if (set === undefined) throw new Error('setsFor gives a set or throws');
    const wrong = [...findings, ...checkCases(cases, set)];
    if (wrong.length > 0) throw new FindingsError(wrong);
    return { path, criteria: set.id, results: runCases(cases, set) };
  });
  const failed = files.flatMap((file) => file.results).filter((result) => !result.passed).length;
  if (options.format === 'json') {
    const { render } = await import('../render/json.ts');
    const envelope = { command: 'criteria', criteria: null, inputs: [], data: files, findings: [] };
    await io.stdout.write(render(envelope, settings.words));
  } else {
    const report: Report = { blocks: files.map((file) => ({ kind: 'list', items: itemsOf(file, settings) })) };
    await io.stdout.write(await reportText(report, 'table', settings, io.stdout));
  }
  return failed === 0 ? EXIT.done : EXIT.found;
}

function itemsOf(
  { path, criteria, results }: { path: string; criteria: string; results: readonly CaseResult[] },
  settings: Settings,
): Item[] {
  const { words, verbose } = settings;
  const { author: w } = words;
  const passed = results.filter((result) => result.passed).length;
  const shown = results.filter((result) => verbose || !result.passed);
  return [
    {
      text: w.casesOf(path, criteria, passed, results.length - passed),
      tone: passed === results.length ? 'yes' : 'warning',
    },
    ...shown.flatMap((result): Item[] => [
      { text: `${result.passed ? '✓' : '✗'} ${result.name}`, depth: 1, tone: result.passed ? 'yes' : 'no' },
      ...result.differences.map((d) => ({ text: w.difference(d.what, d.expected, d.got), depth: 2 })),
    ]),
  ];
}
