import type { Criteria } from '../criteria/criteria.ts';
import { type CriteriaSource, checkCriteria } from '../criteria/load.ts';
import { type Finding, FindingsError, severityOf } from '../finding.ts';
import { shippedSetIds } from '../shipped.ts';
import { compiledFindings } from './criteria-compile.ts';

/**
 * A set of the user's own, its rules compiled once so that what is wrong with them is told where they stand.
 *
 * @throws FindingsError with every mistake of the file
 */
export function ownSet(path: string, text: string, source: CriteriaSource): Criteria {
  const { criteria, findings, locate } = checkCriteria(path, text, source, shippedSetIds());
  const errors =
    findings.length > 0 || criteria === null ? findings : compiledFindings(criteria, locate).filter(isError);
  if (criteria === null || errors.length > 0) throw new FindingsError(errors);
  return criteria;
}

const isError = ({ code }: Finding) => severityOf(code) === 'error';
