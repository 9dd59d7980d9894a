import { indicatorsOf } from '../../dist/criteria/criteria.js';
import { loadCriteria } from '../../dist/criteria/load.js';
import { FindingLog } from '../../dist/finding.js';
import { makeJudge } from '../../dist/judge/judge.js';
import { blockReviewers } from '../../dist/lane/block-review.js';
import { makeAssessor } from '../../dist/review/assess.js';
import { reviewSurvey } from '../../dist/review/review.js';
import { shippedSet, shippedText } from '../../dist/shipped.js';
import { openTable } from '../../dist/survey/open-tables.js';
import { memorySource } from '../../dist/survey/source.js';
import { makeSurvey } from '../../dist/survey/survey.js';
import { makeVocabulary } from '../../dist/survey/vocabulary.js';
import { readVocabularyFile } from '../../dist/survey/vocabulary-file.js';

/**
 * Tells what the lane, the reference and a bare loop cost for the same rows, in microseconds of the processor. The built
 * program in a process of its own: a test runner rewrites the code it loads, and then it costs something else.
 */
const ROWS = 40_000;
const ROUNDS = 7;

const { name, text: yaml } = shippedSet('vn-2022');
const criteria = loadCriteria(name, yaml, () => null);
const ids = indicatorsOf(criteria).map(({ id }) => id);
const headings = ['commune_code', 'village', 'household_id', 'area', 'head_name', 'income', ...ids];
const lines = Array.from({ length: ROWS }, (_, at) => {
  const marks = ids.map((_, bit) => (bit < at % 13 ? 1 : 0));
  const commune = String(Math.floor(at / 1200)).padStart(5, '0');
  const cells = [commune, `Thôn ${(at >> 6) % 9}`, String(at).padStart(7, '0'), 'rural', 'Nguyễn Thị Ểnh'];
  return [...cells, 1_000_000 + 500 * (at % 4000), ...marks].join(',');
});
const text = `${headings.join(',')}\n${lines.join('\n')}\n`;

const vocabulary = makeVocabulary(readVocabularyFile(shippedText('survey/vocabulary.yaml')));
const source = memorySource('a.csv', Buffer.from(text));
const table = await openTable(source, { vocabulary, delimiter: null, encoding: null, unit: null }, new FindingLog());
const survey = makeSurvey([table], vocabulary, false);
const assessors = [makeAssessor(criteria, makeJudge(criteria, 'income'), survey, () => false)];
const run = { survey, assessors, keyFields: ['commune_code', 'village', 'household_id'], dropIdentical: false };

const memory = Buffer.alloc(4 * Buffer.byteLength(text));
const to = memory.write(text);
const from = text.indexOf('\n') + 1;
const flags = { writesResults: true, writesChanges: false, writesRejects: false };
const [reviewer] = blockReviewers({ ...run, ...flags, hashes: ['0'] });

const costs = {
  lane: await cost(() => {
    const { classified, findings } = reviewer.review({ bytes: memory, from, to });
    if (classified !== ROWS || findings.length > 0) throw new Error('the lane did not do its work');
  }),
  reference: await cost(() =>
    reviewSurvey({ ...run, results: [], changes: null, rejects: null }, () => new FindingLog()),
  ),
  loop: await cost(() => {
    let ends = 0;
    for (let at = 0; at < to; at++) if (memory[at] === 0x2c || memory[at] === 0x0a) ends++;
    if (ends < ROWS) throw new Error('the loop did not do its work');
  }),
};
process.stdout.write(JSON.stringify(costs));

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
