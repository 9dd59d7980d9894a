import type { Messages } from './vi.ts';

/** The words of two tables: changes that call for a second look, and what the criteria changed apart from real change. */
export const ruleChangeEn: Pick<Messages, 'moved' | 'standOut' | 'ruleChange'> = {
  moved: { reason: 'Why', others: 'Also changed' },
  standOut: {
    title: 'Changes to look at again',
    none: 'No change calls for a second look.',
    village: 'Village',
    noVillage: 'Village not written',
    opening: "On last year's lists",
    exits: 'Escaped',
    withoutReason: 'Unexplained',
    household: 'Household',
    where: 'Where',
    from: 'Last year',
    to: 'This year',
    what: 'What to look at',
    row: (file, row) => `${file}, row ${row}`,
    kinds: {
      no_form: (how) => `left the list: ${how}`,
      how: {
        refused: 'refused this year',
        absent: 'absent this year',
        no_answers: 'no answer this year',
        no_row: 'no row this year',
      },
      no_answer_changed: 'no answer changed',
      against_answers: (computed) => `left by decision; the answers give: ${computed}`,
      area: 'because the area changed',
      split_off: 'split off from a household on no list',
    },
    losses: {
      all_left: (list) => `${list}: all left the list`,
      quota: (list) => `${list}: exactly its quota`,
      quota_percent: (list, percent) => `${list}: exactly the quota of ${percent} %`,
      same_percent: (list, percent, villages) => `${list}: exactly ${percent} %, as in each of ${villages} villages`,
    },
    manyWithoutReason: 'many left without a reason',
  },
  ruleChange: {
    title: (before, after) => `Change of criteria (${before} → ${after}) apart from real change`,
    counts: 'The same data, two sets of criteria',
    data: 'Data',
    criteria: 'Criteria',
    years: { before: 'last year', after: 'this year' },
    effects: 'Where the change comes from',
    order: 'Order of exchange',
    orders: {
      rules_first: 'criteria exchanged first',
      rules_last: 'criteria exchanged last',
      mean: 'mean of the two orders',
    },
    names: { rules: 'criteria', households: 'households (answers; who came and left)', area: 'area', total: 'Sum' },
    enteredLeft: 'of which households of one year alone',
    note: 'Each column adds up to the change from the first to the last row of the table above, in either order. Figures of the mean may end in half a household.',
  },
};
