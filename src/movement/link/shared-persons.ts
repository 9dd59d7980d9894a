import { hash53Of } from '../../text/hash53.ts';
import type { Households } from './households.ts';
import { NumberTable } from './number-table.ts';
import { isWholeDate } from './person.ts';

/** A household before and one after with persons of both years in common. */
export interface Kinship {
  readonly before: number;
  readonly after: number;
  /** How many persons are in both. */
  shared: number;
  /** The head before is in the household after, and the head after was in the household before. */
  headBefore: boolean;
  headAfter: boolean;
  /** One person is the head of both. */
  sameHead: boolean;
  /** Of the persons with a number or birth date in the smaller of the two, how many are in both, in percent. */
  share: number;
}

/** What is the same of a person in both years: a number, or a hash. 0 for nothing to go by. */
export type Identity = (households: Households, person: number, unit: number) => number;

/** A citizen's number; of the old card only against itself. */
export const byNumber: Identity = (households, person) => households.idAt(person);

/** A name with a whole birth date, sex and unit. */
export const byName: Identity = (households, person, unit) => {
  const [name, birth] = [households.nameAt(person), households.birthAt(person)];
  return name === 0 || !isWholeDate(birth) ? 0 : hash53Of(name, birth, households.sexAt(person), unit);
};

export interface SharedPersons {
  readonly kinships: readonly Kinship[];
  /** Identities that stand in several households of one year: no evidence. */
  readonly doubtful: number;
}

/**
 * All pairs of households with persons in common, a person counted only who is in one household of each year, and once
 * however often that household lists them.
 */
export function sharedPersons(before: Households, after: Households, identity: Identity): SharedPersons {
  const [old, now] = [register(before, identity), register(after, identity)];
  const kinships: Kinship[] = [];
  const own = new Map<number, Kinship>();
  for (let at = 0; at < after.length; at++) {
    own.clear();
    for (const unit of after.unitsOf(at)) {
      for (let person = after.headOf(at); person < after.endOf(at); person++) {
        const code = identity(after, person, unit);
        if (code === 0 || now.table.get(code) !== at || isRepeated(after, at, person, unit, identity)) continue;
        const from = old.table.get(code);
        if (from < 0 || from >= before.length) continue;
        count(own, before, after, from, person, at, code, identity);
      }
    }
    for (const kinship of own.values()) {
      kinship.share = Math.round((100 * kinship.shared) / Math.min(old.known(kinship.before), now.known(at)));
      kinships.push(kinship);
    }
  }
  return { kinships, doubtful: old.doubtful + now.doubtful };
}

function count(
  own: Map<number, Kinship>,
  before: Households,
  after: Households,
  from: number,
  person: number,
  at: number,
  code: number,
  identity: Identity,
): void {
  let kinship = own.get(from);
  if (kinship === undefined) {
    kinship = {
      before: from,
      after: at,
      shared: 0,
      headBefore: false,
      headAfter: false,
      sameHead: false,
      share: 0,
    };
    own.set(from, kinship);
  }
  const wasHead = before.unitsOf(from).some((unit) => identity(before, before.headOf(from), unit) === code);
  const isHead = person === after.headOf(at);
  kinship.shared++;
  kinship.headBefore ||= wasHead;
  kinship.headAfter ||= isHead;
  kinship.sameHead ||= wasHead && isHead;
}

/** The household lists somebody of the same identity before this person. */
function isRepeated(households: Households, at: number, person: number, unit: number, identity: Identity): boolean {
  const code = identity(households, person, unit);
  for (let other = households.headOf(at); other < person; other++) {
    if (identity(households, other, unit) === code) return true;
  }
  return false;
}

interface Register {
  /** The household of an identity; `length` of the households for one that stands in several. */
  readonly table: NumberTable;
  readonly doubtful: number;
  /** How many persons of a household have an identity, one at least. */
  known(at: number): number;
}

function register(households: Households, identity: Identity): Register {
  const table = new NumberTable();
  const several = households.length;
  const known = new Uint16Array(households.length);
  let doubtful = 0;
  for (let at = 0; at < households.length; at++) {
    const units = households.unitsOf(at);
    for (let person = households.headOf(at); person < households.endOf(at); person++) {
      let isKnown = false;
      for (const unit of units) {
        const code = identity(households, person, unit);
        if (code === 0 || isRepeated(households, at, person, unit, identity)) continue;
        isKnown = true;
        const there = table.get(code);
        if (there < 0) table.set(code, at);
        else if (there !== at && there !== several) {
          table.set(code, several);
          doubtful++;
        }
      }
      if (isKnown) known[at] = (known[at] ?? 0) + 1;
    }
  }
  return { table, doubtful, known: (at) => Math.max(1, known[at] ?? 0) };
}
