import { describe, expect, test } from 'vitest';
import { type LinkedOptions, linkedYears } from '../../src/generate/linked-years.ts';
import { NUMBERED_HEADINGS } from '../../src/generate/members.ts';
import { CROSSWALK_HEADINGS } from '../../src/generate/reform.ts';
import { surveyHeadings } from '../../src/generate/survey.ts';
import { read, review, rowsIn, tempFolder } from '../fixtures.ts';
import { PUBLISHED } from './published.ts';
import { cellsOf } from './rows.ts';

type Row = Readonly<Record<string, string>>;

const HEADINGS: readonly string[] = surveyHeadings(PUBLISHED);
const byHeading = (headings: readonly string[]) => (cells: readonly string[]) =>
  Object.fromEntries(cells.map((cell, at) => [headings[at] ?? '', cell])) as Row;
const keyOf = (row: Row) => `${row.commune_code}/${row.village}/${row.household_id}`;

function linked(more: Partial<LinkedOptions> = {}) {
  const options = { seed: 7, households: 3000, communes: 1, provinceCode: '22', year: 2025, published: PUBLISHED };
  const { batches, crosswalk } = linkedYears({ ...options, isReformed: false, ...more });
  const all = [...batches];
  const members = (year: 'before' | 'after') => {
    const households = new Map<string, Row[]>();
    for (const row of all.flatMap((batch) => batch[year].members).map(byHeading(NUMBERED_HEADINGS)))
      households.set(keyOf(row), [...(households.get(keyOf(row)) ?? []), row]);
    return households;
  };
  return {
    before: all.flatMap(({ before }) => before.households).map(byHeading(HEADINGS)),
    after: all.flatMap(({ after }) => after.households).map(byHeading(HEADINGS)),
    beforeMembers: members('before'),
    afterMembers: members('after'),
    links: all.flatMap(({ links }) => links),
    crosswalk: crosswalk.map(byHeading(CROSSWALK_HEADINGS)),
    raw: all,
  };
}

const years = linked();
const { before, after, links, beforeMembers, afterMembers } = years;
const goesOn = links.filter(
  ({ before: b, after: a, event }) => b !== null && a !== null && event !== 'split_from' && event !== 'merged_into',
);

describe('two linked years', () => {
  test('begin with the year that generate writes by itself', () => {
    const alone = cellsOf(7, 2024, { households: 3000 });
    expect(years.raw.flatMap((batch) => batch.before.households)).toEqual(alone);
  });

  test('are the same for the same seed, and others for another', () => {
    expect(linked().raw).toEqual(years.raw);
    expect(linked({ seed: 8 }).raw).not.toEqual(years.raw);
  });

  test('name every household of both years in the links, once as what goes on', () => {
    const ofBefore = links.filter(({ event }) => event !== 'split_from').flatMap(({ before: key }) => key ?? []);
    const ofAfter = links.filter(({ event }) => event !== 'merged_into').flatMap(({ after: key }) => key ?? []);
    expect([...ofBefore].sort()).toEqual(before.map(keyOf).sort());
    expect([...ofAfter].sort()).toEqual(after.map(keyOf).sort());
    expect(new Set(ofBefore).size).toBe(ofBefore.length);
    expect(new Set(ofAfter).size).toBe(ofAfter.length);
  });

  test('hold every event: opening + in − out = closing', () => {
    const count = (wanted: string | null, isPair = false) =>
      links.filter(({ event, before: b, after: a }) => event === wanted && (b !== null && a !== null) === isPair)
        .length;
    const [moved, died, dissolved, came] = ['moved_out', 'died', 'dissolved', 'moved_in'].map((event) => count(event));
    const [split, merged] = [count('split_from', true), count('merged_into', true)];
    for (const some of [moved, died, dissolved, came, split, merged]) expect(some).toBeGreaterThan(0);
    const out = Number(moved) + Number(died) + Number(dissolved) + merged;
    expect(before.length - out + Number(came) + split).toBe(after.length);
    const notes = new Set(links.map(({ note }) => note));
    expect([...notes].sort()).toEqual(['', 'moved', 'new_head', 'new_head renumbered', 'renumbered', 'same']);
  });

  test('let households rise over the line and fall below it', () => {
    const classes = new Map(before.map((row) => [keyOf(row), row.recorded_class]));
    const later = new Map(after.map((row) => [keyOf(row), row.recorded_class]));
    const moves = goesOn.map(({ before: b, after: a }) => `${classes.get(b ?? '')} ${later.get(a ?? '')}`);
    for (const move of ['near_poor non_poor', 'non_poor near_poor', 'near_poor near_poor', 'poor poor'])
      expect([move, moves.includes(move)]).toEqual([move, true]);
  });

  test('keep persons: the same name, birth date, sex and number in a household that goes on', () => {
    let [kept, all] = [0, 0];
    for (const { before: b, after: a } of goesOn) {
      const [old, now] = [beforeMembers.get(b ?? ''), afterMembers.get(a ?? '')];
      if (old === undefined || now === undefined || now[0]?.id_number === '') continue;
      const known = new Map(now.map((row) => [row.id_number, row]));
      for (const person of old) {
        all += 1;
        const same = known.get(person.id_number ?? '');
        if (same === undefined) continue;
        kept += 1;
        expect([same.name, same.birth_date, same.sex]).toEqual([person.name, person.birth_date, person.sex]);
      }
    }
    expect(all).toBeGreaterThan(8000);
    expect(kept / all).toBeGreaterThan(0.97);
    expect(kept).toBeLessThan(all);
  });

  test('give everybody a number of their own, with an impossible province, and as many rows as persons', () => {
    for (const [rows, members] of [
      [before, beforeMembers],
      [after, afterMembers],
    ] as const) {
      const ids = [...members.values()].flat().flatMap(({ id_number }) => id_number || []);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^000\d{9}$/);
      for (const row of rows) {
        const own = members.get(keyOf(row));
        expect(own?.length ?? null).toBe(row.outcome === 'reviewed' ? Number(row.size) : null);
        if (own === undefined) continue;
        expect([own[0]?.name, own[0]?.id_number, own[0]?.relation]).toEqual([
          row.head_name,
          row.head_id_number,
          'head',
        ]);
        expect(own.filter(({ relation }) => relation === 'head')).toHaveLength(1);
      }
    }
  });

  test('reuse numbers: strangers stand under the key of somebody else', () => {
    const old = new Map(before.map((row) => [keyOf(row), row.head_id_number]));
    const strangers = links.filter(({ before: b, after: a }) => a !== null && b !== a && old.has(a));
    expect(strangers.filter(({ event }) => event === 'moved_in').length).toBeGreaterThan(0);
    expect(strangers.filter(({ note }) => note === 'renumbered').length).toBeGreaterThan(50);
  });

  test('split and merge the persons, not only the numbers', () => {
    const ids = (rows: readonly Row[] | undefined) => (rows ?? []).map(({ id_number }) => id_number);
    const parts = (event: string, from: 'before' | 'after') =>
      links
        .filter((link) => link.event === event)
        .map(
          (link) => [ids(beforeMembers.get(link.before ?? '')), ids(afterMembers.get(link.after ?? '')), from] as const,
        );
    const shared = [...parts('split_from', 'before'), ...parts('merged_into', 'after')].filter(
      ([old, now]) => old.length > 0 && now.length > 0 && now[0] !== '',
    );
    expect(shared.length).toBeGreaterThan(10);
    for (const [old, now, from] of shared) {
      const both = now.filter((id) => old.includes(id));
      // all of a part come from the old household; all who merge are in the new one
      expect(both.length).toBe(from === 'before' ? now.length : old.length);
    }
  });
});

describe('a reform of the units', () => {
  const reformed = linked({ communes: 6, households: 2400, isReformed: true });

  test('puts two together, divides one by its villages and renames one; the crosswalk says so', () => {
    const successors = new Map<string, Set<string>>();
    for (const { old_code = '', new_code = '' } of reformed.crosswalk)
      successors.set(old_code, (successors.get(old_code) ?? new Set()).add(new_code));
    expect([...successors.values()].map((codes) => [...codes])).toEqual([
      ['99001'],
      ['99001'],
      ['99002', '99003'],
      ['99004'],
    ]);
    for (const row of reformed.crosswalk) expect(row.valid_from).toBe('2025-07-01');
  });

  test('is no movement: whoever stayed has the unit and village that the crosswalk gives', () => {
    const places = new Map(
      reformed.crosswalk.map((row) => [`${row.old_code}/${row.village}`, `${row.new_code}/${row.new_village}`]),
    );
    const placeOf = (key: string | null) => (key ?? '').split('/').slice(0, 2).join('/');
    const stayed = reformed.links.filter(({ note, before: b }) => b !== null && note !== 'moved' && note !== '');
    for (const { before: b, after: a, event } of stayed) {
      expect(placeOf(a)).toBe(places.get(placeOf(b)) ?? placeOf(b));
      expect(event).toBeNull();
    }
    expect(new Set(reformed.after.map(keyOf)).size).toBe(reformed.after.length);
  });

  test('leaves real moves between units: their links say moved_out', () => {
    const unitOf = (key: string | null) => (key ?? '').split('/')[0];
    const moved = reformed.links.filter(({ note }) => note === 'moved');
    const between = moved.filter(({ event }) => event === 'moved_out');
    expect(between.length).toBeGreaterThan(3);
    expect(moved.length).toBeGreaterThan(between.length);
    for (const { before: b, after: a } of between) expect(unitOf(a)).not.toBe(unitOf(b));
  });
});

describe('review generate --links', () => {
  const args = (folder: string, ...more: readonly string[]) => [
    ...['generate', '--households', '600', '--communes', '5', '--before', `${folder}/h1.csv`, '-o', `${folder}/h2.csv`],
    ...['--links', `${folder}/l.csv`, ...more],
  ];

  test('writes both years, members, links and crosswalk, and every file can be read again', async () => {
    const folder = tempFolder();
    const more = [
      '--members',
      `${folder}/m2.csv`,
      '--before-members',
      `${folder}/m1.csv`,
      '--crosswalk',
      `${folder}/c.csv`,
    ];
    const ran = await review(args(folder, ...more));
    expect([ran.exit, ran.stderr, ran.stdout]).toEqual([0, '', '']);
    const lines = rowsIn(read(`${folder}/l.csv`));
    expect(Object.keys(lines[0] ?? {})).toEqual(['before_key', 'after_key', 'event', 'tier', 'score', 'note']);
    expect(rowsIn(read(`${folder}/c.csv`)).length).toBeGreaterThan(4);
    for (const [survey, members] of [
      ['h1', 'm1'],
      ['h2', 'm2'],
    ]) {
      const check = await review([
        ...['check', `${folder}/${survey}.csv`, '--members', `${folder}/${members}.csv`, '-c', 'quang-ninh-2023'],
        ...['--year', '2025', '--format', 'json'],
      ]);
      const { findings } = JSON.parse(check.stdout) as { findings: { code: string; severity: string }[] };
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      // the members say what the marks say, and nobody's number stands twice or speaks against them
      const codes = findings.map(({ code }) => code);
      for (const code of ['W315', 'W330', 'W332', 'W333', 'W334', 'W338', 'W341', 'E336', 'N337', 'W361'])
        expect([survey, code, codes.includes(code)]).toEqual([survey, code, false]);
    }
  });

  test('needs both the year before and the links, files of their own, and communes enough for a reform', async () => {
    const folder = tempFolder();
    const calls = [
      ['generate', '--links', `${folder}/l.csv`],
      ['generate', '--before', `${folder}/h.csv`],
      args(folder, '--members', `${folder}/l.csv`),
      args(folder, '--poor', '5', '--near-poor', '5'),
      args(folder, '--communes', '3', '--crosswalk', `${folder}/c.csv`),
    ];
    for (const call of calls) expect((await review(call)).exit).toBe(2);
  });
});
