import { DuckDBInstance } from '@duckdb/node-api';
import { COLUMNS, MARKS } from '../data.mjs';
import { RESULT, TAIL } from '../result.mjs';
import { AVERAGE, LACK, LINE } from './rules.mjs';

/**
 * DuckDB, CSV to CSV with a summary per commune. `typed`: numbers are read as numbers. `tolerant`: all is read as text,
 * and money and marks are taken in the spellings that `classify` takes, guarded by pattern before they are cast.
 */
const [kind, input, output, summary, threads] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { threads, preserve_insertion_order: 'true' });
const db = await instance.connect();
const quoted = (path) => `'${path.replaceAll("'", "''")}'`;

const typeOf = (column) => (kind === 'typed' && (column === 'income' || MARKS.includes(column)) ? 'BIGINT' : 'VARCHAR');
const columns = COLUMNS.map((column) => `'${column}': '${typeOf(column)}'`).join(', ');
const read = `read_csv(${quoted(input)}, header = true, delim = ',', quote = '"', auto_detect = false, columns = {${columns}})`;

const PLAIN = "'^[0-9]+$'";
const GROUPED = "'^[1-9][0-9]{0,2}([., ])[0-9]{3}(\\1[0-9]{3})*$'".replace('(\\1', '([., ]');
const money = `CASE WHEN regexp_full_match(trim(income), ${PLAIN}) THEN trim(income)::BIGINT
  WHEN regexp_full_match(trim(income), ${GROUPED}) THEN regexp_replace(trim(income), '[., ]', '', 'g')::BIGINT END`;
const mark = (column) => `CASE WHEN lower(trim(${column})) IN ('1', 'x', '×', '✓', 'v', 'có', 'c', 'yes', 'true') THEN 1
  WHEN lower(trim(${column})) IN ('0', 'không', 'k', 'no', 'false') THEN 0 END`;
const isTyped = kind === 'typed';
const marks = MARKS.map((column) => `${isTyped ? column : mark(column)} AS m_${column}`).join(', ');
const isBelow = 'm_income <= line';
const near = [
  `CASE WHEN 20 * abs(m_income - line) <= line THEN 'income' END`,
  `CASE WHEN (${isBelow}) <> (m_income <= other) THEN 'area' END`,
  ...MARKS.map(
    (column) =>
      `CASE WHEN ${isBelow} AND lacks = ${LACK - 1} + m_${column} AND lacks IN (${LACK - 1}, ${LACK}) THEN '${column}' END`,
  ),
].join(', ');
const poorer = `CASE WHEN lacks >= ${LACK} THEN 'poor' ELSE 'near_poor' END`;
const outcome = `CASE WHEN m_income IS NULL THEN 'undecided' WHEN ${isBelow} THEN ${poorer} ELSE 'non_poor' END`;
const byArea = ({ rural, urban }) => `CASE area WHEN 'urban' THEN ${urban} ELSE ${rural} END`;
const values = {
  class: outcome,
  computed_class: outcome,
  possible_classes: `CASE WHEN m_income IS NULL THEN ${poorer} || ';non_poor' ELSE ${outcome} END`,
  average_living: `CASE WHEN NOT (${isBelow}) AND m_income <= ${byArea(AVERAGE)} THEN 1 WHEN m_income IS NOT NULL THEN 0 END`,
  deprivations: 'lacks',
  deprivations_max: 'lacks',
  basis: "'income'",
  line: 'line',
  below_line: `(${isBelow})::INTEGER`,
  undecided_for: `CASE WHEN m_income IS NULL THEN 'income' END`,
  near_boundary: `CASE WHEN m_income IS NOT NULL THEN concat_ws(';', ${near}) END`,
  criteria: `'${TAIL[0]}'`,
  criteria_hash: `'${TAIL[1]}'`,
  agrees: 'NULL',
};
await db.run(`CREATE TABLE result AS
  WITH answers AS (SELECT *, ${isTyped ? 'income' : money} AS m_income, ${marks} FROM ${read}),
  counted AS (SELECT *, ${MARKS.map((column) => `m_${column}`).join(' + ')} AS lacks, ${byArea(LINE)} AS line,
    ${byArea({ rural: LINE.urban, urban: LINE.rural })} AS other FROM answers)
  SELECT ${COLUMNS.join(', ')}, ${RESULT.map((column) => `${values[column]} AS "${column}"`).join(', ')} FROM counted`);
await db.run(`COPY result TO ${quoted(output)} (HEADER, DELIMITER ',')`);
await db.run(`COPY (SELECT commune_code, class, count(*) FROM result GROUP BY ALL ORDER BY ALL) TO ${quoted(summary)}`);
