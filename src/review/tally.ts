import type { Household, Survey } from '../survey/survey.ts';
import type { Assessment, Outcome } from './assess.ts';
import { averageLiving } from './result.ts';

export const OUTCOMES: readonly Outcome[] = ['poor', 'near_poor', 'non_poor', 'undecided', 'out_of_scope'];

/** Households and persons; `sizeUnknown` counts the households whose persons are not in the sum. */
export interface Count {
  households: number;
  persons: number;
  sizeUnknown: number;
}

/** The short count that `classify` shows; parts add up, so blocks of a survey can be counted apart. */
export interface Tally {
  readonly byArea: Readonly<Record<'urban' | 'rural' | 'unknown', Readonly<Record<Outcome, Count>>>>;
  readonly averageLiving: Count;
  /** Decided households that one change near at hand would move. */
  nearBoundary: number;
  /** How often each unknown could still change a class. */
  readonly undecidedFor: Map<string, number>;
  /** Households by what their class rests on: income, score, recorded, decided. */
  readonly bases: Map<string, number>;
  /** Indicators that were filled from other answers. */
  readonly derived: Set<string>;
  agreement: { agrees: number; differs: number; cannotVerify: number };
}

export function emptyTally(): Tally {
  const none = (): Count => ({ households: 0, persons: 0, sizeUnknown: 0 });
  const outcomes = () => Object.fromEntries(OUTCOMES.map((o) => [o, none()])) as Record<Outcome, Count>;
  return {
    byArea: { urban: outcomes(), rural: outcomes(), unknown: outcomes() },
    averageLiving: none(),
    nearBoundary: 0,
    undecidedFor: new Map(),
    bases: new Map(),
    derived: new Set(),
    agreement: { agrees: 0, differs: 0, cannotVerify: 0 },
  };
}

/** Gives the function that adds a household to a tally. */
export function tallier(survey: Survey, tally: Tally): (household: Household, assessment: Assessment) => void {
  const area = survey.slots.get('area') ?? -1;
  const size = survey.slots.get('size') ?? -1;
  const hasRecorded = survey.slots.has('recorded_class');
  return ({ cells }, assessment) => {
    const where = (cells[area] || 'unknown') as 'urban' | 'rural' | 'unknown';
    const persons = cells[size] ?? '';
    const isUnknown = persons === '';
    const one: Count = { households: 1, persons: isUnknown ? 0 : Number(persons), sizeUnknown: isUnknown ? 1 : 0 };
    addAlike(tally, where, assessment, one, hasRecorded);
  };
}

/** Adds households that are all assessed alike. `hasRecorded`: the survey has a column of recorded classes. */
export function addAlike(
  tally: Tally,
  where: 'urban' | 'rural' | 'unknown',
  assessment: Assessment,
  alike: Count,
  hasRecorded: boolean,
): void {
  const { households } = alike;
  const { verdict, agrees, computed, basis } = assessment;
  add(tally.byArea[where][assessment.class], alike);
  if (averageLiving(assessment) === true) add(tally.averageLiving, alike);
  tally.bases.set(basis, (tally.bases.get(basis) ?? 0) + households);
  for (const { field, value } of assessment.derived) if (value !== '') tally.derived.add(field);
  if (computed !== 'out_of_scope' && verdict.nearBoundary.length > 0) tally.nearBoundary += households;
  if (assessment.class === 'undecided') {
    for (const id of verdict.undecidedFor) tally.undecidedFor.set(id, (tally.undecidedFor.get(id) ?? 0) + households);
  }
  if (!hasRecorded) return;
  if (agrees === null) tally.agreement.cannotVerify += households;
  else if (agrees) tally.agreement.agrees += households;
  else tally.agreement.differs += households;
}

function add(count: Count, { households, persons, sizeUnknown }: Count): void {
  count.households += households;
  count.persons += persons;
  count.sizeUnknown += sizeUnknown;
}

/** The count of an outcome over all areas. */
export function total(tally: Tally, outcome: Outcome): Count {
  return Object.values(tally.byArea).reduce(
    (sum, area) => ({
      households: sum.households + area[outcome].households,
      persons: sum.persons + area[outcome].persons,
      sizeUnknown: sum.sizeUnknown + area[outcome].sizeUnknown,
    }),
    { households: 0, persons: 0, sizeUnknown: 0 },
  );
}
