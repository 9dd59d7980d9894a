import { setImmediate } from 'node:timers/promises';
import { FindingsError } from '../finding.ts';
import type { Counts } from '../generate/calibrate.ts';
import { MEMBERS_HEADINGS } from '../generate/members.ts';
import { officerCell, officerHeading } from '../generate/officer.ts';
import { type Published, publishedIn } from '../generate/published.ts';
import { type Batch, type Block, generateSurvey, surveyHeadings } from '../generate/survey.ts';
import { MOST_UNITS } from '../generate/units.ts';
import { BOM, csvRows } from '../render/csv.ts';
import { catalogue } from './criteria-sets.ts';
import { EXIT, UsageError } from './exit.ts';
import type { Io } from './io.ts';
import type { PrintOptions } from './print.ts';
import { type CommonOptions, type Settings, settingsFrom } from './settings.ts';
import { obstacles, StagedFile } from './staged.ts';

export interface GenerateOptions extends CommonOptions, PrintOptions {
  readonly households: string;
  readonly seed: string;
  readonly year: string;
  readonly communes?: string;
  readonly poor?: string;
  readonly nearPoor?: string;
  readonly criteria?: string;
  readonly headings: 'canonical' | 'vi';
  readonly members?: string;
}

/** The sets whose lines the invented incomes crowd around; the officers apply the last, unless another is named. */
const SETS = ['vn-2022', 'quang-ninh-2023'];
const PROVINCE = '22';
/** About as many live in a commune of a province whose households are counted out. */
const HOUSEHOLDS_IN_COMMUNE = 2250;

/** The years for which incomes are invented: they drift from year to year. */
const YEARS = { first: 2016, last: 2035 };

/** `review generate`: an invented survey of one commune or a whole province, the same for the same seed. */
export async function run(options: GenerateOptions, io: Io): Promise<number> {
  const settings = settingsFrom(options, io);
  const [households, seed, year] = [options.households, options.seed, options.year].map((text) =>
    wholeNumber(text, settings),
  ) as [number, number, number];
  if (year < YEARS.first || year > YEARS.last) throw new UsageError(settings.words.usage.badValue(options.year));
  const counts = countsFrom(options, households, settings);
  const communes = communesFrom(options, households, counts !== null, settings);
  const standard = await standardFor(options.criteria ?? (SETS.at(-1) as string), settings);
  const members = options.members !== undefined;
  const batches = generateSurvey({ seed, households, year, counts, communes, members, ...standard });
  const texts = textsOf(batches, surveyHeadings(standard.published), options.headings === 'vi');
  await writeTexts(texts, options, settings);
  return EXIT.done;
}

function wholeNumber(text: string, { words }: Settings): number {
  if (!/^\d{1,7}$/.test(text)) throw new UsageError(words.usage.badValue(text));
  return Number(text);
}

/** How many households are to be poor and near-poor; null when that is left to chance. */
function countsFrom(options: GenerateOptions, households: number, settings: Settings): Counts | null {
  const { usage } = settings.words;
  const { poor, nearPoor, criteria } = options;
  if (poor === undefined && nearPoor === undefined && criteria === undefined) return null;
  if (poor === undefined || nearPoor === undefined) throw new UsageError(usage.countsTogether);
  const counts = { poor: wholeNumber(poor, settings), nearPoor: wholeNumber(nearPoor, settings) };
  const sum = counts.poor + counts.nearPoor;
  if (sum > households) throw new UsageError(usage.moreThanAll(String(sum), String(households)));
  return counts;
}

function communesFrom(options: GenerateOptions, households: number, isCounted: boolean, settings: Settings): number {
  if (options.communes === undefined) {
    return isCounted ? Math.max(1, Math.round(households / HOUSEHOLDS_IN_COMMUNE)) : 1;
  }
  const communes = wholeNumber(options.communes, settings);
  const most = Math.max(1, Math.min(MOST_UNITS, households));
  if (communes < 1 || communes > most) throw new UsageError(settings.words.usage.communesRange(String(most)));
  return communes;
}

/** The lines and the cut-off that the survey is made by, those of the named set last, and a province it applies to. */
async function standardFor(id: string, { words }: Settings): Promise<{ published: Published; provinceCode: string }> {
  const fitting = (await catalogue()).flatMap((set) => {
    const published = publishedIn(set);
    return published === null ? [] : [{ set, published }];
  });
  const wanted = fitting.find(({ set }) => set.id === id);
  if (wanted === undefined) {
    const list = fitting.map(({ set }) => set.id).join(', ');
    throw new UsageError(words.usage.cannotCount(id), words.usage.criteriaAre(list));
  }
  const others = SETS.filter((other) => other !== id).flatMap(
    (other) => fitting.find(({ set }) => set.id === other)?.published.lines ?? [],
  );
  const { lines } = wanted.published;
  return {
    published: { ...wanted.published, lines: [...others, ...lines] },
    provinceCode: wanted.set.territory.province_codes?.[0] ?? PROVINCE,
  };
}

/** Text of the survey, and of its members' file. */
interface Texts {
  readonly households: string;
  readonly members: string;
}

function* textsOf(batches: Iterable<Batch>, headings: readonly string[], asOfficers: boolean): Generator<Texts> {
  const head = (names: readonly string[]) => BOM + csvOf([asOfficers ? names.map(officerHeading) : names]);
  const body = (rows: Block, names: readonly string[]) =>
    csvOf(asOfficers ? rows.map((row) => row.map((cell, at) => officerCell(names[at] ?? '', cell))) : rows);
  yield { households: head(headings), members: head(MEMBERS_HEADINGS) };
  for (const { households, members } of batches) {
    yield { households: body(households, headings), members: body(members, MEMBERS_HEADINGS) };
  }
}

/** A cell that stands in a file as it is, without quotes or guard. */
const PLAIN = /^(?:[^'=+\-@",\r\n][^",\r\n]*)?$/;

/** What `csvRows` writes; most rows need none of its care. */
function csvOf(rows: Block): string {
  let text = '';
  for (const row of rows) text += row.every((cell) => PLAIN.test(cell)) ? `${row.join(',')}\r\n` : csvRows([row]);
  return text;
}

/** Each text whole into the file that was named for it; the households to stdout, as they come, when none was. */
async function writeTexts(texts: Iterable<Texts>, options: GenerateOptions, { io, words }: Settings): Promise<void> {
  const { output = '-', members, force } = options;
  if (members === '-' || members === output) throw new UsageError(words.usage.badValue(members));
  const named = [
    { path: output, of: 'households' as const },
    ...(members ? [{ path: members, of: 'members' as const }] : []),
  ];
  const wanted = named.filter(({ path }) => path !== '-');
  const taken = await obstacles(
    wanted.map(({ path }) => path),
    force === true,
  );
  if (taken.length > 0) throw new FindingsError(taken);
  const files: { readonly file: StagedFile; readonly of: keyof Texts }[] = [];
  try {
    for (const { path, of } of wanted) files.push({ file: await StagedFile.create(path), of });
    for (const text of texts) {
      if (output === '-' && text.households !== '') await io.stdout.write(text.households);
      for (const { file, of } of files) {
        file.write(text[of]);
        await file.flush();
      }
      // whoever wants to stop the run is heard
      await setImmediate();
    }
    for (const { file } of files) await file.settle();
    for (const { file } of files) await file.commit();
  } catch (error) {
    for (const { file } of files) await file.discard();
    throw error;
  }
}
