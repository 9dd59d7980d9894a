import { type Criteria, type Indicator, indicatorsOf } from '../../criteria/criteria.ts';
import { nodes, type Predicate } from '../../criteria/predicate.ts';
import { finding } from '../../finding.ts';
import { type Answers, derivedTruth, factsOf } from '../../judge/answers.ts';
import type { Household, Survey } from '../../survey/survey.ts';
import { answersOf } from '../answers.ts';
import { addressOf } from '../assess.ts';
import type { MakeCheck } from './check.ts';

/** `W341`: a mark against the answers that derive it, when they are enough to be certain. */
export const marksAgainstAnswers: MakeCheck = ({ survey, sets, reviewDate, tell }) => {
  const derivable = sets.map((criteria) => ({ criteria, indicators: derivableFrom(survey, criteria) }));
  if (derivable.every(({ indicators }) => indicators.length === 0)) return null;
  return {
    see({ household, assessments }) {
      if (assessments === null) return;
      const answers = answersOf(survey, household, reviewDate);
      const told = new Set<string>();
      for (const { criteria, indicators } of derivable) {
        const facts = factsOf(answers, criteria);
        for (const indicator of indicators) {
          const marked = answers.marks?.[indicator.id] ?? null;
          const derived = marked === null || told.has(indicator.id) ? null : derivedTruth(indicator, facts);
          if (derived === null || derived === marked) continue;
          told.add(indicator.id);
          const fields = columnsAnswering(survey, household, indicator, answers);
          const data = { marked: marked ? '1' : '0', fields, criteria: criteria.id };
          tell(finding('W341', addressOf(survey, household, indicator.id), { data }));
        }
      }
    },
  };
};

/** The marked indicators whose conditions the survey has an answer to. What hangs on the income alone is judged with it. */
function derivableFrom(survey: Survey, criteria: Criteria): readonly Indicator[] {
  return indicatorsOf(criteria).filter(({ id, deprived }) => {
    if (deprived === null || !survey.slots.has(id)) return false;
    const asked = fieldsAsked(deprived).filter((field) => field !== 'income' && field !== 'area');
    return asked.some((field) => tellsOf(survey, field));
  });
}

function fieldsAsked(condition: Predicate): readonly string[] {
  return [...new Set([...nodes(condition)].flatMap((node) => ('field' in node ? columnsOf(node.field) : [])))];
}

/** The columns that a field of a condition is read from. */
function columnsOf(field: string): readonly string[] {
  if (field === 'floor_area_per_person') return ['floor_area', 'size'];
  return field === 'age' ? ['age', 'birth_date', 'birth_year'] : [field];
}

function tellsOf({ slots, tables }: Survey, field: string): boolean {
  if (field === 'size') return false;
  return slots.has(field) || tables.some(({ layout }) => layout.memberFields?.some((f) => f?.id === field));
}

/** The headings of the columns that the condition asks and the household answers. */
function columnsAnswering(
  survey: Survey,
  household: Household,
  { deprived }: Indicator,
  { fields, members }: Answers,
): readonly string[] {
  const table = survey.tables[household.table];
  const asked = deprived === null ? [] : fieldsAsked(deprived);
  return asked.flatMap((id) => {
    const isAnswered = (fields[id] ?? null) !== null || members.some((member) => (member[id] ?? null) !== null);
    if (!isAnswered) return [];
    const ofMember = table?.layout.memberFields?.findIndex((f) => f?.id === id) ?? -1;
    const at = ofMember >= 0 ? ofMember : (table?.fields.findIndex((f) => f?.id === id) ?? -1);
    return table?.headings[at] ?? [];
  });
}
