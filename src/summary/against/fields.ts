import { foldKey } from '../../text/fold.ts';

/** Numbers of households or persons that a publication may print. */
export const COUNT_FIELDS = [
  'households',
  'persons',
  'poor',
  'near_poor',
  'multidimensional',
  'non_poor',
  'poor_persons',
  'near_poor_persons',
] as const;
export type CountField = (typeof COUNT_FIELDS)[number];

/** Shares of all households, in percent. */
export const RATE_FIELDS = ['poor_rate', 'near_poor_rate', 'multidimensional_rate', 'non_poor_rate'] as const;
export type RateField = (typeof RATE_FIELDS)[number];

export type FigureField = CountField | RateField;
export type Column = FigureField | 'code' | 'unit' | 'level' | 'area';

/** What a rate is the share of. */
export const COUNT_OF: Readonly<Record<RateField, CountField>> = {
  poor_rate: 'poor',
  near_poor_rate: 'near_poor',
  multidimensional_rate: 'multidimensional',
  non_poor_rate: 'non_poor',
};

export function isRate(field: FigureField): field is RateField {
  return field in COUNT_OF;
}

const NAMES: Readonly<Record<'code' | 'unit' | 'level' | 'area' | 'households' | 'persons', readonly string[]>> = {
  code: ['unit_code', 'code', 'commune_code', 'province_code', 'Mã', 'Mã đơn vị', 'Mã xã', 'Mã tỉnh'],
  unit: [
    ...['unit', 'name', 'unit_name', 'commune', 'province', 'village', 'region', 'Đơn vị', 'Tên đơn vị', 'Tên'],
    ...['Xã', 'Xã/Phường', 'Tên xã', 'Tỉnh', 'Tỉnh/Thành phố', 'Địa phương', 'Địa bàn', 'Huyện', 'Vùng', 'Thôn'],
  ],
  level: ['level', 'Cấp'],
  area: ['area', 'Khu vực', 'Thành thị/Nông thôn'],
  households: [
    ...[
      'households',
      'total_households',
      'Hộ',
      'Số hộ',
      'Tổng số hộ',
      'Tổng số hộ dân',
      'Tổng số hộ dân cư',
      'Tổng hộ',
    ],
    ...['Số hộ dân', 'Số hộ dân cư', 'Tổng số hộ dân trên địa bàn', 'Tổng số hộ trên địa bàn'],
  ],
  persons: ['persons', 'population', 'Số khẩu', 'Nhân khẩu', 'Tổng số khẩu', 'Tổng số nhân khẩu', 'Dân số'],
};

/** A class as headings name it, before or after what is said of it. */
const CLASSES = {
  poor: ['poor', 'hộ nghèo', 'nghèo'],
  near_poor: ['near_poor', 'hộ cận nghèo', 'cận nghèo'],
  multidimensional: [
    ...['multidimensional', 'both', 'nghèo đa chiều', 'hộ nghèo đa chiều', 'hộ nghèo và hộ cận nghèo'],
    ...['hộ nghèo và cận nghèo', 'nghèo và cận nghèo', 'hộ nghèo, cận nghèo', 'hộ nghèo, hộ cận nghèo'],
    ...['nghèo, cận nghèo', 'hộ nghèo + cận nghèo', 'hộ nghèo + hộ cận nghèo'],
  ],
  non_poor: ['non_poor', 'không nghèo', 'hộ không nghèo', 'hộ không thuộc hộ nghèo, cận nghèo'],
} as const;

/** What is said of a class; `*` stands for its name. */
const SAID = {
  count: [
    '*',
    'số *',
    'tổng số *',
    'tổng *',
    '* số hộ',
    '* hộ',
    '* số lượng',
    '* tổng số',
    '* households',
    'households *',
  ],
  rate: ['* rate', 'tỷ lệ *', 'tỉ lệ *', '* tỷ lệ', '* tỉ lệ', 'rate *', '* percent'],
  persons: [
    '* persons',
    'persons *',
    '* số khẩu',
    '* nhân khẩu',
    '* khẩu',
    'số khẩu *',
    'nhân khẩu *',
    'số nhân khẩu *',
  ],
} as const;

const UNITS = /\((?:%|hộ|khẩu|người|households|persons)\)|%/gi;

/** The column that a heading names, units such as `(%)` aside; null for any other. */
export function columnOf(heading: string): Column | null {
  const bare = foldKey(heading.replace(UNITS, ''));
  const found = KNOWN.get(bare) ?? null;
  if (!heading.includes('%') || found === null) return found;
  return (Object.entries(COUNT_OF).find(([, count]) => count === found)?.[0] as Column | undefined) ?? found;
}

const KNOWN: ReadonlyMap<string, Column> = new Map([
  ...Object.entries(NAMES).flatMap(([column, names]) =>
    names.map((name) => [foldKey(name), column as Column] as const),
  ),
  ...Object.entries(CLASSES).flatMap(([poverty, names]) =>
    names.flatMap((name) =>
      Object.entries(SAID).flatMap(([said, forms]) => {
        const column = said === 'count' ? poverty : `${poverty}_${said}`;
        const isKnown = [...COUNT_FIELDS, ...RATE_FIELDS].some((field) => field === column);
        return isKnown ? forms.map((form) => [foldKey(form.replace('*', name)), column as Column] as const) : [];
      }),
    ),
  ),
]);
