import type { MovedHousehold, MovementTables, Transitions } from '../comparison.ts';
import type { Course, YearLedger } from '../course/course.ts';
import { flowPostings } from '../course/flow-postings.ts';
import { type LedgerPart, ledgerPart } from '../course/ledger-part.ts';
import type { History } from '../history.ts';
import { flowCounts } from '../ledger/ledger-flows.ts';
import type { Brief } from '../pairing/brief.ts';
import type { Pair } from '../pairing/pairs.ts';
import type { Place } from '../pairing/place.ts';
import { type TwoYears, whereLived } from '../pairing/two-years.ts';
import { AreaFlips } from './area-flips.ts';
import { columnsOf } from './columns-of.ts';
import { verify } from './identities.ts';
import { type Move, MoveCounts, moveBetween } from './moves.ts';
import { outColumn, whetherArrived } from './out-and-in.ts';
import { PersonsCount } from './persons-count.ts';
import { type Movement, openingOf, type Posting, postingsOf } from './postings.ts';
import { isListed, stateOf } from './states.ts';
import { emptyTransitions, listLengths, seeTransition } from './transitions.ts';
import { UnitBook } from './unit-book.ts';
import { UnitBooks, type UnitLevel, type UnitMovement } from './unit-books.ts';

/** Writes the movement tables of two years, a household at a time, and proves every identity of them. */
export class Account {
  readonly #years: TwoYears;
  readonly #history: History;
  readonly #ledger: YearLedger | null;
  readonly #fromLedger = new UnitBook();
  readonly #stood = emptyTransitions();
  readonly #books = { commune: new UnitBooks('commune'), village: new UnitBooks('village') };
  readonly #moves = new MoveCounts();
  readonly #moved = emptyTransitions();
  readonly #persons: PersonsCount;
  readonly #withoutSize: Brief[] = [];
  readonly #flips = new AreaFlips();
  readonly #unresolved: MovedHousehold[] = [];
  readonly #undecided: MovedHousehold[] = [];
  #historyUnknown = 0;

  constructor(years: TwoYears, history: History, ledger: YearLedger | null) {
    this.#years = years;
    this.#history = history;
    this.#ledger = ledger;
    this.#persons = new PersonsCount(years);
  }

  /** The columns into which the household is written, such as `poor.to_near_poor`; none for one of neither list. */
  see(course: Course): readonly string[] {
    const { flows, pair } = course;
    seeTransition(this.#stood, pair);
    const [from, to] = [stateOf(pair.before), stateOf(pair.after)];
    if (flows.length === 0 && !isListed(from) && !isListed(to)) return [];
    const { was, is } = whereLived(pair, this.#years);
    const isMatched = from !== 'absent' && to !== 'absent';
    const move = isMatched ? moveBetween(was, is) : null;
    if (move !== null && (isListed(from) || isListed(to))) this.#seeMove(move, pair, was, is);
    const movement = this.#movementOf(course, move === 'commune');
    const within = flowPostings(flows, this.#history.knows);
    for (const posting of within) this.#fromLedger.post(posting);
    const postings = this.#postingsOf(course, movement, within);
    this.#post('commune', postings, was, is, isMatched && move !== 'commune');
    const inVillages = this.#postingsOf(course, { ...movement, hasMoved: move !== null }, within);
    this.#post('village', inVillages, was, is, isMatched && move === null);
    const start = stateOf(course.opening);
    if (isMatched && move !== 'commune' && isListed(start)) this.#flips.see(start, was.area, is.area);
    if (postings.some(({ persons }) => persons === null)) this.#withoutSize.push((pair.after ?? pair.before) as Brief);
    return this.#noted(course, postings, to === 'absent' ? was : is);
  }

  /** Lists the household where it keeps the tables from being official; gives its columns. */
  #noted({ flows, pair }: Course, postings: readonly Posting[], place: Place): readonly string[] {
    const [from, to] = [stateOf(pair.before), stateOf(pair.after)];
    const columns = columnsOf(postings);
    const household = { pair, from, to, columns, flows, place };
    const lost = postings.find(({ column }) => column === 'unresolved_out');
    if (lost !== undefined) this.#unresolved.push({ ...household, from: lost.list });
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
      ...this.#heldBy(transitions),
      moved: this.#moved,
      ...listLengths(this.#years),
    });
    return {
      total,
      areas,
      units: levels.filter((level) => level !== 'area').flatMap((level) => this.#unitsAt(level)),
      isRelapsedKnown: this.#history.knows,
      historyUnknown: this.#historyUnknown,
      ledger: this.#ledgerPart(),
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

  /** Without a ledger the tables say what the two years say; with one, what it leaves to the review, and its own flows. */
  #heldBy(transitions: Transitions) {
    if (this.#ledger === null) return { transitions };
    return { transitions: this.#stood, flows: flowCounts(this.#ledger.replayed.flows) };
  }

  #ledgerPart(): LedgerPart | null {
    return this.#ledger === null ? null : ledgerPart(this.#ledger, this.#fromLedger);
  }

  /** A household on a list in either year that moved. */
  #seeMove(move: Move, { before, after }: Pair, was: Place, is: Place): void {
    this.#moves.see(move, was, is);
    if (move === 'commune') this.#moved[stateOf(before)][stateOf(after)]++;
  }

  #movementOf(course: Course, hasMoved: boolean): Movement {
    const { pair } = course;
    const [from, to] = [stateOf(pair.before), stateOf(pair.after)];
    const persons = this.#persons.of(pair);
    const out = outColumn(pair, this.#years);
    return { from, to, out, into: this.#intoColumn(course, hasMoved), hasMoved, persons };
  }

  /** What a household writes: where the ledger speaks of it, its opening and those lines stand before what the review does. */
  #postingsOf({ opening, flows }: Course, movement: Movement, within: readonly Posting[]): readonly Posting[] {
    const reviewed = postingsOf(movement);
    if (flows.length === 0) return reviewed;
    return [...openingOf(opening), ...within, ...reviewed.filter(({ column }) => column !== 'start')];
  }

  #intoColumn({ flows, pair }: Course, hasMoved: boolean): Movement['into'] {
    const [from, to] = [stateOf(pair.before), stateOf(pair.after)];
    if (!isListed(to) || hasMoved || (from !== 'absent' && from !== 'non_poor')) return 'new';
    if (from === 'absent' && whetherArrived(pair, this.#years)) return 'other_in';
    // whom the ledger took off that list this year falls back onto it
    const wasOn = flows.some(({ entry }) => entry.class === to) || this.#history.wasOn(to, pair);
    if (wasOn === null) this.#historyUnknown++;
    return wasOn === true && this.#history.knows[to] ? 'relapsed' : 'new';
  }

  /** One that stays in its unit is counted in the area that it has this year. */
  #post(smallest: 'commune' | 'village', postings: readonly Posting[], was: Place, is: Place, stays: boolean): void {
    for (const posting of postings) this.#books[smallest].post(posting.unit === 'before' && !stays ? was : is, posting);
  }
}
