import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goesOn } from '../../src/movement/link/counts.ts';
import type { LinkHousehold } from '../../src/movement/link/households.ts';
import { isSettled, type Link } from '../../src/movement/link.ts';
import { household, id, linked, type SomePerson } from './households.ts';

/** Few names, births and villages, so that strangers look alike; some persons without number. */
const person = fc.record({
  idNumber: fc.oneof(
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }).map(id) },
  ),
  name: fc.constantFrom('', 'Hoa', 'Hòa', 'Nguyễn Văn An', 'Trần Thị Bình'),
  birth: fc.constantFrom('', '1960', '1960-05-02', '1960-02-05', '1961-05-02', '1990-01-20'),
  sex: fc.constantFrom('', 'male', 'female'),
});

const place = fc.record({
  unit: fc.constantFrom('00001', '00002'),
  village: fc.constantFrom('', 'a', 'b'),
  size: fc.constantFrom(null, 2, 3),
});

/** A list whose keys are its places. */
const list = fc
  .array(fc.tuple(place, fc.array(person, { minLength: 1, maxLength: 4 })), { maxLength: 12 })
  .map((all) => all.map(([where, members], at) => household(String(at), { ...where, members })));

const pairsOf = (links: readonly Link[]) => links.filter(goesOn).map((l) => `${l.before}=${l.after}`);

describe('any two lists', () => {
  it('are linked alike in whatever order their households stand', () => {
    const shuffled = (all: readonly LinkHousehold[]) =>
      fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });
    const both = fc
      .tuple(list, list)
      .chain(([b, a]) => fc.tuple(fc.constant(b), fc.constant(a), shuffled(b), shuffled(a)));
    fc.assert(
      fc.property(both, ([b, a, b2, a2]) => {
        expect(linked(b2, a2).links).toEqual(linked(b, a).links);
      }),
    );
  });

  it('are paired one to one, and every household stands in a line', () => {
    fc.assert(
      fc.property(list, list, (b, a) => {
        const { links } = linked(b, a);
        const pairs = links.filter(goesOn);
        expect(new Set(pairs.map((l) => l.before)).size).toBe(pairs.length);
        expect(new Set(pairs.map((l) => l.after)).size).toBe(pairs.length);
        expect(new Set(links.flatMap((l) => l.before ?? [])).size).toBe(b.length);
        expect(new Set(links.flatMap((l) => l.after ?? [])).size).toBe(a.length);
      }),
    );
  });

  it('have the same pairs when the years are swapped', () => {
    fc.assert(
      fc.property(list, list, (b, a) => {
        const swapped = linked(a, b)
          .links.filter(goesOn)
          .map((l) => `${l.after}=${l.before}`);
        expect(swapped.sort()).toEqual(pairsOf(linked(b, a).links).sort());
      }),
    );
  });

  it('say that nobody is dead, moved out or in, split or merged without persons or rows that say so', () => {
    fc.assert(
      fc.property(list, list, (b, a) => {
        for (const { before, after, event, tier } of linked(b, a).links.filter(isSettled)) {
          if (before === null || after === null) expect(event).toBeNull();
          if (event !== null) expect(tier).toBe('person_id');
        }
      }),
    );
  });

  it('come out as they were when their links are given back, as a file would have them', () => {
    fc.assert(
      fc.property(list, list, (b, a) => {
        const first = linked(b, a);
        const known = first.links.map((link, row) => ({ ...link, row: row + 2 }));
        const second = linked(b, a, { known });
        expect(second.links.filter((l) => isSettled(l) && l.tier !== 'none')).toEqual(
          first.links.filter((l) => isSettled(l) && l.tier !== 'none'),
        );
      }),
    );
  });
});

describe('a list whose persons all have numbers of their own', () => {
  const numbered = list.map((all) => {
    let next = 100;
    return all.map((one) => {
      const members: SomePerson[] = one.members.map((member) => ({ ...member, idNumber: id(next++) }));
      return household(one.key, { ...one, head: members[0] ?? {}, members });
    });
  });

  it('is itself again a year later, however its households are numbered', () => {
    fc.assert(
      fc.property(numbered, fc.nat(1000), (all, shift) => {
        const renumbered = all.map((one, at) => ({ ...one, key: `n${at + shift}` }));
        expect(pairsOf(linked(all, all).links)).toEqual(all.map(({ key }) => `${key}=${key}`).sort());
        expect(pairsOf(linked(all, renumbered).links)).toEqual(
          all.map(({ key }, at) => `${key}=n${at + shift}`).sort(),
        );
      }),
    );
  });

  it('has the same pairs with the numbers of the households of both years given anew', () => {
    fc.assert(
      fc.property(numbered, fc.infiniteStream(fc.boolean()), (all, stays) => {
        const later = all.flatMap((one) => {
          const members = one.members.filter(() => stays.next().value);
          return members.length === 0 ? [] : [{ ...one, key: `x${one.key}`, head: members[0] ?? one.head, members }];
        });
        const [was, is] = [
          linked(all, later).links,
          linked(
            all,
            later.map((o) => ({ ...o, key: `y${o.key}` })),
          ).links,
        ];
        expect(is.map((l) => [l.before, l.after, l.tier, l.event])).toEqual(
          was.map((l) => [l.before, l.after === null ? null : `y${l.after}`, l.tier, l.event]),
        );
      }),
    );
  });
});
