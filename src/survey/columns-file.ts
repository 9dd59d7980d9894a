import { z } from 'zod';
import { type Finding, FindingsError, finding } from '../finding.ts';
import { nearest } from '../text/nearest.ts';
import { type Path, parseYaml, type YamlFile } from '../text/yaml.ts';
import { CAUSES, HOUSEHOLD_FIELDS, MEMBER_COLUMNS } from './fields.ts';

/**
 * What a province or an office says of its own files: headings and codes the program does not know, columns to pass over,
 * what a blank means, what every household of a file has. It extends the shipped vocabulary and is kept from year to year.
 */
export interface ColumnsFile {
  /** Field → headings that lead to it, before all others. */
  readonly headings: Readonly<Record<string, readonly string[]>>;
  readonly member_headings: Readonly<Record<string, readonly string[]>>;
  /** Headings of columns to pass over without a word. */
  readonly ignore: readonly string[];
  /** Field → code → spellings. */
  readonly codes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly classes: Readonly<Record<string, readonly string[]>>;
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly non_values: readonly string[];
  /** Field → the value a blank cell stands for, and why: a column where only ticks are written. */
  readonly blank: Readonly<Record<string, { readonly means: string; readonly because: string }>>;
  /** Field → value of every household in files without such a column. */
  readonly constant: Readonly<Record<string, string>>;
  /** Lines of the headings, first and last, where they are not found by themselves. */
  readonly heading_lines: readonly [number, number] | null;
  readonly sheet: string | null;
}

const words = z.array(z.string());
const spellings = z.record(z.string(), words).default({});
const schema = z.strictObject({
  headings: spellings,
  member_headings: spellings,
  ignore: words.default([]),
  codes: z.record(z.string(), z.record(z.string(), words)).default({}),
  classes: z.partialRecord(z.enum(['poor', 'near_poor', 'non_poor']), words).default({}),
  yes: words.default([]),
  no: words.default([]),
  non_values: words.default([]),
  blank: z.record(z.string(), z.strictObject({ means: z.enum(['0', '1']), because: z.string().min(1) })).default({}),
  constant: z.record(z.string(), z.string()).default({}),
  heading_lines: z.tuple([z.int().positive(), z.int().positive()]).nullable().default(null),
  sheet: z.string().nullable().default(null),
});

/**
 * Reads a columns file.
 *
 * @throws FindingsError with an `E412` for every mistake: YAML, shape, fields and codes that there are not.
 */
export function parseColumnsFile(text: string, name: string): ColumnsFile {
  const { file: yaml, findings } = parseYaml(text, name, 'E412');
  if (yaml === null) throw new FindingsError(findings);
  const value = yaml.value ?? {};
  const parsed = schema.safeParse(value);
  const issues = parsed.success ? [] : parsed.error.issues.flatMap((issue) => issueFindings(issue, yaml));
  const faults = [...issues, ...strangersIn(value, yaml)];
  if (!parsed.success || faults.length > 0) throw new FindingsError(faults);
  return parsed.data as ColumnsFile;
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly expected?: string;
  readonly values?: readonly unknown[];
}

function issueFindings(issue: Issue, yaml: YamlFile): Finding[] {
  const path = issue.path as Path;
  if (issue.keys !== undefined) {
    return issue.keys.map((key) =>
      finding('E412', yaml.locate([...path, key]), {
        saw: key,
        expected: nearest(key, Object.keys(schema.shape)),
        data: { issue: 'unknown_key' },
      }),
    );
  }
  const expected = issue.values?.map(String) ?? (issue.expected === undefined ? [] : [issue.expected]);
  return [finding('E412', yaml.locate(path), { expected, data: { issue: issue.code } })];
}

const HOUSEHOLD = [...HOUSEHOLD_FIELDS, CAUSES];

/** Fields and codes that lead nowhere, whatever else is wrong with the file. */
function strangersIn(file: unknown, yaml: YamlFile): Finding[] {
  const householdIds = HOUSEHOLD.map((f) => f.id);
  const memberIds = MEMBER_COLUMNS.map((f) => f.id);
  const unknown = (path: readonly string[], known: readonly string[], issue = 'unknown_field') =>
    Object.keys(mapAt(file, path))
      .filter((name) => !known.includes(name))
      .map((saw) =>
        finding('E412', yaml.locate([...path, saw]), { saw, expected: nearest(saw, known), data: { issue } }),
      );
  const all = [...householdIds, ...memberIds];
  return [
    ...unknown(['headings'], householdIds),
    ...unknown(['member_headings'], memberIds),
    ...unknown(['codes'], all),
    ...unknown(['blank'], all),
    ...unknown(['constant'], householdIds),
    ...Object.keys(mapAt(file, ['codes'])).flatMap((id) => {
      const field = [...HOUSEHOLD, ...MEMBER_COLUMNS].find((f) => f.id === id);
      return field === undefined ? [] : unknown(['codes', id], field.codes ?? [], 'unknown_code');
    }),
  ];
}

/** The map at a path of a file that may be anything; an empty one when there is none. */
function mapAt(file: unknown, path: readonly string[]): object {
  const found = path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key] : null),
    file,
  );
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : {};
}
