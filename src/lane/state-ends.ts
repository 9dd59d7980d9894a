import { type Finding, severityOf } from '../finding.ts';
import type { Assessment, Assessor } from '../review/assess.ts';
import { resultRow } from '../review/result.ts';
import { changeCells, isMoved } from '../review/side-by-side.ts';
import type { Household, Survey } from '../survey/survey.ts';
import type { State } from './done.ts';
import { bytesOf, writtenCells } from './written.ts';

/** What is kept of a state to write its households. */
export interface StateEnds {
  /** The households of this state have findings or cells of their own: the reference writes each of them. */
  readonly isOwn: boolean;
  /** What follows the cells of a row, per set. */
  readonly results: readonly Uint8Array[];
  /** What follows the key in the list of changes; empty when the sets agree. */
  readonly changes: Uint8Array;
  /** Notes told of each household; they are counted together. */
  readonly notes: readonly Finding[];
}

/** A state of which nothing can be said for all its households. */
export const OWN: StateEnds = { isOwn: true, results: [], changes: new Uint8Array(0), notes: [] };

/** What stands after the cells of a row, as one set decides it. */
export interface Marked {
  readonly assessors: readonly Assessor[];
  readonly hashes: readonly string[];
}

/** What one household of a state shows of all of them. */
export function endsOf(household: Household, assessments: readonly Assessment[], { assessors, hashes }: Marked): StateEnds {
  const notes = assessments.flatMap((a) => a.findings);
  const isOwn = notes.some((f) => severityOf(f.code) !== 'note') || assessments.some((a) => a.derived.length > 0);
  if (isOwn) return OWN;
  const width = household.cells.length;
  return {
    isOwn,
    notes,
    results: assessments.map((assessment, at) => {
      const row = resultRow(household, assessment, assessors[at]?.criteria.id ?? '', hashes[at] ?? '');
      return bytesOf(`,${writtenCells(row.slice(width))}\r\n`);
    }),
    changes: isMoved(assessments) ? bytesOf(`,${writtenCells(changeCells(assessments))}\r\n`) : new Uint8Array(0),
  };
}

/** What the counts need of a state. */
export function stateOf(survey: Survey, { cells }: Household, assessments: readonly Assessment[]): State {
  const area = cells[survey.slots.get('area') ?? -1] || 'unknown';
  return { area: area as State['area'], assessments: assessments.map((a) => ({ ...a, findings: [] })) };
}
