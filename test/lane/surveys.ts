import fc from 'fast-check';
import { MARKS } from '../fixtures.ts';
import type { Asked } from './both.ts';

/** Spellings of the cells of each column, clean ones first; the dirtier a survey, the more of the rest stand in it. */
const CELLS: Readonly<Record<string, { readonly clean: readonly string[]; readonly dirty: readonly string[] }>> = {
  household_id: {
    clean: [],
    dirty: ['', ' 7', "'7", '3,81E+10', '3.81E+10', '5e+11', '+7', '=1', 'Hộ "1"', '--', '1\u00a0'],
  },
  commune_code: { clean: ['00001', '00001', '00002'], dirty: ['', ' 00001', '00003', '0\u001f1'] },
  commune: {
    clean: ['Xã Mẫu', 'Phường Ea Drăng'],
    dirty: ['Xã Mẫu'.normalize('NFD'), 'Ea T’Ling', 'a,b', '"x"', ' Xã'],
  },
  village: {
    clean: ['Thôn 1', 'Tổ 2'],
    dirty: ['', 'Thôn 1 ', 'Thôn\u00a01', 'Ấp\n3', "'=1", '-', '@a', 'a;b', '\ufeffThôn', 'x\r'],
  },
  province_code: { clean: ['22', '79'], dirty: ['', '75', ' 22'] },
  area: {
    clean: ['rural', 'urban', 'Nông thôn'],
    dirty: ['', 'TT', 'thành  thị', 'Đô thị'.normalize('NFD'), 'x', '--'],
  },
  residence: { clean: ['permanent', 'temporary'], dirty: ['', 'KT1', 'tạm trú', 'KXĐ', 'ở nhờ'] },
  income: {
    clean: [
      '1500000',
      '1400000',
      '2250000',
      '0',
      '999999999',
      '1425000',
      '1575000',
      '1499999',
      '1500001',
      '1575001',
      '1700000',
      '1999999',
    ],
    dirty: [
      '',
      '1.500.000',
      '1 400 000',
      '1,400,000',
      '1500000,5',
      '1466666.667',
      '1,5tr',
      '01500000',
      '12',
      '~30',
      '-5',
      '1.5',
      '--',
      '9999',
      '15 00',
      '1.500.00',
      '1.500.0000',
      '900719925474099312',
    ],
  },
  b1: { clean: ['140', '139', '175', '100', '0', '145'], dirty: ['', '150.0', '1.200', 'x', '-1', '00140'] },
  b2: { clean: ['0', '10', '30', '120'], dirty: ['', '20', '15', '130', '3', '1000000'] },
  size: { clean: ['4', '1', '12'], dirty: ['', '0', '4.0', '1.200', 'bốn', '4,5'] },
  head_name: {
    clean: ['Nguyễn Văn An', 'Lò Thị Ểnh'],
    dirty: [
      '',
      'Lan ',
      'Lan\t',
      'a"b',
      'Đỗ\r\nVăn',
      'Nguyễn'.normalize('NFD'),
      'ﬁ Å',
      ' x ',
      '\u200bNam',
      'Ho \u0301',
      'Nguyƒn',
      '🙂',
    ],
  },
  head_sex: { clean: ['male', 'female', 'Nữ'], dirty: ['', 'nam', '3'] },
  head_birth_date: {
    clean: ['1961-11-07', '1980'],
    dirty: [
      '',
      '07/11/1961',
      '7/1/1980',
      '31/02/1980',
      '29-02-2024',
      '1961-13-01',
      '00/00/1952',
      '01/1952',
      '2023-02-29',
      '1700',
    ],
  },
  employment: { clean: ['1', '0', '0', '0'], dirty: ['', 'x', 'Có', '1.0', '2', ' 1', 'KXĐ', '×'] },
  dependents: { clean: ['1', '0', '0'], dirty: ['', 'X', 'k', '1,0', '11'] },
  nutrition: { clean: ['1', '0'], dirty: ['', '✓'] },
  water: { clean: ['1', '0'], dirty: ['', 'không'] },
  telecom: { clean: ['1', '0'], dirty: ['', '-'] },
  income_line: { clean: ['1', '0'], dirty: ['', '1'] },
  floor_area: { clean: ['32', '12.5'], dirty: ['', '12,50', '1.200,5', 'm2'] },
  information_devices: {
    clean: ['tv', 'tv;radio'],
    dirty: ['', 'tv, radio', 'tv;x', 'smartphone;laptop;tablet;telephone;desktop;radio;tv'],
  },
  recorded_class: {
    clean: ['poor', 'non_poor', 'Hộ nghèo'],
    dirty: ['', 'HCN', 'không thuộc hộ nghèo, cận nghèo', '9', '1'],
  },
  decided_class: { clean: ['', '', 'near_poor'], dirty: ['nghèo', 'x'] },
  ethnic_minority: { clean: ['1', '0'], dirty: ['', 'có', 'maybe'] },
  reviewer: { clean: ['An', 'Bình'], dirty: ['', 'a\tb'] },
  STT: { clean: ['1', '2'], dirty: ['', '"'] },
  'Ghi thêm': { clean: ['ok', ''], dirty: [' x ', "'=1", '=1', 'a,b', 'é'.normalize('NFD'), '"q"', 'x\ny'] },
  '': { clean: [''], dirty: ['', '  ', 'lạc'] },
  class: { clean: ['poor'], dirty: [''] },
};

const MARK = { clean: ['0', '0', '0', '1'], dirty: ['', 'x', 'có', '0.0'] };

const SETS: readonly Asked['sets'][] = [
  [['vn-2022', 'income']],
  [
    ['vn-2022', 'income'],
    ['vn-2027', 'income'],
  ],
  [['vn-2016', 'income']],
  [['quang-ninh-2023', 'income']],
  [['hcmc-2021', 'income']],
  [
    ['dong-nai-2022', 'income'],
    ['vn-2022', 'income'],
  ],
  [['vn-2016', 'score']],
  [['vn-2022', 'score']],
  [
    ['hcmc-2024', 'income'],
    ['vn-2022', 'income'],
  ],
];

const rarely = (weight: number) => fc.nat(99).map((n) => n < weight);
const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...(list as [T, ...T[]]));

/** A survey file as bytes, and how it is asked to be read. */
export const asked: fc.Arbitrary<Asked> = fc
  .record({
    dirt: oneOf([0, 0, 2, 10, 50]),
    delimiter: oneOf([',', ';', '\t'] as const),
    sets: oneOf(SETS),
    seed: fc.nat(1 << 30),
    files: oneOf([1, 1, 1, 2, 3]),
    rows: fc.nat(40),
    columns: fc.array(oneOf(Object.keys(CELLS)), { minLength: 4, maxLength: 24 }),
    blockBytes: fc.oneof(fc.integer({ min: 1, max: 120 }), fc.constant(1 << 20)),
    chunkBytes: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.constant(1 << 20)),
    keepColumns: fc.boolean(),
    setsAside: fc.boolean(),
    dropIdentical: rarely(10),
    writes: rarely(90),
    recorded: fc.array(rarely(20), { minLength: 3, maxLength: 3 }),
    hasUnit: rarely(15),
    hasAllMarks: fc.boolean(),
    quoting: oneOf(['needed', 'needed', 'some', 'all'] as const),
  })
  .map(({ files, hasUnit, hasAllMarks, ...asked }) => {
    const how = { ...asked, columns: hasAllMarks ? [...asked.columns, ...MARKS] : asked.columns };
    const random = randomFrom(how.seed);
    return {
      ...how,
      files: Array.from({ length: files }, (_, at) => Buffer.from(fileOf(how, at, hasUnit, random))),
      units: Array.from({ length: files }, () => (hasUnit ? '00007' : null)),
    };
  });

interface How {
  readonly dirt: number;
  readonly delimiter: string;
  readonly rows: number;
  readonly columns: readonly string[];
  readonly quoting: 'needed' | 'some' | 'all';
}

function fileOf(how: How, at: number, hasUnit: boolean, random: (below: number) => number): Uint8Array {
  const { dirt, delimiter, rows, quoting } = how;
  const isDirty = (share = dirt) => random(100) < share;
  const wanted = ['household_id', 'area', 'income', ...how.columns].filter((c) => !hasUnit || c !== 'commune_code');
  // the files of a survey have their columns in orders of their own
  const columns = shuffled([...new Set(wanted)], at === 0 ? () => 0 : random);
  const eol = ['\n', '\r\n', '\r\n', '\n'][random(4)] as string;
  const cell = (text: string) => {
    const must = /["\r\n]/.test(text) || text.includes(delimiter);
    const may = quoting === 'all' || (quoting === 'some' && random(4) === 0);
    return must || may ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const line = (cells: readonly string[]) => cells.map(cell).join(delimiter);
  let text = random(4) === 0 ? '\ufeff' : '';
  if (isDirty()) text += eol;
  text += line(columns) + eol;
  for (let row = 0; row < rows; row++) {
    const id = isDirty(dirt / 10) ? '1' : String(1000 * at + row).padStart(4, '0');
    const cells = columns.map((column) => {
      if (column === 'household_id') return isDirty(dirt / 4) ? pick(CELLS.household_id?.dirty, random) : id;
      const { clean = [], dirty = [] } = CELLS[column] ?? MARK;
      return pick(isDirty() ? dirty : clean, random);
    });
    if (isDirty(dirt / 5)) cells.push(pick(['', ' ', 'x'], random));
    if (isDirty(dirt / 10)) cells.pop();
    if (isDirty(dirt / 5)) text += pick(['', ' ', delimiter.repeat(3), '""'], random) + eol;
    const isLast = row === rows - 1 && random(2) === 0;
    text += line(cells) + (isLast ? '' : isDirty(dirt / 10) ? '\r' : eol);
  }
  if (isDirty(dirt / 40)) text += pick(['"', 'a"b', `"a"b${eol}`], random);
  const bytes = Buffer.from(text);
  if (isDirty(dirt / 40)) bytes[random(bytes.length)] = 0xff;
  return bytes;
}

function pick(list: readonly string[] | undefined, random: (below: number) => number): string {
  return list?.[random(list.length)] ?? '';
}

function shuffled<T>(list: readonly T[], random: (below: number) => number): T[] {
  const left = [...list];
  return list.map(() => left.splice(random(left.length), 1)[0] as T);
}

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return below === 0 ? 0 : ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
