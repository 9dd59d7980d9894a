import { describe, expect, it } from 'vitest';
import { fixture, review } from '../fixtures.ts';

const OFFICER = fixture('good/officer.csv');
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

describe('a wrong call ends with 2 and says nothing on stdout', () => {
  it.each([
    ['an unknown command', ['clasify', OFFICER], 'classify'],
    ['an unknown option', ['classify', OFFICER, '--reject-too', 'x.csv'], '--reject-to'],
    ['an unknown option of explain', ['explain', OFFICER, '--houshold', '1'], '--household'],
    ['an unknown subcommand', ['criteria', 'lisst'], 'list'],
  ])('%s, with what was meant', async (_, argv, meant) => {
    const ran = await review(argv);
    expect([ran.exit, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain(meant);
  });

  it.each([
    ['no file', ['classify', '-c', 'vn-2022']],
    ['no household', ['explain', OFFICER, '-c', 'vn-2022']],
    ['an option without its value', ['classify', OFFICER, '-c']],
    ['a format that is none', ['classify', OFFICER, '-c', 'vn-2022', '--format', 'pdf']],
    ['a language that is none', ['classify', OFFICER, '-c', 'vn-2022', '--lang', 'fr']],
    ['a basis that is none', ['classify', OFFICER, '-c', 'vn-2022', '--basis', 'b1']],
    ['a class that is none', ['classify', OFFICER, '-c', 'vn-2022', '--class', 'poor']],
    ['a delimiter that is none', ['classify', OFFICER, '-c', 'vn-2022', '--delimiter', '|']],
    ['a coverage that is none', ['classify', OFFICER, '-c', 'vn-2022', '--coverage', 'some']],
    ['a key that the file has not', ['classify', OFFICER, '-c', 'vn-2022', '--key', 'weight']],
    ['a unit for no file', ['classify', OFFICER, '-c', 'vn-2022', '--unit', 'other.csv=00001']],
    ['a unit without a code', ['classify', OFFICER, '-c', 'vn-2022', '--unit', 'officer.csv=']],
    ['a number of households that is none', ['generate', '--households', 'many']],
  ])('%s', async (_, argv) => {
    const ran = await review(argv);
    expect([ran.exit, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).not.toBe('');
  });
});

describe('help', () => {
  const COMMANDS = [
    [],
    ['classify'],
    ['explain'],
    ['criteria'],
    ['criteria', 'list'],
    ['criteria', 'show'],
    ['generate'],
  ];

  it.each(COMMANDS.map((words) => [words.join(' ') || 'review', words] as const))(
    'of %s goes to stdout in both languages and ends with 0',
    async (_, words) => {
      for (const lang of ['vi', 'en']) {
        for (const argv of [
          [...words, '--help', '--lang', lang],
          [...words, '-h', '--lang', lang],
        ]) {
          const ran = await review(argv);
          expect([ran.exit, ran.stderr], argv.join(' ')).toEqual([0, '']);
          expect(VIETNAMESE.test(ran.stdout), argv.join(' ')).toBe(lang === 'vi');
        }
      }
    },
  );

  it('may be asked for as a command', async () => {
    const [asked, help] = [await review(['help', 'classify']), await review(['classify', '--help'])];
    expect([asked.exit, asked.stdout]).toEqual([0, help.stdout]);
  });

  it('names every option that classify takes', async () => {
    const { stdout } = await review(['classify', '--help']);
    const options = ['--criteria', '--date', '--year', '--basis', '--class', '--output', '--force', '--reject-to'];
    const others = [
      '--drop-identical',
      '--keep-columns',
      '--coverage',
      '--format',
      '--dry-run',
      '--lang',
      '--key',
      '--unit',
    ];
    for (const option of [...options, ...others]) expect(stdout).toContain(option);
  });
});

describe('the version', () => {
  it.each(['--version', '-V'])('is told by %s', async (option) => {
    for (const lang of ['vi', 'en']) {
      const ran = await review([option], { env: { REVIEW_LANG: lang } });
      expect([ran.exit, ran.stderr]).toEqual([0, '']);
      expect(ran.stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
    }
  });
});

describe('the language', () => {
  const isVietnamese = async (env: Readonly<Record<string, string>>, ...argv: readonly string[]) =>
    VIETNAMESE.test((await review(['--help', ...argv], { env })).stdout);

  it('is Vietnamese unless something says otherwise', async () => {
    expect(await isVietnamese({})).toBe(true);
    expect(await isVietnamese({ LANG: 'C' })).toBe(true);
    expect(await isVietnamese({ LANG: 'vi_VN.UTF-8' })).toBe(true);
  });

  it('is English where the surroundings are', async () => {
    expect(await isVietnamese({ LANG: 'en_US.UTF-8' })).toBe(false);
    expect(await isVietnamese({ LC_ALL: 'vi_VN.UTF-8', LANG: 'en_US.UTF-8' })).toBe(true);
  });

  it('is what the user says, in the call before all', async () => {
    expect(await isVietnamese({ REVIEW_LANG: 'en', LANG: 'vi_VN' })).toBe(false);
    expect(await isVietnamese({ REVIEW_LANG: 'en' }, '--lang', 'vi')).toBe(true);
    expect(await isVietnamese({}, '--lang=en')).toBe(false);
  });
});

describe('what is printed', () => {
  const argv = ['classify', OFFICER, '-c', 'vn-2022'];

  it('has no colour where nobody looks, unless it is asked for', async () => {
    const colored = async (env: Readonly<Record<string, string>>, ...more: readonly string[]) => {
      const { stdout, stderr } = await review([...argv, ...more], { env });
      return (stdout + stderr).includes('\u001b[');
    };
    expect(await colored({})).toBe(false);
    expect(await colored({}, '--color')).toBe(true);
    expect(await colored({ FORCE_COLOR: '1' })).toBe(true);
    expect(await colored({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(await colored({ FORCE_COLOR: '1' }, '--no-color')).toBe(false);
  });

  it('is less with -q: no notes, no warnings', async () => {
    const { exit, stderr, stdout } = await review([...argv, '-q']);
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).not.toBe('');
  });

  it('is still every error with -q', async () => {
    const { exit, stderr } = await review(['classify', fixture('bad/no-area.csv'), '-c', 'vn-2022', '-q']);
    expect(exit).toBe(65);
    expect(stderr).toContain('E202');
    expect(stderr).not.toMatch(/[NW]\d{3}/);
  });

  it('warns of what is not confirmed about the criteria, in full with -v', async () => {
    const [short, long] = [await review(argv), await review([...argv, '-v'])];
    expect(short.stderr.match(/W407/g)).toHaveLength(1);
    expect(long.stderr.match(/W407/g)?.length).toBeGreaterThan(1);
  });

  it.each(['md', 'csv', 'table'])('may be %s', async (format) => {
    const ran = await review([...argv, '--format', format]);
    expect(ran.exit).toBe(0);
    expect(ran.stdout.length).toBeGreaterThan(50);
  });
});
