import { packTable, type TravellingTable, unpackTable } from '../../lane/travel.ts';
import { makeSurvey } from '../../survey/survey.ts';
import type { Vocabulary } from '../../survey/vocabulary.ts';
import { countPlan } from '../plan.ts';
import type { CountSetup } from './setup.ts';

/** What is the same for every block of a review, as data that travels to another thread. */
export interface TravellingCount {
  readonly tables: readonly TravellingTable[];
  readonly marks: readonly string[];
  readonly rest: Omit<CountSetup, 'survey' | 'plan'>;
}

export function packSetup({ survey, plan, ...rest }: CountSetup): TravellingCount {
  return { tables: survey.tables.map(packTable), marks: plan.marks, rest };
}

/** `vocabulary`: the same as in the thread it comes from. */
export function unpackSetup({ tables, marks, rest }: TravellingCount, vocabulary: Vocabulary): CountSetup {
  return { ...rest, survey: makeSurvey(tables.map(unpackTable), vocabulary, false), plan: countPlan(marks) };
}
