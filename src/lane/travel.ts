import type { Basis, Criteria } from '../criteria/criteria.ts';
import { makeJudge } from '../judge/judge.ts';
import { makeAssessor } from '../review/assess.ts';
import { makeSurvey } from '../survey/survey.ts';
import type { Table } from '../survey/table.ts';
import type { Vocabulary } from '../survey/vocabulary.ts';
import type { LaneSetup } from './block-review.ts';

/** A table without what opens its file: another thread gets its blocks. */
export type TravellingTable = Omit<Table, 'source' | 'records' | 'notes'> & { readonly name: string };

/** What is the same for every block of a run, as data that travels to another thread. */
export interface TravellingSetup {
  readonly tables: readonly TravellingTable[];
  readonly keepsColumns: boolean;
  readonly sets: readonly {
    readonly criteria: Criteria;
    readonly basis: Basis;
    readonly recorded: readonly boolean[];
  }[];
  readonly rest: Omit<LaneSetup, 'survey' | 'assessors'>;
}

export function packSetup({ survey, assessors, ...rest }: LaneSetup): TravellingSetup {
  return {
    tables: survey.tables.map(packTable),
    keepsColumns: survey.kept.length > 0,
    sets: assessors.map(({ criteria, judge, recorded }) => ({
      criteria,
      basis: judge.table.basis,
      recorded: survey.tables.map((_, at) => recorded(at)),
    })),
    rest,
  };
}

/** `vocabulary`: the same as in the thread it comes from. */
export function unpackSetup({ tables, keepsColumns, sets, rest }: TravellingSetup, vocabulary: Vocabulary): LaneSetup {
  const survey = makeSurvey(tables.map(unpackTable), vocabulary, keepsColumns);
  const assessors = sets.map(({ criteria, basis, recorded }) =>
    makeAssessor(criteria, makeJudge(criteria, basis), survey, (at) => recorded[at] === true),
  );
  return { ...rest, survey, assessors };
}

export function packTable({ source, records: _, notes: __, ...table }: Table): TravellingTable {
  return { ...table, name: source.name };
}

export function unpackTable({ name, ...table }: TravellingTable): Table {
  return { ...table, source: { name, bytes: null, open: nothing }, records: nothing, notes: null };
}

async function* nothing(): AsyncGenerator<never> {}
