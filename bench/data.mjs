import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Invented households in the national shape: 23 columns, an income and the twelve marks, commune after commune. */
export const COLUMNS = [
  'province_code',
  'commune_code',
  'commune',
  'village',
  'household_id',
  'area',
  'head_name',
  'head_sex',
  'ethnicity',
  'size',
  'income',
  'employment',
  'dependents',
  'nutrition',
  'health_insurance',
  'adult_education',
  'child_schooling',
  'housing_quality',
  'housing_area',
  'water',
  'toilet',
  'telecom',
  'information_means',
];
export const MARKS = COLUMNS.slice(11);

const COMMUNES = 3321;
const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lò',
  'Giàng',
];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Xuân', 'Minh', 'Quang', 'Thu', 'Ngọc'];
const GIVEN = [
  'An',
  'Bình',
  'Cường',
  'Dũng',
  'Hạnh',
  'Hồng',
  'Lan',
  'Mẫn',
  'Nhiên',
  'Phúc',
  'Sơn',
  'Thảo',
  'Uyên',
  'Vinh',
];
const PEOPLES = ['Kinh', 'Kinh', 'Kinh', 'Kinh', 'Kinh', 'Kinh', 'Tày', 'Thái', 'Mường', 'Khmer', 'Mông'];
const FLUSHED = 1 << 22;

/** Writes `households` rows to `path`, unless they stand there already; the same number gives the same bytes. */
export function generate(path, households) {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return;
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.part`, 'w');
  const random = randomFrom(20_250_701);
  const perCommune = Math.ceil(households / COMMUNES);
  let text = `${COLUMNS.join(',')}\r\n`;
  for (let at = 0; at < households; at++) {
    text += rowOf(at, perCommune, random);
    if (text.length < FLUSHED) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
  renameSync(`${path}.part`, path);
}

function rowOf(at, perCommune, random) {
  const commune = Math.floor(at / perCommune);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const isUrban = commune % 5 < 2;
  const need = random() ** 4;
  const income = Math.round((700_000 + 5_500_000 * (1 - need) * random()) / 10_000) * 10_000;
  const marks = MARKS.map(() => (random() < 0.04 + 0.6 * need ? 1 : 0));
  const place = `${isUrban ? 'Phường' : 'Xã'} Giả Định ${commune}`;
  const village = `${isUrban ? 'Tổ' : 'Thôn'} ${1 + (Math.floor((at % perCommune) / 120) % 40)}`;
  return `${[
    String(1 + (commune % 34)).padStart(2, '0'),
    String(commune).padStart(5, '0'),
    place,
    village,
    String(at % perCommune).padStart(7, '0'),
    isUrban ? 'urban' : 'rural',
    `${pick(FAMILY)} ${pick(MIDDLE)} ${pick(GIVEN)}`,
    random() < 0.5 ? 'male' : 'female',
    pick(PEOPLES),
    1 + Math.floor(random() * 7),
    random() < 0.002 ? '' : income,
    ...marks,
  ].join(',')}\r\n`;
}

/** Mulberry32: small, fast, the same everywhere. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
