import type { Flow, FlowKind } from '../ledger/ledger-flows.ts';
import type { Column, ListClass } from '../tables/columns.ts';
import type { Posting } from '../tables/postings.ts';

/**
 * The lines that the ledger writes into the movement tables for one household. A transfer counts the persons of both its
 * halves in either table; of the others who left is `other_out` of the one list, who joined `other_in` of the other.
 *
 * @param flows those of the household, in their order
 * @param isRelapsedKnown by list: where it is false, relapses are among the new
 */
export function flowPostings(
  flows: readonly Flow[],
  isRelapsedKnown: Readonly<Record<ListClass, boolean>>,
): readonly Posting[] {
  return flows.flatMap((flow, at): Posting[] => {
    const { kind, persons, entry } = flow;
    const list = entry.class;
    const post = (column: Column, households: 0 | 1, count: number | null): Posting => ({
      ...{ list, column, unit: 'before', households, persons: count },
    });
    const column = columnOf(kind, isRelapsedKnown[list]);
    if (column !== 'to_other' && column !== 'from_other') return [post(column, 1, persons)];
    // the halves of a transfer stand side by side: of one day, first out, then in
    const other = flows[column === 'to_other' ? at + 1 : at - 1]?.persons ?? null;
    if (persons === null || other === null) return [post(column, 1, null)];
    const stayed = Math.min(persons, other);
    return [post(column, 1, stayed), post(column === 'to_other' ? 'other_out' : 'other_in', 0, persons - stayed)];
  });
}

function columnOf(kind: FlowKind, isRelapsedKnown: boolean): Column {
  switch (kind) {
    case 'to_poor':
    case 'to_near_poor':
      return 'to_other';
    case 'from_poor':
    case 'from_near_poor':
      return 'from_other';
    case 'relapsed':
      return isRelapsedKnown ? 'relapsed' : 'new';
    default:
      return kind;
  }
}
