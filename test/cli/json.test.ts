import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { severityOf } from '../../src/finding.ts';
import { findingsIn, fixture, review } from '../fixtures.ts';

const OFFICER = fixture('good/officer.csv');
const envelope = async (...argv: readonly string[]) => JSON.parse((await review(argv)).stdout);
const KEYS = ['schemaVersion', 'command', 'criteria', 'inputs', 'data', 'findings'];
const FINDING_KEYS = ['code', 'severity', 'file', 'sheet', 'row', 'column', 'field', 'message', 'hint', 'count'];

describe('the JSON answer of classify', () => {
  it('has the envelope of every command', async () => {
    const found = await envelope('classify', OFFICER, '-c', 'vn-2022', '--format', 'json');
    expect(Object.keys(found)).toEqual(KEYS);
    expect(found).toMatchObject({
      schemaVersion: 1,
      command: 'classify',
      criteria: { id: 'vn-2022', status: 'in_force' },
      inputs: [{ file: OFFICER, rows: 4 }],
    });
    expect(found.criteria.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has counts that close', async () => {
    const { data } = await envelope('classify', OFFICER, '-c', 'vn-2022', '--format', 'json');
    const { read, classified, rejected, dropped } = data.counts;
    expect(read).toBe(classified + rejected + dropped);
    expect(data.classes).toEqual({ poor: 1, near_poor: 1, non_poor: 1, undecided: 1, out_of_scope: 0 });
    expect(data.agreement).toEqual({ agrees: 3, differs: 0, cannotVerify: 1 });
  });

  it('has findings of one shape', async () => {
    for (const file of ['good/officer.csv', 'bad/five-faults.csv', 'bad/latin-1.csv', 'bad/duplicates.csv']) {
      const ran = await review(['classify', fixture(file), '-c', 'vn-2022', '--format', 'json']);
      const findings = findingsIn(ran);
      expect(findings.length).toBeGreaterThan(0);
      for (const f of findings) {
        expect(Object.keys(f)).toEqual(FINDING_KEYS);
        expect(f.severity).toBe(severityOf(f.code as Parameters<typeof severityOf>[0]));
        expect(f.count).toBeGreaterThan(0);
        expect(f.message).not.toMatch(/undefined|\[object|NaN/);
      }
    }
  });

  it('is still JSON when the run stops, with no data', async () => {
    const ran = await review(['classify', fixture('bad/no-area.csv'), '-c', 'vn-2022', '--format', 'json']);
    const found = JSON.parse(ran.stdout);
    expect(Object.keys(found)).toEqual(KEYS);
    expect(found).toMatchObject({ command: 'classify', data: null });
  });

  it('has several results for several sets, and no single criteria', async () => {
    const found = await envelope('classify', OFFICER, '-c', 'vn-2022', '-c', 'quang-ninh-2023', '--format', 'json');
    expect(found.criteria).toBeNull();
    const ids = found.data.results.map((r: { criteria: { id: string } }) => r.criteria.id);
    expect(ids).toEqual(['vn-2022', 'quang-ninh-2023']);
  });

  it('differs between languages in words alone', async () => {
    const wordless = async (lang: string) => {
      const text = (await review(['classify', OFFICER, '-c', 'vn-2022', '--format', 'json', '--lang', lang])).stdout;
      return text.replace(/"(message|hint)": ".*"/g, '"$1"');
    };
    expect(await wordless('vi')).toBe(await wordless('en'));
  });

  it('does not share stdout with the rows', async () => {
    expect((await review(['classify', OFFICER, '-c', 'vn-2022', '--format', 'json', '-o', '-'])).exit).toBe(2);
  });
});

describe('the JSON answer of explain', () => {
  it('is the explanation of one household', async () => {
    const found = await envelope('explain', OFFICER, '-c', 'vn-2022', '--household', '0001', '--format', 'json');
    expect(Object.keys(found)).toEqual(KEYS);
    expect(found.data).toMatchObject({
      household_id: '0001',
      class: 'poor',
      area: 'rural',
      basis: 'income',
      value: 1400000,
      line: 1500000,
    });
    expect(found.data.indicators).toHaveLength(12);
    expect(Object.keys(found.data.indicators[0])).toEqual(
      expect.arrayContaining(['id', 'deprived', 'because', 'source']),
    );
    for (const rule of found.data.rules) {
      expect(Object.keys(rule)).toEqual(expect.arrayContaining(['class', 'holds', 'conditions']));
    }
  });

  it.each([
    ['0009', 'E701', 65],
    ['', 'E701', 65],
  ])('for the household %j is %s', async (id, code, exit) => {
    const ran = await review(['explain', OFFICER, '-c', 'vn-2022', '--household', id, '--format', 'json']);
    expect([ran.exit, findingsIn(ran)[0]?.code]).toEqual([exit, code]);
  });

  it('for a number that several households have is E702', async () => {
    const argv = ['explain', fixture('bad/duplicates.csv'), '-c', 'vn-2022', '--format', 'json', '--household'];
    const ran = await review([...argv, '0001']);
    expect([ran.exit, findingsIn(ran, 'E702')]).toMatchObject([65, [{}]]);
    expect((await review([...argv, '00000/Thôn 2/0001'])).exit).toBe(0);
  });

  it('agrees with the row of the result, household by household', async () => {
    const demo = new URL('../../fixtures/demo/2025.csv', import.meta.url).pathname;
    const ids = readFileSync(demo, 'utf8')
      .split('\r\n')
      .filter((line, at) => line !== '' && at % 400 === 1)
      .map((line) => line.split(',')[0] ?? '');
    const { stdout } = await review(['classify', demo, '-c', 'vn-2022', '-o', '-', '-q']);
    for (const id of ids) {
      const { data } = await envelope('explain', demo, '-c', 'vn-2022', '--household', id, '--format', 'json');
      const row = stdout.split('\r\n').find((line) => line.startsWith(`${id},`));
      expect(row).toContain(`,${data.class},`);
    }
  });
});

describe('the JSON answer of criteria', () => {
  it('list has one entry per set', async () => {
    const { data } = await envelope('criteria', 'list', '--format', 'json');
    const ids = data.map((set: { id: string }) => set.id);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toEqual(expect.arrayContaining(['hcmc-2021', 'quang-ninh-2023', 'vn-2022']));
    for (const set of data) {
      expect(Object.keys(set)).toEqual(
        expect.arrayContaining(['id', 'family', 'title', 'territory', 'in_force', 'status']),
      );
      expect(Object.keys(set.in_force)).toEqual(['from', 'to']);
    }
  });

  it('show has the flattened set', async () => {
    const { data, criteria } = await envelope('criteria', 'show', 'quang-ninh-2023', '--format', 'json');
    expect(criteria.id).toBe('quang-ninh-2023');
    expect(data.lines.poverty.by_area).toEqual({ rural: 2100000, urban: 2600000 });
    expect(data.dimensions.flatMap((d: { indicators: object[] }) => d.indicators)).toHaveLength(12);
    for (const key of ['lines', 'dimensions', 'scores', 'classes', 'status', 'in_force'])
      expect(data).toHaveProperty(key);
  });

  it('show of a set that is not known ends with 78', async () => {
    expect((await review(['criteria', 'show', 'vn-2020'])).exit).toBe(78);
  });
});
