import { type Address, type Finding, finding } from '../finding.ts';
import { DERIVED_FIELDS, type Field, HOUSEHOLD_FIELDS, MEMBER_FIELDS, RESULT_FIELDS } from '../survey/fields.ts';
import { nearest } from '../text/nearest.ts';
import type { Path } from '../text/yaml.ts';
import { type Criteria, indicatorsOf, type Ladder } from './criteria.ts';
import { type Amount, isComparison, type Predicate, parts } from './predicate.ts';

/** Where an item stands: the set that states it, and the path in its file. */
type Locate = (from: string, path: Path) => Address;

/** Holds every name that a flattened set uses against what it defines; each stranger is one `E403` with a suggestion. */
export function checkReferences(criteria: Criteria, locate: Locate): Finding[] {
  const indicators = indicatorsOf(criteria);
  const known: Known = {
    lines: Object.keys(criteria.lines),
    params: Object.keys(criteria.params),
    indicators: indicators.map((i) => i.id),
    scores: Object.keys(criteria.scores),
  };
  const findings: Finding[] = [];
  const check = (predicate: Predicate | null, from: string, path: Path, scope: Scope) => {
    if (predicate === null) return;
    for (const stranger of strangers(predicate, known, scope, path)) {
      // a line is each set's own: what an inherited rule lacks is missing here, not where the rule stands
      const isMissing = stranger.issue === 'unknown_line' && from !== criteria.id;
      const at = isMissing ? locate(criteria.id, ['lines']) : locate(from, stranger.path);
      findings.push(
        finding('E403', at, {
          saw: stranger.saw,
          expected: nearest(stranger.saw, stranger.candidates),
          data: { issue: stranger.issue },
        }),
      );
    }
  };
  for (const dimension of criteria.dimensions) {
    for (const i of dimension.indicators) {
      // its column would be read as that field, not as a mark
      if (NO_MARKS.has(i.id)) {
        const at = locate(i.stated_in, ['dimensions', dimension.id, 'indicators', i.id]);
        findings.push(finding('E403', at, { saw: i.id, data: { issue: 'id_is_field' } }));
      }
      check(i.deprived, i.stated_in, ['dimensions', dimension.id, 'indicators', i.id, 'deprived'], 'household');
    }
  }
  const ladders: [string, Ladder | null][] = [
    ['income', criteria.classes.income],
    ['score', criteria.classes.score],
  ];
  for (const [basis, ladder] of ladders) {
    if (ladder === null) continue;
    check(ladder.line, ladder.line_stated_in, ['classes', basis, 'line'], 'rule');
    for (const rule of ladder.rules)
      check(rule.when, rule.stated_in, ['classes', basis, 'rules', rule.id, 'when'], 'rule');
  }
  if (criteria.average_living) {
    check(criteria.average_living.when, criteria.average_living.stated_in, ['average_living', 'when'], 'rule');
  }
  for (const [id, score] of Object.entries(criteria.scores)) {
    for (const [name, condition] of Object.entries(score.table?.conditions ?? {})) {
      check(condition, score.stated_in, ['scores', id, 'conditions', name], 'household');
    }
    for (const indicator of Object.keys(score.points ?? {})) {
      if (known.indicators.includes(indicator)) continue;
      findings.push(
        finding('E403', locate(score.stated_in, ['scores', id, 'points', indicator]), {
          saw: indicator,
          expected: nearest(indicator, known.indicators),
          data: { issue: 'unknown_indicator' },
        }),
      );
    }
  }
  const { from, to } = criteria.in_force;
  if (to !== null && to < from)
    findings.push(
      finding('E403', locate(criteria.id, ['in_force', 'to']), { saw: to, data: { issue: 'ends_before' } }),
    );
  if (ladders.every(([, ladder]) => ladder === null)) {
    findings.push(finding('E403', locate(criteria.id, ['classes']), { data: { issue: 'no_rules' } }));
  }
  return findings;
}

interface Known {
  readonly lines: readonly string[];
  readonly params: readonly string[];
  readonly indicators: readonly string[];
  readonly scores: readonly string[];
}

/** What a condition may ask: a rule sees few things, an indicator the household, a condition on members one member. */
type Scope = 'rule' | 'household' | 'member';

interface Stranger {
  readonly path: Path;
  readonly saw: string;
  readonly issue: string;
  readonly candidates: readonly string[];
}

const ids = (fields: readonly Field[]) => fields.map((f) => f.id);
/** Names of columns that mean something else than a mark. */
const NO_MARKS = new Set<string>([
  ...HOUSEHOLD_FIELDS.filter((f) => f.kind !== 'mark').map((f) => f.id),
  ...RESULT_FIELDS,
]);
const HOUSEHOLD = [...ids(HOUSEHOLD_FIELDS), ...ids(DERIVED_FIELDS)];
const MEMBER = ids(MEMBER_FIELDS);

function fieldsIn(scope: Scope, known: Known): readonly string[] {
  switch (scope) {
    case 'rule':
      return ['area', 'income', 'deprivations', ...known.scores];
    case 'household':
      return HOUSEHOLD;
    case 'member':
      return MEMBER;
  }
}

/** A rule weighs numbers, asks the area and names indicators; anything else it cannot see. */
function ruleCanAsk(p: Predicate): boolean {
  switch (p.test) {
    case 'all':
    case 'any':
    case 'not':
    case 'count':
    case 'deprived':
      return true;
    case 'equals':
      return p.field === 'area' && (p.value === 'urban' || p.value === 'rural');
    case 'below':
    case 'at_most':
    case 'above':
    case 'at_least':
      return p.field !== 'area';
    case 'one_of':
    case 'includes_any':
    case 'some_member':
    case 'every_member':
    case 'count_members':
    case 'share_members':
      return false;
  }
}

function* strangers(p: Predicate, known: Known, scope: Scope, path: Path): Generator<Stranger> {
  if (scope === 'rule' && !ruleCanAsk(p) && !('field' in p && !fieldsIn(scope, known).includes(p.field))) {
    yield { path: [...path, 'test'], saw: p.test, issue: 'rule_cannot_ask', candidates: [] };
    return;
  }
  if ('field' in p && !fieldsIn(scope, known).includes(p.field)) {
    yield { path: [...path, 'field'], saw: p.field, issue: 'unknown_field', candidates: fieldsIn(scope, known) };
  }
  if (scope !== 'rule') yield* unknownCodes(p, scope, path);
  if (p.test === 'deprived' && !known.indicators.includes(p.indicator)) {
    yield { path: [...path, 'indicator'], saw: p.indicator, issue: 'unknown_indicator', candidates: known.indicators };
  }
  if (isComparison(p)) yield* unknownAmount(p.value, known, [...path, 'value']);
  const inside = 'where' in p ? 'where' : 'of';
  const inner: Scope = 'where' in p ? 'member' : scope;
  for (const [index, part] of parts(p).entries()) {
    const step: Path = 'of' in p && Array.isArray(p.of) ? [...path, inside, index] : [...path, inside];
    yield* strangers(part, known, inner, step);
  }
}

/** Values outside a closed list would never be met. */
function* unknownCodes(p: Predicate, scope: Scope, path: Path): Generator<Stranger> {
  if (p.test !== 'equals' && p.test !== 'one_of' && p.test !== 'includes_any') return;
  const fields = scope === 'member' ? MEMBER_FIELDS : HOUSEHOLD_FIELDS;
  const field = fields.find((f) => f.id === p.field);
  // YAML reads a bare `no` as a word: it would never equal a yes-or-no answer
  const isFlag = field?.kind === 'flag' || field?.kind === 'mark';
  if (field !== undefined && (p.test !== 'equals' ? isFlag : isFlag !== (typeof p.value === 'boolean'))) {
    const saw = p.test === 'equals' ? String(p.value) : p.values.join(', ');
    yield { path: [...path, p.test === 'equals' ? 'value' : 'values'], saw, issue: 'wrong_kind', candidates: [] };
    return;
  }
  const codes = field?.codes;
  if (codes === undefined) return;
  const values = p.test === 'equals' ? [p.value] : p.values;
  for (const [index, value] of values.entries()) {
    if (codes.includes(String(value))) continue;
    const step: Path = p.test === 'equals' ? [...path, 'value'] : [...path, 'values', index];
    yield { path: step, saw: String(value), issue: 'unknown_code', candidates: codes };
  }
}

function* unknownAmount(value: Amount, known: Known, path: Path): Generator<Stranger> {
  if (typeof value !== 'object') return;
  if ('line' in value && !known.lines.includes(value.line)) {
    yield { path: [...path, 'line'], saw: value.line, issue: 'unknown_line', candidates: known.lines };
  }
  if ('param' in value && !known.params.includes(value.param)) {
    yield { path: [...path, 'param'], saw: value.param, issue: 'unknown_param', candidates: known.params };
  }
}
