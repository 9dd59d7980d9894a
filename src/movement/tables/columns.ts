/** The two lists whose movement is accounted. */
export const LISTS = ['poor', 'near_poor'] as const;
export type ListClass = (typeof LISTS)[number];

/** The columns of a movement table whatever its list; `to_other` and `from_other` are the other list. */
export const COLUMNS = [
  'start',
  'to_other',
  'to_non_poor',
  'other_out',
  'unresolved_out',
  'to_undecided',
  'from_other',
  'relapsed',
  'new',
  'other_in',
  'from_undecided',
  'end',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Columns by which households leave a list, and by which they come onto it. */
export const OUTS: readonly Column[] = ['to_other', 'to_non_poor', 'other_out', 'unresolved_out', 'to_undecided'];
export const INS: readonly Column[] = ['from_other', 'relapsed', 'new', 'other_in', 'from_undecided'];

/** The name of a column in the table of a list, as machines read it: `to_near_poor` in that of the poor. */
export function columnName(list: ListClass, column: Column): string {
  const other = list === 'poor' ? 'near_poor' : 'poor';
  return column.replace('other', (word) => (column === 'to_other' || column === 'from_other' ? other : word));
}
