import type { Counts } from '../generate/calibrate.ts';
import { type Published, publishedIn } from '../generate/published.ts';
import { REFORMED_UNITS } from '../generate/reform.ts';
import { generateSurvey, surveyHeadings } from '../generate/survey.ts';
import { MOST_UNITS } from '../generate/units.ts';
import { catalogue } from './criteria-sets.ts';
import { EXIT, UsageError } from './exit.ts';
import { linkedTexts, surveyTexts, type TextOf, writeTexts } from './generated-texts.ts';
import type { Io } from './io.ts';
import type { PrintOptions } from './print.ts';
import { type CommonOptions, type Settings, settingsFrom } from './settings.ts';

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
  /** The year before goes here, and what truly links the two there. */
  readonly before?: string;
  readonly beforeMembers?: string;
  readonly links?: string;
  readonly crosswalk?: string;
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
  const asOfficers = options.headings === 'vi';
  const headings = surveyHeadings(standard.published);
  if (isLinked(options, settings)) {
    if (counts !== null) throw new UsageError(settings.words.usage.linkedNotCounted);
    const isReformed = options.crosswalk !== undefined;
    if (isReformed && communes < REFORMED_UNITS)
      throw new UsageError(settings.words.usage.reformNeeds(String(REFORMED_UNITS)));
    const texts = linkedTexts({ seed, households, year, communes, isReformed, ...standard }, headings, asOfficers);
    await writeTexts(texts, namedFiles(options, settings), options.force === true, settings);
    return EXIT.done;
  }
  const members = options.members !== undefined;
  const batches = generateSurvey({ seed, households, year, counts, communes, members, ...standard });
  const texts = surveyTexts(batches, headings, asOfficers);
  await writeTexts(texts, namedFiles(options, settings), options.force === true, settings);
  return EXIT.done;
}

/** Whether two years are asked for. They belong together: the links say nothing without both surveys. */
function isLinked({ before, beforeMembers, links, crosswalk }: GenerateOptions, { words }: Settings): boolean {
  const asked = [before, beforeMembers, links, crosswalk].some((path) => path !== undefined);
  if (asked && (before === undefined || links === undefined)) throw new UsageError(words.usage.linkedTogether);
  return asked;
}

/** The files to write, each another, and what goes into them; the survey to stdout when none was named. */
function namedFiles(options: GenerateOptions, { words }: Settings): ReadonlyMap<TextOf, string> {
  const { output = '-', members, before, beforeMembers, links, crosswalk } = options;
  const others = { members, before, beforeMembers, links, crosswalk };
  const named = new Map<TextOf, string>([['households', output]]);
  for (const [of, path] of Object.entries(others) as [TextOf, string | undefined][]) {
    if (path === undefined) continue;
    if (path === '-' || [...named.values()].includes(path)) throw new UsageError(words.usage.badValue(path));
    named.set(of, path);
  }
  return named;
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
