import { generateCommune, SURVEY_HEADINGS } from '../generate/commune.ts';
import { officerCell, officerHeading } from '../generate/officer.ts';
import type { Published } from '../generate/published.ts';
import { BOM, csvRows } from '../render/csv.ts';
import { catalogue } from './criteria-sets.ts';
import { EXIT, UsageError } from './exit.ts';
import type { Io } from './io.ts';
import { type PrintOptions, printOrWrite } from './print.ts';
import { type CommonOptions, settingsFrom } from './settings.ts';

export interface GenerateOptions extends CommonOptions, PrintOptions {
  readonly households: string;
  readonly seed: string;
  readonly year: string;
  readonly headings: 'canonical' | 'vi';
}

/** The sets whose lines the invented incomes crowd around; the officers apply the last. */
const SETS = ['vn-2022', 'quang-ninh-2023'];

/** `review generate`: an invented survey of one commune, the same for the same seed. */
export async function run(options: GenerateOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const [households, seed, year] = [options.households, options.seed, options.year].map((text) => {
    if (!/^\d{1,7}$/.test(text)) throw new UsageError(settings.words.usage.badValue(text));
    return Number(text);
  }) as [number, number, number];
  const survey = generateCommune({ households, seed, year, published: publishedLines() });
  const rows =
    options.headings === 'canonical' ? [SURVEY_HEADINGS, ...survey] : asOfficersWrite([SURVEY_HEADINGS, ...survey]);
  await printOrWrite(BOM + csvRows(rows), options, settings);
  return EXIT.done;
}

function publishedLines(): Published {
  const sets = catalogue().filter((set) => SETS.includes(set.id));
  const ordered = SETS.flatMap((id) => sets.find((set) => set.id === id) ?? []);
  return {
    lines: ordered.flatMap((set) => set.lines.poverty?.by_area ?? []),
    cutoff: Number(ordered.at(-1)?.params.cutoff?.value),
  };
}

function asOfficersWrite([headings = [], ...rows]: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [
    headings.map(officerHeading),
    ...rows.map((row) => row.map((cell, at) => officerCell(headings[at] ?? '', cell))),
  ];
}
