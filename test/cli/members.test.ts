import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { column, csvOf, findingsIn, type Row, read, review, rowsIn, tempFile, tempFolder } from '../fixtures.ts';

/** A household whose house and devices are fine. */
const house = (household_id: string, more: Row = {}): Row => ({
  household_id,
  area: 'rural',
  income: '1400000',
  size: '2',
  floor_area: '40',
  wall: 'durable',
  pillar: 'durable',
  roof: 'durable',
  water_source: 'tap',
  toilet_type: 'septic',
  information_devices: 'tv',
  ...more,
});

/** An adult without any deprivation. */
const adult = (household_id: string, more: Row = {}): Row => ({
  household_id,
  name: 'Nguyễn Văn Mẫu',
  relation: 'Chủ hộ',
  id_number: '000080000001',
  birth_date: '12/03/1980',
  insured: '1',
  studying: '0',
  school_level: '',
  work: 'own',
  able_to_work: '1',
  wants_work: '1',
  receives_social_allowance: '0',
  uses_internet: '1',
  stunted: '',
  underweight: '',
  ...more,
});

/** A child of ten at primary school. */
const child = (household_id: string, more: Row = {}): Row =>
  adult(household_id, {
    name: 'Nguyễn Thử',
    relation: 'con',
    id_number: '000215000002',
    birth_date: '2015',
    studying: '1',
    school_level: 'tiểu học',
    work: 'none',
    able_to_work: '0',
    stunted: '0',
    underweight: '0',
    ...more,
  });

interface Files {
  readonly folder: string;
  readonly households: string;
  readonly members: string;
}

function filesOf(households: readonly Row[], members: readonly Row[]): Files {
  const folder = tempFolder();
  return {
    folder,
    households: tempFile(csvOf(households), 'ho.csv', folder),
    members: tempFile(csvOf(members), 'tv.csv', folder),
  };
}

const poor = [
  house('1'),
  house('2', { water_source: 'nước suối', toilet_type: 'không có' }),
  house('3', { water_source: 'nước suối', toilet_type: 'không có' }),
];
const persons = [
  adult('1'),
  child('1'),
  adult('3', { insured: '' }),
  child('3'),
  adult('2', { insured: '0' }),
  child('2'),
];

async function classify({ folder, households, members }: Files, ...more: readonly string[]) {
  const out = join(folder, 'kq.csv');
  const sets = more.includes('-c') ? [] : ['-c', 'vn-2022'];
  const options = ['--members', members, '--year', '2025', '-o', out, '--force', '--format', 'json'];
  const ran = await review(['classify', households, ...sets, ...options, ...more]);
  return { ran, out };
}

describe('classify with members', () => {
  it('decides by their answers, and leaves open what nobody answered', async () => {
    const { ran, out } = await classify(filesOf(poor, persons));
    expect(ran.exit, ran.stderr).toBe(0);
    const text = read(out);
    expect(column(text, 'class')).toEqual(['near_poor', 'poor', 'undecided']);
    expect(column(text, 'health_insurance')).toEqual(['0', '1', '']);
    expect(column(text, 'undecided_for')).toEqual(['', '', 'health_insurance']);
    expect(Object.keys(rowsIn(text)[0] ?? {})).not.toContain('insured');
  });

  it('says in the manifest which columns were derived, by what, and from which files', async () => {
    const { out } = await classify(filesOf(poor, persons));
    const manifest = JSON.parse(readFileSync(`${out}.manifest.json`, 'utf8'));
    expect(manifest.derived).toContain('health_insurance');
    expect(manifest.definitions.health_insurance).toMatch(/^[0-9a-f]{64}$/);
    expect(manifest.inputs.map((input: { rows: number; sha256: string }) => [input.rows, input.sha256.length])).toEqual(
      [
        [3, 64],
        [6, 64],
      ],
    );
  });

  it('writes the same bytes whatever the order of the members', async () => {
    const [one, other] = [filesOf(poor, persons), filesOf(poor, [...persons].reverse())];
    expect(read((await classify(one)).out)).toBe(read((await classify(other)).out));
  });

  it('tells of a mark against the answers, with the row of the member; --prefer says which is followed', async () => {
    const files = filesOf([house('2', { health_insurance: '0' })], persons.slice(4));
    const marked = await classify(files);
    const [told] = findingsIn(marked.ran, 'W341');
    expect(told).toMatchObject({ row: 2, field: 'health_insurance' });
    expect(told?.message).toContain('tv.csv:2');
    expect(column(read(marked.out), 'health_insurance')).toEqual(['0']);
    const answered = await classify(files, '--prefer', 'answers');
    expect(column(read(answered.out), 'health_insurance')).toEqual(['1']);
  });

  it('stops for a household with more members than persons, and sets it aside on request', async () => {
    const files = filesOf(poor, [...persons, child('1')]);
    const { ran } = await classify(files);
    expect([ran.exit, findingsIn(ran, 'E336').map((f) => f.row)]).toEqual([65, [2]]);
    const aside = await classify(files, '--reject-to', join(files.folder, 'loi.csv'));
    expect(aside.ran.exit).toBe(1);
    expect(column(read(aside.out), 'household_id')).toEqual(['2', '3']);
  });

  it('ends with 66 when the member file is missing', async () => {
    const files = filesOf(poor, persons);
    expect((await classify({ ...files, members: join(files.folder, 'none.csv') })).ran.exit).toBe(66);
  });

  it('does not write over a member file', async () => {
    const { households, members } = filesOf(poor, persons);
    const before = read(members);
    const ran = await review(['classify', households, '--members', members, '-c', 'vn-2022', '-o', members, '--force']);
    expect(ran.exit).not.toBe(0);
    expect(read(members)).toBe(before);
  });
});

describe('a result with derived columns', () => {
  it('classifies to itself under the same set, without its members', async () => {
    const first = await classify(filesOf(poor, persons));
    const again = tempFolder();
    const out = join(again, 'kq.csv');
    await review(['classify', first.out, '-c', 'vn-2022', '--year', '2025', '-o', out]);
    expect(read(out)).toBe(read(first.out));
  });

  it('says unknown, with a note, where another set derives otherwise and the members are gone', async () => {
    const { out } = await classify(filesOf(poor, persons));
    const ran = await review(['classify', out, '-c', 'hcmc-2021', '--outside-coverage', '--format', 'json', '-o', '-']);
    const json = await review(['classify', out, '-c', 'hcmc-2021', '--outside-coverage', '--format', 'json']);
    expect(ran.exit).toBe(2);
    const fields = findingsIn(json, 'N366').map((f) => [f.field, f.count]);
    expect(fields).toContainEqual(['dependents', 3]);
    // water is defined alike, and its answer is there
    expect(fields.map(([field]) => field)).not.toContain('water');
  });

  it('takes its marks as they stand when the manifest is gone or damaged', async () => {
    const { out } = await classify(filesOf(poor, persons));
    writeFileSync(`${out}.manifest.json`, '{');
    const ran = await review(['classify', out, '-c', 'hcmc-2021', '--outside-coverage', '--format', 'json']);
    expect(findingsIn(ran, 'N366')).toEqual([]);
  });
});

describe('a dwelling that stands in the file of the members', () => {
  it('is what explain says was read', async () => {
    const files = ['fixtures/demo/2025.csv', '--members', 'fixtures/demo/members-2025.csv'];
    const ran = await review([
      'explain',
      ...files,
      '-c',
      'vn-2022',
      '--year',
      '2025',
      '--household',
      '0000140',
      '--format',
      'json',
    ]);
    const { data } = JSON.parse(ran.stdout) as { data: { indicators: { id: string; because: unknown[] }[] } };
    const { because } = data.indicators.find(({ id }) => id === 'housing_area') ?? { because: [] };
    expect(because).toContainEqual({ field: 'floor_area', column: 'Diện tích nhà ở (m2)', saw: '92' });
  });
});

describe('explain with members', () => {
  const explained = async (id: string, ...more: readonly string[]) => {
    const { households, members } = filesOf(poor, persons);
    const ran = await review([
      'explain',
      households,
      '--members',
      members,
      '-c',
      'vn-2022',
      '--year',
      '2025',
      '--household',
      id,
      ...more,
    ]);
    expect(ran.exit, ran.stderr).toBe(0);
    return ran;
  };

  it('names who decides by place, relation and row, never by name or number', async () => {
    const { stdout } = await explained('2', '--lang', 'en', '--format', 'md');
    expect(stdout).toContain('member 1, chủ hộ (row 6)');
    expect(stdout).not.toMatch(/Nguyễn|000080000001/);
  });

  it('says of whom it is not known', async () => {
    const { stdout } = await explained('3', '--lang', 'vi', '--format', 'md');
    expect(stdout).toContain('chưa biết về thành viên 1, chủ hộ (dòng 4)');
  });

  it('gives the same as data', async () => {
    const { stdout } = await explained('2', '--format', 'json');
    const { indicators } = JSON.parse(stdout).data;
    const insurance = indicators.find((one: { id: string }) => one.id === 'health_insurance');
    expect(insurance).toMatchObject({
      deprived: true,
      derived: true,
      members: [{ position: 1, relation: 'Chủ hộ', certain: true, row: 6 }],
      unlisted: 0,
    });
    expect(stdout).not.toMatch(/Nguyễn|000080000001/);
  });
});

describe('check and criteria coverage with members', () => {
  it('show how the member file was read, and what was found in it', async () => {
    const { households, members } = filesOf(poor, [...persons, adult('9'), child('1', { birth_date: '1850' })]);
    const more = ['--members', members, '-c', 'vn-2022', '--year', '2025'];
    const { stdout, exit } = await review(['check', households, ...more, '--lang', 'en']);
    expect(exit).toBe(0);
    expect(stdout).toContain(`How ${members} was read`);
    const json = await review(['check', households, ...more, '--format', 'json']);
    expect(findingsIn(json, 'W361').map((f) => [f.file, f.row])).toEqual([[members, 8]]);
    expect(findingsIn(json, 'W361')[0]?.hint).not.toContain('zeros');
    expect(findingsIn(json, 'E339').map((f) => [f.file, f.row, f.field])).toEqual([[members, 9, 'birth_date']]);
  });

  it('say how many households would be found with their leading zeros, in both languages', async () => {
    const { households, members } = filesOf([house('001'), house('002')], [adult('1'), adult('2'), adult('9')]);
    const hints = async (lang: string) => {
      const ran = await review(['check', households, '--members', members, '--lang', lang, '--format', 'json']);
      return findingsIn(ran, 'W361').map(({ hint }) => hint);
    };
    expect(await hints('en')).toEqual([
      expect.stringContaining('2 of the 3 households'),
      expect.stringContaining('2 of the 3 households'),
      expect.stringContaining('Hold number'),
    ]);
    expect((await hints('vi'))[0]).toContain('2 trong 3 hộ');
  });

  it('count what the members exercise of a set', async () => {
    const { households, members } = filesOf(poor, persons);
    const { stdout } = await review([
      'criteria',
      'coverage',
      households,
      '--members',
      members,
      '-c',
      'vn-2022',
      '--year',
      '2025',
      '--format',
      'json',
    ]);
    const [{ indicators }] = JSON.parse(stdout).data;
    expect(indicators.find((one: { id: string }) => one.id === 'health_insurance')).toMatchObject({
      deprived: 1,
      not: 1,
      unknown: 1,
    });
  });
});

describe('a folder with lists of members beside lists of households', () => {
  const options = ['-c', 'vn-2022', '--year', '2025', '--format', 'json'];

  async function fromFolder(households: readonly Row[], members: readonly Row[], ...more: readonly string[]) {
    const { folder, members: file } = filesOf(households, members);
    const out = join(tempFolder(), 'kq.csv');
    const ran = await review(['classify', folder, ...options, '-o', out, ...more.map((m) => (m === 'tv' ? file : m))]);
    return { ran, out };
  }

  it('is joined as --members joins them, and says so', async () => {
    const named = await classify(filesOf(poor, persons));
    const { ran, out } = await fromFolder(poor, persons);
    expect(ran.exit, ran.stderr).toBe(0);
    expect(rowsIn(read(out))).toEqual(rowsIn(read(named.out)));
    const [told, ...others] = findingsIn(ran, 'N369');
    expect([told?.file?.endsWith('tv.csv'), others]).toEqual([true, []]);
    expect(told?.message).toContain('--members');
  });

  it('counts a file that --members names once', async () => {
    const { ran, out } = await fromFolder(poor, persons, '--members', 'tv');
    expect(ran.exit, ran.stderr).toBe(0);
    expect(column(read(out), 'class')).toEqual(['near_poor', 'poor', 'undecided']);
    expect([...findingsIn(ran, 'N369'), ...findingsIn(ran, 'N363'), ...findingsIn(ran, 'E336')]).toEqual([]);
  });

  it('knows members by their number alone, with the answers of the house on the row of the head', async () => {
    const house = { wall: 'durable', pillar: 'durable', roof: 'durable', floor_area: '40', toilet_type: 'septic' };
    const numbered = persons.map(({ name, relation, ...answers }, at) => ({
      ...answers,
      member_id: String(at + 1),
      ...Object.fromEntries(Object.entries(house).map(([field, cell]) => [field, at % 2 === 0 ? cell : ''])),
    }));
    const bare = poor.map(({ household_id = '', area = '', income = '', size = '' }) => ({
      household_id,
      area,
      income,
      size,
    }));
    const { ran, out } = await fromFolder(bare, numbered);
    expect(ran.exit, ran.stderr).toBe(0);
    expect(column(read(out), 'health_insurance')).toEqual(['0', '1', '']);
    expect(column(read(out), 'toilet')).toEqual(['0', '0', '0']);
  });

  it('says it in Vietnamese too', async () => {
    const { ran } = await fromFolder(poor, persons, '--lang', 'vi');
    expect(findingsIn(ran, 'N369')[0]?.message).toContain('Mỗi dòng của tệp này là một thành viên');
  });
});
