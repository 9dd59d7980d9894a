import { type Finding, FindingLog, finding, severityOf } from '../finding.ts';
import { nearest } from '../text/nearest.ts';
import { AnswersSaid } from './answers-said.ts';
import { type Field, HOUSEHOLD_ANSWERS } from './fields.ts';
import { readHouseholds } from './households.ts';
import { joinFields, keyReader, withoutZeros } from './join-key.ts';
import { MemberRegister } from './member-register.ts';
import {
  type Household,
  type Member,
  type MemberJoin,
  makeSurvey,
  type Survey,
  tableAt,
  withFields,
} from './survey.ts';
import { fieldsIn, placeOf, type Table } from './table.ts';

/** One way in which member files name households: by these fields. */
interface Source {
  readonly fields: readonly string[];
  readonly register: MemberRegister;
  /** What was answered of a household itself, on the rows of its members. */
  readonly said: AnswersSaid;
  /** Errors of reading the rows of a household. */
  readonly faults: Map<string, readonly Finding[]>;
}

/** What reading the member files came to. */
export interface Joined {
  readonly survey: Survey;
  /** Members read, per member file. */
  readonly rows: readonly number[];
}

/**
 * Reads member files and joins them to the households of a survey by the key fields that both have; the rows of a
 * household need not stand together. An error in a member's row is an error of its household.
 *
 * @throws what reading a file throws. `E202` (no household number) and `E365` (a key that several households share) go to
 * the log.
 */
export async function joinMembers(
  survey: Survey,
  files: readonly Table[],
  key: readonly string[],
  log: FindingLog,
  onBytes?: (file: number, chunk: Uint8Array) => void,
): Promise<Joined> {
  const named = files.filter((file) => isNamed(file, log));
  const wide = withFields({ ...survey, memberTables: named }, [...SIZE, ...named.flatMap(answersOfHouseholds)]);
  const sources = new Map<string, Source>();
  const rows = files.map(() => 0);
  for (const [at, file] of files.entries()) {
    if (!named.includes(file)) continue;
    const fields = joinFields(survey, file, key);
    const source = sources.get(fields.join()) ?? {
      fields,
      register: new MemberRegister(),
      said: new AnswersSaid(),
      faults: new Map(),
    };
    sources.set(fields.join(), source);
    rows[at] = await readInto(source, wide, file, log, (chunk) => onBytes?.(at, chunk));
  }
  for (const { register } of sources.values()) register.end();
  for (const { fields } of sources.values()) await findShared(survey, fields, key, log);
  return { survey: { ...wide, join: makeJoin(wide, [...sources.values()]) }, rows };
}

const SIZE = [{ id: 'size', kind: 'count' }] as const;

function isNamed(file: Table, log: FindingLog): boolean {
  if (fieldsIn(file).has('household_id')) return true;
  const headings = file.headings.filter((heading) => heading !== '');
  const at = { ...placeOf(file), row: file.headerLine, field: 'household_id' };
  log.add(finding('E202', at, { expected: nearest('household_id', headings), data: { headings } }));
  return false;
}

/** Reads one file; gives the number of its members. */
async function readInto(
  { fields, register, said, faults }: Source,
  survey: Survey,
  file: Table,
  log: FindingLog,
  onBytes: (chunk: Uint8Array) => void,
): Promise<number> {
  const own = makeSurvey([file], survey.vocabulary, false);
  const keyOf = keyReader(own, fields);
  const number = survey.memberSlots.get('member_id') ?? -1;
  const table = survey.tables.length + survey.memberTables.indexOf(file);
  const idColumn = file.fields.findIndex((field) => field?.id === 'household_id');
  const answers = answersOfHouseholds(file).map(
    ({ id }) => [survey.slots.get(id) ?? -1, own.slots.get(id) ?? -1] as const,
  );
  const reading = new FindingLog();
  let rows = 0;
  for await (const batch of readHouseholds(own, 0, reading, { onBytes: (_, chunk) => onBytes(chunk) })) {
    for (const household of batch) {
      rows += household.members.length;
      const key = keyOf(household);
      const found = [...household.findings, ...unnumbered(household, file, idColumn)];
      for (const one of found) if (isTold(one) && (key === null || severityOf(one.code) !== 'error')) note(log, one);
      if (key === null) continue;
      const errors = found.filter((one) => severityOf(one.code) === 'error');
      if (errors.length > 0) faults.set(key, [...(faults.get(key) ?? []), ...errors]);
      said.add(
        key,
        answers.map(([slot, from]) => [slot, household.cells[from] ?? '']),
      );
      register.add(
        key,
        household.members.map((member) => ({ ...member, table })),
        number,
      );
    }
  }
  for (const one of reading.findings) if (isTold(one)) log.tally(one);
  return rows;
}

/** The columns of a member file that answer of the dwelling: they stand on the row of the head. */
function answersOfHouseholds({ fields, layout }: Table): readonly Field[] {
  return fields.filter(
    (field, column): field is Field =>
      field !== null && (layout.memberFields?.[column] ?? null) === null && HOUSEHOLD_ANSWERS.includes(field.id),
  );
}

/** A list of members says nothing of how many persons a household has, nor is it a list of households. */
function isTold({ code }: Finding): boolean {
  return code !== 'N327' && code !== 'N215';
}

function note(log: FindingLog, found: Finding): void {
  if (severityOf(found.code) === 'note') log.tally(found);
  else log.add(found);
}

/** `W360`: rows without a number in a file that otherwise numbers every row. */
function unnumbered({ records, members }: Household, file: Table, idColumn: number): readonly Finding[] {
  const isNumbered = records.map(({ cells }) => (cells[idColumn] ?? '').trim() !== '');
  if (isNumbered.filter(Boolean).length < 2) return [];
  return members.flatMap(({ line }, at) =>
    isNumbered[at] ? [] : [finding('W360', { ...placeOf(file), row: line, field: 'household_id' })],
  );
}

/** `E365`: households that the fields of a member file cannot tell apart. */
async function findShared(
  survey: Survey,
  fields: readonly string[],
  key: readonly string[],
  log: FindingLog,
): Promise<void> {
  const missing = key.filter((field) => !fields.includes(field));
  if (missing.every((field) => field === 'commune_code' && fields.includes('commune'))) return;
  const [short, whole] = [keyReader(survey, fields), keyReader(survey, key)];
  const seen = new Map<string, { readonly whole: string; readonly line: number }>();
  for (const at of survey.tables.keys()) {
    for await (const batch of readHouseholds(survey, at, new FindingLog())) {
      for (const household of batch) {
        const name = short(household);
        if (name === null) continue;
        const before = seen.get(name);
        const itself = whole(household) ?? '';
        if (before === undefined) seen.set(name, { whole: itself, line: household.line });
        else if (before.whole !== itself) {
          const place = survey.tables[at] === undefined ? {} : placeOf(survey.tables[at]);
          const rows = [before.line, household.line].map(String);
          const data = { columns: fields, rows };
          const saw = name.replaceAll('\u001f', '/');
          log.add(
            finding('E365', { ...place, row: household.line, field: 'household_id' }, { saw, expected: missing, data }),
          );
          return;
        }
      }
    }
  }
}

function makeJoin(survey: Survey, sources: readonly Source[]): MemberJoin {
  const readers = sources.map((source) => ({
    ...source,
    keyOf: keyReader(survey, source.fields),
    bare: new Set<string>(),
  }));
  const sizeSlot = survey.slots.get('size') ?? -1;
  const hasSize = survey.tables.map((table) => fieldsIn(table).has('size'));
  const number = survey.memberSlots.get('member_id') ?? -1;
  return {
    attach(household) {
      const listed: Member[] = [];
      const findings: Finding[] = [];
      const cells = [...household.cells];
      for (const { fields, register, said, faults, keyOf, bare } of readers) {
        const key = keyOf(household);
        if (key === null) continue;
        const found = register.take(key);
        if (found.length === 0) bare.add(withoutZeros(key, fields));
        listed.push(...found);
        // the household's own row comes first
        for (const [slot, cell] of said.of(key)) if ((cells[slot] ?? '') === '') cells[slot] = cell;
        findings.push(...(faults.get(key) ?? []));
      }
      if (listed.length === 0) return household;
      const members = withoutCopies(survey, listed, number, findings);
      if (!hasSize[household.table]) {
        cells[sizeSlot] = String(members.length);
        const table = tableAt(survey, members[0]?.table ?? household.table);
        findings.push(finding('N327', table === undefined ? {} : placeOf(table)));
      }
      return { ...household, cells, members, findings: [...household.findings, ...findings] };
    },
    strays: () =>
      readers.flatMap(({ register, fields, bare }) => [
        ...orphans(survey, register, (key) => bare.has(withoutZeros(key, fields))),
        ...doubles(survey, register),
      ]),
  };
}

/** Rows of a member that say the same are one (`N363`); one number with two sets of answers is an error (`E362`). */
function withoutCopies(
  survey: Survey,
  members: readonly Member[],
  number: number,
  findings: Finding[],
): readonly Member[] {
  const first = new Map<string, Member>();
  return members.filter((member) => {
    const saw = member.cells[number] ?? '';
    const before = first.get(saw);
    if (saw === '' || before === undefined) {
      first.set(saw, member);
      return true;
    }
    const at = placeOfMember(survey, member, 'member_id');
    const isCopy = member.cells.every((cell, slot) => cell === before.cells[slot]);
    const rows = [before.line, member.line].map(String);
    findings.push(isCopy ? finding('N363', at) : finding('E362', at, { saw, data: { rows } }));
    return !isCopy;
  });
}

/** `W361`, once for each household that is not there; `isNear`: one without members has the same number but for its zeros. */
function orphans(survey: Survey, register: MemberRegister, isNear: (key: string) => boolean): readonly Finding[] {
  // all members of many households would be much to hold
  const left = Array.from(register.left(), ([key, members]) => {
    return { key, first: members[0], members: members.length, near: isNear(key) };
  });
  const zeros = left.filter(({ near }) => near).length;
  return left.flatMap(({ key, first, members, near }) => {
    if (first === undefined) return [];
    const data = { members, households: left.length, zeros: near ? zeros : 0 };
    const at = placeOfMember(survey, first, 'household_id');
    return [finding('W361', at, { saw: key.split('\u001f').at(-1) ?? '', data })];
  });
}

/** `W364` */
function* doubles(survey: Survey, { strays }: MemberRegister): Generator<Finding> {
  for (const { number, here, before } of strays) {
    yield finding('W364', placeOfMember(survey, here, 'member_id'), {
      saw: number,
      data: { rows: [String(before.line)] },
    });
  }
}

function placeOfMember(survey: Survey, { table, line }: Pick<Member, 'table' | 'line'>, field: string) {
  const file = tableAt(survey, table);
  const fields = field === 'household_id' ? file?.fields : file?.layout.memberFields;
  const column = file?.headings[fields?.findIndex((f) => f?.id === field) ?? -1];
  return {
    ...(file === undefined ? {} : placeOf(file)),
    row: line,
    field,
    ...(column === undefined ? {} : { column }),
  };
}
