import { type Basis, type Criteria, indicatorsOf } from '../criteria/criteria.ts';
import { type Judge, makeJudge } from '../judge/judge.ts';
import type { CoveredYear } from '../movement/why/explaining.ts';
import { isResult } from '../results/result-cells.ts';
import type { Reviewed } from '../results/reviewed.ts';
import { derivableFrom } from '../review/asked.ts';
import { type Assessor, makeAssessor } from '../review/assess.ts';
import { definitionHash } from '../review/hash.ts';
import { earlierMarks } from './earlier-marks.ts';

/**
 * Two reviews, each with assessors for the rules of both; see `YearUnder`. Nothing is judged by a set that is not at hand.
 * Each set is asked on the basis on which its own review was made.
 */
export async function yearsUnder(before: Reviewed, after: Reviewed): Promise<readonly [CoveredYear, CoveredYear]> {
  const isOne = before.criteria.id === after.criteria.id && before.criteria.hash === after.criteria.hash;
  const [was, is] = [await basisOf(before), await basisOf(after)];
  // a list that only records classes was made on a basis that it does not say
  const bases = [was ?? is ?? 'income', is ?? was ?? 'income'] as const;
  const first = judgeOf(before.set, bases[0]);
  const second = isOne && bases[0] === bases[1] ? first : judgeOf(isOne ? before.set : after.set, bases[1]);
  return [await yearUnder(before, [first, second]), await yearUnder(after, [first, second])];
}

function judgeOf(set: Criteria | null, basis: Basis): Judge | null {
  return set === null ? null : makeJudge(set, set.classes[basis] === null ? other(basis) : basis);
}

/** The first row that was computed says the basis; null when none was. */
async function basisOf(reviewed: Reviewed): Promise<Basis | null> {
  for await (const batch of reviewed.households()) {
    for (const { basis } of batch) if (basis === 'income' || basis === 'score') return basis;
  }
  return null;
}

function other(basis: Basis): Basis {
  return basis === 'income' ? 'score' : 'income';
}

async function yearUnder(
  reviewed: Reviewed,
  [first, second]: readonly [Judge | null, Judge | null],
): Promise<CoveredYear> {
  const { survey, date, coverage, set } = reviewed;
  const earlier = await earlierMarks(survey);
  const assessorOf = (judge: Judge | null): Assessor | null => {
    if (judge === null) return null;
    const { criteria } = judge.table;
    const marks = earlier.map((known, at) =>
      isAsRead(reviewed, at) && set !== null ? derivedOtherwise(reviewed, set, criteria) : known,
    );
    return makeAssessor(criteria, judge, survey, () => false, { reviewDate: date, prefer: 'marks', earlier: marks });
  };
  const before = assessorOf(first);
  return { survey, coverage, under: [before, first === second ? before : assessorOf(second)] };
}

/** True for a survey that was classified on the way: no manifest says which of its marks were derived. */
function isAsRead({ survey }: Reviewed, at: number): boolean {
  const table = survey.tables[at];
  return table !== undefined && !isResult(table);
}

/** Marks that may follow from answers by a definition of the review's own set that the other does not share. */
function derivedOtherwise({ survey }: Reviewed, own: Criteria, wanted: Criteria): ReadonlyMap<string, string> {
  const theirs = new Set(indicatorsOf(wanted).map(({ id }) => id));
  const derived = derivableFrom(survey, own).filter(
    ({ id }) => theirs.has(id) && definitionHash(own, id) !== definitionHash(wanted, id),
  );
  return new Map(derived.map(({ id }) => [id, definitionHash(own, id) ?? '']));
}
