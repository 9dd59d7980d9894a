import { type Answers, answersIn, yearOf } from './answers.ts';
import { type Household, householdIn } from './household.ts';
import { IdNumbers, inventIdNumber } from './id-number.ts';
import { askedFor, type Indicator } from './indicators.ts';
import { rowsOf } from './members.ts';
import { personsIn } from './persons.ts';
import type { Published } from './published.ts';
import { chance, randomOf } from './random.ts';
import { type Location, NO_REFORM, type Reform, reformOf } from './reform.ts';
import { personsOn, type Resident, settledBy, withFamily, withNumbers } from './residents.ts';
import { type Batch, cellsOf, rowOf, surveyHeadings } from './survey.ts';
import type { TrueLink } from './true-link.ts';
import { mostChanges } from './turnover.ts';
import { type Dwelling, type Unit, unitsOf, type VillageDwellings, villagesOf } from './units.ts';
import { type Living, whatBecomes, type YearOfFate } from './what-becomes.ts';

export interface LinkedOptions {
  readonly seed: number;
  readonly households: number;
  readonly communes: number;
  readonly provinceCode: string;
  /** The later of the two years. */
  readonly year: number;
  readonly published: Published;
  /** Whether the units are reformed between the years. */
  readonly isReformed: boolean;
}

/** One village in two years, and what links its households. */
export interface LinkedBatch {
  readonly before: Batch;
  readonly after: Batch;
  readonly links: readonly TrueLink[];
}

/** One household in so many has no cards at hand in the later year: its numbers are blank. */
const WITHOUT_CARDS = 0.04;
const CARD_STREAM = -7;
/** One village in so many gives its households new numbers, each that of another. */
const RENUMBERED_EVERY = 6;
const MOST_PERSONS = 9;

/**
 * Two years of one place, village by village. The year before is what `generateSurvey` gives; the year after is the same
 * households a year on, with all that happens to households (`fates.ts`). Persons are the same, a year older, with the
 * same numbers. `crosswalk` tells of units that were reformed.
 */
export function linkedYears(options: LinkedOptions): {
  readonly batches: Generator<LinkedBatch>;
  readonly crosswalk: Reform['crosswalk'];
} {
  const units = unitsOf(options.seed, options.households, options.communes);
  const reform = options.isReformed ? reformOf(units, options.year) : NO_REFORM;
  return { batches: new Years(options, units, reform).batches(), crosswalk: reform.crosswalk };
}

/** Rows as they are added. */
interface Rows {
  readonly households: (readonly string[])[];
  readonly members: (readonly string[])[];
}

class Years {
  readonly #options: LinkedOptions;
  readonly #units: readonly Unit[];
  readonly #reform: Reform;
  readonly #asked: readonly Indicator[];
  readonly #headings: ReturnType<typeof surveyHeadings>;
  readonly #by: YearOfFate;
  /** Households on their way. */
  readonly #moving: Record<'village' | 'unit', Living[]> = { village: [], unit: [] };
  #lastNumber = 0;

  constructor(options: LinkedOptions, units: readonly Unit[], reform: Reform) {
    const { seed, households, year, published } = options;
    this.#options = options;
    this.#units = units;
    this.#reform = reform;
    this.#asked = askedFor(published.indicators);
    this.#headings = surveyHeadings(published);
    // no head that the years have of themselves is beyond these
    const ids = new IdNumbers(seed, households * (mostChanges(year) + 1));
    this.#by = { seed, year, published, ids, nextNumber: () => ++this.#lastNumber };
  }

  *batches(): Generator<LinkedBatch> {
    let villages = 0;
    for (const group of villagesOf(this.#units)) {
      // numbers that the ordinary turnover gives stay below
      if (group.isFirst) this.#lastNumber = group.unit.dwellings * (mostChanges(this.#options.year) + 1);
      const isRenumbered = (villages + this.#options.seed) % RENUMBERED_EVERY === 0;
      villages += 1;
      yield this.#village(group, isRenumbered);
    }
  }

  #village(group: VillageDwellings, isRenumbered: boolean): LinkedBatch {
    const { unit, village, dwellings } = group;
    const arriving = [...this.#moving.village.splice(0), ...(group.isFirst ? this.#moving.unit.splice(0) : [])];
    const canMove = { village: !group.isLast, unit: unit !== this.#units.at(-1) };
    const before: Rows = { households: [], members: [] };
    const links: TrueLink[] = [];
    const living: Living[] = [];
    let merging: readonly Living[] = [];
    for (const dwelling of dwellings) {
      const one = this.#writeBefore(dwelling, before);
      const outcome = whatBecomes({ ...one, dwelling, canMove }, this.#by);
      links.push(...outcome.gone);
      if (outcome.moving !== null) this.#moving[outcome.moving.to].push(outcome.moving.one);
      for (const host of outcome.living) {
        const joining = host.links[0]?.note === 'same' ? fitting(host, merging) : [];
        merging = merging.filter((other) => !joining.includes(other));
        living.push(joining.length === 0 ? host : joined(host, joining));
      }
      if (outcome.merging !== null) merging = [...merging, outcome.merging];
    }
    const settled = arriving.map((one) => {
      const number = this.#by.nextNumber();
      return { ...one, unit, household: { ...one.household, village, number } };
    });
    const all = [...living, ...merging.map(alone)];
    const after = this.#writeAfter([...(isRenumbered ? renumbered(all) : all), ...settled], links);
    return { before, after, links };
  }

  /** The household of the year before, as `generateSurvey` writes it. */
  #writeBefore(dwelling: Dwelling, to: Rows) {
    const { seed, year, published } = this.#options;
    const household = householdIn(year - 1, seed, dwelling);
    const answers = answersIn(year - 1, household, published);
    const persons = personsIn(year - 1, household, answers, published);
    const residents = withNumbers(persons, inventIdNumber(seed, household.serial, household.head), this.#by.ids);
    const location = NO_REFORM.locate(dwelling.unit, household.village);
    const key = this.#write(to, { household, residents, answers, location, year: year - 1, hasCards: true });
    return { household, residents, key };
  }

  /** The households of the year after; what links them is added to the links. */
  #writeAfter(living: readonly Living[], links: TrueLink[]): Rows {
    const { year, published } = this.#options;
    const to: Rows = { households: [], members: [] };
    for (const { household, residents, unit, links: own, from } of living) {
      const persons = personsOn(residents, yearOf(year, household).reviewDate);
      const answered = answersIn(year, household, published, settledBy(persons, published));
      const answers = { ...answered, size: residents.length };
      const location = this.#reform.locate(unit, household.village);
      const hasCards = !chance(randomOf(...household.keys, year, CARD_STREAM), WITHOUT_CARDS);
      const after = this.#write(to, { household, residents, answers, location, year, hasCards });
      const was = from === null ? location : this.#reform.locate(from.unit, from.household.village);
      const moved = was.code === location.code ? null : ('moved_out' as const);
      links.push(...own.map((link) => ({ ...link, event: link.event ?? moved, after })));
    }
    return to;
  }

  /** Writes a household and its members; gives its key. */
  #write(to: Rows, { household, residents, answers, location, year, hasCards }: Written): string {
    const { provinceCode, published } = this.#options;
    const unit = { code: location.code, name: location.commune };
    const place = { provinceCode, asked: this.#asked, unit, isAreaBlank: household.isAreaBlank };
    const numbers = residents.map(({ idNumber }) => (hasCards ? idNumber : ''));
    const located = { ...household, village: { ...household.village, name: location.village } };
    const cells = cellsOf(located, answers, numbers[0] ?? '', place);
    to.households.push(rowOf(cells, this.#headings));
    const { household_id: number, commune_code: code, village } = cells;
    if (answers.outcome === 'reviewed') {
      const persons = personsOn(residents, answers.reviewDate);
      to.members.push(...rowsOf(year, household, answers, published, [number, code, village], persons, numbers));
    }
    return [code, village, number].join('/');
  }
}

interface Written {
  readonly household: Household;
  readonly residents: readonly Resident[];
  readonly answers: Answers;
  readonly location: Location;
  readonly year: number;
  readonly hasCards: boolean;
}

/** Those of the households looking for another who find room in this one: the first, and no more. */
function fitting({ residents }: Living, merging: readonly Living[]): readonly Living[] {
  return merging.filter((other) => residents.length + other.residents.length <= MOST_PERSONS).slice(0, 1);
}

/** A household with those who join it behind its own. */
function joined(host: Living, others: readonly Living[]): Living {
  return {
    ...host,
    residents: withFamily(
      host.residents,
      others.flatMap(({ residents }) => residents),
    ),
    links: [...host.links, ...others.flatMap(({ links }) => links)],
  };
}

/** Who found nobody to join goes on alone. */
function alone(one: Living): Living {
  return { ...one, links: one.links.map((link) => ({ ...link, event: null, note: 'same' })) };
}

/** Households that stayed, each under the number of the next of them. */
function renumbered(living: readonly Living[]): readonly Living[] {
  const staying = living.filter(({ links: [first] }) => first?.note === 'same' || first?.note === 'new_head');
  const numbers = staying.map(({ household }) => household.number);
  const next = new Map(staying.map((one, at) => [one, numbers[(at + 1) % numbers.length] as number]));
  return living.map((one) => {
    const number = next.get(one);
    if (number === undefined || number === one.household.number) return one;
    const links = one.links.map((link) => ({ ...link, note: noteOf(link.note) }));
    return { ...one, household: { ...one.household, number }, links };
  });
}

function noteOf(note: TrueLink['note']): TrueLink['note'] {
  return note === 'same' ? 'renumbered' : note === 'new_head' ? 'new_head renumbered' : note;
}
