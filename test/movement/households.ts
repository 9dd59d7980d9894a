import { Households, type LinkHousehold, type Rebase } from '../../src/movement/link/households.ts';
import { type LinkOptions, type LinkResult, linkHouseholds } from '../../src/movement/link/link-households.ts';
import type { Person } from '../../src/movement/link/person.ts';
import type { Link } from '../../src/movement/link.ts';

/** A person as a test names one; what it does not say is unknown. */
export type SomePerson = Partial<Person>;

export interface SomeHousehold extends Partial<Omit<LinkHousehold, 'head' | 'members'>> {
  readonly head?: SomePerson;
  readonly members?: readonly SomePerson[];
}

const person = (more: SomePerson): Person => ({ idNumber: '', name: '', birth: '', sex: '', ...more });

/** A household in village `a` of commune `00001`. */
export function household(key: string, { head, members = [], ...more }: SomeHousehold = {}): LinkHousehold {
  const place = { unit: '00001', village: 'a', size: null, event: null, previousId: '' };
  return { key, ...place, ...more, head: person(head ?? members[0] ?? {}), members: members.map(person) };
}

export function listOf(households: readonly LinkHousehold[], rebase?: Rebase): Households {
  const list = new Households(rebase);
  for (const one of households) list.add(one);
  return list;
}

export function linked(
  before: readonly LinkHousehold[],
  after: readonly LinkHousehold[],
  options?: LinkOptions,
): LinkResult {
  return linkHouseholds(listOf(before), listOf(after), options);
}

/** A link as one text: `1>2 head`, with the event and the note where there are any. */
export const shown = ({ before, after, event, tier, note }: Link): string =>
  [`${before ?? ''}>${after ?? ''}`, tier, event ?? '', note === '' ? '' : `(${note})`]
    .filter((t) => t !== '')
    .join(' ');

export const linesOf = (...args: Parameters<typeof linked>): readonly string[] => linked(...args).links.map(shown);

/** An invented citizen's number. */
export const id = (n: number): string => `000${String(n).padStart(9, '0')}`;
