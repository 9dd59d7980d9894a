import { type Address, type Finding, FindingsError, finding } from '../finding.ts';
import { nearest } from '../text/nearest.ts';
import { type Path, parseYaml } from '../text/yaml.ts';
import { checkReferences } from './check.ts';
import type { Criteria } from './criteria.ts';
import { flatten, idleRemovals, type StatedSet } from './flatten.ts';
import { type PointsTable, readPoints, type WrittenRow, writtenRows } from './points.ts';
import { outOfStep, stepOf } from './points-step.ts';
import { TESTS } from './predicate.ts';
import { isOfTheFile, type Repaired, repair, unrepaired } from './repair.ts';
import { criteriaFileSchema } from './schema.ts';
import { type Issue, type Shaped, shapeFindings } from './shape-findings.ts';
import { NO_NAME } from './stand-ins.ts';

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

/**
 * Looks a file through and reports all its mistakes at once: spelling, shape, and names that lead nowhere. `known`: the
 * ids that may be extended, for suggestions.
 */
export function checkCriteria(
  name: string,
  text: string,
  source: CriteriaSource,
  known: readonly string[] = [],
): CheckedCriteria {
  const read = readFile(name, text);
  const locate = (path: Path): Address => read.stated?.yaml.locate(path) ?? { file: name, row: 1 };
  if (read.stated === null) return { criteria: null, findings: read.findings, locate };
  const above = readChain(read.stated, source, known, []);
  const chain = [...above.chain, read.stated];
  const points = tablesOf(read.stated, source);
  const { criteria, origins } = flatten(chain, points.tables);
  const doubts = [
    ...idleRemovals(chain).map(({ set, path, known: there }) => {
      const removed = path.at(-1) ?? '';
      const more = { saw: removed, expected: nearest(removed, there), data: { issue: 'nothing_to_remove' } };
      return finding('E403', set.yaml.locate(path), more);
    }),
    ...points.findings,
    ...chain.flatMap(unknownDocuments),
    ...checkReferences(criteria, (from, path) => origins.get(from)?.yaml.locate(path) ?? { file: name }),
  ].filter((doubt) => !read.explains(doubt));
  // without what it extends, everything inherited seems to be missing
  const own = above.findings.length === 0 ? doubts : doubts.filter((f) => !INHERITED.includes(String(f.data?.issue)));
  return { criteria, findings: [...read.findings, ...above.findings, ...own].sort(inOrderOfFile), locate };
}

/** As they stand in a file; those of other files stay where they are. */
function inOrderOfFile({ at: a }: Finding, { at: b }: Finding): number {
  return a.file !== b.file ? 0 : (a.row ?? 0) - (b.row ?? 0) || (a.char ?? 0) - (b.char ?? 0);
}

/** What may be found only because the file that is extended could not be read. */
const INHERITED: readonly string[] = ['unknown_indicator', 'unknown_param', 'nothing_to_remove', 'no_rules'];

/** The points tables of a file's own scores, inline or in files beside it, and every mistake in them. */
function tablesOf({ file, yaml }: StatedSet, source: CriteriaSource) {
  const tables: Record<string, PointsTable> = {};
  const findings: Finding[] = [];
  for (const [id, score] of Object.entries(file.scores ?? {})) {
    const { table, given, conditions = {} } = score;
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
    findings.push(...read.findings, ...(given === 'b2' ? outOfStep(rows, stepOf(score)) : []));
    if (read.table !== null) tables[id] = read.table;
  }
  return { tables, findings };
}

/** The sets that a file extends, the outermost ancestor first. `led`: the files that led here, the nearest last. */
function readChain(
  stated: StatedSet,
  source: CriteriaSource,
  known: readonly string[],
  led: readonly StatedSet[],
): { readonly chain: readonly StatedSet[]; readonly findings: readonly Finding[] } {
  const parent = stated.file.extends;
  if (parent === undefined) return { chain: [], findings: [] };
  const refuse = (issue: string, expected: readonly string[] = []) => {
    const at = stated.yaml.locate(['extends']);
    return { chain: [], findings: [finding('E403', at, { saw: parent, expected, data: { issue } })] };
  };
  if (led.some(({ file }) => file.id === parent)) return refuse('circle');
  const found = source(parent, stated.yaml.name);
  if (found === null) {
    return parent === stated.file.id ? refuse('circle') : refuse('no_parent', nearest(parent, known));
  }
  const value = parseYaml(found.text, '').file?.value;
  const ids = [...led, stated].map(({ file }) => file.id);
  const ancestor = idIn(value);
  if (ancestor !== null && ids.includes(ancestor)) {
    // a path does not say which file it leads to: one that says the same is the same
    const isItself = JSON.stringify(value) === JSON.stringify(stated.yaml.value);
    return refuse(ancestor === stated.file.id && !isItself ? 'id_of_parent' : 'circle');
  }
  const read = readFile(found.name, found.text);
  if (read.stated === null) return { chain: [], findings: read.findings };
  const above = readChain(read.stated, source, known, [...led, stated]);
  return { chain: [...above.chain, read.stated], findings: [...above.findings, ...read.findings] };
}

/** The id a file states, whether or not the rest of it is right. */
function idIn(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : null;
}

interface ReadFile {
  /** The file, its mistakes put right for the sake of argument; null when it is no YAML, or nothing is left. */
  readonly stated: StatedSet | null;
  readonly findings: readonly Finding[];
  /** Whether a doubt about the file comes of a mistake that is told already. */
  explains(doubt: Finding): boolean;
}

/** How often mistakes are put right before giving up. */
const MOST_REPAIRS = 24;

function readFile(name: string, text: string): ReadFile {
  const { file: yaml, findings: misspelt } = parseYaml(text, name);
  const nothing = (findings: readonly Finding[]) => ({ stated: null, findings, explains: () => false });
  if (yaml === null) return nothing(misspelt);
  if (yaml.value === null) return nothing([finding('E403', yaml.locate([]), { data: { issue: 'empty' } })]);
  const findings: Finding[] = [];
  let left = unrepaired(yaml.value);
  const locate = (path: Path) => yaml.locate(path.map((step) => left.renamed.get(String(step)) ?? step));
  for (let round = 0; round < MOST_REPAIRS; round++) {
    const parsed = criteriaFileSchema.safeParse(left.value);
    if (parsed.success) {
      return { stated: { file: parsed.data, yaml }, findings, explains: (doubt) => isExplained(doubt, left, name) };
    }
    const issues = parsed.error.issues.map((issue) => issue as Issue);
    const shaped = { value: left.value, locate, keysAt: () => KEYS, named: NAMED };
    const mended = repair(left, issues);
    // a key that is misspelt here is missing for the rules across keys at once
    const known = { ...left, shortened: mended.shortened };
    findings.push(...issues.filter((issue) => isOfTheFile(issue, known)).flatMap((issue) => findingsOf(issue, shaped)));
    left = mended;
  }
  return nothing(findings);
}

/** A name that was left out with its item, a place where something stands in, a part that stands in as a whole. */
function isExplained({ at, saw = '', data }: Finding, { touched, names }: Repaired, file: string): boolean {
  if (touched.length === 0) return false;
  if (names.includes(saw) || saw.startsWith(NO_NAME)) return true;
  const part = PART_OF[String(data?.issue)];
  const parts = part === undefined ? [] : [part];
  return (
    touched.some((path) => path.length === 1 && parts.includes(String(path[0]))) ||
    (at.file === file && touched.some((path) => `${at.path ?? ''}.`.startsWith(`${path.join('.')}.`)))
  );
}

const PART_OF: Readonly<Record<string, string>> = {
  unknown_document: 'documents',
  unknown_line: 'lines',
  unknown_param: 'params',
  unknown_indicator: 'dimensions',
};

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

/** Our own refinements name themselves in the message. */
const NAMED = ['name', 'set_id', 'date'];

/** A condition whose kind is not known is told with the kinds that there are. */
function findingsOf(issue: Issue, file: Shaped): Finding[] {
  const found = shapeFindings(issue, file);
  if (issue.code !== 'invalid_union' || issue.path.at(-1) !== 'test') return found;
  return found.map((one) => {
    if (one.data?.issue === 'missing') return { ...one, expected: TESTS };
    const near = nearest(one.saw ?? '', TESTS);
    return { ...one, expected: near.length > 0 ? near : TESTS, data: { issue: 'unknown_test' } };
  });
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
