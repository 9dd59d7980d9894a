import { type Finding, FindingsError, finding } from '../finding.ts';
import { nearest } from '../text/nearest.ts';
import { checkReferences } from './check.ts';
import type { Criteria } from './criteria.ts';
import { flatten, idleRemovals, type StatedSet } from './flatten.ts';
import { criteriaFileSchema } from './schema.ts';
import { type Path, parseYaml } from './yaml.ts';

/** Gives the text of the criteria set called `id` (an id, or a path as seen from the file `from`), or null. */
export type CriteriaSource = (
  id: string,
  from: string | null,
) => { readonly name: string; readonly text: string } | null;

/**
 * Loads a criteria set from its YAML text and what it extends, and flattens it.
 *
 * @throws FindingsError with every `E403` of the files: path, line, what was expected.
 */
export function loadCriteria(name: string, text: string, source: CriteriaSource): Criteria {
  const chain = readChain(name, text, source, []);
  const { criteria, origins } = flatten(chain);
  const findings = [
    ...idleRemovals(chain).map(({ set: { yaml }, path, known }) => {
      const removed = path.at(-1) ?? '';
      const at = { file: yaml.name, row: yaml.lineOf(path), path: path.join('.') };
      return finding('E403', at, {
        saw: removed,
        expected: nearest(removed, known),
        data: { issue: 'nothing_to_remove' },
      });
    }),
    ...checkReferences(criteria, (from, path) => {
      const stated = origins.get(from);
      return { file: stated?.yaml.name ?? name, row: stated?.yaml.lineOf(path) ?? 1, path: path.join('.') };
    }),
  ];
  if (findings.length > 0) throw new FindingsError(findings);
  return criteria;
}

/** The file and those it extends, the outermost ancestor first. `seen`: ids of the files that led here. */
function readChain(name: string, text: string, source: CriteriaSource, seen: readonly string[]): readonly StatedSet[] {
  const stated = readFile(name, text);
  const parent = stated.file.extends;
  if (parent === undefined) return [stated];
  const at = { file: name, row: stated.yaml.lineOf(['extends']), path: 'extends' };
  const led = [...seen, stated.file.id];
  const circle = () => new FindingsError([finding('E403', at, { saw: parent, data: { issue: 'circle' } })]);
  if (led.includes(parent)) throw circle();
  const found = source(parent, name);
  if (found === null) throw new FindingsError([finding('E403', at, { saw: parent, data: { issue: 'no_parent' } })]);
  // a path does not say which set it leads to
  const ancestor = idIn(found.text);
  if (ancestor !== null && led.includes(ancestor)) throw circle();
  return [...readChain(found.name, found.text, source, led), stated];
}

/** The id a file states, whether or not the rest of it is right. */
function idIn(text: string): string | null {
  const { value } = parseYaml(text, '').file ?? { value: null };
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null;
}

function readFile(name: string, text: string): StatedSet {
  const { file: yaml, findings } = parseYaml(text, name);
  if (yaml === null) throw new FindingsError(findings);
  const parsed = criteriaFileSchema.safeParse(yaml.value);
  if (parsed.success) return { file: parsed.data, yaml };
  const at = (path: Path) => ({ file: name, row: yaml.lineOf(path), path: path.join('.') });
  throw new FindingsError(parsed.error.issues.flatMap((issue) => findingsOf(issue as Issue, at)));
}

/** What we read of a zod issue; the kinds share no closer public type. */
interface Issue {
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly options?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly input?: unknown;
}

/** Our own refinements name themselves in the message. */
const NAMED = new Set([
  'name',
  'set_id',
  'date',
  'fraction',
  'caution',
  'amount_or_by_area',
  'period',
  'points_twice',
  'no_points',
]);

function findingsOf(issue: Issue, at: (path: Path) => Finding['at']): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) =>
      finding('E403', at([...issue.path, key]), {
        saw: key,
        expected: nearest(key, KEYS),
        data: { issue: 'unknown_key' },
      }),
    );
  }
  const allowed = (issue.values ?? issue.options ?? []).filter((v): v is string => typeof v === 'string');
  const expected = allowed.length > 0 ? allowed : issue.expected === undefined ? [] : [issue.expected];
  const kind = NAMED.has(issue.message) ? issue.message : issue.code;
  return [finding('E403', at(issue.path), { expected, data: { issue: kind, detail: issue.message } })];
}

const KEYS = [
  ...Object.keys(criteriaFileSchema.shape),
  ...['from', 'to', 'known_to', 'source', 'document', 'article', 'checked_on', 'confidence', 'caution', 'note'],
  ...['unit', 'period', 'amount', 'by_area', 'rural', 'urban', 'text', 'deprived', 'when', 'rules', 'line', 'class'],
  ...[
    'test',
    'of',
    'where',
    'field',
    'value',
    'values',
    'at_least',
    'indicator',
    'indicators',
    'comparison',
    'percent',
  ],
  ...['given', 'points_each', 'points', 'residence', 'province_codes', 'as_of', 'income', 'score', 'vi', 'en'],
];
