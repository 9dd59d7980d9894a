import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { column, csvOf, filesIn, fixture, household, read, review, rowsIn, tempFile, tempFolder } from '../fixtures.ts';

/** Classifies a file, setting aside what cannot be used. */
async function setAside(file: string, ...options: readonly string[]) {
  const folder = tempFolder();
  const [result, rejects] = [join(folder, 'r.csv'), join(folder, 'rejects.csv')];
  const argv = ['classify', file, '-c', 'vn-2022', '-o', result, '--reject-to', rejects, '--format', 'json'];
  const ran = await review([...argv, ...options]);
  return { ran, folder, result, rejects, counts: ran.exit === 1 ? JSON.parse(ran.stdout).data.counts : null };
}

describe('rows set aside', () => {
  it('end with 1, and every row read is in the result or among them', async () => {
    const { ran, counts, result, rejects } = await setAside(fixture('bad/five-faults.csv'));
    expect(ran.exit).toBe(1);
    expect(counts).toMatchObject({ read: 7, classified: 1, rejected: 6, dropped: 0 });
    expect(column(read(result), 'household_id')).toEqual(['0006']);
    expect(rowsIn(read(rejects))).toHaveLength(6);
    expect(JSON.parse(read(`${result}.manifest.json`)).counts).toMatchObject(counts);
  });

  it('have their codes, file, row and original cells', async () => {
    const { rejects } = await setAside(fixture('bad/five-faults.csv'));
    const rows = rowsIn(read(rejects));
    expect(rows.map((row) => [row.code, row.row])).toEqual([
      ['E304', '2'],
      ['E306', '3'],
      ['E305', '4'],
      ['E309', '5'],
      ['E307;E308', '6'],
      ['E301', '8'],
    ]);
    expect(rows[0]).toMatchObject({
      file: fixture('bad/five-faults.csv'),
      'Mã hộ': '0001',
      'Khu vực': 'Thị trấn',
      'Thu nhập bình quân': '1400000',
    });
    expect(rows[0]?.reason).not.toBe('');
    // a cell that a spreadsheet would compute is guarded
    expect(rows[1]?.['Thu nhập bình quân']).toBe("'-5");
  });

  it('keep the cells that stand beyond the headings', async () => {
    const { rejects } = await setAside(fixture('bad/five-faults.csv'));
    expect(read(rejects)).toContain('thừa một ô');
  });

  it('keep the cells of all columns that share a heading, or have none', async () => {
    const { rejects } = await setAside(tempFile('household_id,area,income,Khác,Khác,\n1,làng,1,một,hai,ba\n'));
    for (const cell of ['một', 'hai', 'ba']) expect(read(rejects)).toContain(cell);
  });

  it('can be mended where they stand and classified', async () => {
    const { rejects } = await setAside(fixture('bad/five-faults.csv'));
    const [heading = '', first = ''] = read(rejects).split('\r\n');
    const mended = tempFile(`${heading}\r\n${first.replace(',Thị trấn,', ',Thành thị,')}\r\n`);
    const ran = await review(['classify', mended, '-c', 'vn-2022', '-o', '-']);
    expect(ran.exit).toBe(0);
    expect(column(ran.stdout, 'area')).toEqual(['urban']);
  });

  it('can be read by their owner alone', async () => {
    const { rejects } = await setAside(fixture('bad/five-faults.csv'));
    expect(statSync(rejects).mode & 0o777).toBe(0o600);
  });

  it('are all rows of a household that stands in several', async () => {
    const { ran, counts, result, rejects } = await setAside(fixture('bad/duplicates.csv'));
    expect(ran.exit).toBe(1);
    expect(counts).toMatchObject({ read: 5, classified: 2, rejected: 3, dropped: 0 });
    expect(rowsIn(read(result)).map((row) => [row.village, row.household_id])).toEqual([
      ['Thôn 1', '0002'],
      ['Thôn 2', '0001'],
    ]);
    expect(rowsIn(read(rejects)).map((row) => [row.code, row.row, row.reviewer])).toEqual([
      ['E303', '2', 'Tô Văn Mẫu'],
      ['E303', '4', 'Lê Thị Thử'],
      ['E303', '6', 'Lê Thị Thử'],
    ]);
  });

  it('are none of those that are identical and may be dropped', async () => {
    const rows = [household('1'), household('1'), household('2'), household('3', { income: 'x' })];
    const { ran, counts, result, rejects } = await setAside(tempFile(csvOf(rows)), '--drop-identical');
    expect(ran.exit).toBe(1);
    expect(counts).toMatchObject({ read: 4, classified: 2, rejected: 1, dropped: 1 });
    expect(column(read(result), 'household_id')).toEqual(['1', '2']);
    expect(column(read(rejects), 'household_id')).toEqual(['3']);
  });

  it('leave a result with no rows when they are all of them', async () => {
    const { ran, result, rejects } = await setAside(tempFile(csvOf([household('1', { income: 'x' })])));
    expect(ran.exit).toBe(1);
    expect(rowsIn(read(result))).toEqual([]);
    expect(rowsIn(read(rejects))).toHaveLength(1);
  });

  it('have the columns of every file', async () => {
    const a = tempFile('Mã hộ,Khu vực,Thu nhập bình quân\n1,làng,1\n', 'a.csv');
    const b = tempFile('household_id,income,area\n2,x,rural\n', 'b.csv');
    const { rejects } = await setAside(a, b);
    expect(rowsIn(read(rejects))).toMatchObject([
      { file: a, 'Mã hộ': '1', 'Khu vực': 'làng', household_id: '' },
      { file: b, 'Mã hộ': '', household_id: '2', income: 'x' },
    ]);
  });
});

describe('no rows set aside', () => {
  it('end with 0 and leave no file for them', async () => {
    const { ran, folder } = await setAside(fixture('good/officer.csv'));
    expect([ran.exit, filesIn(folder)]).toEqual([0, ['r.csv', 'r.csv.manifest.json']]);
  });
});

describe('a fault of the whole file', () => {
  it.each(['bad/latin-1.csv', 'bad/no-area.csv', 'bad/two-incomes.csv', 'bad/workbook.csv'])(
    '%s stops the run all the same',
    async (name) => {
      const { ran, folder } = await setAside(fixture(name));
      expect([ran.exit, filesIn(folder)]).toEqual([65, []]);
    },
  );
});

describe('a place that cannot be written for the rows set aside', () => {
  it('ends with 73, and leaves nothing of the results', async () => {
    const folder = tempFolder();
    const argv = ['classify', fixture('good/officer.csv'), '-c', 'vn-2022', '-c', 'quang-ninh-2023'];
    const ran = await review([...argv, '-o', join(folder, 'out'), '--reject-to', join(folder, 'none/rejects.csv')]);
    expect([ran.exit, filesIn(folder)]).toEqual([73, []]);
  });
});
