import type { Marks } from './answers.ts';
import type { Household } from './household.ts';
import { between, chance, pick, pickWeighted, type Random, randomOf } from './random.ts';

/** What was answered of the dwelling and what stands in it, in the order of the form. */
export const DWELLING_ANSWERS = [
  'floor_area',
  'wall',
  'pillar',
  'roof',
  'water_source',
  'toilet_type',
  'information_devices',
] as const;
type DwellingAnswer = (typeof DWELLING_ANSWERS)[number];

/** By canonical field; blank where nobody knows. */
export type DwellingCells = Readonly<Record<DwellingAnswer, string>>;

const WATER: readonly (readonly [string, number])[] = [
  ['tap', 45],
  ['drilled_well', 28],
  ['protected_dug_well', 12],
  ['protected_spring', 10],
  ['rain', 3],
  ['bottled', 2],
];
const TOILETS: readonly (readonly [string, number])[] = [
  ['septic', 58],
  ['semi_septic', 18],
  ['pour_flush', 10],
  ['two_vault', 8],
  ['ventilated_improved', 4],
  ['pit_with_seat', 2],
];
const DEVICES: readonly (readonly [string, number])[] = [
  ['tv', 0.92],
  ['radio', 0.08],
  ['desktop', 0.1],
  ['laptop', 0.22],
  ['tablet', 0.08],
  ['smartphone', 0.88],
];
/** Square metres a head: cramped under every standard, and ample under every one. */
const CRAMPED = { least: 3, most: 5 };
const AMPLE = { least: 10, most: 32 };
const PARTS = ['wall', 'pillar', 'roof'] as const;
const DWELLING_STREAM = -4;

/** The answers about a dwelling from which exactly the marks follow. The same dwelling has the same ones every year. */
export function dwellingAnswersIn(household: Household, size: number, marks: Marks): DwellingCells {
  const random = randomOf(...household.keys, DWELLING_STREAM);
  const parts = partsOf(marks.housing_quality, random);
  const { least, most } = marks.housing_area ? CRAMPED : AMPLE;
  const floor = size * between(random, least, most);
  const lacks = <T>(mark: boolean | null, met: string, lacking: T) => (mark === null ? '' : mark ? lacking : met);
  return {
    floor_area: marks.housing_area === null ? '' : String(floor),
    ...parts,
    water_source: lacks(marks.water, pickWeighted(random, WATER), 'other_unclean'),
    toilet_type: lacks(marks.toilet, pickWeighted(random, TOILETS), pick(random, ['other_unhygienic', 'none'])),
    information_devices: lacks(marks.information_means, devicesOf(random), 'none'),
  };
}

/** Two or three frail parts are a deprivation, one is not; one frail and one unknown may be. */
function partsOf(mark: boolean | null, random: Random): Record<(typeof PARTS)[number], string> {
  const sound = pick(random, PARTS);
  const isAll = chance(random, 0.5);
  const frail = (part: string) => (mark === true ? isAll || part !== sound : part === sound && !isAll);
  const cells = { wall: '', pillar: '', roof: '' };
  for (const part of PARTS) cells[part] = frail(part) ? 'non_durable' : 'durable';
  if (mark === null) {
    cells[sound] = 'non_durable';
    cells[PARTS.find((part) => part !== sound) ?? 'roof'] = '';
  }
  return cells;
}

function devicesOf(random: Random): string {
  const held = DEVICES.filter(([, share]) => chance(random, share)).map(([device]) => device);
  return held.length === 0 ? 'telephone' : held.join(';');
}
