import { answersIn, yearOf } from './answers.ts';
import { type Fate, fateOf, fateRandom } from './fates.ts';
import { type Household, householdIn, inhabitant } from './household.ts';
import type { IdNumbers } from './id-number.ts';
import { personsIn } from './persons.ts';
import type { Published } from './published.ts';
import { chance, type Random } from './random.ts';
import { grown, headedBy, headOf, leavers, type Resident, successor, withNumbers } from './residents.ts';
import type { TrueLink } from './true-link.ts';
import { changesOfHands } from './turnover.ts';
import type { Dwelling, Unit } from './units.ts';

/** A household of the later year, before it is written. */
export interface Living {
  readonly household: Household;
  readonly residents: readonly Resident[];
  readonly unit: Unit;
  /** What links it to the year before; its own key is not known yet. */
  readonly links: readonly Omit<TrueLink, 'after'>[];
  /** Where it lived, when it has moved. */
  readonly from: { readonly unit: Unit; readonly household: Household } | null;
}

/** What a household of the year before has become, and who lives in its dwelling. */
export interface Outcome {
  readonly living: readonly Living[];
  readonly gone: readonly TrueLink[];
  /** Looking for a household to join. */
  readonly merging: Living | null;
  /** On the way to the next village, or the next unit. */
  readonly moving: { readonly one: Living; readonly to: 'village' | 'unit' } | null;
}

const NOTHING: Outcome = { living: [], gone: [], merging: null, moving: null };

/** The year, and what is given out in it. */
export interface YearOfFate {
  readonly seed: number;
  /** The later of the two years. */
  readonly year: number;
  readonly published: Published;
  readonly ids: IdNumbers;
  /** A number that nobody in the unit has or had. */
  readonly nextNumber: () => number;
}

/** Somebody of the year before. */
export interface Before {
  readonly dwelling: Dwelling;
  readonly household: Household;
  readonly residents: readonly Resident[];
  readonly key: string;
  /** Whether there is a village of the unit, or a unit, further on to move to. */
  readonly canMove: { readonly village: boolean; readonly unit: boolean };
}

/** How often somebody moves into a dwelling that was left, and then under the number that stands at its door. */
const ARRIVALS = { share: 0.7, sameNumber: 0.6 };
/** Changes of hands that no year reaches: strangers who come besides those of the ordinary turnover. */
const STRANGERS = 1000;
/** The household of those who split off is drawn as its own from here on. */
const SPLIT_KEY = -6;

/** What becomes of a household in a year. */
export function whatBecomes(before: Before, by: YearOfFate): Outcome {
  const { dwelling, household, residents, key } = before;
  const { seed, year } = by;
  const random = fateRandom(year, household);
  const gone = (event: TrueLink['event']): TrueLink => ({ before: key, after: null, event, note: '' });
  // who leaves by the ordinary turnover, and who comes
  if (changesOfHands(seed, dwelling.index, year) !== changesOfHands(seed, dwelling.index, year - 1)) {
    const next = newcomer(householdIn(year, seed, dwelling), dwelling.unit, by);
    return { ...NOTHING, gone: [gone('moved_out')], living: [next] };
  }
  const left = (): readonly Living[] => stranger(before, random, by);
  const fate = possible(fateOf(year, household), before, year);
  switch (fate) {
    case 'stays': {
      const size = yearOf(year, household).size;
      return {
        ...NOTHING,
        living: [on(before, grown(residents, size, { year, household, random, ids: by.ids }), 'same')],
      };
    }
    case 'new_head':
      return { ...NOTHING, living: [underNewHead(before, year, random)] };
    case 'splits':
      return { ...NOTHING, living: split(before, by) };
    case 'merges': {
      const one = on(before, residents, '');
      return { ...NOTHING, merging: { ...one, links: [{ before: key, event: 'merged_into', note: '' }] } };
    }
    case 'moves_within':
    case 'moves_between': {
      const one = { ...on(before, residents, 'moved'), from: { unit: dwelling.unit, household } };
      return { ...NOTHING, living: left(), moving: { one, to: fate === 'moves_within' ? 'village' : 'unit' } };
    }
    case 'moves_out':
      return { ...NOTHING, gone: [gone('moved_out')], living: left() };
    case 'dies':
      return { ...NOTHING, gone: [gone('died')], living: left() };
    case 'dissolves':
      return { ...NOTHING, gone: [gone('dissolved')], living: left() };
  }
}

/** A fate that the household can have; else it stays. */
function possible(fate: Fate, { residents, canMove }: Before, year: number): Fate {
  const can: Readonly<Partial<Record<Fate, boolean>>> = {
    new_head: successor(residents, year) !== null,
    splits: leavers(residents, year).length > 0,
    merges: residents.length <= 3,
    dies: residents.length === 1,
    moves_within: canMove.village,
    moves_between: canMove.unit,
  };
  return can[fate] === false ? 'stays' : fate;
}

/** The household goes on where it was. */
function on(
  { dwelling: { unit }, household, key }: Before,
  residents: readonly Resident[],
  note: TrueLink['note'],
  more: Partial<Household> = {},
): Living {
  return {
    household: { ...household, ...more },
    residents,
    unit,
    links: [{ before: key, event: null, note }],
    from: null,
  };
}

/** The same household under another head; the old one has died, or grown old. */
function underNewHead(before: Before, year: number, random: Random): Living {
  const { residents } = before;
  const head = successor(residents, year) as Resident;
  const others = residents.filter((one) => one !== head);
  const led = headedBy(head, chance(random, 0.5) ? others : others.slice(1));
  return on(before, led, 'new_head', { head: headOf(head) });
}

/** The household without those who leave it, and theirs, under a new number. */
function split(before: Before, { year, nextNumber }: YearOfFate): readonly Living[] {
  const { dwelling, household, residents, key } = before;
  const part = leavers(residents, year);
  const led = headedBy(part[0] as Resident, part.slice(1));
  const own = {
    ...household,
    keys: [...household.keys, SPLIT_KEY],
    number: nextNumber(),
    head: headOf(led[0] as Resident),
  };
  return [
    on(
      before,
      residents.filter((one) => !part.includes(one)),
      'same',
    ),
    {
      household: own,
      residents: led,
      unit: dwelling.unit,
      links: [{ before: key, event: 'split_from', note: '' }],
      from: null,
    },
  ];
}

/** Somebody new in a dwelling that was left; nobody, some of the time. */
function stranger({ dwelling, household: { number } }: Before, random: Random, by: YearOfFate): readonly Living[] {
  if (!chance(random, ARRIVALS.share)) return [];
  const own = chance(random, ARRIVALS.sameNumber) ? number : by.nextNumber();
  return [newcomer({ ...inhabitant(STRANGERS, by.seed, dwelling), number: own }, dwelling.unit, by)];
}

function newcomer(household: Household, unit: Unit, { year, published, ids }: YearOfFate): Living {
  const persons = personsIn(year, household, answersIn(year, household, published), published);
  const { sex, birthYear } = household.head;
  const residents = withNumbers(persons, ids.next(sex, birthYear), ids);
  return { household, residents, unit, links: [{ before: null, event: 'moved_in', note: '' }], from: null };
}
