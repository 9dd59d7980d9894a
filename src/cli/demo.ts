import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { processIo } from './io.ts';
import { main } from './main.ts';

/**
 * The tour: an invented commune of Quảng Ninh, two years, under two standards, one household of each class explained, and
 * what moved between the years. Every step is a command that anyone can type; it is printed before it runs.
 */

const YEARS = ['2024', '2025'];
const OUTCOMES = ['poor', 'near_poor', 'non_poor', 'undecided'];

const io = processIo();

async function review(...args: readonly string[]): Promise<void> {
  await io.stdout.write(`\n$ npx review ${args.join(' ')}\n`);
  const code = await main(args, io);
  if (code !== 0) throw new Error(`review ended with ${code}`);
}

/** The first household of each outcome; of the non-poor, the first that stands near a boundary. */
async function oneOfEach(result: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const rows = createReadStream(result).pipe(parse({ bom: true, columns: true }));
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    const { household_id: id = '', class: outcome = '', near_boundary: near } = row;
    if (found.has(outcome) || (outcome === 'non_poor' && near === '')) continue;
    found.set(outcome, id);
  }
  return found;
}

for (const year of YEARS) {
  const survey = `fixtures/demo/${year}.csv`;
  await review(
    'classify',
    survey,
    '-c',
    'vn-2022',
    '-c',
    'quang-ninh-2023',
    '--year',
    year,
    '-o',
    `out/${year}`,
    '--force',
  );
}
const households = await oneOfEach('out/2025/quang-ninh-2023.csv');
for (const outcome of OUTCOMES) {
  const id = households.get(outcome);
  if (id === undefined) throw new Error(`the demo survey has no household that is ${outcome}`);
  await review(
    'explain',
    'fixtures/demo/2025.csv',
    '-c',
    'quang-ninh-2023',
    '--year',
    '2025',
    '--household',
    id,
    '--quiet',
  );
}

await review('diff', 'out/2024/vn-2022.csv', 'out/2025/vn-2022.csv', '--quiet');
