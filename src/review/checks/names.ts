import { type Address, finding } from '../../finding.ts';
import type { Household } from '../../survey/survey.ts';
import { foldKey } from '../../text/fold.ts';
import { addressOf } from '../address.ts';
import type { CheckContext, MakeCheck } from './check.ts';

/**
 * `W353`: names of communes, or of villages in one commune, that differ by case, spaces or the place of the tone mark
 * alone: one place to a reader, two to the keys. Told once for each spelling beside the usual one.
 */
export const names: MakeCheck = (context) => {
  const { slots } = context.survey;
  if (!slots.has('commune') && !slots.has('village')) return null;
  const [province, code, commune, village] = ['province_code', 'commune_code', 'commune', 'village'].map(
    (field) => slots.get(field) ?? -1,
  ) as [number, number, number, number];
  const communes = new Spellings('commune');
  const villages = new Spellings('village');
  return {
    see({ household }) {
      const cell = (slot: number) => household.cells[slot] ?? '';
      const unit = communes.add(cell(province), cell(commune), household, context);
      villages.add(cell(code) || unit, cell(village), household, context);
    },
    end() {
      communes.tellOf(context);
      villages.tellOf(context);
    },
  };
};

interface Spelling {
  readonly name: string;
  readonly folded: string;
  readonly first: Address;
  households: number;
}

/** The spellings of one field, by what it lies in. */
class Spellings {
  readonly #field: string;
  readonly #places = new Map<string, Map<string, Spelling>>();

  constructor(field: string) {
    this.#field = field;
  }

  /** Counts a name; gives the key under which it is compared. */
  add(within: string, name: string, household: Household, { survey }: CheckContext): string {
    if (name === '') return '';
    let place = this.#places.get(within);
    if (place === undefined) {
      place = new Map();
      this.#places.set(within, place);
    }
    let spelling = place.get(name);
    if (spelling === undefined) {
      spelling = { name, folded: foldKey(name), first: addressOf(survey, household, this.#field), households: 0 };
      place.set(name, spelling);
    }
    spelling.households++;
    return spelling.folded;
  }

  tellOf({ tell }: CheckContext): void {
    for (const place of this.#places.values()) {
      const usual = new Map<string, Spelling>();
      for (const spelling of place.values()) {
        const other = usual.get(spelling.folded);
        if (other === undefined || spelling.households > other.households) usual.set(spelling.folded, spelling);
      }
      for (const { name, folded, first, households } of place.values()) {
        const expected = usual.get(folded)?.name ?? name;
        if (expected !== name) tell(finding('W353', first, { saw: name, expected: [expected], count: households }));
      }
    }
  }
}
