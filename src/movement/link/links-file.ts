import { type Finding, FindingsError, finding } from '../../finding.ts';
import { type GridOptions, openGrids } from '../../survey/grid.ts';
import { unguard } from '../../survey/normalize.ts';
import { isBlank, type RawRecord } from '../../survey/records.ts';
import type { Source } from '../../survey/source.ts';
import { foldKey, tidy } from '../../text/fold.ts';
import { parseInteger } from '../../text/number.ts';
import { isSettled, LINK_EVENTS, LINK_TIERS, type Link } from '../link.ts';
import { contradictions } from './contradictions.ts';
import { LINK_COLUMNS, type LinkColumn } from './link-columns.ts';

/** A link as a file has it; `row` is the line a person sees. */
export interface LinkLine extends Link {
  readonly row: number;
}

const HEADINGS: Readonly<Record<LinkColumn, readonly string[]>> = {
  before_key: ['before_key', 'Khóa trước', 'Mã hộ trước'],
  after_key: ['after_key', 'Khóa sau', 'Mã hộ sau'],
  event: ['event', 'Biến động'],
  tier: ['tier', 'Mức ghép', 'Căn cứ ghép'],
  score: ['score', 'Điểm'],
  note: ['note', 'Ghi chú'],
};

const REQUIRED: readonly LinkColumn[] = ['before_key', 'after_key'];

/**
 * Reads a links file, as `link` wrote it or a person did. A line without tier, or of `none` with both keys filled in, is
 * by hand. What a person wrote wins: lines of `none` for a household that another line settles are left out.
 *
 * @throws FindingsError with every fault: `E202` without the columns of keys, `E840` event, `E841` tier, `E842` score,
 * `E843` keys that do not go with the event, `E844` lines that contradict each other
 */
export async function readLinks(source: Source, options: GridOptions): Promise<readonly LinkLine[]> {
  const { headings, rows } = await rowsOf(source, options);
  const faults: Finding[] = [];
  const at = columnsOf(headings);
  for (const field of REQUIRED.filter((column) => at[column] < 0))
    faults.push(finding('E202', { file: source.name, row: 1, field }, { data: { headings } }));
  if (faults.length > 0) throw new FindingsError(faults);
  const lines = rows.map(({ line, cells }): LinkLine => {
    const text = (column: LinkColumn) => unguard(tidy(cells[at[column]] ?? ''));
    const told = (column: LinkColumn) => ({
      file: source.name,
      row: line,
      column: headings[at[column]] ?? '',
      field: column,
    });
    return readLine(line, text, (code, column, more) => faults.push(finding(code, told(column), more)));
  });
  const kept = withoutOutdated(lines);
  faults.push(...contradictions(kept, source.name));
  if (faults.length > 0) throw new FindingsError(faults);
  return kept;
}

type Tell = (
  code: 'E840' | 'E841' | 'E842' | 'E843',
  column: LinkColumn,
  more: Pick<Finding, 'saw' | 'expected'>,
) => void;

function readLine(row: number, text: (column: LinkColumn) => string, tell: Tell): LinkLine {
  const [before, after] = [text('before_key') || null, text('after_key') || null];
  const event = codeIn(text('event'), LINK_EVENTS);
  if (event === undefined) tell('E840', 'event', { saw: text('event'), expected: LINK_EVENTS });
  const written = codeIn(text('tier'), LINK_TIERS);
  if (written === undefined) tell('E841', 'tier', { saw: text('tier'), expected: LINK_TIERS });
  const score = scoreIn(text('score'));
  if (score === undefined) tell('E842', 'score', { saw: text('score'), expected: ['0–100'] });
  const isByHand = written === null || (written === 'none' && before !== null && after !== null);
  const tier = isByHand ? 'by_hand' : (written ?? 'none');
  const link = { before, after, event: event ?? null, tier, score: score ?? null, note: text('note') };
  const wrong = wrongSide(link);
  if (wrong !== null) tell('E843', wrong, { saw: text(wrong), expected: event ? [event] : [] });
  return { ...link, row };
}

/** The column of keys that does not go with the event; null when all is well. */
function wrongSide({ before, after, event }: Link): LinkColumn | null {
  if (before === null && after === null) return 'before_key';
  if ((event === 'died' || event === 'dissolved') && (before === null || after !== null))
    return before === null ? 'before_key' : 'after_key';
  if (event === 'moved_out' && before === null) return 'before_key';
  if (event === 'merged_into' && before === null) return 'before_key';
  if (event === 'moved_in' && after === null) return 'after_key';
  return event === 'split_from' && after === null ? 'after_key' : null;
}

/** A code of the list, whatever its capitals; null for nothing written, undefined for what is none. */
function codeIn<C extends string>(text: string, codes: readonly C[]): C | null | undefined {
  if (text === '') return null;
  return codes.find((code) => foldKey(code) === foldKey(text));
}

function scoreIn(text: string): number | null | undefined {
  if (text === '') return null;
  const score = Number(parseInteger(text) ?? -1);
  return score >= 0 && score <= 100 ? score : undefined;
}

/** Lines but those that say "nothing found" of a household for which another line says more. */
function withoutOutdated(lines: readonly LinkLine[]): readonly LinkLine[] {
  const says = (line: Link) => isSettled(line) && (line.tier !== 'none' || line.event !== null);
  const settled = lines.filter(says);
  const [before, after] = [new Set(settled.map((l) => l.before)), new Set(settled.map((l) => l.after))];
  return lines.filter(
    (line) =>
      line.tier !== 'none' ||
      line.event !== null ||
      !(line.before === null ? after.has(line.after) : before.has(line.before)),
  );
}

async function rowsOf(source: Source, options: GridOptions) {
  const [grid] = await openGrids(source, options);
  const records: RawRecord[] = [];
  for await (const batch of grid?.records() ?? []) records.push(...batch.filter(({ cells }) => !isBlank(cells)));
  const [header, ...rows] = records;
  return { headings: (header?.cells ?? []).map(tidy), rows };
}

function columnsOf(headings: readonly string[]): Record<LinkColumn, number> {
  const folded = headings.map(foldKey);
  const places = LINK_COLUMNS.map((column) => {
    const known = HEADINGS[column].map(foldKey);
    return [column, folded.findIndex((heading) => known.includes(heading))] as const;
  });
  return Object.fromEntries(places) as Record<LinkColumn, number>;
}
