/**
 * How long a large workbook takes to read, and how much memory: `npm run bench:workbook`, or
 * `npm run build && node bench/workbook.mjs [ROWS] [inline|shared|FILE.xlsx]`. The file it makes (invented households,
 * 25 columns) stays in the system's folder for temporary files and is made once.
 */
import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre/xlsx';
import { fileSource } from '../dist/survey/source.js';
import { openWorkbook } from '../dist/survey/workbook/workbook.js';

const rows = Number(process.argv[2] ?? 400_000);
const kind = process.argv[3] ?? 'inline';
const path = kind.endsWith('.xlsx') ? kind : join(tmpdir(), `review-bench-${rows}-${kind}.xlsx`);

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Hữu', 'Ngọc', 'Thanh'];
const GIVEN = ['An', 'Bình', 'Chiến', 'Dũng', 'Hạnh', 'Hường', 'Lộc', 'Mỹ', 'Phượng', 'Quỳnh', 'Tuấn', 'Yến'];
const pick = (list, n) => list[n % list.length];

function* households() {
  yield Array.from({ length: 25 }, (_, at) => `Cột ${at + 1}`);
  for (let n = 0; n < rows; n++) {
    const name = `${pick(FAMILY, n)} ${pick(MIDDLE, n >> 3)} ${pick(GIVEN, n >> 5)}`;
    const id = `000${String(100_000_000 + n)}`;
    const marks = Array.from({ length: 12 }, (_, at) => (n >> at) % 2);
    yield [
      n + 1,
      name,
      id,
      1930 + (n % 90),
      pick(['Nam', 'Nữ'], n),
      `Thôn ${n % 40}`,
      '00001',
      'rural',
      pick(['Kinh', 'Tày', 'Dao'], n),
    ].concat([1 + (n % 9), 900_000 + ((n * 7919) % 3_000_000), n / 7, ...marks, n % 5 === 0 ? null : 'ghi chú']);
  }
}

if (!existsSync(path)) {
  const stream = writeXlsxStream(households(), { name: 'Hộ', inlineStrings: kind !== 'shared' });
  await pipeline(Readable.fromWeb(stream), createWriteStream(`${path}.part`));
  renameSync(`${path}.part`, path);
}

const started = performance.now();
const cpu = process.cpuUsage();
const bytes = statSync(path).size;
const workbook = await openWorkbook(fileSource(path, bytes));
const opened = performance.now();
let read = 0;
let cells = 0;
for await (const batch of workbook.rows(workbook.sheets[0].name)) {
  read += batch.length;
  for (const row of batch) cells += row.cells.length;
}
const seconds = (ms) => (ms / 1000).toFixed(1);
const { user, system } = process.cpuUsage(cpu);
console.log(`${path}: ${(bytes / 2 ** 20).toFixed(1)} MiB, ${read} rows, ${cells} cells`);
console.log(
  `opened in ${seconds(opened - started)} s, all read in ${seconds(performance.now() - started)} s ` +
    `(${seconds((user + system) / 1000)} CPU s), peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`,
);
