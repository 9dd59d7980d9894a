import { describe, expect, it } from 'vitest';
import {
  csvOf,
  errorsIn,
  filesIn,
  findingsIn,
  fixture,
  household,
  type Row,
  review,
  tempFile,
  tempFolder,
} from '../fixtures.ts';

/** Classifies a file by the national set, as JSON. */
const json = (file: string, ...options: readonly string[]) =>
  review(['classify', file, '-c', 'vn-2022', '--format', 'json', ...options]);

const jsonOf = (rows: readonly Row[], ...options: readonly string[]) => json(tempFile(csvOf(rows)), ...options);

describe('a file that cannot be read at all ends with 65', () => {
  it.each([
    ['bad/latin-1.csv', 'E102', 3],
    ['bad/workbook.csv', 'E106', null],
    ['bad/web-page.csv', 'E103', null],
    ['bad/two-incomes.csv', 'E201', 1],
    ['bad/unclosed-quote.csv', 'E105', 2],
  ])('%s: %s', async (name, code, row) => {
    const ran = await json(fixture(name));
    expect([ran.exit, errorsIn(ran)]).toEqual([65, [[code, row]]]);
    expect(findingsIn(ran, code)[0]?.file).toBe(fixture(name));
  });

  it('an empty file: E104', async () => {
    const ran = await json(tempFile(''));
    expect([ran.exit, errorsIn(ran)]).toEqual([65, [['E104', null]]]);
  });

  it('and every such file is told', async () => {
    const files = ['bad/workbook.csv', 'bad/two-incomes.csv', 'good/officer.csv'].map(fixture);
    const ran = await review(['classify', ...files, '-c', 'vn-2022', '--format', 'json']);
    expect(errorsIn(ran).map(([code]) => code)).toEqual(['E106', 'E201']);
  });
});

describe('a column that is missing', () => {
  it('ends with 65, the field and the headings seen', async () => {
    const ran = await json(fixture('bad/no-area.csv'));
    expect([ran.exit, errorsIn(ran)]).toEqual([65, [['E202', 1]]]);
    expect(findingsIn(ran, 'E202')).toMatchObject([{ field: 'area', file: fixture('bad/no-area.csv') }]);
    const { stderr } = await review(['classify', fixture('bad/no-area.csv'), '-c', 'vn-2022']);
    for (const heading of ['household_id', 'Khu vuc', 'income']) expect(stderr).toContain(heading);
  });

  it('is no fault when it is the area and the city has one line', async () => {
    const ran = await review(['classify', fixture('bad/no-area.csv'), '-c', 'hcmc-2021']);
    expect(ran.exit).toBe(0);
  });

  it('is a warning when it is a mark', async () => {
    const ran = await json(tempFile('household_id,area,income\n0001,rural,1400000\n'));
    expect(ran.exit).toBe(0);
    expect(findingsIn(ran, 'W203')).toHaveLength(1);
  });
});

describe('a cell that cannot be used ends with 65, its file, row and column', () => {
  it.each([
    ['an area that is neither', { area: 'thị trấn' }, 'E304', 'area'],
    ['a negative income', { income: '-1' }, 'E306', 'income'],
    ['an income that is no number', { income: 'khá giả' }, 'E305', 'income'],
    ['a mark of 2', { water: '2' }, 'E307', 'water'],
    ['a class that is not known', { recorded_class: 'nghèo?' }, 'E308', 'recorded_class'],
    ['a decision that is not known', { decided_class: 'có' }, 'E308', 'decided_class'],
    ['a B2 that is no multiple of 10', { b2: '15' }, 'E309', 'b2'],
    ['a B2 above all indicators', { b2: '130' }, 'E309', 'b2'],
    ['a B2 that contradicts the marks', { b2: '10' }, 'E310', 'b2'],
    ['a residence that is not in the list', { residence: 'vãng lai' }, 'E311', 'residence'],
    ['an id lost to scientific notation', { head_id_number: '1.23E+10' }, 'E312', 'head_id_number'],
    ['a household of nobody', { size: '0' }, 'E306', 'size'],
    ['a household without a number', { household_id: '' }, 'E302', 'household_id'],
  ] as const)('%s', async (_, wrong, code, field) => {
    const path = tempFile(csvOf([household('0001'), household('0002', wrong)]));
    const ran = await json(path);
    expect(ran.exit).toBe(65);
    expect(errorsIn(ran)).toEqual([[code, 3]]);
    expect(findingsIn(ran, code)).toMatchObject([{ file: path, row: 3, column: field, field }]);
  });

  it('and the column is the heading of the file', async () => {
    const ran = await json(tempFile('Mã hộ;Khu vực;Thu nhập bình quân\n0001;Miền núi;1tr\n'));
    expect(findingsIn(ran, 'E304')).toMatchObject([{ row: 2, column: 'Khu vực', field: 'area' }]);
  });
});

describe('two rows of one household', () => {
  it('end with 65, every row of them told', async () => {
    const ran = await json(fixture('bad/duplicates.csv'));
    expect(ran.exit).toBe(65);
    expect(errorsIn(ran)).toEqual([
      ['E303', 2],
      ['E303', 4],
      ['E303', 6],
    ]);
    expect(findingsIn(ran, 'N316')).toEqual([]);
  });

  it('are told across files', async () => {
    const [a, b] = [tempFile(csvOf([household('1')])), tempFile(csvOf([household('1', { income: '1' })]))];
    const ran = await review(['classify', a, b, '-c', 'vn-2022', '--format', 'json']);
    expect(findingsIn(ran, 'E303').map((f) => [f.file, f.row])).toEqual([
      [a, 2],
      [b, 2],
    ]);
  });

  it('that say the same are dropped on request', async () => {
    const rows = [household('1', { reviewer: 'A' }), household('1', { reviewer: 'B' })];
    expect((await jsonOf(rows)).exit).toBe(65);
    const ran = await jsonOf(rows, '--drop-identical');
    expect(ran.exit).toBe(0);
    expect(JSON.parse(ran.stdout).data.counts).toMatchObject({ read: 2, classified: 1, rejected: 0, dropped: 1 });
    expect(findingsIn(ran, 'N316')).toMatchObject([{ row: 3 }]);
  });

  it('say the same whether or not the columns that number the rows are kept', async () => {
    const rows = [
      { STT: '1', ...household('1') },
      { STT: '2', ...household('1') },
    ];
    expect((await jsonOf(rows, '--drop-identical')).exit).toBe(0);
    expect((await jsonOf(rows, '--drop-identical', '--keep-columns')).exit).toBe(0);
  });

  it('are told apart by the key that the user names', async () => {
    const rows = [household('1', { head_name: 'A' }), household('1', { head_name: 'B' })];
    expect((await jsonOf(rows)).exit).toBe(65);
    expect((await jsonOf(rows, '--key', 'household_id, head_name')).exit).toBe(0);
    expect((await jsonOf(rows, '--key', 'village')).exit).toBe(2);
  });
});

describe('a file with everything wrong', () => {
  it('has all of it told in one run', async () => {
    const ran = await json(fixture('bad/five-faults.csv'));
    expect(ran.exit).toBe(65);
    expect([...errorsIn(ran)].sort()).toEqual([
      ['E301', 8],
      ['E304', 2],
      ['E305', 4],
      ['E306', 3],
      ['E307', 6],
      ['E308', 6],
      ['E309', 5],
    ]);
  });

  it('has all of it on stderr too, and nothing is written', async () => {
    const folder = tempFolder();
    const ran = await review(['classify', fixture('bad/five-faults.csv'), '-c', 'vn-2022', '-o', `${folder}/r.csv`]);
    expect([ran.exit, ran.stdout, filesIn(folder)]).toEqual([65, '', []]);
    for (const code of ['E301', 'E304', 'E305', 'E306', 'E307', 'E308', 'E309']) expect(ran.stderr).toContain(code);
  });

  it('leaves no folder behind either', async () => {
    const folder = tempFolder();
    const sets = ['-c', 'vn-2022', '-c', 'quang-ninh-2023'];
    const ran = await review(['classify', fixture('bad/five-faults.csv'), ...sets, '-o', `${folder}/out`]);
    expect([ran.exit, filesIn(folder)]).toEqual([65, []]);
  });

  it('has more of one kind than are listed one by one counted', async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => household(`${at}`, { income: 'x' }));
    const found = findingsIn(await jsonOf(rows), 'E305');
    expect(found.length).toBeLessThan(1500);
    expect(found.reduce((sum, f) => sum + f.count, 0)).toBe(1500);
  });
});
