import { z } from 'zod';
import { type Address, type Finding, finding } from '../finding.ts';
import { type Field, type FieldKind, HOUSEHOLD_FIELDS, MEMBER_FIELDS } from '../survey/fields.ts';
import { nearest } from '../text/nearest.ts';
import { type Path, parseYaml } from '../text/yaml.ts';
import { type Basis, type Criteria, indicatorsOf, type PovertyClass } from './criteria.ts';
import { type Issue, shapeFindings } from './shape-findings.ts';

/** Cases as a person writes them beside a criteria set: a household, and what the set must make of it. */
export interface CaseFile {
  readonly name: string;
  /** Id or path of the set that the cases are about. */
  readonly criteria: string;
  /** In the order of the file. */
  readonly cases: readonly Case[];
  /** Where a path of the file stands. */
  locate(path: Path): Address;
}

export interface Case {
  /** A sentence. */
  readonly name: string;
  readonly basis: Basis;
  readonly household: CaseHousehold;
  readonly expected: Expected;
  readonly at: Address;
}

export interface CaseHousehold {
  /** What was answered, by canonical field (area, income, size, floor_area ...); not named or null is unknown. */
  readonly fields: Readonly<Record<string, CaseAnswer>>;
  /** Members that are listed, each by canonical field; a member's field not named or null is unknown. */
  readonly members: readonly Readonly<Record<string, CaseAnswer>>[];
  /** Marks given one by one; null is a blank. */
  readonly marks: Readonly<Record<string, boolean | null>>;
  /** Those of the marks that were given by the short list, in its order. */
  readonly deprived: readonly string[];
  /** The answer of all marks not given; null: they are left to the answers. */
  readonly others: boolean | null;
  /** Null: not told, taken as in scope. */
  readonly residence: string | null;
}

export type CaseAnswer = number | string | boolean | readonly string[] | null;

/** What is not named is not compared; null expects unknown. Lists are compared whatever their order. */
export interface Expected {
  readonly class?: PovertyClass | 'undecided' | 'out_of_scope' | undefined;
  readonly possible?: readonly PovertyClass[] | undefined;
  readonly indicators?: Readonly<Record<string, boolean | null>> | undefined;
  readonly average_living?: boolean | null | undefined;
  /** Certainly deprived, and at most deprived. */
  readonly deprivations?: number | undefined;
  readonly deprivations_max?: number | undefined;
  readonly undecided_for?: readonly string[] | undefined;
  readonly near_boundary?: readonly string[] | undefined;
}

const mark = z.literal([1, 0, null]).transform((said) => (said === null ? null : said === 1));
const flag = z
  .literal([1, 0, true, false, null])
  .transform((said) => (said === null ? null : said === 1 || said === true));
const truth = z.literal([1, 0, 'unknown']).transform((said) => (said === 'unknown' ? null : said === 1));
const amount = z.number().min(0).nullable();

/** What a case may answer about a field; dates and names are asked by no condition. */
function answerTo({ kind, codes = [] }: Field): z.ZodType<CaseAnswer> {
  switch (kind) {
    case 'code':
      return z.enum(codes).nullable();
    case 'codes':
      return z.array(z.enum(codes)).min(1).nullable();
    case 'flag':
      return flag;
    case 'count':
    case 'years':
    case 'score':
      return z.int().min(0).nullable();
    case 'money':
    case 'decimal':
      return amount;
    case 'mark':
      return mark;
    case 'id':
    case 'person_id':
    case 'text':
    case 'class':
    case 'date':
      return z.string().min(1).nullable();
  }
}

/** Kinds of household fields that conditions ask, and the fields of other kinds that they ask too. */
const ASKED_KINDS: readonly FieldKind[] = ['code', 'codes', 'flag', 'count', 'score', 'money', 'decimal'];
const ASKED_TEXTS = ['zone', 'region'];

const ASKED = HOUSEHOLD_FIELDS.filter(({ id, kind }) => ASKED_KINDS.includes(kind) || ASKED_TEXTS.includes(id));

function answersTo(fields: readonly Field[]) {
  return Object.fromEntries(fields.map((field) => [field.id, answerTo(field).optional()]));
}

const member = z.strictObject(answersTo(MEMBER_FIELDS));

const household = z
  .strictObject({
    ...answersTo(ASKED.filter(({ id }) => id !== 'residence')),
    size: z.int().min(1).nullable().optional(),
    residence: z.enum(['permanent', 'temporary']).nullable().optional(),
    members: z.array(member).min(1).optional(),
    marks: z.record(z.string(), mark).optional(),
    /** Short for marks of 1. */
    deprived: z.array(z.string()).optional(),
    others: mark.optional(),
  })
  .refine(({ size, members = [] }) => typeof size !== 'number' || members.length <= size, {
    error: 'more_members_than_size',
    path: ['members'],
  })
  .refine(({ marks = {}, deprived = [] }) => deprived.every((id) => !(id in marks)), {
    error: 'marked_twice',
    path: ['deprived'],
  })
  .transform(({ marks = {}, deprived = [], others = null, members = [], residence = null, ...fields }) => ({
    fields: fields as Readonly<Record<string, CaseAnswer>>,
    members: members as readonly Readonly<Record<string, CaseAnswer>>[],
    marks: { ...marks, ...Object.fromEntries(deprived.map((id) => [id, true])) },
    deprived,
    others,
    residence,
  }));

const povertyClass = z.enum(['poor', 'near_poor', 'non_poor']);

const expected = z
  .strictObject({
    class: z.enum([...povertyClass.options, 'undecided', 'out_of_scope']).optional(),
    possible: z.array(povertyClass).min(1).optional(),
    indicators: z.record(z.string(), truth).optional(),
    average_living: truth.optional(),
    deprivations: z.int().min(0).optional(),
    deprivations_max: z.int().min(0).optional(),
    undecided_for: z.array(z.string()).optional(),
    near_boundary: z.array(z.string()).optional(),
  })
  .refine((e) => Object.keys(e).length > 0, { error: 'nothing_expected' });

const basis = z.enum(['income', 'score']);

const caseFileSchema = z.strictObject({
  criteria: z.string().min(1),
  basis: basis.optional(),
  cases: z.array(z.strictObject({ name: z.string().min(1), basis: basis.optional(), household, expected })).min(1),
});

/** Reads a case file: the cases (null when something is wrong), and every `E403` with its line and path. */
export function readCases(
  text: string,
  name: string,
): { readonly cases: CaseFile | null; readonly findings: readonly Finding[] } {
  const { file, findings } = parseYaml(text, name);
  if (file === null) return { cases: null, findings };
  const parsed = caseFileSchema.safeParse(file.value);
  if (!parsed.success) {
    const shaped = { value: file.value, locate: file.locate, keysAt, named: [] };
    return { cases: null, findings: parsed.error.issues.flatMap((issue) => shapeFindings(issue as Issue, shaped)) };
  }
  const { criteria, basis: common = 'income', cases } = parsed.data;
  const twice = cases.flatMap(({ name: sentence }, at) => {
    const isAgain = cases.findIndex((other) => other.name === sentence) < at;
    const path = ['cases', at, 'name'];
    return isAgain ? [finding('E403', file.locate(path), { saw: sentence, data: { issue: 'name_twice' } })] : [];
  });
  if (twice.length > 0) return { cases: null, findings: twice };
  const read = cases.map((one, at): Case => ({ ...one, basis: one.basis ?? common, at: file.locate(['cases', at]) }));
  return { cases: { name, criteria, cases: read, locate: file.locate }, findings: [] };
}

/** Holds the names in a case file against the set it is about: unknown indicators, a basis without rules (`E403`). */
export function checkCases({ cases, locate }: CaseFile, criteria: Criteria): readonly Finding[] {
  const ids = indicatorsOf(criteria).map((i) => i.id);
  const findings: Finding[] = [];
  const check = (saw: string, known: readonly string[], path: Path) => {
    if (known.includes(saw)) return;
    findings.push(
      finding('E403', locate(path), { saw, expected: nearest(saw, known), data: { issue: 'unknown_indicator' } }),
    );
  };
  for (const [at, one] of cases.entries()) {
    const path = ['cases', at];
    if (criteria.classes[one.basis] === null) {
      const data = { issue: 'no_basis', detail: `${criteria.id}: ${one.basis}` };
      findings.push(finding('E403', locate([...path, 'basis']), { saw: one.basis, data }));
    }
    const { marks, deprived } = one.household;
    for (const id of Object.keys(marks)) {
      const inList = deprived.indexOf(id);
      check(id, ids, [...path, 'household', ...(inList < 0 ? ['marks', id] : ['deprived', inList])]);
    }
    for (const id of Object.keys(one.expected.indicators ?? {}))
      check(id, ids, [...path, 'expected', 'indicators', id]);
    for (const key of ['undecided_for', 'near_boundary'] as const) {
      for (const [index, name] of (one.expected[key] ?? []).entries()) {
        check(name, [...QUESTIONS, ...ids], [...path, 'expected', key, index]);
      }
    }
  }
  return findings;
}

/** What besides indicators may be asked for. */
const QUESTIONS = ['income', 'b1', 'area'];

/** The keys there are where an unknown one stands. */
function keysAt(path: Path): readonly string[] {
  if (path.includes('members')) return Object.keys(member.shape);
  switch (path[2]) {
    case 'household':
      return Object.keys(household.in.shape);
    case 'expected':
      return Object.keys(expected.shape);
    default:
      return path.length === 0 ? Object.keys(caseFileSchema.shape) : ['name', 'basis', 'household', 'expected'];
  }
}
