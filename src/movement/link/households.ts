import { foldKey } from '../../text/fold.ts';
import { hash53 } from '../../text/hash53.ts';
import { Numbers } from '../../text/numbers.ts';
import type { LinkEvent } from '../link.ts';
import { birthCode, idCode, nameCode, type Person, sexCode } from './person.ts';

/** A household as linking sees it; what is blank is unknown. */
export interface LinkHousehold {
  readonly key: string;
  /** Code of its commune, else its name. */
  readonly unit: string;
  readonly village: string;
  readonly head: Person;
  /** Everybody listed, the head too; empty when no members are known. */
  readonly members: readonly Person[];
  readonly size: number | null;
  readonly event: LinkEvent | null;
  readonly previousId: string;
}

/** What a text that places a household is compared by; 0 for none. */
export function placeCode(text: string): number {
  const folded = foldKey(text);
  return folded === '' ? 0 : hash53([folded]);
}

/** The units in which a household of the year before may be looked for in the year after, and its village there. */
export type Rebase = (unit: string, village: string) => { readonly units: readonly string[]; readonly village: string };

const AS_IT_IS: Rebase = (unit, village) => ({ units: [unit], village });

/**
 * The households of one year, as numbers: a province with its members fits beside another. The persons of a household
 * stand together, its head first.
 */
export class Households {
  readonly #keys: string[] = [];
  readonly #units = new Numbers();
  /** Where a unit was divided and the village does not tell: all units it may be. */
  readonly #several = new Map<number, readonly number[]>();
  readonly #oldUnits = new Map<number, string>();
  readonly #villages = new Numbers();
  readonly #sizes = new Numbers();
  readonly #events = new Map<number, LinkEvent>();
  readonly #previous = new Map<number, string>();
  readonly #persons = new Numbers();
  readonly #ids = new Numbers();
  readonly #names = new Numbers();
  readonly #births = new Numbers();
  readonly #sexes = new Numbers();
  readonly #rebase: Rebase;
  #hasMembers = false;

  constructor(rebase: Rebase = AS_IT_IS) {
    this.#rebase = rebase;
  }

  add({ key, unit, village, head, members, size, event, previousId }: LinkHousehold): void {
    const at = this.#keys.push(key) - 1;
    const now = this.#rebase(unit, village);
    this.#units.push(placeCode(now.units[0] ?? unit));
    if (now.units.length > 1) {
      this.#several.set(at, now.units.map(placeCode));
      this.#oldUnits.set(at, unit);
    }
    this.#villages.push(placeCode(now.village));
    this.#sizes.push(size ?? members.length);
    if (event !== null) this.#events.set(at, event);
    if (previousId !== '') this.#previous.set(at, previousId);
    this.#persons.push(this.#ids.length);
    if (members.length > 0) this.#hasMembers = true;
    for (const person of withHead(head, members)) this.#addPerson(person);
  }

  #addPerson({ idNumber, name, birth, sex }: Person): void {
    this.#ids.push(idCode(idNumber));
    this.#names.push(nameCode(name));
    this.#births.push(birthCode(birth));
    this.#sexes.push(sexCode(sex));
  }

  get length(): number {
    return this.#keys.length;
  }

  /** True when some household has a list of its members. */
  get hasMembers(): boolean {
    return this.#hasMembers;
  }

  keyOf(at: number): string {
    return this.#keys[at] as string;
  }

  /** The units it may be in, one for nearly all. */
  unitsOf(at: number): readonly number[] {
    return this.#several.get(at) ?? [this.#units.at(at)];
  }

  /** Its unit of the year before, where that was divided and nothing says which part it is in. */
  dividedUnitOf(at: number): string | null {
    return this.#oldUnits.get(at) ?? null;
  }

  isIn(at: number, unit: number): boolean {
    return this.#units.at(at) === unit || (this.#several.get(at)?.includes(unit) ?? false);
  }

  villageOf(at: number): number {
    return this.#villages.at(at);
  }

  /** 0 when not known. */
  sizeOf(at: number): number {
    return this.#sizes.at(at);
  }

  eventOf(at: number): LinkEvent | null {
    return this.#events.get(at) ?? null;
  }

  /** Households that name the one they were before, with what they call it. */
  get previous(): Iterable<readonly [at: number, id: string]> {
    return this.#previous;
  }

  get events(): Iterable<readonly [at: number, event: LinkEvent]> {
    return this.#events;
  }

  /** The first of its persons, its head. */
  headOf(at: number): number {
    return this.#persons.at(at);
  }

  /** The place behind the last of its persons. */
  endOf(at: number): number {
    return at + 1 < this.#persons.length ? this.#persons.at(at + 1) : this.#ids.length;
  }

  get persons(): number {
    return this.#ids.length;
  }

  idAt(person: number): number {
    return this.#ids.at(person);
  }

  nameAt(person: number): number {
    return this.#names.at(person);
  }

  birthAt(person: number): number {
    return this.#births.at(person);
  }

  sexAt(person: number): number {
    return this.#sexes.at(person);
  }
}

/** Each person once, the head first: among members the head stands again. */
function withHead(head: Person, members: readonly Person[]): readonly Person[] {
  const at = members.findIndex((member) => isOne(head, member));
  if (at < 0) return [head, ...members];
  const same = members[at] as Person;
  const whole = {
    idNumber: head.idNumber || same.idNumber,
    name: head.name || same.name,
    birth: same.birth.length > head.birth.length ? same.birth : head.birth,
    sex: head.sex || same.sex,
  };
  return [whole, ...members.filter((_, other) => other !== at)];
}

/** Within one household a name and a year of birth that do not contradict are enough. */
function isOne(head: Person, member: Person): boolean {
  if (head.idNumber !== '' && member.idNumber !== '') return head.idNumber === member.idNumber;
  const sameBirth = head.birth === '' || member.birth === '' || head.birth.slice(0, 4) === member.birth.slice(0, 4);
  return head.name !== '' && foldKey(head.name) === foldKey(member.name) && sameBirth;
}
