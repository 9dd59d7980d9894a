import { type Address, type Finding, FindingsError, finding } from '../finding.ts';
import { nearest } from '../text/nearest.ts';
import { type Path, parseYaml, type YamlFile } from '../text/yaml.ts';
import { checkReferences } from './check.ts';
import type { Criteria } from './criteria.ts';
import { flatten, idleRemovals, type StatedSet } from './flatten.ts';
import { type PointsTable, readPoints, type WrittenRow, writtenRows } from './points.ts';
import { TESTS } from './predicate.ts';
import { prune } from './prune.ts';
import { criteriaFileSchema } from './schema.ts';

/** Gives the text of the criteria set called `id` (an id, or a path as seen from the file `from`), or null. */
export type CriteriaSource = (
  id: string,
  from: string | null,
) => { readonly name: string; readonly text: string } | null;

/** A criteria file that was looked through: the set as far as it could be read, and everything wrong with it. */
export interface CheckedCriteria {
  /** Null when a mistake keeps even the rest from being read. Only without findings is it what the file says. */
  readonly criteria: Criteria | null;
  readonly findings: readonly Finding[];
  /** Where a path of the file stands. */
  locate(path: Path): Address;
}

/**
 * Loads a criteria set from its YAML text and what it extends, and flattens it.
 *
 * @throws FindingsError with every `E403` of the files: path, line, what was expected.
 */
export function loadCriteria(name: string, text: string, source: CriteriaSource): Criteria {
  const { criteria, findings } = checkCriteria(name, text, source);
  if (criteria === null || findings.length > 0) throw new FindingsError(findings);
  return criteria;
}

/** Looks a file through and reports all its mistakes at once: spelling, shape, and names that lead nowhere. */
export function checkCriteria(name: string, text: string, source: CriteriaSource): CheckedCriteria {
  const read = readFile(name, text);
  const locate = (path: Path): Address => read.stated?.yaml.locate(path) ?? { file: name, row: 1 };
  if (read.stated === null) return { criteria: null, findings: read.findings, locate };
  const above = readChain(read.stated, source, []);
  // without what it extends, everything inherited would seem to be missing
  if (above.findings.length > 0) return { criteria: null, findings: [...read.findings, ...above.findings], locate };
  const chain = [...above.chain, read.stated];
  const points = tablesOf(read.stated, source);
  const { criteria, origins } = flatten(chain, points.tables);
  const doubts = [
    ...idleRemovals(chain).map(({ set, path, known }) => {
      const removed = path.at(-1) ?? '';
      const more = { saw: removed, expected: nearest(removed, known), data: { issue: 'nothing_to_remove' } };
      return finding('E403', set.yaml.locate(path), more);
    }),
    ...points.findings,
    ...chain.flatMap(unknownDocuments),
    ...checkReferences(criteria, (from, path) => origins.get(from)?.yaml.locate(path) ?? { file: name }),
  ];
  // what was left out for a mistake of its own is not missing
  const others = doubts.filter((f) => !read.removed.includes(f.saw ?? ''));
  return { criteria, findings: [...read.findings, ...others], locate };
}

/** The points tables of a file's own scores, inline or in files beside it, and every mistake in them. */
function tablesOf({ file, yaml }: StatedSet, source: CriteriaSource) {
  const tables: Record<string, PointsTable> = {};
  const findings: Finding[] = [];
  for (const [id, { table, conditions = {} }] of Object.entries(file.scores ?? {})) {
    if (table === undefined) continue;
    const at = yaml.locate(['scores', id, 'table']);
    let rows: readonly WrittenRow[];
    if (typeof table === 'string') {
      const found = source(/^[./\\]/.test(table) ? table : `./${table}`, yaml.name);
      if (found === null) {
        findings.push(finding('E403', at, { saw: table, data: { issue: 'no_table_file' } }));
        continue;
      }
      rows = writtenRows(found.text, found.name);
    } else {
      rows = table.map((cells, row) => ({
        cells: { ...Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, String(value)])) },
        at: (heading) => yaml.locate(['scores', id, 'table', row, ...(heading === undefined ? [] : [heading])]),
      }));
    }
    const read = readPoints(rows, conditions, at);
    findings.push(...read.findings);
    if (read.table !== null) tables[id] = read.table;
  }
  return { tables, findings };
}

/** The sets that a file extends, the outermost ancestor first. `seen`: ids of the files that led here. */
function readChain(
  stated: StatedSet,
  source: CriteriaSource,
  seen: readonly string[],
): { readonly chain: readonly StatedSet[]; readonly findings: readonly Finding[] } {
  const parent = stated.file.extends;
  if (parent === undefined) return { chain: [], findings: [] };
  const led = [...seen, stated.file.id];
  const refuse = (issue: string) => {
    const at = stated.yaml.locate(['extends']);
    return { chain: [], findings: [finding('E403', at, { saw: parent, data: { issue } })] };
  };
  if (led.includes(parent)) return refuse('circle');
  const found = source(parent, stated.yaml.name);
  if (found === null) return refuse('no_parent');
  // a path does not say which set it leads to
  const ancestor = idIn(found.text);
  if (ancestor !== null && led.includes(ancestor)) return refuse('circle');
  const read = readFile(found.name, found.text);
  if (read.stated === null) return { chain: [], findings: read.findings };
  const above = readChain(read.stated, source, led);
  return { chain: [...above.chain, read.stated], findings: [...above.findings, ...read.findings] };
}

/** The id a file states, whether or not the rest of it is right. */
function idIn(text: string): string | null {
  const { value } = parseYaml(text, '').file ?? { value: null };
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null;
}

interface ReadFile {
  /** The file, or what is left of it without its mistakes; null when it is no YAML, or nothing is left. */
  readonly stated: StatedSet | null;
  readonly findings: readonly Finding[];
  readonly removed: readonly string[];
}

/** How often what is wrong is left out before giving up. */
const PRUNINGS = 10;

function readFile(name: string, text: string): ReadFile {
  const { file: yaml, findings: misspelt } = parseYaml(text, name);
  if (yaml === null) return { stated: null, findings: misspelt, removed: [] };
  if (yaml.value === null) {
    return { stated: null, findings: [finding('E403', yaml.locate([]), { data: { issue: 'empty' } })], removed: [] };
  }
  let findings: readonly Finding[] = [];
  let left: { value: unknown; removed: readonly string[] } = { value: yaml.value, removed: [] };
  for (let round = 0; round < PRUNINGS; round++) {
    const parsed = criteriaFileSchema.safeParse(left.value);
    if (parsed.success) return { stated: { file: parsed.data, yaml }, findings, removed: left.removed };
    const issues = parsed.error.issues.map((issue) => issue as Issue);
    // later rounds only meet what the first left behind
    if (round === 0) findings = issues.flatMap((issue) => findingsOf(issue, yaml));
    const strangers = issues.flatMap((issue) => (issue.keys ?? []).map((key) => [...issue.path, key]));
    const faults = issues.filter((issue) => issue.code !== 'unrecognized_keys').map((issue) => issue.path);
    const pruned = prune(left.value, faults, strangers);
    left = { value: pruned.value, removed: [...left.removed, ...pruned.removed] };
  }
  return { stated: null, findings, removed: left.removed };
}

/** Citations of documents that the file does not list. */
function unknownDocuments({ file, yaml }: StatedSet): Finding[] {
  const known = Object.keys(file.documents);
  return citedIn(file, []).flatMap(({ path, document }) =>
    known.includes(document)
      ? []
      : [
          finding('E403', yaml.locate(path), {
            saw: document,
            expected: nearest(document, known),
            data: { issue: 'unknown_document' },
          }),
        ],
  );
}

function citedIn(node: unknown, path: Path): { readonly path: Path; readonly document: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  const own =
    'document' in node && 'checked_on' in node
      ? [{ path: [...path, 'document'], document: String(node.document) }]
      : [];
  return [...own, ...Object.entries(node).flatMap(([key, value]) => citedIn(value, [...path, key]))];
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
  'table_of_b1',
  'no_table',
]);

function findingsOf(issue: Issue, yaml: YamlFile): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => {
      const more = { saw: key, expected: nearest(key, KEYS), data: { issue: 'unknown_key' } };
      return finding('E403', yaml.locate([...issue.path, key]), more);
    });
  }
  const value = valueAt(yaml.value, issue.path);
  const saw = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const at = yaml.locate(issue.path);
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'test') {
    const near = nearest(saw, TESTS);
    return [finding('E403', at, { saw, expected: near.length > 0 ? near : TESTS, data: { issue: 'unknown_test' } })];
  }
  const allowed = (issue.values ?? issue.options ?? []).filter((v): v is string => typeof v === 'string');
  const expected = allowed.length > 0 ? allowed : issue.expected === undefined ? [] : [issue.expected];
  const kind = NAMED.has(issue.message) ? issue.message : issue.code;
  return [finding('E403', at, { saw, expected, data: { issue: kind, detail: issue.message } })];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, step) =>
      typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[String(step)] : undefined,
    value,
  );
}

const KEYS = [
  ...Object.keys(criteriaFileSchema.shape),
  ...[
    'inherited',
    'from',
    'to',
    'known_to',
    'source',
    'document',
    'article',
    'checked_on',
    'confidence',
    'caution',
    'note',
  ],
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
  ...[
    'given',
    'points_each',
    'points',
    'table',
    'conditions',
    'residence',
    'province_codes',
    'as_of',
    'income',
    'score',
    'vi',
    'en',
  ],
];
