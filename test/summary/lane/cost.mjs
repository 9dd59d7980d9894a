import { indicatorsOf } from '../../../dist/criteria/criteria.js';
import { loadCriteria } from '../../../dist/criteria/load.js';
import { FindingLog } from '../../../dist/finding.js';
import { makeJudge } from '../../../dist/judge/judge.js';
import { readResult } from '../../../dist/results/read-result.js';
import { makeAssessor } from '../../../dist/review/assess.js';
import { resultRow } from '../../../dist/review/result.js';
import { shippedSet, shippedText } from '../../../dist/shipped.js';
import { blockCounters } from '../../../dist/summary/lane/block-counter.js';
import { setupOf } from '../../../dist/summary/lane/setup.js';
import { summarize } from '../../../dist/summary/summarize.js';
import { RESULT_FIELDS } from '../../../dist/survey/fields.js';
import { readHouseholds } from '../../../dist/survey/households.js';
import { openTable } from '../../../dist/survey/open-tables.js';
import { memorySource } from '../../../dist/survey/source.js';
import { makeSurvey } from '../../../dist/survey/survey.js';
import { makeVocabulary } from '../../../dist/survey/vocabulary.js';
import { readVocabularyFile } from '../../../dist/survey/vocabulary-file.js';

/**
 * Tells what counting by the lane, by the reference, and a bare loop cost for the same rows of a result, in microseconds of
 * the processor. The built program in a process of its own: a test runner rewrites the code it loads, and then it costs
 * something else.
 */
const ROWS = 40_000;
const ROUNDS = 9;
const HASH = '0123456789ab';

const { name, text: yaml } = shippedSet('vn-2022');
const set = loadCriteria(name, yaml, () => null);
const ids = indicatorsOf(set).map(({ id }) => id);
const vocabulary = makeVocabulary(readVocabularyFile(shippedText('survey/vocabulary.yaml')));
const headings = [
  'commune_code',
  'village',
  'household_id',
  'area',
  'head_name',
  'ethnicity',
  'size',
  'income',
  ...ids,
];
const lines = Array.from({ length: ROWS }, (_, at) => {
  const marks = ids.map((_, bit) => (bit < at % 13 ? 1 : 0));
  const commune = String(Math.floor(at / 1200)).padStart(5, '0');
  const cells = [commune, `Thôn ${(at >> 6) % 9}`, String(at).padStart(7, '0'), 'rural', 'Nguyễn Thị Ểnh', 'Kinh', '4'];
  return [...cells, 1_000_000 + 500 * (at % 4000), ...marks];
});
const csv = (rows) => `${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
const asSurvey = await surveyOf(csv([headings, ...lines]));
const text = csv([[...headings, ...RESULT_FIELDS], ...(await resultRows(asSurvey))]);
const survey = await surveyOf(text);
const result = { survey, keyFields: ['commune_code', 'village', 'household_id'], criteria: { id: set.id, hash: HASH } };
const reviewed = {
  ...result,
  set,
  date: null,
  households: () => readResult({ ...result, rows: [] }, new FindingLog()),
};

const memory = Buffer.alloc(2 * Buffer.byteLength(text));
const to = memory.write(text);
const from = memory.indexOf('\n') + 1;
const [counter] = blockCounters(setupOf(reviewed, true));

const costs = {
  lane: await cost(() => {
    const { rows } = counter.count({ bytes: memory, from, to });
    if (rows !== ROWS) throw new Error('the lane did not do its work');
  }),
  reference: process.argv[2] === 'lane' ? 0 : await cost(() => summarize(reviewed, { childrenUnder: 16 })),
  loop: await cost(() => {
    let ends = 0;
    for (let at = 0; at < to; at++) if (memory[at] === 0x2c || memory[at] === 0x0a) ends++;
    if (ends < ROWS) throw new Error('the loop did not do its work');
  }),
};
process.stdout.write(JSON.stringify(costs));

async function surveyOf(content) {
  const source = memorySource('a.csv', Buffer.from(content));
  const table = await openTable(source, { vocabulary, delimiter: null, encoding: null, unit: null }, new FindingLog());
  return makeSurvey([table], vocabulary, false);
}

async function resultRows(of) {
  const assessor = makeAssessor(set, makeJudge(set, 'income'), of, () => false);
  const rows = [];
  for await (const batch of readHouseholds(of, 0, new FindingLog()))
    for (const household of batch) rows.push(resultRow(household, assessor.assess(household), set.id, HASH));
  return rows;
}

/** The cheapest of some rounds: what else the computer does only ever adds to it. */
async function cost(work) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push(user + system);
  }
  return Math.min(...times);
}
