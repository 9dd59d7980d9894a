import type { Answer, Answers } from '../judge/answers.ts';
import type { Truth } from '../judge/truth.ts';
import { type Field, MEMBER_COLUMNS } from '../survey/fields.ts';
import type { Household, Member, Survey } from '../survey/survey.ts';
import { agesOn } from '../text/age.ts';
import { isKnownDate } from '../text/date.ts';

/**
 * What a household and its members answered, as the conditions of indicators ask it. Ages are those of the day of the
 * review: the household's own, else `reviewDate`. What is blank or could not be read is unknown.
 */
export function answersOf(
  survey: Survey,
  household: Pick<Household, 'cells' | 'members'>,
  reviewDate: string | null,
): Answers {
  const { cells, members } = household;
  const fields: Record<string, Answer> = {};
  const marks: Record<string, Truth> = {};
  for (const [slot, field] of survey.fields.entries()) {
    const cell = cells[slot] ?? '';
    if (cell === '') continue;
    if (field.kind === 'mark') marks[field.id] = cell === '1' ? true : cell === '0' ? false : null;
    else fields[field.id] = answerIn(field, cell);
  }
  const day = reviewDayOf(survey, household, reviewDate);
  const told = members.map((member) => memberAnswers(survey, member, day));
  return {
    fields,
    marks,
    members: told.map(({ answers }) => answers),
    ...(told.some(({ ways }) => ways.length > 0) && { ways: told.map(({ ways }) => ways) }),
  };
}

/** The day on which a household was reviewed, as far as it is known: its own, else that of the run. */
export function reviewDayOf(
  survey: Survey,
  { cells }: Pick<Household, 'cells'>,
  reviewDate: string | null,
): string | null {
  const own = cells[survey.slots.get('review_date') ?? -1] ?? '';
  return isKnownDate(own) ? own : reviewDate;
}

type Fields = Readonly<Record<string, Answer>>;

interface MemberAnswers {
  readonly answers: Fields;
  /** What is open of the birth, filled in every way; empty when nothing is. */
  readonly ways: readonly Fields[];
}

function memberAnswers(survey: Survey, { cells }: Member, day: string | null): MemberAnswers {
  const answers: Record<string, Answer> = {};
  for (const [slot, field] of MEMBER_COLUMNS.entries()) {
    const cell = cells[slot] ?? '';
    if (cell !== '') answers[field.id] = answerIn(field, cell);
  }
  const cell = (id: string) => cells[survey.memberSlots.get(id) ?? -1] ?? '';
  const born = [cell('birth_date'), cell('birth_year')].find(isKnownDate) ?? null;
  const ways = births(born, numberIn(cell('age')), day);
  const certain = (field: string) =>
    new Set(ways.map((way) => way[field])).size === 1 ? (ways[0]?.[field] ?? null) : null;
  answers.age = certain('age');
  answers.birth_year = certain('birth_year');
  return { answers, ways: ways.length > 1 ? ways : [] };
}

/**
 * Every age and year of birth that somebody may have on a day: the birth comes first, and where it leaves two ages open, an
 * age that was written may settle them. An age alone leaves two years open. None: nothing is known, or it cannot be.
 */
function births(born: string | null, written: number | null, day: string | null): readonly Fields[] {
  const year = born === null ? null : Number(born.slice(0, 4));
  if (born === null || day === null) {
    if (written === null) return year === null ? [] : [{ age: null, birth_year: year }];
    if (year !== null || day === null) return [{ age: written, birth_year: year }];
    const latest = Number(day.slice(0, 4)) - written;
    return [latest - 1, latest].map((birth_year) => ({ age: written, birth_year }));
  }
  const { least, most } = agesOn(born, day);
  if (most < 0) return [];
  // who is a member is born, though a year alone leaves days after the review
  const first = Math.max(0, least);
  const ages = Array.from({ length: most - first + 1 }, (_, more) => first + more);
  const settled = written !== null && ages.includes(written) ? [written] : ages;
  return settled.map((age) => ({ age, birth_year: year }));
}

/** The answer in a cell of a field; null when the cell holds what the field cannot. */
function answerIn({ kind, codes }: Field, cell: string): Answer {
  switch (kind) {
    case 'money':
    case 'count':
    case 'years':
    case 'score':
    case 'decimal':
      return numberIn(cell);
    case 'mark':
    case 'flag':
      return cell === '1' ? true : cell === '0' ? false : null;
    case 'code':
      return codes?.includes(cell) === true ? cell : null;
    case 'codes': {
      const held = cell.split(';');
      return held.every((code) => codes?.includes(code)) ? held : null;
    }
    case 'id':
    case 'person_id':
    case 'text':
    case 'class':
    case 'date':
      return cell;
  }
}

function numberIn(cell: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : null;
}
