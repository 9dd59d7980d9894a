import { hash53 } from '../text/hash53.ts';
import type { Member } from './survey.ts';
import { TextStore } from './text-store.ts';

/** A member number that stands under two households. */
export interface Stray {
  readonly number: string;
  readonly here: Pick<Member, 'table' | 'line'>;
  readonly before: Pick<Member, 'table' | 'line'>;
}

interface Listed {
  /** Where the rows of the household are kept. */
  readonly texts: number[];
  isTaken: boolean;
}

/** The members of all member files by the key of their household; sorted or not, a province fits into memory. */
export class MemberRegister {
  readonly #store = new TextStore();
  readonly #households = new Map<string, Listed>();
  readonly #numbers = new MemberNumbers();

  /** `number`: the slot of the member's own number. */
  add(key: string, members: readonly Member[], number: number): void {
    let listed = this.#households.get(key);
    if (listed === undefined) {
      listed = { texts: [], isTaken: false };
      this.#households.set(key, listed);
    }
    listed.texts.push(this.#store.add(JSON.stringify(members.map(({ table, line, cells }) => [table, line, cells]))));
    for (const member of members) this.#numbers.see(member.cells[number] ?? '', key, member);
  }

  /** The members of a household in the order of the files; it counts as found from now on. */
  take(key: string): readonly Member[] {
    const listed = this.#households.get(key);
    if (listed === undefined) return [];
    listed.isTaken = true;
    return this.#read(listed);
  }

  /** The members of households that nobody asked for, with their key. */
  *left(): Generator<readonly [key: string, members: readonly Member[]]> {
    for (const [key, listed] of this.#households) if (!listed.isTaken) yield [key, this.#read(listed)];
  }

  get strays(): readonly Stray[] {
    return this.#numbers.strays;
  }

  #read({ texts }: Listed): readonly Member[] {
    return texts.flatMap((at) => {
      const rows = JSON.parse(this.#store.get(at)) as [number, number, string[]][];
      return rows.map(([table, line, cells]): Member => ({ table, line, cells }));
    });
  }
}

/** So many numbers under two households, of so many seen, mean that members are numbered within their household. */
const MOST_STRAYS = 20;
const FEWEST_SEEN_EACH = 50;

/** Finds numbers of members that stand under two households, as long as numbers seem to be a person's own. */
class MemberNumbers {
  readonly #first = new Map<number, { readonly key: number; readonly table: number; readonly line: number }>();
  #strays: Stray[] = [];
  #isWithinHousehold = false;

  see(number: string, key: string, { table, line }: Member): void {
    if (this.#isWithinHousehold || number === '') return;
    // `1`, `2`, `3` number the members of each household anew
    if (/^\d{1,2}$/.test(number)) {
      this.#giveUp();
      return;
    }
    const hash = hash53([number]);
    const household = hash53([key]);
    const before = this.#first.get(hash);
    if (before === undefined) this.#first.set(hash, { key: household, table, line });
    else if (before.key !== household) {
      this.#strays.push({ number, here: { table, line }, before });
      const seen = this.#first.size;
      if (this.#strays.length > MOST_STRAYS && seen < FEWEST_SEEN_EACH * this.#strays.length) this.#giveUp();
    }
  }

  get strays(): readonly Stray[] {
    return this.#strays;
  }

  #giveUp(): void {
    this.#isWithinHousehold = true;
    this.#strays = [];
    this.#first.clear();
  }
}
