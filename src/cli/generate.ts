import { generateCommune, SURVEY_HEADINGS } from '../generate/commune.ts';
import { BOM, csvRows } from '../render/csv.ts';
import { EXIT, UsageError } from './exit.ts';
import type { Io } from './io.ts';
import { type PrintOptions, printOrWrite } from './print.ts';
import { type CommonOptions, settingsFrom } from './settings.ts';

export interface GenerateOptions extends CommonOptions, PrintOptions {
  readonly households: string;
  readonly seed: string;
  readonly year: string;
}

/** `review generate`: an invented survey of one commune, the same for the same seed. */
export async function run(options: GenerateOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const [households, seed, year] = [options.households, options.seed, options.year].map((text) => {
    if (!/^\d{1,7}$/.test(text)) throw new UsageError(settings.words.usage.badValue(text));
    return Number(text);
  }) as [number, number, number];
  const rows = [SURVEY_HEADINGS, ...generateCommune({ households, seed, year })];
  await printOrWrite(BOM + csvRows(rows), options, settings);
  return EXIT.done;
}
