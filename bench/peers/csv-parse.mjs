import { createReadStream, createWriteStream, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify';
import { COLUMNS, MARKS } from '../data.mjs';
import { RESULT, TAIL } from '../result.mjs';
import { decided } from './rules.mjs';

/** A straightforward program on csv-parse and csv-stringify: streams, arrays, checks of nothing but the class. */
const [input, output, summary] = process.argv.slice(2);
const AREA = COLUMNS.indexOf('area');
const INCOME = COLUMNS.indexOf('income');
const COMMUNE = COLUMNS.indexOf('commune_code');
const counts = new Map();

await pipeline(
  createReadStream(input, { highWaterMark: 1 << 20 }),
  parse({ from_line: 2 }),
  async function* (rows) {
    for await (const row of rows) {
      const income = row[INCOME] === '' ? null : Number(row[INCOME]);
      const cells = decided(row[AREA], income, row.slice(INCOME + 1), MARKS);
      const key = `${row[COMMUNE]},${cells[0]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      yield [...row, ...cells, ...TAIL];
    }
  },
  stringify({ header: true, columns: [...COLUMNS, ...RESULT], record_delimiter: 'windows', bom: true }),
  createWriteStream(output, { highWaterMark: 1 << 20 }),
);
writeFileSync(summary, [...counts].map(([key, n]) => `${key},${n}\n`).join(''));
