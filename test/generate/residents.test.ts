import { describe, expect, test } from 'vitest';
import { householdIn } from '../../src/generate/household.ts';
import { IdNumbers } from '../../src/generate/id-number.ts';
import { randomOf } from '../../src/generate/random.ts';
import {
  grown,
  headedBy,
  leavers,
  personsOn,
  type Resident,
  settledBy,
  successor,
  withFamily,
} from '../../src/generate/residents.ts';
import { dwellingsOf, unitsOf } from '../../src/generate/units.ts';
import { PUBLISHED } from './published.ts';

const YEAR = 2025;

function person(relation: Resident['relation'], born: number, sex: Resident['sex'] = 'female'): Resident {
  return {
    name: `Nông Thị ${born}`,
    sex,
    relation,
    birthDate: `${born}-03-05`,
    idNumber: `0001${String(born).slice(2)}000001`,
  };
}

const HEAD = person('head', 1975, 'male');
const WIFE = person('spouse', 1977);
const SON = person('child', 2003, 'male');
const GIRL = person('child', 2015);

const settled = (...residents: readonly Resident[]) => settledBy(personsOn(residents, `${YEAR}-10-15`), PUBLISHED);

describe('the residents of a household', () => {
  test('settle marks that nobody can be asked about, and that more than half depend on others', () => {
    expect(settled(HEAD, WIFE)).toEqual({ nutrition: false, child_schooling: false, adult_education: false });
    expect(settled(HEAD, WIFE, SON, GIRL)).toEqual({});
    expect(settled(HEAD, GIRL)).not.toHaveProperty('dependents');
    expect(settled(WIFE, GIRL, person('child', 2018))).toMatchObject({ dependents: true });
  });

  test('are followed by the spouse, else by somebody grown up, else by nobody', () => {
    expect(successor([HEAD, GIRL, SON, WIFE], YEAR)).toBe(WIFE);
    expect(successor([HEAD, GIRL, SON], YEAR)).toBe(SON);
    expect(successor([HEAD, GIRL], YEAR)).toBeNull();
  });

  test('are told anew what they are to another head', () => {
    const led = headedBy(WIFE, [HEAD, SON, GIRL]);
    expect(led.map(({ relation }) => relation)).toEqual(['head', 'spouse', 'child', 'child']);
    expect(headedBy(SON, [HEAD, GIRL]).map(({ relation }) => relation)).toEqual(['head', 'parent', 'sibling']);
    expect(withFamily([HEAD, WIFE], [person('head', 1950)]).map(({ relation }) => relation)).toEqual([
      'head',
      'spouse',
      'parent',
    ]);
  });

  test('split only when somebody grown up can go, and never lose their head or spouse', () => {
    expect(leavers([HEAD, WIFE, GIRL], YEAR)).toEqual([]);
    expect(leavers([HEAD, SON], YEAR)).toEqual([]);
    expect(leavers([HEAD, WIFE, SON, GIRL], YEAR)).toEqual([SON]);
    expect(leavers([HEAD, WIFE, SON, person('parent', 1950), GIRL], YEAR)).toEqual([SON, GIRL]);
  });

  test('grow by births and shrink from the end, and keep their head', () => {
    const [dwelling] = dwellingsOf(unitsOf(1, 10, 1));
    if (dwelling === undefined) throw new Error('no dwelling');
    const growth = {
      year: YEAR,
      household: householdIn(YEAR, 1, dwelling),
      random: randomOf(1),
      ids: new IdNumbers(1, 10),
    };
    const more = grown([HEAD, WIFE], 4, growth);
    expect(more.map(({ birthDate }) => birthDate.slice(0, 4))).toEqual(['1975', '1977', '2025', '2025']);
    expect(more[2]?.name.startsWith('Nông ')).toBe(true);
    expect(grown([HEAD], 2, growth)[1]).toMatchObject({ relation: 'spouse', sex: 'female' });
    expect(grown([HEAD, WIFE, GIRL], 1, growth)).toEqual([HEAD]);
  });
});

test('numbers given out are all different, and none is a head’s', () => {
  const ids = new IdNumbers(7, 2000);
  const given = Array.from({ length: 5000 }, () => ids.next('male', 1980));
  expect(new Set(given).size).toBe(5000);
  const other = new IdNumbers(7, 0);
  const heads = new Set(Array.from({ length: 2000 }, () => other.next('male', 1980)));
  expect(given.filter((id) => heads.has(id))).toEqual([]);
});
