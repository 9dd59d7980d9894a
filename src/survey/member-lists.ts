import type { Table } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a run was given, told apart. */
export interface ToldApart {
  readonly households: readonly Table[];
  /** Lists of members among the files of households. */
  readonly members: readonly Table[];
}

/**
 * Finds the lists of members that stand among lists of households, as in a folder that holds both. A row a member is also
 * how some lists of households are written, so it takes a list with a row a household beside it, and nothing in it that
 * is said of a household alone.
 */
export function apartFromMembers(tables: readonly Table[], vocabulary: Vocabulary): ToldApart {
  const hasHouseholds = tables.some(({ layout }) => layout.memberFields === null);
  const members = hasHouseholds ? tables.filter((table) => isOfMembers(table, vocabulary)) : [];
  return { households: tables.filter((table) => !members.includes(table)), members };
}

function isOfMembers(table: Table, vocabulary: Vocabulary): boolean {
  const { layout, fields, headings, implied, constants } = table;
  const number = fields.findIndex((field) => field?.id === 'household_id');
  if (layout.memberFields === null || number < 0 || vocabulary.isRowNumber(headings[number] ?? '')) return false;
  const own = [...fields, ...implied].flatMap((field) => field ?? []);
  return !own.some(({ id, kind }) => {
    // a count of members stands for a size in every list of them
    if (id in constants || (id === 'size' && !fields.some((field) => field?.id === id))) return false;
    return kind === 'class' || kind === 'mark' || OF_A_HOUSEHOLD.has(id);
  });
}

/** Besides classes and marks. Answers about the house may stand on the row of the head. */
const OF_A_HOUSEHOLD = new Set(['area', 'residence', 'size', 'income', 'b1', 'b2', 'outcome', 'event']);
