import fc from 'fast-check';
import { RESULT_FIELDS } from '../../../src/survey/fields.ts';
import { MARKS, type Row } from '../../fixtures.ts';
import { type Asked, HASH } from './both.ts';

type Spellings = { readonly clean: readonly string[]; readonly dirty: readonly string[] };

/** Spellings of the cells of each column: as `classify` writes them, and as a hand may leave them. */
const CELLS: Readonly<Record<string, Spellings>> = {
  household_id: { clean: [], dirty: ['', ' 7', "'7", '3,81E+10', '=1', 'A', '--', 'Hộ "1"'] },
  province_code: { clean: ['22', '79', ''], dirty: [' 22', '"'] },
  commune_code: { clean: ['00001', '00001', '00002'], dirty: ['', ' 00001'] },
  commune: { clean: ['Xã Mẫu', 'Phường Ea Drăng'], dirty: ['Xã Mẫu'.normalize('NFD'), 'a,b', '"x"', 'Xã?', 'Nguy?n'] },
  village: { clean: ['Thôn 1', 'Tổ 2', ''], dirty: ['Thôn 1 ', 'Ấp\n3', "'=1", 'a;b', '\ufeffThôn', 'x\r'] },
  area: { clean: ['rural', 'urban', ''], dirty: ['Nông thôn', 'x', '--'] },
  residence: { clean: ['permanent', ''], dirty: ['KT1', 'ở nhờ'] },
  head_name: { clean: ['Nguyễn Văn An', 'Lò Thị Ểnh'], dirty: ['', 'a"b', 'Đỗ\r\nVăn', 'Nguy?n', 'Nguyƒn', 'a, b'] },
  head_id_number: { clean: ['000175000001', ''], dirty: ['1.2E+11', '12 345', '22075000001'] },
  head_sex: { clean: ['male', 'female'], dirty: ['3', '"', 'a,b'] },
  head_birth_date: { clean: ['1961-11-07', '1980', ''], dirty: ['31/02/1980', 'x,y'] },
  ethnicity: { clean: ['Kinh', 'Tày', ''], dirty: ['Tày'.normalize('NFD'), 'Kinh ', '"', 'Mườn?g'] },
  size: { clean: ['4', '1', '12', ''], dirty: ['0', '4.0', 'bốn', '1.200'] },
  income: { clean: ['1500000', '0', '1466666.667'], dirty: ['-5', 'x', '12', '1.500.000', ''] },
  b1: { clean: ['140', ''], dirty: ['x', '1.5'] },
  floor_area: { clean: ['32', ''], dirty: ['m2', '12,50', '12.5'] },
  weight: { clean: ['2', '1'], dirty: ['-1', 'x', '1.5'] },
  recorded_class: { clean: ['poor', ''], dirty: ['9', 'Hộ nghèo'] },
  ethnic_minority: { clean: ['1', '0', ''], dirty: ['có', 'maybe'] },
  previously_poor: { clean: ['1', '0', ''], dirty: ['có'] },
  merit_member: { clean: ['1', '0', ''], dirty: ['2'] },
  agricultural: { clean: ['1', '0', ''], dirty: ['x'] },
  cause_land: { clean: ['1', '0', ''], dirty: ['không'] },
  cause_other: { clean: ['1', '0', ''], dirty: ['--'] },
  note: { clean: ['', 'ok'], dirty: ['a, b', 'x\ny', 'sao?'] },
  'Ghi thêm': { clean: ['', 'ok'], dirty: ['a,b', '"q"'] },
  class: {
    clean: ['poor', 'near_poor', 'non_poor', 'undecided', 'out_of_scope'],
    dirty: ['', 'nghèo', ' poor', 'POOR'],
  },
  computed_class: { clean: ['poor', 'non_poor', ''], dirty: ['x', 'poor '] },
  possible_classes: { clean: ['poor', 'poor;near_poor'], dirty: ['', '"'] },
  average_living: { clean: ['1', '0', ''], dirty: ['x', ' 1'] },
  basis: { clean: ['income'], dirty: ['', 'a,b'] },
  near_boundary: { clean: ['', 'income', 'employment;water'], dirty: ['a\nb', 'a"'] },
  criteria: { clean: ['vn-2022'], dirty: ['vn-2016', ''] },
  criteria_hash: { clean: [HASH], dirty: ['ffffffffffff', '', ` ${HASH}`] },
};
const MARK: Spellings = { clean: ['0', '1', '0', ''], dirty: ['x', 'có', '1.0', '2'] };
const ANY: Spellings = { clean: ['', '3'], dirty: ['x'] };
const RESULT: readonly string[] = RESULT_FIELDS;
const OF_SURVEY = [...Object.keys(CELLS).filter((id) => !RESULT.includes(id) && id !== 'household_id'), ...MARKS];

/** Result files as bytes, from those that `classify` wrote to those that a hand has spoilt. */
export const anyResult: fc.Arbitrary<Asked> = fc
  .record({
    dirt: fc.constantFrom(0, 0, 0.2, 1, 10),
    seed: fc.nat(1 << 30),
    files: fc.constantFrom(1, 1, 2, 3),
    rows: fc.nat(60),
    columns: fc.shuffledSubarray(OF_SURVEY, { minLength: 3 }),
    blockBytes: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constant(1 << 20)),
    chunkBytes: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constant(1 << 20)),
    key: fc.constantFrom(null, null, ['household_id'], ['household_id', 'area']),
    isSorted: fc.boolean(),
    isNumbered: fc.boolean(),
    byVillage: fc.boolean(),
  })
  .map(({ files, key, byVillage, ...how }) => {
    const random = randomFrom(how.seed);
    const columns = [...new Set(['household_id', 'area', 'income', ...how.columns])];
    return {
      ...{ blockBytes: how.blockBytes, chunkBytes: how.chunkBytes, key, byVillage },
      files: Array.from({ length: files }, (_, at) => Buffer.from(fileOf(how, columns, at, random))),
      rows: Array.from({ length: files }, () => (random(2) === 0 ? null : how.rows)),
    };
  });

interface How {
  readonly dirt: number;
  readonly rows: number;
  readonly isSorted: boolean;
  /** The numbers of the households grow from row to row. */
  readonly isNumbered: boolean;
}

type Random = (below: number) => number;

function fileOf(
  { dirt, rows, isSorted, isNumbered }: How,
  columns: readonly string[],
  at: number,
  random: Random,
): Uint8Array {
  const isDirty = (share = dirt) => random(10_000) < share * 100;
  // the files of a result have their columns in orders of their own, and not all of them
  const own = [
    ...(at === 0
      ? columns
      : [...columns].reverse().filter((id) => id === 'household_id' || id === 'income' || random(9) > 0)),
  ];
  const headings = [...own, ...RESULT];
  const eol = pick(['\n', '\r\n', '\r\n'], random);
  let text = (random(3) === 0 ? '' : '\ufeff') + headings.join(',') + eol;
  let place: Row = {};
  for (let row = 0; row < rows; row++) {
    if (!isSorted || random(4) === 0) place = {};
    const cells = headings.map((id) => {
      if (id === 'household_id' && !isDirty())
        return isDirty(dirt / 2) ? '0001' : String(1000 * at + (isNumbered ? row : (7 * row) % 61)).padStart(4, '0');
      const { clean, dirty } = CELLS[id] ?? (MARKS.includes(id) ? MARK : ANY);
      const cell = place[id] ?? pick(clean.length === 0 || isDirty() ? dirty : clean, random);
      if (PLACES.has(id)) place = { ...place, [id]: cell };
      return /[",\r\n]/.test(cell) || isDirty(dirt / 5) ? `"${cell.replaceAll('"', '""')}"` : cell;
    });
    if (isDirty(dirt / 5)) cells.push(pick(['', 'x'], random));
    if (isDirty(dirt / 5)) cells.pop();
    if (isDirty(dirt / 2))
      text += pick(['', ' ', ',,,', 'Tổng cộng,5', ',Thôn Khe Mẫu', headings.join(',')], random) + eol;
    const isLast = row === rows - 1 && random(2) === 0;
    text += cells.join(',') + (isLast ? '' : isDirty(dirt / 5) ? '\r' : eol);
  }
  if (isDirty(dirt / 5)) text += pick(['"', 'a"b', `"a"b${eol}`], random);
  const bytes = Buffer.from(text);
  if (isDirty(dirt / 5)) bytes[random(bytes.length)] = 0xff;
  return bytes;
}

const PLACES = new Set(['province_code', 'commune_code', 'commune', 'village', 'area']);

function pick<T>(list: readonly T[], random: Random): T {
  return list[random(list.length)] as T;
}

function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 8) / (1 << 24)) * below);
  };
}

/** A result file of households that differ from the first in what is given, in the columns of the first. */
export function resultOf(rows: readonly Row[], eol = '\r\n'): string {
  const headings = [...Object.keys(rows[0] ?? {}), ...RESULT];
  const usual: Row = {
    class: 'poor',
    possible_classes: 'poor',
    basis: 'income',
    criteria: 'vn-2022',
    criteria_hash: HASH,
  };
  const lines = rows.map((row) => headings.map((id) => row[id] ?? usual[id] ?? '').join(','));
  return `\ufeff${[headings.join(','), ...lines].join(eol)}${eol}`;
}
