import type { Criteria } from '../criteria/criteria.ts';
import { type Finding, FindingsError, finding } from '../finding.ts';
import { makeJudge } from '../judge/judge.ts';
import { unreachedRules } from '../judge/reach.ts';
import type { Path } from '../text/yaml.ts';

/** What is wrong with the rules of a set as a whole, told where they stand: it shows only when they are compiled. */
export function compiledFindings(criteria: Criteria, locate: (path: Path) => Finding['at']): Finding[] {
  return (['income', 'score'] as const).flatMap((basis) => {
    if (criteria.classes[basis] === null) return [];
    try {
      const { table } = makeJudge(criteria, basis);
      return unreachedRules(table).map(({ id, why }) =>
        finding('W411', locate(['classes', basis, 'rules', id]), { saw: id, data: { basis, why } }),
      );
    } catch (error) {
      if (!(error instanceof FindingsError)) throw error;
      return error.findings.map((f) => ({ ...f, at: locate(f.at.path?.split('.') ?? ['classes', basis, 'rules']) }));
    }
  });
}
