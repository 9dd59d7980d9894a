import type { Criteria } from '../criteria/criteria.ts';
import { type Amount, isComparison, type Predicate, parts } from '../criteria/predicate.ts';
import type { Messages } from '../messages/messages.ts';
import { formatNumber } from '../text/format.ts';
import { lower, SIGN_OF } from './explanation-report.ts';
import { nameOf } from './summary-report.ts';

/** A condition of a class rule in words, whoever it is asked of. */
export function conditionText(p: Predicate, criteria: Criteria, words: Messages): string {
  const { explain: w } = words;
  const inside = () => parts(p).map((part) => conditionText(part, criteria, words));
  if (isComparison(p)) {
    const name = words.fields[p.field] ?? criteria.scores[p.field]?.title[words.lang] ?? p.field;
    return `${name} ${SIGN_OF[p.test]} ${amountText(p.value, criteria, words)}`;
  }
  switch (p.test) {
    case 'all':
      return `${w.allOf} ${inside().join('; ')}`;
    case 'any':
      return `${w.anyOf} ${inside().join('; ')}`;
    case 'not':
      return `${w.notOf} ${inside().join('; ')}`;
    case 'count':
      return `${w.countOf} ${inside().join('; ')} (≥ ${p.at_least})`;
    case 'deprived':
      return w.isDeprived(nameOf(p.indicator, criteria, words));
    case 'equals':
      return `${words.fields[p.field] ?? p.field}: ${words.areas[p.value as 'urban' | 'rural']}`;
    default:
      throw new Error(`a class rule cannot ask ${p.test}`);
  }
}

function amountText(value: Amount, { lines, params }: Criteria, { lang }: Messages): string {
  if (typeof value === 'number') return formatNumber(value, lang);
  if (typeof value === 'string') return value;
  if ('line' in value) return lower(lines[value.line]?.title[lang] ?? value.line);
  const param = params[value.param]?.value;
  return typeof param === 'number' ? formatNumber(param, lang) : String(param ?? value.param);
}
