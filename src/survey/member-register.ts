import { hash53 } from '../text/hash53.ts';
import { Numbers } from '../text/numbers.ts';
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
    listed.texts.push(this.#store.add(members.map(textOf).join(BETWEEN_MEMBERS)));
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

  /** To be called when all members were added. */
  end(): void {
    this.#numbers.end();
  }

  get strays(): readonly Stray[] {
    return this.#numbers.strays;
  }

  #read({ texts }: Listed): readonly Member[] {
    return texts.flatMap((at) => this.#store.get(at).split(BETWEEN_MEMBERS).map(memberIn));
  }
}

const BETWEEN_CELLS = '\u001f';
const BETWEEN_MEMBERS = '\u001e';

/** A member as one text; these signs say nothing in a cell. */
function textOf({ table, line, cells }: Member): string {
  let text = `${table}${BETWEEN_CELLS}${line}`;
  for (const cell of cells) text += BETWEEN_CELLS + (SIGNS.test(cell) ? cell.replaceAll(SIGNS_ALL, ' ') : cell);
  return text;
}

const SIGNS = new RegExp(`[${BETWEEN_CELLS}${BETWEEN_MEMBERS}]`);
const SIGNS_ALL = new RegExp(SIGNS, 'g');

function memberIn(text: string): Member {
  const [table, line, ...cells] = text.split(BETWEEN_CELLS);
  return { table: Number(table), line: Number(line), cells };
}

/** So many numbers under two households, of so many seen, mean that members are numbered within their household. */
const MOST_STRAYS = 20;
const FEWEST_SEEN_EACH = 50;

/** Finds numbers of members that stand under two households, as long as numbers seem to be a person's own. */
class MemberNumbers {
  /** Where each number was first seen, as its place among those below. */
  readonly #first = new Map<number, number>();
  #households = new Numbers();
  #tables = new Numbers();
  #lines = new Numbers();
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
    if (before === undefined) {
      this.#first.set(hash, this.#lines.length);
      this.#households.push(household);
      this.#tables.push(table);
      this.#lines.push(line);
    } else if (this.#households.at(before) !== household) {
      const first = { table: this.#tables.at(before), line: this.#lines.at(before) };
      this.#strays.push({ number, here: { table, line }, before: first });
      const seen = this.#first.size;
      if (this.#strays.length > MOST_STRAYS && seen < FEWEST_SEEN_EACH * this.#strays.length) this.#giveUp();
    }
  }

  get strays(): readonly Stray[] {
    return this.#strays;
  }

  /** When all members were seen nothing is looked up any more. */
  end(): void {
    this.#first.clear();
    this.#households = new Numbers();
    this.#tables = new Numbers();
    this.#lines = new Numbers();
  }

  #giveUp(): void {
    this.#isWithinHousehold = true;
    this.#strays = [];
    this.end();
  }
}
