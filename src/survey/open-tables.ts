import { type Finding, type FindingLog, FindingsError, finding } from '../finding.ts';
import { foldKey } from '../text/fold.ts';
import { detectEncoding } from './encoding/detect.ts';
import { SHOWN } from './encoding/mojibake.ts';
import { type Grid, openGrids } from './grid.ts';
import { type Layout, layoutOf } from './layout.ts';
import { plainSample } from './plain-sample.ts';
import { isBlank, type RawRecord, repairedRecords } from './records.ts';
import type { Source } from './source.ts';
import { makeTable, placeOf, type Table, type TableOptions } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';

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
  return {
    ...grid,
    lacksCapitals: mojibake === 'tcvn3-as-unicode',
    records: (onBytes) => repairedRecords(grid.records(onBytes), mojibake),
  };
}

async function sampleOf(grid: Grid): Promise<readonly RawRecord[]> {
  const plain = grid.sniffed === null ? null : await plainSample(grid.source, grid.sniffed, SAMPLE);
  if (plain !== null) return plain;
  const sample: RawRecord[] = [];
  for await (const batch of grid.records()) {
    sample.push(...batch.filter(({ cells }) => !isBlank(cells)));
    if (sample.length >= SAMPLE) break;
  }
  return sample.slice(0, SAMPLE);
}
