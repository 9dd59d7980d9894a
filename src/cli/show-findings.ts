import { type Criteria, cautionsOf } from '../criteria/criteria.ts';
import { type Finding, finding, severityOf } from '../finding.ts';
import { findingEntries } from '../report/findings-report.ts';
import { formatNumber } from '../text/format.ts';
import type { Settings } from './settings.ts';

/** Prints findings to stderr in three parts: what, where, what to do. With `--quiet` only errors. */
export async function showFindings(
  findings: readonly Finding[],
  settings: Settings,
  extent: 'some' | 'every' = 'some',
): Promise<void> {
  const { io, words, quiet } = settings;
  const { entries, hidden } = findingEntries(
    quiet ? findings.filter((f) => severityOf(f.code) === 'error') : findings,
    words,
    extent,
  );
  if (entries.length === 0) return;
  const paint = await painter(settings);
  const lines = entries.flatMap(({ code, severity, message, place, hint }) => [
    `${paint[severity](`${words.severities[severity]} ${code}`)} ${message}`,
    ...(place === '' ? [] : [`    ${place}`]),
    ...(hint === '' ? [] : [`    → ${hint}`]),
  ]);
  for (const [code, count] of hidden) lines.push(`${code}: ${words.more(formatNumber(count, words.lang))}`);
  await io.stderr.write(`${lines.join('\n')}\n`);
}

async function painter(settings: Settings) {
  const { Chalk } = await import('chalk');
  const paint = new Chalk({ level: settings.colorOn(settings.io.stderr) ? 1 : 0 });
  return { error: paint.red, warning: paint.yellow, note: paint.dim };
}

/** The warnings that a set's uncertain parts raise whenever it is used. */
export function cautionFindings(sets: readonly Criteria[]): Finding[] {
  return onceEach(sets).flatMap((set) =>
    cautionsOf(set).map(({ item, text }) =>
      finding('W407', {}, { data: { criteria: set.id, item: item ?? '', vi: text.vi, en: text.en } }),
    ),
  );
}

/** The same on screen: one line a set that names the items, or with `--verbose` each in full. */
export async function showCautions(sets: readonly Criteria[], settings: Settings): Promise<void> {
  const { io, words, verbose, quiet } = settings;
  if (quiet) return;
  if (verbose) return showFindings(cautionFindings(sets), settings);
  for (const set of onceEach(sets)) {
    // a line and a score may go by one name
    const items = [...new Set(cautionsOf(set).map(({ item }) => item ?? words.cautionSet))];
    if (items.length === 0) continue;
    const label = (await painter(settings)).warning(`${words.severities.warning} W407`);
    await io.stderr.write(`${label} ${words.cautionsUsed(set.id, items.length, items.join(', '))}\n`);
  }
}

/** Two years may go by one set, each with a copy of its own. */
function onceEach(sets: readonly Criteria[]): readonly Criteria[] {
  return [...new Map(sets.map((set) => [set.id, set])).values()];
}
