/**
 * The library: load criteria, judge households. Nothing here touches files or the process, so that a page can classify
 * and explain one household too. `docs/library.md` shows how.
 */
export { type Criteria, cautionsOf, indicatorsOf, type PovertyClass } from './criteria/criteria.ts';
export { type CriteriaSource, loadCriteria } from './criteria/load.ts';
export type { PointsTable } from './criteria/points.ts';
export { type Finding, FindingsError } from './finding.ts';
export { type Answer, type Answers, derivedTruth, factsOf } from './judge/answers.ts';
export type { Evidence } from './judge/evidence.ts';
export { CONTRADICTION, type Judge, makeJudge, type Verdict } from './judge/judge.ts';
export { type Points, pointsOf } from './judge/points.ts';
export { explainAnswers, type HouseholdExplanation } from './review/one-household.ts';
