import type { Criteria } from '../criteria/criteria.ts';
import { BOM, csvRows } from '../render/csv.ts';
import { catalogueReport, criteriaReport } from '../report/criteria-report.ts';
import type { Report } from '../report/report.ts';
import { criteriaHash } from '../review/hash.ts';
import { catalogue, setsFor } from './criteria-sets.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';
import { type PrintOptions, printOrWrite } from './print.ts';
import { type CommonOptions, dateFrom, type Settings, settingsFrom } from './settings.ts';
import { cautionFindings } from './show-findings.ts';
import { reportText, type TextFormat } from './show-report.ts';

export interface CriteriaCommandOptions extends CommonOptions, PrintOptions {
  readonly format: TextFormat | 'json' | 'csv';
  readonly date?: string;
  readonly year?: string;
}

/** `review criteria list`: the sets that ship with the program. */
export async function list(options: CriteriaCommandOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const sets = await catalogue();
  const data = sets.map((set) => ({
    id: set.id,
    family: set.family,
    title: set.title,
    territory: set.territory,
    in_force: { from: set.in_force.from, to: set.in_force.to },
    status: set.status,
  }));
  return print(catalogueReport(sets, settings.words), data, [], options, settings);
}

/** `review criteria show ID`: everything a set says, flattened. */
export async function show(id: string, options: CriteriaCommandOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const date = dateFrom(options, settings.words);
  // to read a set is no use of it: neither its dates nor its status stand in the way
  const { sets } = await setsFor({ criteria: [id], allowUnverified: true, outsideCoverage: true }, date, settings);
  const [set] = sets as [Criteria];
  return print(criteriaReport(set, criteriaHash(set), settings.words), set, [set], options, settings);
}

async function print(
  report: Report,
  data: unknown,
  shown: readonly Criteria[],
  options: CriteriaCommandOptions,
  settings: Settings,
): Promise<number> {
  const [set] = shown;
  if (options.format === 'json') {
    const { render } = await import('../render/json.ts');
    const criteria = set === undefined ? null : { id: set.id, hash: criteriaHash(set), status: set.status };
    const envelope = { command: 'criteria', criteria, inputs: [], data, findings: cautionFindings(shown) };
    await printOrWrite(render(envelope, settings.words), options, settings);
  } else if (options.format === 'csv') {
    await printOrWrite(BOM + csvRows(catalogueRows(await catalogue())), options, settings);
  } else {
    await printOrWrite(await reportText(report, options.format, settings, settings.io.stdout), options, settings);
  }
  return EXIT.done;
}

/** The catalogue for other programs: headings and values that do not depend on the language. */
function catalogueRows(sets: readonly Criteria[]): readonly (readonly string[])[] {
  return [
    ['id', 'family', 'title_vi', 'title_en', 'in_force_from', 'in_force_to', 'status'],
    ...sets.map(({ id, family, title, in_force, status }) => [
      id,
      family,
      title.vi,
      title.en,
      in_force.from,
      in_force.to ?? '',
      status,
    ]),
  ];
}
