import type { Criteria } from '../criteria/criteria.ts';
import type { Messages } from '../messages/messages.ts';
import type { OpenHousehold, OpenQuestions } from '../review/questions.ts';
import { formatNumber } from '../text/format.ts';
import { maskText } from '../text/mask.ts';
import { questionText } from './explanation-report.ts';
import type { Block, Cell, Report } from './report.ts';

/** What must be asked to decide, village by village, with room for the answers: for the reviewer's own use. */
export function questionsReport(open: readonly OpenQuestions[], words: Messages): Report {
  return { blocks: open.flatMap((one) => setBlocks(one, words)) };
}

function setBlocks({ assessor: { criteria }, households }: OpenQuestions, words: Messages): Block[] {
  const { questions: w } = words;
  const title: Block = {
    kind: 'heading',
    level: 1,
    text: words.criteria.titleOf(criteria.title[words.lang], criteria.id),
  };
  if (households.length === 0) return [title, { kind: 'paragraph', text: w.none }];
  return [
    title,
    { kind: 'paragraph', text: w.count(formatNumber(households.length, words.lang)) },
    ...[...byVillage(households)].flatMap(([place, some]): Block[] => [
      { kind: 'heading', level: 2, text: place === '' ? w.noVillage : place },
      {
        kind: 'table',
        columns: [
          { title: w.household },
          { title: w.possible, width: 22 },
          { title: w.ask, width: 58 },
          { title: w.answer, width: 14 },
        ],
        rows: some.flatMap((household) => rowsOf(household, criteria, words)),
      },
    ]),
  ];
}

/** One row a question; number and classes stand on the first. */
function rowsOf(household: OpenHousehold, criteria: Criteria, words: Messages): Cell[][] {
  const possible = household.possible.map((id) => words.classes[id]).join(words.explain.or);
  const away = words.questions.away[household.outcome];
  // some offices number households by a citizen's number
  const id = maskText(household.household_id);
  const number = away === undefined ? id : `${id} (${away})`;
  return household.undecided_for.map((what, at): Cell[] => [
    at === 0 ? number : '',
    at === 0 ? possible : '',
    questionText(what, criteria, words),
    '',
  ]);
}

/** Villages in file order; those of several communes with the commune's name. */
function byVillage(households: readonly OpenHousehold[]): ReadonlyMap<string, readonly OpenHousehold[]> {
  const places = new Map<string, OpenHousehold[]>();
  for (const household of households) {
    const place = [household.village, household.commune || household.commune_code]
      .filter((name) => name !== '')
      .join(', ');
    places.set(place, [...(places.get(place) ?? []), household]);
  }
  return places;
}

/** Headings of the list for other programs: they do not depend on the language. */
export const QUESTION_HEADINGS: readonly string[] = [
  'criteria',
  'commune_code',
  'village',
  'household_id',
  'possible_classes',
  'undecided_for',
  'question',
];

/** One row a question; codes as machines read them, the question in the reader's words. */
export function questionRows(open: readonly OpenQuestions[], words: Messages): readonly (readonly string[])[] {
  return open.flatMap(({ assessor: { criteria }, households }) =>
    households.flatMap(({ commune_code, village, household_id, possible, undecided_for }) =>
      undecided_for.map((id) => [
        criteria.id,
        commune_code,
        village,
        maskText(household_id),
        possible.join(';'),
        id,
        questionText(id, criteria, words),
      ]),
    ),
  );
}
