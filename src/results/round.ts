const JANUARY = '01';

/** The year whose review a day (`YYYY-MM-DD`) belongs to: results announced in January are those of the year before. Null for no day. */
export function reviewYear(date: string | null): number | null {
  if (date === null) return null;
  const [year = '', month = ''] = date.split('-');
  return month === JANUARY ? Number(year) - 1 : Number(year);
}
