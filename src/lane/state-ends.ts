import { type Finding, severityOf } from '../finding.ts';
import type { Assessment, Assessor } from '../review/assess.ts';
import { resultRow } from '../review/result.ts';
import { changeCells, isMoved } from '../review/side-by-side.ts';
import { RESULT_FIELDS } from '../survey/fields.ts';
import type { Household, Survey } from '../survey/survey.ts';
import type { State } from './done.ts';
import { type ListRule, ruleOf } from './lists.ts';
import type { Marks } from './marks.ts';
import { bytesOf, writtenCells } from './written.ts';

/** What is kept of a state to write its households. */
export interface StateEnds {
  /** The households of this state have findings or cells of their own: the reference writes each of them. */
  readonly isOwn: boolean;
  /** What follows the cells of a row, per set. */
  readonly results: readonly ResultEnd[];
  /** What follows the key in the list of changes; empty when the sets agree. */
  readonly changes: Uint8Array;
  /** Notes told of each household; they are counted together. */
  readonly notes: readonly Finding[];
}

/** The end of a result row: two lists that differ from household to household, and what stands about them. */
export interface ResultEnd {
  /** Up to the indicators of the first list; between those of both; after those of the second. */
  readonly before: Uint8Array;
  readonly between: Uint8Array;
  readonly after: Uint8Array;
  /** All of it, for a household of which neither lists an indicator. */
  readonly whole: Uint8Array;
  readonly undecided: ListRule;
  readonly near: ListRule;
  /** The unknowns that are counted; null for a household whose class is decided. */
  readonly counted: ListRule | null;
}

/** A state of which nothing can be said for all its households. */
export const OWN: StateEnds = { isOwn: true, results: [], changes: new Uint8Array(0), notes: [] };

/** What stands after the cells of a row comes from these. */
export interface Marked {
  readonly assessors: readonly Assessor[];
  readonly hashes: readonly string[];
}

/** What a household shows of all that are in its state; `deprived` and `unknown` are its marks. */
export function endsOf(
  household: Household,
  assessments: readonly Assessment[],
  { assessors, hashes }: Marked,
  marks: Marks,
  deprived: number,
  unknown: number,
): StateEnds {
  const notes = assessments.flatMap((a) => a.findings);
  const isOwn = notes.some((f) => severityOf(f.code) !== 'note') || assessments.some((a) => a.derived.length > 0);
  if (isOwn) return OWN;
  const results = assessments.flatMap((assessment, at): ResultEnd[] => {
    const row = resultRow(household, assessment, assessors[at]?.criteria.id ?? '', hashes[at] ?? '');
    const cells = row.slice(household.cells.length);
    const undecided = ruleOf(list(cells[UNDECIDED]), marks, deprived, unknown);
    const near = ruleOf(list(cells[NEAR]), marks, deprived, unknown);
    // a household out of scope lists nothing, but is counted when its recorded class is blank
    const open = ruleOf(assessment.verdict.undecidedFor, marks, deprived, unknown);
    if (undecided === null || near === null || open === null) return [];
    const before = `,${writtenCells(cells.slice(0, UNDECIDED))},${undecided.others.join(';')}`;
    const between = `,${near.others.join(';')}`;
    const after = `,${writtenCells(cells.slice(NEAR + 1))}\r\n`;
    return [
      {
        ...{ before: bytesOf(before), between: bytesOf(between), after: bytesOf(after) },
        whole: bytesOf(before + between + after),
        ...{ undecided, near },
        counted: assessment.class === 'undecided' ? open : null,
      },
    ];
  });
  if (results.length < assessments.length) return OWN;
  const changes = isMoved(assessments) ? bytesOf(`,${writtenCells(changeCells(assessments))}\r\n`) : new Uint8Array(0);
  return { isOwn, notes, results, changes };
}

const UNDECIDED = RESULT_FIELDS.indexOf('undecided_for');
/** It follows the other. */
const NEAR = UNDECIDED + 1;

function list(cell = ''): readonly string[] {
  return cell === '' ? [] : cell.split(';');
}

/** What the counts need of a state. */
export function stateOf(survey: Survey, { cells }: Household, assessments: readonly Assessment[]): State {
  const area = cells[survey.slots.get('area') ?? -1] || 'unknown';
  return {
    area: area as State['area'],
    // what could still change a class is counted household by household
    assessments: assessments.map((a) => ({ ...a, findings: [], verdict: { ...a.verdict, undecidedFor: [] } })),
  };
}
