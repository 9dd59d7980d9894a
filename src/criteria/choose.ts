import { type Finding, FindingsError, finding } from '../finding.ts';
import { nearest } from '../text/nearest.ts';
import type { Criteria } from './criteria.ts';

/** What the user said about which criteria to take. */
export interface Choice {
  /** Ids, families or names of files already loaded; empty: the national set of the date. */
  readonly names: readonly string[];
  /** The day the review is held on; null when none was given. */
  readonly date: string | null;
  readonly allowUnverified: boolean;
  readonly outsideCoverage: boolean;
}

export interface Chosen {
  readonly sets: readonly Criteria[];
  readonly findings: readonly Finding[];
}

/** The sets that ship with the program; each is read when it is asked for. */
export interface Catalogue {
  readonly ids: readonly string[];
  /** A set by its id. */
  get(id: string): Criteria | null;
  /** All of them, which takes as long as reading them. */
  all(): readonly Criteria[];
}

/** The family whose set stands in when none is named: the nation's. */
const NATIONAL_FAMILY = 'vn';

/**
 * Chooses criteria by id, or by family and date. They are never guessed from a file.
 *
 * @param shipped the catalogue; `own` finds a set that the user gave as a file
 * @throws FindingsError `E401` unknown, `E402` outside coverage, `E404` unverified, `E405`/`E406` no single set of a family
 */
export function chooseCriteria(choice: Choice, shipped: Catalogue, own: (name: string) => Criteria | null): Chosen {
  const errors: Finding[] = [];
  const findings: Finding[] = [];
  const sets: Criteria[] = [];
  const names = choice.names.length > 0 ? choice.names : [NATIONAL_FAMILY];
  for (const name of names) {
    const found = findOne(name, choice, shipped, own);
    if ('code' in found) {
      errors.push(found);
      continue;
    }
    const twin = sets.find((set) => set.id === found.id);
    if (twin !== undefined) {
      // two sets of one id would be one file and one name in every table
      if (JSON.stringify(twin) !== JSON.stringify(found)) {
        errors.push(finding('E403', { file: name, path: 'id' }, { saw: found.id, data: { issue: 'same_id' } }));
      }
      continue;
    }
    sets.push(found);
    const isFamily = name === found.family && name !== found.id;
    for (const doubt of doubtsAbout(found, isFamily, choice, shipped)) {
      (doubt.code.startsWith('E') ? errors : findings).push(doubt);
    }
    if (choice.names.length === 0) {
      findings.push(finding('N410', {}, { saw: found.id, data: { date: choice.date ?? '' } }));
    }
  }
  if (errors.length > 0) throw new FindingsError(errors);
  return { sets, findings };
}

function findOne(
  name: string,
  choice: Choice,
  shipped: Catalogue,
  own: (name: string) => Criteria | null,
): Criteria | Finding {
  const { date } = choice;
  const byId = own(name) ?? shipped.get(name);
  if (byId) return byId;
  const family = shipped.all().filter((set) => set.family === name);
  if (family.length === 0) {
    const known = [...shipped.ids, ...new Set(shipped.all().map((set) => set.family))];
    return finding('E401', {}, { saw: name, expected: nearest(name, known) });
  }
  if (date === null)
    return finding('E406', {}, { saw: name, expected: family.map((set) => set.id), data: { date: '?' } });
  const covering = family.filter((set) => set.status !== 'unverified' && isInForce(set, date));
  const [only] = covering;
  if (only !== undefined && covering.length === 1) return only;
  if (covering.length > 1)
    return finding('E405', {}, { saw: name, expected: covering.map((set) => set.id), data: { date } });
  return finding('E406', {}, { saw: name, ...offered(family, choice, date) });
}

/** The sets of a family that can be named by id for a day, and the option they then need besides (`needs`). */
function offered(
  family: readonly Criteria[],
  choice: Choice,
  date: string,
): { readonly expected: readonly string[]; readonly data: { readonly date: string; readonly needs: string } } {
  const ids = (sets: readonly Criteria[]) => sets.map((set) => set.id);
  const covering = family.filter((set) => covers(set, date));
  const usable = covering.filter((set) => isAllowed(set, choice));
  if (usable.length > 0) return { expected: ids(usable), data: { date, needs: '' } };
  if (covering.length > 0) return { expected: ids(covering), data: { date, needs: '--allow-unverified' } };
  const verified = family.filter((set) => isAllowed(set, choice));
  return { expected: ids(verified), data: { date, needs: choice.outsideCoverage ? '' : '--outside-coverage' } };
}

function isAllowed({ status }: Criteria, { allowUnverified }: Choice): boolean {
  return status !== 'unverified' || allowUnverified;
}

/** A family name resolves by the days in force alone, and not beyond what is known of them. */
function isInForce({ in_force: { from, to, known_to } }: Criteria, date: string): boolean {
  const last = to ?? known_to;
  return from <= date && (last === null || date <= last);
}

/** A set named by id also serves the opening review held before it applies. */
function covers({ in_force: { from, to }, review_from }: Criteria, date: string): boolean {
  return (review_from?.date ?? from) <= date && (to === null || date <= to);
}

function doubtsAbout(set: Criteria, isFamily: boolean, choice: Choice, shipped: Catalogue): Finding[] {
  const { date } = choice;
  const doubts: Finding[] = [];
  if (!isAllowed(set, choice)) doubts.push(finding('E404', {}, { saw: set.id }));
  if (date === null) doubts.push(finding('N408', {}, { saw: set.id }));
  else if (!isFamily && !covers(set, date)) {
    const code = choice.outsideCoverage ? 'W409' : 'E402';
    const expected = shipped
      .all()
      .filter((other) => covers(other, date) && isAllowed(other, choice))
      .map((other) => other.id);
    const data = { date, from: set.review_from?.date ?? set.in_force.from, to: set.in_force.to ?? '…' };
    doubts.push(finding(code, {}, { saw: set.id, expected, data }));
  }
  return doubts;
}
