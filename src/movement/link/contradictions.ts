import { type Finding, finding } from '../../finding.ts';
import { isSettled, type Link } from '../link.ts';

type Placed = Link & { readonly row: number };

/**
 * `E844` for every line that cannot be true beside an earlier one: a household has one that continues it and continues one,
 * parts split from it and those merged into it aside; and one that is gone has none. Pairs that nobody has confirmed yet
 * contradict nothing.
 */
export function contradictions(lines: readonly Placed[], file: string): readonly Finding[] {
  const before = new Map<string, Placed>();
  const after = new Map<string, Placed>();
  const found: Finding[] = [];
  for (const line of lines.filter(isSettled)) {
    const other = clash(line, before, 'before') ?? clash(line, after, 'after');
    if (other === undefined) continue;
    const [rival, side] = other;
    const column = `${side}_key`;
    const at = { file, row: line.row, column, field: column };
    found.push(finding('E844', at, { saw: line[side] ?? '', data: { before: rival.row } }));
  }
  return found;
}

/** The earlier line that already says what becomes of the household before, or what the one after comes from. */
function clash(
  line: Placed,
  seen: Map<string, Placed>,
  side: 'before' | 'after',
): readonly [Placed, 'before' | 'after'] | undefined {
  const key = line[side];
  // a part split off leaves open what continues the old household; one that is merged, what the new one continues
  const leavesOpen = line.event === (side === 'before' ? 'split_from' : 'merged_into');
  if (key === null || leavesOpen) return undefined;
  const rival = seen.get(key);
  if (rival !== undefined) return [rival, side];
  seen.set(key, line);
  return undefined;
}
