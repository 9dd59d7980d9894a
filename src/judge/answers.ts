import { type Criteria, type Indicator, indicatorsOf } from '../criteria/criteria.ts';
import type { Amount } from '../criteria/predicate.ts';
import { fraction, parseFraction } from '../text/fraction.ts';
import { type Area, cutAt } from './amounts.ts';
import type { Cut } from './cuts.ts';
import { decide, type Facts, type Sign } from './decide.ts';
import type { Truth } from './truth.ts';

/** One answer; null is unknown. A list holds everything there is. */
export type Answer = number | string | boolean | readonly string[] | null;

/** Answers by canonical field; what is not named is unknown. */
type Fields = Readonly<Record<string, Answer>>;

/** What a household and its members answered. */
export interface Answers {
  readonly fields: Fields;
  /** The members that were listed; there are more when `size` says so, or when it is unknown. */
  readonly members: readonly Fields[];
  /** Of each of them: what is open in it (such as an age told by a year), filled in every way; empty: nothing is. */
  readonly ways?: readonly (readonly Fields[])[];
  /** Indicators marked by hand; they come before what the answers say. */
  readonly marks?: Readonly<Record<string, Truth>>;
}

/** The facts of a household that the conditions of its indicators ask, three-valued throughout. */
export function factsOf(answers: Answers, criteria: Criteria): Facts {
  return householdFacts(answers, criteria, []);
}

/** Whether a household is deprived in an indicator, by its condition alone; unknown when the set states none. */
export function derivedTruth({ deprived }: Indicator, facts: Facts): Truth {
  return deprived === null ? null : decide(deprived, facts);
}

/** `asked`: indicators whose conditions led here; one that leads back to itself is unknown. */
function householdFacts(answers: Answers, criteria: Criteria, asked: readonly string[]): Facts {
  const { fields, marks = {} } = answers;
  const indicators = indicatorsOf(criteria);
  const own = AREAS.filter((area) => area === fields.area);
  const areas = own.length > 0 ? own : AREAS;
  const size = numberIn(fields, 'size');
  let listed: readonly Facts[] | null = null;
  const household: Facts = {
    ...fieldFacts(withPerPerson(fields, answers.members.length), criteria, areas),
    deprived(id) {
      const marked = marks[id] ?? null;
      const indicator = indicators.find((i) => i.id === id);
      if (marked !== null || indicator === undefined || asked.includes(id)) return marked;
      return derivedTruth(indicator, householdFacts(answers, criteria, [...asked, id]));
    },
    members() {
      // every indicator asks for the same members
      listed ??= answers.members.map((member, at) => {
        const factsIn = (known: Fields) => ({ ...household, ...fieldFacts(withImplied(known), criteria, areas) });
        const ways = answers.ways?.[at] ?? [];
        if (ways.length === 0) return factsIn(member);
        return { ...factsIn(member), ways: ways.map((way) => factsIn({ ...member, ...way })) };
      });
      return { listed, unlisted: size === null ? null : Math.max(0, size - answers.members.length) };
    },
  };
  return household;
}

const AREAS: readonly Area[] = ['rural', 'urban'];

/** A number that may be a share: total over how many. */
interface Shared {
  readonly total: number;
  readonly among: number;
  /** Among so many at least, where the size is unknown. */
  readonly orMore?: true;
}

type KnownFields = Readonly<Record<string, Answer | Shared>>;

function fieldFacts(
  fields: KnownFields,
  criteria: Criteria,
  areas: readonly Area[],
): Pick<Facts, 'compare' | 'equals' | 'includesAny'> {
  const known = (field: string) => fields[field] ?? null;
  return {
    compare(field, value) {
      const answer = known(field);
      const shared = typeof answer === 'number' ? { total: answer, among: 1 } : answer;
      if (shared === null || typeof shared !== 'object' || !('total' in shared)) return null;
      const signs = new Set(cutsOf(value, criteria, areas).map((cut) => compareShare(shared, cut)));
      const [sign = null] = signs;
      if (signs.size !== 1) return null;
      // among more persons a share only gets smaller
      return 'orMore' in shared && sign !== -1 ? null : sign;
    },
    equals(field, value) {
      const answer = known(field);
      if (answer === null) return null;
      return Array.isArray(answer) ? answer.includes(value) : answer === value;
    },
    includesAny(field, values) {
      const answer = known(field);
      if (answer === null) return null;
      const held: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
      return values.some((value) => held.includes(value));
    },
  };
}

/** What an amount comes to: in the household's area, or in both when it is unknown. */
function cutsOf(value: Amount, criteria: Criteria, areas: readonly Area[]): readonly Cut[] {
  return areas.map((area) => cutAt(value, criteria, area));
}

/** Exact, by cross-multiplication: 32 m² among 4 is 8 m² each. */
function compareShare({ total, among }: Shared, { amount, per }: Cut): Sign {
  // nearly all are whole numbers, and there are many
  const { n, d } = Number.isInteger(total) ? { n: total, d: 1 } : (parseFraction(total) ?? fraction(Math.round(total)));
  return Math.sign(n * per - amount * d * among) as Sign;
}

function numberIn(fields: Fields, field: string): number | null {
  const answer = fields[field];
  return typeof answer === 'number' ? answer : null;
}

/** Adds the ratios that conditions ask by name. A household of unknown size has at least the members it lists. */
function withPerPerson(fields: Fields, listed: number): KnownFields {
  return { ...fields, floor_area_per_person: fields.floor_area_per_person ?? perPerson(fields, listed) };
}

function perPerson(fields: Fields, listed: number): Shared | null {
  const total = numberIn(fields, 'floor_area');
  const size = numberIn(fields, 'size');
  if (total === null || (size ?? listed) === 0) return null;
  return size === null ? { total, among: listed, orMore: true } : { total, among: size };
}

/** A blank that another answer settles: who does not study is at no level of school, who is at one studies. */
function withImplied(member: Fields): Fields {
  const studying = member.studying ?? null;
  const level = member.school_level ?? null;
  if (studying === false && level === null) return { ...member, school_level: 'none' };
  if (studying === null && level !== null && level !== 'none') return { ...member, studying: true };
  return member;
}
