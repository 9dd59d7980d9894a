/**
 * What `classify -c vn-2022` comes to for the invented households of the bench, written by hand for the peers: their
 * results must be the same bytes. Đồng a person a month; 3 marks or more are a lack.
 */
export const LINE = { rural: 1_500_000, urban: 2_000_000 };
export const AVERAGE = { rural: 2_250_000, urban: 3_000_000 };
export const LACK = 3;

/** The cells after those of the survey, but for criteria, hash and agrees, which are the same in every row. */
export function decided(area, income, marks, names) {
  const lacks = marks.filter((mark) => mark === '1').length;
  const line = LINE[area];
  const poorer = lacks >= LACK ? 'poor' : 'near_poor';
  if (income === null) {
    return ['undecided', 'undecided', `${poorer};non_poor`, '', lacks, lacks, 'income', line, '', 'income', ''];
  }
  const isBelow = income <= line;
  const outcome = isBelow ? poorer : 'non_poor';
  const average = !isBelow && income <= AVERAGE[area] ? 1 : 0;
  const near = [];
  if (20 * Math.abs(income - line) <= line) near.push('income');
  if (isBelow !== income <= LINE[area === 'urban' ? 'rural' : 'urban']) near.push('area');
  if (isBelow && (lacks === LACK || lacks === LACK - 1)) {
    const flips = lacks === LACK ? '1' : '0';
    near.push(...names.filter((_, at) => marks[at] === flips));
  }
  return [outcome, outcome, outcome, average, lacks, lacks, 'income', line, isBelow ? 1 : 0, '', near.join(';')];
}
