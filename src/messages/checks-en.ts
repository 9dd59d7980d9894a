import { CLASS_WORDS, FIELD_WORDS, wordFor } from './domain-words.ts';
import type { FindingWords, Told } from './finding-words.ts';

const classOf = (name: string) => wordFor(name, CLASS_WORDS.en);

/** The words of the checks of a survey. */
export const checksEn = {
  W330: (f) => [
    f.text('kind') === 'one_household'
      ? `This citizen's number is written more than once in one household (rows ${f.list('others')}).`
      : `This citizen's number stands in another household too: rows ${f.list('others')}.`,
    f.text('kind') === 'one_household'
      ? 'Mend the numbers of its persons, or delete the row too many.'
      : 'Find out where the person lives and mend the other list.',
  ],
  W331: (f) => [
    f.text('kind') === 'one_household'
      ? `One name and birth date is written more than once in one household (rows ${f.list('others')}).`
      : `This name and birth date stands in another household too: rows ${f.list('others')}.`,
    "Find out whether it is one person; write the citizen's number where there is one.",
  ],
  W332: () => [
    "The citizen's number says another sex than the list (its fourth digit).",
    'Check both against the identity card.',
  ],
  W333: () => [
    "The citizen's number says another year of birth than the list (its fourth to sixth digits).",
    'Check both against the identity card.',
  ],
  W334: (f) => [
    `This is no citizen's number: ${wordFor(f.text('kind'), PERSON_IDS)}.`,
    'Check it against the identity card; leave it blank when it is not known.',
  ],
  N335: () => ['A number of 9 digits is that of the old identity card.', ''],
  E336: (f) => [
    `${f.text('members')} members are listed, but the household has ${f.text('size')} persons.`,
    'Mend the size or the list of members.',
  ],
  N337: () => [
    'Households list fewer members than they have persons; what the others answered is unknown.',
    'List all members where an indicator asks about them.',
  ],
  W338: (f) => [headsOf(f), 'Write "Chủ hộ" for exactly one member of each household.'],
  E339: (f) => [
    f.text('kind') === 'unborn'
      ? `"${f.saw}" is after the day of the review.`
      : `"${f.saw}" gives an age above ${f.text('oldest')}.`,
    'Mend the date of birth, or leave it blank when it is not known.',
  ],
  W340: (f) => [
    `The class by ${f.text('criteria')} is open; missing are: ${questionsOf(f)}.`,
    'Ask the household and fill them in; each of these can still change the class.',
  ],
  W341: (f) => [
    `The mark says ${f.text('marked') === '1' ? 'deprived' : 'not deprived'}, the answers (${f.list('fields')}) say the opposite (${f.text('criteria')})${rowsOf(f)}.`,
    'Hold the form against both and mend the wrong one.',
  ],
  W342: (f) => [
    `The list says "${classOf(f.text('recorded'))}", the answers give ${f.items('computed').map(classOf).join(' or ')} (${f.text('criteria')}).`,
    'See why with "review explain", then mend the answers or the class.',
  ],
  N343: (f) => [`The recorded class cannot be verified: scores or answers are missing (${f.text('criteria')}).`, ''],
  W344: (f) => [
    `Household "${f.saw}" is on last year's list (${classOf(f.text('class'))}) and has no row this year.`,
    'Review it, or record what became of it.',
  ],
  W345: (f) => [
    f.text('kind') === 'column'
      ? `${f.text('zeros')} of ${f.text('cells')} cells of the column are 0: nothing at all, or not known?`
      : `"${f.saw}" is written: nothing at all, or not known?`,
    'Leave it blank when it is not known.',
  ],
  E346: (f) => [
    `${f.saw}: ${f.text('counted')} ${f.text('what')} are counted, the list of units has only ${f.text('there')}.`,
    'Look for rows too many or of another unit, or mend the list of units.',
  ],
  W347: (f) => [
    `"${f.saw}"${UNITS[f.text('of')] ?? ''} is far from all other households (half of them lie between ${f.text('low')} and ${f.text('high')}).`,
    'Check it against the form.',
  ],
  W348: (f) => [
    `All ${f.text('households')} households of ${f.text('village')} have the same marks${f.text('kind') === 'marks' ? '' : ' and the same income or points'}.`,
    'Check whether they were really asked.',
  ],
  N349: (f) => [`Households that ${wordFor(f.text('outcome'), OUTCOMES)}.`, ''],
  W350: (f) => [
    `Unit "${f.saw}" is not in the list of units.`,
    f.hasExpected ? `Did you mean: ${f.expected}?` : 'Check its code.',
  ],
  W351: (f) => [`${f.saw} has not sent its file.`, 'Ask for it.'],
  W352: () => ['There are households that do not say which unit they are of.', 'Say it with --unit FILE=CODE.'],
  W353: (f) => [
    `"${f.saw}" is also written "${f.expected}": one place, or two?`,
    'Write the name of one place in one way; keys are compared letter by letter.',
  ],
  W354: (f) => [
    `The household ${f.text('outcome') === 'refused' ? 'refused' : 'was absent'}, and yet ${f.text('what') === 'class' ? 'a class is' : 'answers are'} written.`,
    'Check who answered.',
  ],
  W355: (f) => [
    `${f.text('total')} is written as ${f.saw}; the answers give ${f.expected}. The written total was used.`,
    'Hold the score form against the answers and mend what is wrong.',
  ],
  E356: (f) => [
    `The points table of ${f.text('total')} has no points for the answer to: ${f.list('items')}.`,
    'Mend the answer, or add the row that the table lacks.',
  ],
} satisfies Partial<FindingWords>;

/** The member rows that make the answers say it; those of household answers have none. */
function rowsOf(f: Told): string {
  return f.items('rows').length === 0 ? '' : `; it is the member in row ${f.list('rows')}`;
}

function headsOf(f: Told): string {
  if (f.text('heads') === 'none') return 'Nobody in the whole list is called the head.';
  return f.text('heads') === '0' ? 'No member is the head.' : `${f.text('heads')} members are heads.`;
}

function questionsOf(f: Told): string {
  return f
    .items('en')
    .map((title) => wordFor(title, FIELD_WORDS.en))
    .join(', ');
}

const PERSON_IDS = {
  length: 'it has 12 digits',
  letters: 'it is made of digits alone',
  province: 'its first three digits are no province',
  century: 'its fourth digit is that of people born after 2099',
};
const OUTCOMES = { refused: 'refused', absent: 'were absent' };
const UNITS: Readonly<Record<string, string>> = { floor_area: ' m² per person' };
