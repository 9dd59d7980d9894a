import { CLASS_WORDS, wordFor } from './domain-words.ts';
import type { FindingWords, Told } from './finding-words.ts';

/** The words of changes between two years that call for a second look. */
export const movementFindingsEn = {
  W862: (f) => [
    `Household "${f.saw}" went from ${stateOf(f, 'from')} to ${stateOf(f, 'to')}, and no answer changed.`,
    'Look at the form and the minutes of the village meeting: what changed the result.',
  ],
  W863: (f) => [
    `Household "${f.saw}" left the list (${stateOf(f, 'from')}) ${wordFor(f.text('how'), WITHOUT_FORM)}.`,
    'Review it with form B, or write down what became of it.',
  ],
  W864: (f) => [
    `Household "${f.saw}" went from ${stateOf(f, 'from')} to ${stateOf(f, 'to')} because its area changed.`,
    'Check the area written for it, and the decision that rearranged the units.',
  ],
  W865: (f) => [
    `${f.saw}: of ${f.text('opening')} households (${stateOf(f, 'list')}) ${f.text('exits')} left the list, ${lossOf(f)}.`,
    'Find out whether the village was given a number to reach; look at each household.',
  ],
  W866: (f) => [
    `Household "${f.saw}" split off from one on no list and is ${stateOf(f, 'to')} at once.`,
    'Verify that it lives apart from the household it left.',
  ],
  W867: (f) => [
    `Household "${f.saw}" left the list by decision; its answers give: ${stateOf(f, 'computed')}.`,
    'Read the reason in the minutes; one that asks to leave must still be reviewed truly.',
  ],
  W868: (f) => [
    `${f.saw}: nothing explains why ${f.text('withoutReason')} households left the list (${f.text('exits')} escaped this year).`,
    'Look at each of them in the village.',
  ],
} satisfies Partial<FindingWords>;

const STATES: Readonly<Record<string, string>> = { ...CLASS_WORDS.en, absent: 'not in the list' };

function stateOf(f: Told, key: string): string {
  return wordFor(f.text(key), STATES);
}

function lossOf(f: Told): string {
  const { [f.text('kind')]: text } = {
    all_left: 'all there were',
    quota: f.text('percent') === '' ? 'exactly its quota' : `exactly the quota of ${f.text('percent')} %`,
    same_percent: `exactly ${f.text('percent')} %, as in each of ${f.text('villages')} villages of the commune`,
  } as Readonly<Record<string, string>>;
  return text ?? '';
}

const WITHOUT_FORM = {
  refused: 'and refused the review this year',
  absent: 'and was absent from the review this year',
  no_answers: 'without one answer this year',
  no_row: 'and has no row this year',
};
