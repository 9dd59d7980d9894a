import { type Finding, type FindingLog, FindingsError, finding } from '../finding.ts';
import { foldKey } from '../text/fold.ts';
import { type Convention, conventionOf } from './conventions.ts';
import { detectEncoding } from './encoding/detect.ts';
import { SHOWN } from './encoding/mojibake.ts';
import { CAUSES, type Field } from './fields.ts';
import { type Grid, type GridOptions, openGrids } from './grid.ts';
import { type Layout, layoutOf } from './layout.ts';
import { isBlank, type RawRecord, repairedRecords } from './records.ts';
import { rowSorter } from './row-kinds.ts';
import type { Source } from './source.ts';
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

/** So many rows that hold something settle the reading of a file. */
const SAMPLE = 1000;

/**
 * Opens a file: finds its lists of households, their headings and how their columns are spelt.
 *
 * @throws FindingsError for what cannot be read at all (`E102` to `E111`, `E201`); notes go to the log.
 */
export async function openTables(source: Source, options: TableOptions, log: FindingLog): Promise<readonly Table[]> {
  const grids = sheetsOf(await openGrids(source, options), source, options.sheets ?? []);
  const areMembers = options.areMembers === true;
  const seen: { readonly grid: Grid; readonly sample: readonly RawRecord[]; readonly layout: Layout | null }[] = [];
  for (const opened of grids) {
    const grid = await unmasked(opened, log);
    const sample = await sampleOf(grid);
    seen.push({ grid, sample, layout: layoutOf(sample, options.vocabulary, options.headingLines ?? null, areMembers) });
  }
  const [only] = seen;
  if (seen.length === 1 && only !== undefined && isSummary(only.sample, only.layout, options.vocabulary)) {
    throw new FindingsError([noList(source, only.sample.flatMap(({ cells }) => cells).slice(0, HEADINGS_QUOTED))]);
  }
  const isChosen = grids.length === 1 || (options.sheets ?? []).length > 0;
  const lists = isChosen ? seen : seen.filter(({ layout }) => layout !== null && isList(layout, areMembers));
  if (lists.length === 0)
    throw new FindingsError([
      noList(
        source,
        seen.flatMap(({ layout }) => layout?.headings ?? []),
      ),
    ]);
  if (lists.length < seen.length) {
    const sheets = seen.filter((s) => !lists.includes(s)).map(({ grid }) => grid.sheet ?? '');
    log.add(finding('N210', { file: source.name }, { data: { sheets } }));
  }
  return lists.map(({ grid, sample, layout }) => {
    if (layout === null) throw new FindingsError([finding('E104', placeOf(grid))]);
    return makeTable(grid, sample, layout, options, log);
  });
}

/** Cells quoted of a table that is no list. */
const HEADINGS_QUOTED = 30;

/** A table of counts by unit, as the yearly forms are: it names counts and no household. */
function isSummary(sample: readonly RawRecord[], layout: Layout | null, vocabulary: Vocabulary): boolean {
  if (layout === null || layout.fields.some((field) => field?.id === 'household_id' || field?.id === 'head_name'))
    return false;
  return sample
    .slice(0, SUMMARY_ROWS)
    .some(({ cells }) => cells.filter((cell) => vocabulary.isCountHeading(cell)).length >= 2);
}

/** Headings of a form stand among its first rows. */
const SUMMARY_ROWS = 20;

/** The sheets that were named; else those in sight, or all where none is. */
function sheetsOf(grids: readonly Grid[], source: Source, names: readonly string[]): readonly Grid[] {
  if (grids[0]?.sheet === null) return grids;
  const known = grids.map(({ sheet }) => sheet ?? '');
  const strangers = names.filter((name) => !known.some((sheet) => foldKey(sheet) === foldKey(name)));
  if (strangers.length > 0) {
    throw new FindingsError(strangers.map((saw) => finding('E114', { file: source.name }, { saw, expected: known })));
  }
  if (names.length > 0)
    return grids.filter(({ sheet }) => names.some((name) => foldKey(name) === foldKey(sheet ?? '')));
  const visible = grids.filter(({ isHidden }) => !isHidden);
  return visible.length > 0 ? visible : grids;
}

/** Opens a file that holds one list. */
export async function openTable(source: Source, options: TableOptions, log: FindingLog): Promise<Table> {
  const [table] = await openTables(source, options, log);
  return table as Table;
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

/** A list of households names them, by number or by head, and says at least two things more; one of members, by number. */
function isList({ fields, isSure }: Layout, areMembers: boolean): boolean {
  if (areMembers) return isSure && fields.some((field) => field?.id === 'household_id');
  const ids = new Set(fields.flatMap((field) => field?.id ?? []));
  return isSure && (ids.has('household_id') || ids.has('head_name')) && ids.size > 2;
}

function noList(source: Source, headings: readonly string[]): Finding {
  return finding('E110', { file: source.name }, { data: { headings: headings.filter((h) => h !== '') } });
}

/** A sheet typed in an old encoding whose fonts do not say so: told by its texts, and repaired cell by cell. */
async function unmasked(grid: Grid, log: FindingLog): Promise<Grid> {
  if (grid.sniffed !== null) return grid;
  const texts = (await sampleOf(grid)).flatMap(({ cells }) => cells);
  const found = detectEncoding(new TextEncoder().encode(texts.join('\n')), true);
  const mojibake = 'candidates' in found ? null : found.mojibake;
  if (mojibake === null) return grid;
  log.add(finding('N112', placeOf(grid), { data: { encoding: SHOWN[mojibake] } }));
  return { ...grid, records: (onBytes) => repairedRecords(grid.records(onBytes), mojibake) };
}

async function sampleOf(grid: Grid): Promise<readonly RawRecord[]> {
  const sample: RawRecord[] = [];
  for await (const batch of grid.records()) {
    sample.push(...batch.filter(({ cells }) => !isBlank(cells)));
    if (sample.length >= SAMPLE) break;
  }
  return sample.slice(0, SAMPLE);
}

function makeTable(
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
