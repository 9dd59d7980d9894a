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
export function answersOf(survey: Survey, household: Household, reviewDate: string | null): Answers {
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
  return { fields, marks, members: members.map((member) => memberAnswers(survey, member, day)) };
}

/** The day on which a household was reviewed, as far as it is known: its own, else that of the run. */
export function reviewDayOf(survey: Survey, { cells }: Household, reviewDate: string | null): string | null {
  const own = cells[survey.slots.get('review_date') ?? -1] ?? '';
  return isKnownDate(own) ? own : reviewDate;
}

function memberAnswers(survey: Survey, { cells }: Member, day: string | null): Readonly<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  for (const [slot, field] of MEMBER_COLUMNS.entries()) {
    const cell = cells[slot] ?? '';
    if (cell !== '') answers[field.id] = answerIn(field, cell);
  }
  const cell = (id: string) => cells[survey.memberSlots.get(id) ?? -1] ?? '';
  answers.age = ageOf(cell('birth_date') || cell('birth_year'), numberIn(cell('age')), day);
  return answers;
}

/** The age from the birth when that settles it; where it leaves two open, an age that was written may settle them. */
function ageOf(born: string, written: number | null, day: string | null): number | null {
  if (!isKnownDate(born) || day === null) return written;
  const { least, most } = agesOn(born, day);
  if (least < 0) return null;
  if (least === most) return least;
  return written !== null && written >= least && written <= most ? written : null;
}

/** The answer in a cell of a field; null when the cell holds what the field cannot. */
function answerIn({ kind, codes }: Field, cell: string): Answer {
  switch (kind) {
    case 'money':
    case 'count':
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
