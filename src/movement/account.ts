import { AreaFlips } from './area-flips.ts';
import type { Brief } from './brief.ts';
import { columnsOf } from './columns-of.ts';
import type { MovedHousehold, MovementTables, Transitions } from './comparison.ts';
import type { History } from './history.ts';
import { verify } from './identities.ts';
import { type Move, MoveCounts, moveBetween } from './moves.ts';
import { outColumn, whetherArrived } from './out-and-in.ts';
import type { Pair } from './pairs.ts';
import { PersonsCount } from './persons-count.ts';
import type { Place } from './place.ts';
import { type Movement, type Posting, postingsOf } from './postings.ts';
import { isListed, stateOf } from './states.ts';
import { emptyTransitions, listLengths } from './transitions.ts';
import { type TwoYears, whereLived } from './two-years.ts';
import { UnitBooks, type UnitLevel, type UnitMovement } from './unit-books.ts';

/** Writes the movement tables of two years, a pair at a time, and proves every identity of them. */
export class Account {
  readonly #years: TwoYears;
  readonly #history: History;
  readonly #books = { commune: new UnitBooks('commune'), village: new UnitBooks('village') };
  readonly #moves = new MoveCounts();
  readonly #moved = emptyTransitions();
  readonly #persons: PersonsCount;
  readonly #withoutSize: Brief[] = [];
  readonly #flips = new AreaFlips();
  readonly #unresolved: MovedHousehold[] = [];
  readonly #undecided: MovedHousehold[] = [];
  #historyUnknown = 0;

  constructor(years: TwoYears, history: History) {
    this.#years = years;
    this.#history = history;
    this.#persons = new PersonsCount(years);
  }

  /** The columns into which the household is written, such as `poor.to_near_poor`; none for one of neither list. */
  see(pair: Pair): readonly string[] {
    const [from, to] = [stateOf(pair.before), stateOf(pair.after)];
    if (!isListed(from) && !isListed(to)) return [];
    const isMatched = from !== 'absent' && to !== 'absent';
    const { was, is } = whereLived(pair, this.#years);
    const move = isMatched ? this.#seeMove(pair, was, is) : null;
    const movement = this.#movementOf(pair, move === 'commune');
    const postings = postingsOf(movement);
    this.#post('commune', postings, was, is, isMatched && !movement.hasMoved);
    this.#post('village', postingsOf({ ...movement, hasMoved: move !== null }), was, is, isMatched && move === null);
    if (isMatched && !movement.hasMoved && isListed(from)) this.#flips.see(from, was.area, is.area);
    if (postings.some(({ persons }) => persons === null)) this.#withoutSize.push((pair.after ?? pair.before) as Brief);
    const columns = columnsOf(postings);
    const household = { pair, from, to, columns, place: to === 'absent' ? was : is };
    if (postings.some(({ column }) => column === 'unresolved_out')) this.#unresolved.push(household);
    if (from === 'undecided' || to === 'undecided') this.#undecided.push(household);
    return columns;
  }

  /** @throws Error for an identity that does not hold */
  tables(levels: readonly UnitLevel[], transitions: Transitions): MovementTables {
    const total = this.#books.commune.total(this.#moves.communes + this.#moves.villages);
    const areas = this.#unitsAt('area');
    const bookOf = ({ book }: UnitMovement) => book;
    verify({
      total: total.book,
      cuts: [areas, this.#unitsAt('province'), this.#unitsAt('commune')].map((units) => units.map(bookOf)),
      others: this.#unitsAt('village').map(bookOf),
      transitions,
      moved: this.#moved,
      ...listLengths(this.#years),
    });
    return {
      total,
      areas,
      units: levels.filter((level) => level !== 'area').flatMap((level) => this.#unitsAt(level)),
      isRelapsedKnown: this.#history.knows,
      historyUnknown: this.#historyUnknown,
      internalMoves: { communes: this.#moves.communes, villages: this.#moves.villages },
      personsBy: this.#persons.by,
      withoutSize: this.#withoutSize,
      areaFlips: this.#flips.all,
      unresolved: this.#unresolved,
      undecided: this.#undecided,
      isDraft: this.#unresolved.length + this.#undecided.length > 0,
    };
  }

  #unitsAt(level: UnitLevel): readonly UnitMovement[] {
    return this.#books[level === 'village' ? 'village' : 'commune'].unitsAt(level, this.#moves.insideOf(level));
  }

  /** A household on a list in either year that moved. */
  #seeMove({ before, after }: Pair, was: Place, is: Place): Move | null {
    const move = moveBetween(was, is);
    if (move !== null) this.#moves.see(move, was, is);
    if (move === 'commune') this.#moved[stateOf(before)][stateOf(after)]++;
    return move;
  }

  #movementOf(pair: Pair, hasMoved: boolean): Movement {
    const [from, to] = [stateOf(pair.before), stateOf(pair.after)];
    const persons = this.#persons.of(pair);
    const out = outColumn(pair, this.#years);
    return { from, to, out, into: this.#intoColumn(pair, hasMoved), hasMoved, persons };
  }

  #intoColumn(pair: Pair, hasMoved: boolean): Movement['into'] {
    const [from, to] = [stateOf(pair.before), stateOf(pair.after)];
    if (!isListed(to) || hasMoved || (from !== 'absent' && from !== 'non_poor')) return 'new';
    if (from === 'absent' && whetherArrived(pair, this.#years)) return 'other_in';
    const wasOn = this.#history.wasOn(to, pair);
    if (wasOn === null) this.#historyUnknown++;
    return wasOn === true ? 'relapsed' : 'new';
  }

  /** One that stays in its unit is counted in the area that it has this year. */
  #post(smallest: 'commune' | 'village', postings: readonly Posting[], was: Place, is: Place, stays: boolean): void {
    for (const posting of postings) this.#books[smallest].post(posting.unit === 'before' && !stays ? was : is, posting);
  }
}
