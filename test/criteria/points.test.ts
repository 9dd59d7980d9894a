import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkCriteria } from '../../src/criteria/load.ts';
import { review, tempFile, tempFolder } from '../fixtures.ts';

const YAML = readFileSync('fixtures/points/example.yaml', 'utf8');
const CSV = readFileSync('fixtures/points/example.csv', 'utf8');

/** What is said of a table: kind of mistake, line, heading, what was seen. */
function faults(csv: string, yaml = YAML) {
  const source = (id: string) => (id === './example.csv' ? { name: 'example.csv', text: csv } : null);
  const { findings } = checkCriteria('example.yaml', yaml, source);
  return findings.map(({ data, at, saw }) => [data?.issue, at.row, at.column, saw]);
}
const changed = (before: string, after: string) => {
  expect(CSV).toContain(before);
  return CSV.replace(before, after);
};

test('the example is right, with semicolons or a byte order mark too', () => {
  expect(faults(CSV)).toEqual([]);
  expect(faults(`\ufeff${CSV.replaceAll(',', ';').replaceAll('\n', '\r\n')}`)).toEqual([]);
});

describe('a mistake of a table is told with its line and its heading', () => {
  test.each([
    ['a hole between two bands', changed('floor,,,20,30', 'floor,,,21,30'), ['points_hole', 7, 'from', '20 – <21']],
    ['bands that overlap', changed('floor,,,8,20', 'floor,,,7,20'), ['points_overlap', 6, 'from', '7 – <8']],
    ['a last band that ends', changed('floor,,,30,,', 'floor,,,30,90,'), ['points_hole', 8, 'below', '90 – …']],
    [
      'a first band that begins late',
      changed('floor_area_per_person,,8', 'floor_area_per_person,2,8'),
      ['points_hole', 5, 'from', '0 – <2'],
    ],
    ['a band that ends before it begins', changed('size,,,3,5', 'size,,,5,5'), ['points_backwards', 3, 'below', '5']],
    ['a code left out', changed('water,,,,,rain,,,2,3,3\n', ''), ['points_hole', 14, 'code', 'rain']],
    ['a code that stands twice', changed('water,,,,,rain', 'water,,,,,tap'), ['points_overlap', 13, 'code', 'tap']],
    ['a code there is not', changed(',rain,', ',rian,'), ['unknown_code', 13, 'code', 'rian']],
    ['points that are not whole', changed('rain,,,2,3,3', 'rain,,,2,"3,5",3'), ['points_whole', 13, 'Vùng Mẫu', '3,5']],
    ['a blank for points', changed('rain,,,2,3,3', 'rain,,,2,,3'), ['points_whole', 13, 'Vùng Mẫu', '']],
    ['a field there is not', changed('one,size,', 'one,sice,'), ['unknown_field', 2, 'field', 'sice']],
    ['a condition there is not', changed('one_works', 'on_works'), ['unknown_condition', 24, 'when', 'on_works']],
    [
      'conditions without the last case',
      changed('work,,,,,,,,0,0,0\n', ''),
      ['points_otherwise', 24, 'when', 'one_works'],
    ],
    [
      'columns that are no areas',
      CSV.replace('urban', 'town'),
      ['points_columns', 2, undefined, 'town, Vùng Mẫu, Vùng Thử'],
    ],
    ['an item without a name', changed('size,,,5,', ',,size,,'), ['points_no_item', 4, 'item', '']],
  ] as const)('%s', (_, csv, expected) => {
    expect(faults(csv)).toContainEqual([...expected]);
  });

  test('a table file that is not there', () => {
    const yaml = YAML.replace('example.csv\n    conditions', 'other.csv\n    conditions');
    expect(faults(CSV, yaml)).toContainEqual(['no_table_file', 26, undefined, 'other.csv']);
  });

  test('a condition with a field there is not', () => {
    expect(faults(CSV, YAML.replace('field: able_to_work', 'field: able'))[0]?.slice(0, 2)).toEqual([
      'unknown_field',
      30,
    ]);
  });

  test('a table beside other points, or of another score', () => {
    expect(faults(CSV, YAML.replace('given: b1', 'given: b1\n    points_each: 10'))[0]?.[0]).toBe('table_or_points');
    expect(faults(CSV, YAML.replace('given: b1', 'given: b2'))[0]?.[0]).toBe('table_without_points');
  });
});

test('a table may stand in the criteria file itself, its mistakes then at its own lines', () => {
  const inline = (below: number) =>
    YAML.replace(
      'table: example.csv',
      `table:\n      - { item: size, field: size, below: ${below}, points: 10 }\n      - { item: size, from: 3, points: 5 }`,
    );
  expect(faults(CSV, inline(3))).toEqual([]);
  expect(faults(CSV, inline(4))).toEqual([['points_overlap', 28, undefined, '3 – <4']]);
});

describe('on the command line', () => {
  test('check tells the line of the CSV, in both languages', async () => {
    const folder = tempFolder();
    const set = tempFile(YAML, 'example.yaml', folder);
    tempFile(changed('floor,,,20,30', 'floor,,,21,30'), 'example.csv', folder);
    for (const [lang, words] of [
      ['en', 'no row for 20 – <21'],
      ['vi', 'không có dòng cho 20 – <21'],
    ] as const) {
      const { exit, stderr } = await review(['criteria', 'check', set, '--lang', lang]);
      expect([exit, stderr.includes(words), stderr.includes('example.csv')]).toEqual([78, true, true]);
    }
  });

  test('show prints every row, diff the row that changed', async () => {
    const { stdout } = await review(['criteria', 'show', 'fixtures/points/example.yaml', '--lang', 'en']);
    expect(stdout).toContain('8 – <20: urban 5, Vùng Mẫu 6, Vùng Thử 6');
    const folder = tempFolder();
    tempFile(changed('8,20,,,,5,6,6', '8,20,,,,5,7,6'), 'example.csv', folder);
    const other = tempFile(YAML, 'example.yaml', folder);
    const changes = await review(['criteria', 'diff', 'fixtures/points/example.yaml', other, '--format', 'json']);
    expect(changes.stdout.match(/"name": "floor 8 – <20 \(Vùng Mẫu\)"/g)?.length).toBeGreaterThan(0);
  });

  test('classify computes a blank B1, keeps a written one and says where the answers give another', async () => {
    const head = 'household_id,area,region,size,floor_area,water_source,information_devices,b1';
    const rows = [
      '1,urban,,1,40,tap,tv;laptop;smartphone,', // 12 + 10 + 15; 0 or 20 for size, 0 or 9 for work: 37 to 66
      '2,urban,,6,30,other_unclean,none,', // 0 or 4 for size, 0 to 18 for work: poor whoever works
      '3,urban,,1,40,tap,tv;laptop;smartphone,99', // written, and beyond what the answers can give
    ];
    const survey = tempFile(`${[head, ...rows].join('\n')}\n`);
    const set = 'fixtures/points/example.yaml';
    const ran = await review([
      'classify',
      survey,
      '-c',
      set,
      '--basis',
      'score',
      '--allow-unverified',
      '-o',
      '-',
      '--lang',
      'en',
    ]);
    expect(ran.exit).toBe(0);
    const classes = ran.stdout
      .split('\r\n')
      .slice(1, 4)
      .map((row) => /(undecided|non_poor|poor),/.exec(row)?.[1]);
    expect(classes).toEqual(['undecided', 'poor', 'non_poor']);
    expect(ran.stderr).toContain('B1 is written as 99; the answers give 37 … 66');
  });
});
