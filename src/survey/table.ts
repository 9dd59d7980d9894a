import { type Finding, type FindingLog, FindingsError, finding } from '../finding.ts';
import { type Convention, conventionOf } from './conventions.ts';
import { SHOWN } from './encoding/mojibake.ts';
import { CAUSES, type Field } from './fields.ts';
import type { Grid, GridOptions } from './grid.ts';
import type { Layout } from './layout.ts';
import type { RawRecord } from './records.ts';
import { rowSorter } from './row-kinds.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { WorkbookNotes } from './workbook/workbook.ts';

/** A list of households whose reading is settled: everything a block needs to be read the same way anywhere. */
export interface Table extends Grid {
  readonly layout: Layout;
  /** The last line of the headings. */
  readonly headerLine: number;
  readonly headings: readonly string[];
  /** The household field of each column; null when the heading is not known. */
  readonly fields: readonly (Field | null)[];
  readonly conventions: readonly Convention[];
  /** The unit (`commune_code`) given for a file that does not say its own. */
  readonly unit: string | null;
  /** Fields that no column holds and the table has all the same: from section rows, sex columns, member rows, constants. */
  readonly implied: readonly Field[];
  /** Field → the value of every household here, where the table has no such column. */
  readonly constants: Readonly<Record<string, string>>;
}

export interface TableOptions extends GridOptions {
  readonly vocabulary: Vocabulary;
  readonly unit: string | null;
  /** Names of sheets to read, and no others. */
  readonly sheets?: readonly string[];
  readonly headingLines?: readonly [number, number] | null;
  readonly constants?: Readonly<Record<string, string>>;
  /** The file lists members: a row is one, and its household has a number in every file. */
  readonly areMembers?: boolean;
}

interface Place {
  readonly file: string;
  readonly sheet?: string;
}

/** The file and sheet that findings name. */
export function placeOf({ source, sheet }: Pick<Grid, 'source' | 'sheet'>): Place {
  return { file: source.name, ...(sheet === null ? {} : { sheet }) };
}

/** The fields that the households of a table have: from its columns, its section rows, or said for the file. */
export function fieldsIn({ fields, implied, unit, constants }: Table): ReadonlySet<string> {
  const ids = [...fields, ...implied].flatMap((field) => field?.id ?? []);
  return new Set([...ids, ...Object.keys(constants), ...(unit === null ? [] : ['commune_code'])]);
}

/**
 * Settles how a grid is read: which column is which field, how its cells are spelt, what its households have besides.
 *
 * @throws FindingsError `E201`
 */
export function makeTable(
  grid: Grid,
  sample: readonly RawRecord[],
  found: Layout,
  options: TableOptions,
  log: FindingLog,
): Table {
  const { vocabulary, constants = {} } = options;
  const place = placeOf(grid);
  const isResult = found.headings.includes('criteria_hash');
  const fields = found.fields.map((field, at) =>
    isResult && vocabulary.isResult(found.headings[at] ?? '') ? null : field,
  );
  const named = { ...found, fields };
  const onTaken = () => log.add(finding('W209', { ...place, row: found.headingLines[1] }));
  const layout = options.areMembers === true ? named : withHouseholdNumbers(named, vocabulary, onTaken);
  if (grid.sniffed?.mojibake) log.add(finding('N112', place, { data: { encoding: SHOWN[grid.sniffed.mojibake] } }));
  if (grid.notes !== null) noteWorkbook(place, grid.notes, log);
  const doubles = doubleFields(place, layout);
  if (doubles.length > 0) throw new FindingsError(doubles);
  noteHeadings(place, layout, isResult, vocabulary, log);
  const rows = sample.filter(({ line }) => line > Math.max(layout.headingLines[1], layout.numberingLine ?? 0));
  const conventions = layout.headings.map((heading, column) => {
    const field = layout.memberFields?.[column] ?? layout.fields[column] ?? null;
    const at = { ...place, column: heading, field: field?.id ?? '' };
    const settled = conventionOf(field ?? CAUSES, heading, column, rows, vocabulary, at);
    for (const found of field === null ? [] : settled.findings) log.add(found);
    return settled.convention;
  });
  const present = new Set(layout.fields.flatMap((field) => field?.id ?? []));
  const unit = present.has('commune_code') ? null : options.unit;
  const implied = impliedFields(layout, present, rows, vocabulary, constants);
  return {
    ...grid,
    lacksCapitals: grid.lacksCapitals || hasOldFont(grid.notes),
    layout,
    headerLine: layout.headingLines[1],
    headings: layout.headings,
    fields: layout.fields,
    conventions,
    unit,
    implied,
    constants: Object.fromEntries(Object.entries(constants).filter(([id]) => !present.has(id))),
  };
}

/** A list without household numbers counts its households in the column that numbers its rows. */
function withHouseholdNumbers(layout: Layout, vocabulary: Vocabulary, onTaken: () => void): Layout {
  if (layout.fields.some((field) => field?.id === 'household_id')) return layout;
  const at = layout.headings.findIndex((heading) => vocabulary.isRowNumber(heading));
  const names = layout.fields.some((field) => field?.id === 'head_name') || layout.memberFields !== null;
  if (at < 0 || !names) return layout;
  onTaken();
  const id = vocabulary.fieldOf('household_id');
  return { ...layout, fields: layout.fields.map((field, column) => (column === at ? id : field)) };
}

/** What the households of a table have besides its columns. */
function impliedFields(
  layout: Layout,
  present: ReadonlySet<string>,
  rows: readonly RawRecord[],
  vocabulary: Vocabulary,
  constants: Readonly<Record<string, string>>,
): readonly Field[] {
  const sort = rowSorter(layout, vocabulary);
  const sections = rows.flatMap((record) => {
    const row = sort(record);
    return 'section' in row && row.section !== undefined ? [row.section.field] : [];
  });
  const sexes = layout.sexOf.some((sex) => sex !== null) ? ['head_sex'] : [];
  const counted = layout.memberFields === null ? [] : ['size'];
  const causes = present.has(CAUSES.id) ? (CAUSES.codes ?? []) : [];
  const ids = new Set<string>([...sections, ...sexes, ...counted, ...causes, ...Object.keys(constants)]);
  return [...ids].flatMap((id) => (present.has(id) ? [] : (vocabulary.fields.find((field) => field.id === id) ?? [])));
}

/** Two columns of one field, unless each is for one sex. */
function doubleFields(place: Place, { headings, headingLines, fields, memberFields, sexOf }: Layout): Finding[] {
  const seen = new Map<string, string[]>();
  const note = (id: string | undefined, at: number, whose: string) => {
    if (id === undefined || (sexOf[at] ?? null) !== null) return;
    const key = `${whose}:${id}`;
    seen.set(key, [...(seen.get(key) ?? []), headings[at] ?? '']);
  };
  for (const at of headings.keys()) {
    note(fields[at]?.id, at, 'household');
    note(memberFields?.[at]?.id, at, 'member');
  }
  return [...seen]
    .filter(([, columns]) => columns.length > 1)
    .map(([key, columns]) => {
      const at = { ...place, row: headingLines[1], field: key.split(':')[1] ?? '', column: columns[0] ?? '' };
      return finding('E201', at, { data: { columns } });
    });
}

/** True when cells were typed in a font of the TCVN3 family, seen in the first rows. */
function hasOldFont(notes: WorkbookNotes | null): boolean {
  return [...(notes?.decodedTexts.keys() ?? [])].some((font) => !/^vni/i.test(font));
}

/** What of a workbook a person should know besides its cells. */
function noteWorkbook(place: Place, notes: WorkbookNotes, log: FindingLog): void {
  for (const [font, count] of notes.decodedTexts) {
    log.tally(finding('N112', place, { count, data: { encoding: font, kind: font } }));
  }
  if (notes.externalLinks > 0) log.tally(finding('N115', { file: place.file }, { data: { kind: 'links' } }));
  if (notes.hasMacros) log.tally(finding('N115', { file: place.file }, { data: { kind: 'macros' } }));
  if (notes.uncachedFormulas > 0) log.tally(finding('N115', place, { data: { kind: 'formulas' } }));
}

function noteHeadings(
  place: Place,
  { headings, headingLines, fields, memberFields }: Layout,
  isResult: boolean,
  vocabulary: Vocabulary,
  log: FindingLog,
): void {
  const row = headingLines[1];
  const strangers = headings.filter(
    (h, at) => fields[at] === null && (memberFields?.[at] ?? null) === null && h !== '' && !vocabulary.isIgnored(h),
  );
  const results = isResult ? strangers.filter((h) => vocabulary.isResult(h)) : [];
  const unknown = strangers.filter((h) => !results.includes(h));
  if (results.length > 0) log.add(finding('N206', { ...place, row }, { data: { columns: results } }));
  if (unknown.length > 0) log.add(finding('N204', { ...place, row }, { data: { columns: unknown } }));
}
