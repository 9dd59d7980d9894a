/**
 * A finding is data: what was found (`code`), where (`at`), what was seen and what was expected.
 * Its words are made from it at the last moment, in `src/messages/`; see `docs/findings.md` for the list of codes.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly at: Address;
  /** The value seen, as it stood in the file; whoever shows it masks personal numbers first. */
  readonly saw?: string;
  /** What would have been accepted: codes, names or a range with its unit. */
  readonly expected?: readonly string[];
  /** What the words need besides; keys are fixed per code. */
  readonly data?: Readonly<Record<string, string | number | readonly string[]>>;
  /** How many times it was found; more than 1 when repeats were counted together. */
  readonly count: number;
}

/** A place a person can go to. `row` is the line seen in the file (1 = first), `column` its heading there. */
export interface Address {
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  /** Canonical name of the survey field. */
  readonly field?: string;
  /** In YAML: the path of keys, such as `classes.income.rules.poor.when`; `row` is then the line. */
  readonly path?: string;
  /** In YAML: the place on the line, 1 = first. */
  readonly char?: number;
}

export type Severity = 'error' | 'warning' | 'note';

/** Every code there is. A code keeps its meaning for ever: retire it, never recycle it. */
export const FINDING_CODES = [
  // files
  'E101', // input missing or not readable
  'E102', // not UTF-8
  'E103', // not delimited text: a workbook, a web page, UTF-16
  'E104', // no heading row
  'E105', // quotes or records that cannot be read
  'E106', // workbook damaged or cut
  'E107', // workbook encrypted
  'E108', // workbook too large, or built to be
  'E109', // web page or XML saved as a workbook
  'E110', // no list of households
  'E111', // encoding in doubt
  'N112', // letters of an old encoding inside Unicode text, repaired
  'W113', // names whose capitals the old encoding lacked
  'E114', // no such sheet
  'N115', // links, macros or formulas never computed in a workbook
  // headings
  'E201', // two columns for one field
  'E202', // required column missing
  'W203', // indicator columns missing: those answers are unknown
  'N204', // headings not known, ignored
  'N205', // blank lines skipped
  'N206', // result columns of an earlier run, computed anew
  'N207', // cells in a column without a heading, ignored
  'N208', // rows that are no households, passed over
  'W209', // row numbers taken as household numbers
  'N210', // sheets passed over
  'N211', // decimals of a column: how a doubtful number is read
  'W212', // day and month in both orders in one column
  'N213', // amounts in thousands or millions
  'N214', // blank stands for an answer
  'N215', // a row a member: households put together
  'N216', // unit or area taken from a section row
  // rows
  'E301', // wrong number of cells
  'E302', // household without a number
  'E303', // one key, several rows
  'E304', // area is neither urban nor rural
  'E305', // not a number
  'E306', // number out of its range
  'E307', // mark is neither 1, 0 nor blank
  'E308', // class text not known
  'E309', // B2 is not a possible total
  'E310', // B2 contradicts the marks
  'E311', // code not in its list
  'E312', // digits lost to scientific notation
  'W313', // value not understood, kept as text
  'N314', // non-value read as unknown
  'W315', // mark contradicts what it is derived from
  'N316', // identical rows dropped
  'N317', // residence blank, taken as in scope
  'W318', // household outside the territory of the criteria
  'W319', // income so small that its unit is in doubt
  'N320', // zeros at the beginning of a citizen's number restored
  'E321', // letters lost to question marks
  'E322', // year of birth under both sexes
  'W323', // rows of one household disagree about it
  'W324', // date that only the other order of day and month can read
  'N325', // date written as a spreadsheet's day number
  'N326', // year of two digits
  'N327', // persons counted from the member rows
  'E328', // member row before the first household
  // the check of a survey
  'W330', // one citizen's number twice
  'W331', // one name and birth date twice
  'W332', // citizen's number against sex
  'W333', // citizen's number against year of birth
  'W334', // citizen's number of the wrong form
  'N335', // number of the old identity card
  'E336', // more members than persons
  'N337', // fewer members than persons: the others are unknown
  'W338', // no head, or several
  'E339', // age that nobody has, or birth after the review
  'W340', // missing answers decide the class
  'W341', // mark against the answers that derive it
  'W342', // recorded class against the computed one
  'N343', // recorded class cannot be verified
  'W344', // on last year's list, no result this year
  'W345', // zero where a blank may be meant
  'E346', // more than there are
  'W347', // far from all others
  'W348', // a village with the same answers everywhere
  'N349', // household refused or absent
  'W350', // unit not in the list of units
  'W351', // unit has not sent its file
  'W352', // unit not known
  'W353', // names that differ by tone place or spaces alone
  'W354', // refused or absent, and yet answers or a class
  'W355', // B1 or B2 total against the points of the answers
  'E356', // answer without points in the table
  // members and answers
  'W360', // member row without household number, taken for the household above
  'W361', // members of no household
  'E362', // one member number twice in a household
  'N363', // member rows that say the same, counted once
  'W364', // one member number in two households
  'E365', // member file that cannot tell households apart
  'N366', // value derived under another definition: unknown
  'W367', // answers that contradict the written B2
  'W368', // B2 of the points table against the marks
  'N369', // list of members among files of households
  // criteria
  'E401', // criteria not known
  'E402', // date outside coverage
  'E403', // criteria file invalid
  'E404', // unverified set not allowed
  'E405', // several sets of a family cover the date
  'E406', // no set of the family is known for the date
  'W407', // not confirmed: a part of the criteria in use
  'N408', // coverage not checked
  'W409', // used outside its coverage
  'N410', // national set taken by date
  'W411', // rule that no household can reach
  'E412', // columns file invalid
  // the run
  'N501', // file taken as recorded
  'N502', // basis taken
  'W503', // rows rejected
  'N504', // score total present but not read by the criteria
  // output
  'E601', // output exists
  'E602', // output cannot be written
  'E603', // more rows than a sheet holds
  // explain
  'E701', // household not found
  'E702', // several households with this number
  // results read again
  'E801', // class of a result row that is none
  'E802', // rows of different criteria in one result
  'W803', // rows added or taken away since the result was written
  'W804', // manifest missing or damaged
  'W805', // criteria of the result not at hand, or changed since
  'E806', // several reviews where one is meant
  // the yearly tables
  'W811', // fewer residents than households of a class or of the review
  'W812', // no residents beside a count
  'W813', // unit without residents
  'W814', // unit from which nothing came
  'E815', // unit twice in the file of residents
  'E816', // several years in the file of residents, none chosen
  'W817', // rows set aside from a review that covers all
  'E818', // date in the file of residents that is none
  // the index
  'E820', // no household left to count
  'E821', // cut-off of the index: none, several, or no share
  'W822', // households without size or weight, left out of the index
  'N823', // households that did not answer everything
  // the ledger
  'E870', // ledger: not a whole day
  'E871', // ledger: neither of the two lists
  'E872', // ledger: neither in nor out
  'E873', // ledger: household not named
  'E874', // ledger: reason not known, or of the other direction
  'E875', // ledger: out without being on that list
  'E876', // ledger: in while on a list
  'W877', // ledger: row dated before the row above
  'E878', // ledger: day before the list it starts from
  'E879', // ledger: transfer without its other half
  'E880', // ledger: closed up to that day
  'W881', // ledger: taken onto a list, absent from the year's end result
  'W882', // ledger: gone for good, and on a list of the year's end result
  // targets
  'E883', // target that cannot be read
  'W884', // target met or missed depending on the baseline
  'W885', // target that cannot be measured
  'W886', // baseline under another standard
  // the ledger between two years
  'W887', // ledger: key of a household with another head in the year after
  'N888', // ledger without movement tables
  // households of two years
  'E840', // event of a link not known
  'E841', // tier of a link not known
  'E842', // score of a link that is none
  'E843', // keys of a link that do not go with its event
  'E844', // links that contradict each other
  'W845', // link of a household that is not there
  'N846', // one citizen's number in several households: no evidence
  'W847', // households of a divided unit that cannot be placed
  'E848', // line of a crosswalk that cannot be used
  'W849', // units without successor
  // two years
  'W850', // one key, two households that are strangers: no pair
  'N852', // number of the year before that nobody had
  'W853', // several households name one of the year before, and none says that it was split off
  'W854', // row says that its household is gone, and stands on a list
  'W855', // households without size: their persons are not known
  'N856', // relapses cannot be told from new ones
  'N857', // links that wait to be confirmed
  'W858', // unit that looks renumbered
  'N859', // results of different criteria: no movement
  'W860', // the later result is named first
  'W861', // households that cannot be told apart by what both years have of the key
  'W862', // class changed, no answer did
  'W863', // left the list without a form this year
  'W864', // class changed with the area
  'W865', // a village lost exactly its quota
  'W866', // split off from a household on no list, and on one at once
  'W867', // left the list against the answers
  'W868', // a village many of whose exits nothing explains
  // figures published elsewhere
  'W824', // published cell that holds no figure of its column
  'W825', // published parts that do not make the whole
  'W826', // published rate that no count gives
  'W827', // published figure that cannot be
  'W828', // unit published twice with different figures
  'W829', // published figure differs from the recomputed one
  'N830', // published rate explained by another way of rounding
  'N831', // published rate explained by another number of households
  'W832', // published unit that was not recomputed
  'N833', // published units that make less than the whole
  'E834', // no table of units and figures in the file
] as const;

export type FindingCode = (typeof FINDING_CODES)[number];

export function severityOf(code: FindingCode): Severity {
  return code.startsWith('E') ? 'error' : code.startsWith('W') ? 'warning' : 'note';
}

/** A finding seen once. */
export function finding(code: FindingCode, at: Address, more: Partial<Omit<Finding, 'code' | 'at'>> = {}): Finding {
  return { count: 1, ...more, code, at };
}

/** Ends a run for findings that the user can mend. Anything else thrown is a bug of ours. */
export class FindingsError extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super(findings.map((f) => f.code).join(' '));
    this.name = 'FindingsError';
    this.findings = findings;
  }
}

/** How many findings of one code are kept one by one; later ones are counted with the last. */
const KEPT_PER_CODE = 1000;

/** Collects findings in the order they were made, within bounded memory. */
export class FindingLog {
  readonly #findings: Finding[] = [];
  readonly #last = new Map<FindingCode, { kept: number; index: number }>();
  readonly #tallies = new Map<string, number>();
  readonly #keptPerCode: number;
  #errors = 0;

  constructor(keptPerCode = KEPT_PER_CODE) {
    this.#keptPerCode = keptPerCode;
  }

  /** Keeps the finding with its own address. */
  add(found: Finding): void {
    this.#keep(found);
  }

  /** Counts the finding with others of its code, file, column and kind: it says "this happens", not "mend this row". */
  tally(found: Finding): void {
    const { file, sheet, column, field } = found.at;
    const key = [found.code, file, sheet, column, field, found.data?.kind].join('\u0000');
    const index = this.#tallies.get(key);
    if (index !== undefined) {
      this.#count(index, found.count);
      return;
    }
    this.#tallies.set(key, this.#keep(found));
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  get findings(): readonly Finding[] {
    return this.#findings;
  }

  /** Where the finding is kept, or counted when there are too many of its code. */
  #keep(found: Finding): number {
    if (severityOf(found.code) === 'error') this.#errors += found.count;
    const last = this.#last.get(found.code);
    if (last !== undefined && last.kept >= this.#keptPerCode) {
      this.#count(last.index, found.count);
      return last.index;
    }
    const index = this.#findings.push(found) - 1;
    this.#last.set(found.code, { kept: (last?.kept ?? 0) + 1, index });
    return index;
  }

  #count(index: number, more: number): void {
    const kept = this.#findings[index];
    if (kept !== undefined) this.#findings[index] = { ...kept, count: kept.count + more };
  }
}
