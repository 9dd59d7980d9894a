import { againstFindingsEn } from './against-en.ts';
import { checksEn } from './checks-en.ts';
import { counted } from './counted.ts';
import { diffFindingsEn } from './diff-en.ts';
import type { FindingWords, Told } from './finding-words.ts';
import { indexFindingsEn } from './index-en.ts';
import { ledgerFindingsEn } from './ledger-en.ts';
import { linkFindingsEn } from './link-en.ts';
import { movementFindingsEn } from './movement-findings-en.ts';
import { resultsEn } from './results-en.ts';
import { targetFindingsEn } from './target-en.ts';

/** The words of every finding, in English. */
export const findingsEn: FindingWords = {
  E101: (f) => [`Cannot open the file: ${reason(f)}.`, 'Check the name, the folder and your right to read it.'],
  E102: (f) =>
    f.text('kind') === 'yaml'
      ? ['The file is not UTF-8 text.', 'Save it as UTF-8 in the editor it was written with.']
      : [
          `The file is not ${f.text('encoding') === '' ? 'UTF-8' : f.text('encoding')} from this line on.`,
          'In Excel choose Save As → "CSV UTF-8 (comma delimited)" and run again.',
        ],
  E103: (f) => [
    `This is no UTF-8 CSV text but ${KINDS[f.text('kind')] ?? f.text('kind')}.`,
    'Open it in Excel and save it as "CSV UTF-8".',
  ],
  E104: () => ['The file has no heading row.', 'The first row must name the columns.'],
  E105: (f) => [
    `The cells cannot be told apart from this line on: ${f.text('kind').includes('QUOTE') ? 'a quote is misplaced or not closed' : 'the row is too long'}.`,
    'Mend the double quotes (") of the row, or save the file again from Excel.',
  ],
  E106: (f) => [
    `The workbook is damaged: ${DAMAGE[f.text('kind')] ?? f.text('kind')}.`,
    'Copy or download the file again; if Excel can open it, save it as a new .xlsx.',
  ],
  E107: () => [
    'The workbook is encrypted: it opens only with a password.',
    'Open it in Excel, choose File → Info → Protect Workbook, remove the password and save.',
  ],
  E108: (f) => [
    `The workbook is larger than any list of households: ${LIMITS[f.text('kind')] ?? f.text('kind')}.`,
    'Copy the rows into a new workbook or save the sheet as "CSV UTF-8"; do not trust a file from an unknown sender.',
  ],
  E109: (f) => [
    `The file has the name of a workbook but is ${PAGES[f.text('kind')] ?? f.text('kind')}.`,
    'Open it in Excel and save it as "Excel Workbook (.xlsx)".',
  ],
  E110: (f) => [
    `No list of households was found. Headings seen: ${f.list('headings')}.`,
    'Summary tables are not read. Name the sheet with --sheet, or the headings with --columns.',
  ],
  E111: (f) => [
    `The encoding of the text is in doubt; it may be ${f.expected}.`,
    'Say which it is with --encoding, or save it as "CSV UTF-8".',
  ],
  N112: (f) => [`Text in the old encoding ${f.text('encoding')} inside the file was turned into Unicode.`, ''],
  W113: (f) => [
    `Capitals were given back to names: the old encoding has none with tones ("${f.saw}").`,
    'Look the names over.',
  ],
  E114: (f) => [`There is no sheet "${f.saw}"; there is: ${f.expected}.`, 'Name one of these with --sheet.'],
  N115: (f) => [`The workbook holds ${BESIDES[f.text('kind')] ?? f.text('kind')}.`, ''],
  E201: (f) => [`Several columns for one field: ${f.list('columns')}.`, 'Keep one, and rename or delete the others.'],
  E202: (f) => [
    `A required column is missing. Headings seen: ${f.list('headings')}.`,
    f.hasExpected
      ? `Is it "${f.expected}"? Give the column its name and run again.`
      : 'Add the column, or give it its proper heading.',
  ],
  W203: (f) => [
    `No column for ${counted(f.count('indicators'), 'indicator')}: ${f.list('indicators')}; what was answered is unknown.`,
    'Check the headings; households that depend on them stay undecided.',
  ],
  N204: (f) => [`Columns not recognised and ignored: ${f.list('columns')}.`, ''],
  N205: () => ['Blank line skipped.', ''],
  N206: () => ['This is a result of an earlier run; its result columns are computed anew.', ''],
  N207: () => ['Cells in a column without a heading are ignored.', 'Give the column a heading if it is to be kept.'],
  N208: (f) => [`Rows that are no households, passed over: ${ROW_KINDS[f.text('kind')] ?? f.text('kind')}.`, ''],
  W209: () => [
    'There is no column of household numbers; the row numbers are taken for them.',
    'Give the column the heading "STT hộ" if that is what it holds.',
  ],
  N210: (f) => [`Sheets that hold no list of households, passed over: ${f.list('sheets')}.`, ''],
  N211: (f) => [
    `"${f.saw}" can be read in two ways; here the sign before decimals is ${f.text('sign') === '' ? 'the one there is' : `"${f.text('sign')}"`}.`,
    '',
  ],
  W212: (f) => [
    `Day and month stand in both orders: ${f.text('days')} dates can only be day/month, ${f.text('months')} only month/day; ${f.text('either')} could be either and were read as ${f.text('order') === 'mdy' ? 'month/day' : 'day/month'}.`,
    'Check the dates of this column against the forms; a computer with American settings may have swapped them.',
  ],
  N213: (f) => [`The heading says that amounts are in units of ${f.text('unit')} đồng; they were multiplied.`, ''],
  N214: (f) => [`A blank in this column is read as ${f.saw}, as the columns file says.`, ''],
  N215: (f) => [
    `A row a member: ${counted(f.text('rows'), 'row')} make ${counted(f.text('households'), 'household')}.`,
    '',
  ],
  N216: (f) => [`"${f.saw}" of a section row is taken for the households below it.`, ''],
  E301: (f) => [
    `The row has ${f.text('seen')} cells, the heading has ${f.text('wanted')} columns.`,
    'Mend the row; look at delimiters and quotes.',
  ],
  E302: () => ['The household has no number.', 'Write its household number.'],
  E303: (f) => [
    `Household key "${f.saw}" stands in rows ${f.list('rows')}: ${DUPLICATES[f.text('kind')]?.(f) ?? ''}.`,
    f.text('kind') === 'identical'
      ? 'Delete the copies, or run classify with --drop-identical.'
      : 'Look at the forms and keep the one right row of each household.',
  ],
  E304: (f) => [
    `Area "${f.saw}" is neither urban nor rural.`,
    'Write "urban" or "rural"; leave it blank when unknown.',
  ],
  E305: (f) => [
    `"${f.saw}" is not a number.`,
    f.hasExpected
      ? `Write đồng per person per month, such as ${f.expected}.`
      : 'Write a whole number, or leave it blank when unknown.',
  ],
  E306: (f) => [
    `"${f.saw}" is out of range (${f.expected} or more).`,
    'Mend the cell, or leave it blank when unknown.',
  ],
  E307: (f) => [
    `"${f.saw}" is neither 1 (deprived), 0 (not) nor blank (unknown).`,
    'Write 1, 0 or x; leave it blank when unknown.',
  ],
  E308: (f) => [
    `Class "${f.saw}" is not known.`,
    'Write poor, near_poor or non_poor (Hộ nghèo, Hộ cận nghèo, Hộ không nghèo).',
  ],
  E309: (f) => [
    `B2 of ${f.saw} is not possible (only ${f.expected}).`,
    'Each deprivation is 10 points; add up the B2 form again.',
  ],
  E310: (f) => [
    `B2 of ${f.saw} contradicts the marks: ${f.text('deprived')} deprived${f.text('unknown') === '0' ? '' : `, ${f.text('unknown')} unknown`}.`,
    'Hold the B2 form against each mark and mend the wrong cell.',
  ],
  E311: (f) => [`"${f.saw}" is not in the list: ${f.expected}.`, 'Mend the cell, or leave it blank when unknown.'],
  E312: (f) => [
    `"${f.saw}" is a code that Excel turned into scientific notation; its digits are lost.`,
    'Format the column as Text and type the code again.',
  ],
  W313: (f) => [
    `"${f.saw}" is not understood; it is kept as text and not used.`,
    f.hasExpected ? `Expected: ${f.expected}.` : '',
  ],
  N314: (f) => [`"${f.saw}" is read as unknown.`, ''],
  W315: (f) => [
    `The mark "${f.text('indicator')}" contradicts the income; the income was followed.`,
    'Mend the mark or the income.',
  ],
  N316: (f) => [`Dropped: identical to row ${f.text('kept')} (key "${f.saw}").`, ''],
  N317: () => ['Residence is blank: taken as in scope.', ''],
  W318: (f) => [
    `Province code "${f.saw}" is outside the territory of the criteria (${f.expected}).`,
    'Check that these are the right criteria.',
  ],
  W319: (f) => [
    `Income "${f.saw}" is very small; it may be in thousands or millions of đồng.`,
    'The unit is đồng per person per month.',
  ],
  N320: () => ["Zeros at the beginning of a citizen's number, lost in a spreadsheet, were restored.", ''],
  E321: (f) => [
    `Letters of "${f.saw}" were lost to question marks.`,
    'They cannot be had back: export the file again in Unicode, or type the name anew.',
  ],
  E322: () => ['A year of birth stands under both sexes.', 'Keep the one under the right sex.'],
  W323: (f) => [
    `Rows of one household disagree: "${f.saw}" here, "${f.expected}" in the row of its head, which is taken.`,
    'Mend the row that is wrong.',
  ],
  W324: (f) => [
    `The date "${f.saw}" can only be read with ${f.text('order') === 'mdy' ? 'the day' : 'the month'} first.`,
    'Check it against the form.',
  ],
  N325: (f) => [`"${f.saw}" was read as a date: a spreadsheet's number of a day.`, ''],
  N326: (f) => [`"${f.saw}" has a year of two digits: 30 to 99 are 1930 to 1999, 00 to 29 are 2000 to 2029.`, ''],
  N327: () => ['Persons were counted from the member rows: the file does not give the size of households.', ''],
  E328: () => ['This row belongs to no household: none was numbered above it.', 'Write the number of its household.'],
  ...checksEn,
  ...indexFindingsEn,
  ...againstFindingsEn,
  ...ledgerFindingsEn,
  ...targetFindingsEn,
  ...diffFindingsEn,
  ...movementFindingsEn,
  W360: () => [
    'A member row without a household number was counted with the household above.',
    'Write the number on every row, as the other rows of the file have it.',
  ],
  W361: (f) => [
    `Household "${f.saw}" is not among the households; its members (${f.text('members')}) are not counted.`,
    f.count('zeros') === 0
      ? 'Hold number, village and commune code of the two files against each other.'
      : `Put back the leading zeros, and ${f.text('zeros')} of the ${f.text('households')} households not found match: a spreadsheet took them in one of the files. Write numbers and codes there as text.`,
  ],
  E362: (f) => [
    `Two members of the household have number "${f.saw}" and different answers (rows ${f.list('rows')}).`,
    'Keep the right row, or mend the number.',
  ],
  N363: () => ['Member rows that say the same were counted once.', 'Remove the copies.'],
  W364: (f) => [
    `Member "${f.saw}" is listed under another household too (row ${f.list('rows')}).`,
    'A person belongs to one household: remove the wrong row.',
  ],
  E365: (f) => [
    `The member file has only ${f.list('columns')}: several households have the key "${f.saw}" (rows ${f.list('rows')}).`,
    `Add the columns: ${f.expected}.`,
  ],
  N366: (f) => [
    `The value was derived by another definition than that of ${f.text('kind')}, and the answers are gone: it is unknown.`,
    'Run again from the survey that holds the answers and members.',
  ],
  W368: (f) => [
    `The points table gives B2 ${f.saw} from the answers, the indicators give ${f.text('deprived')} deprived${f.text('unknown') === '0' ? '' : ` (${f.text('unknown')} unknown)`}. The indicators were followed.`,
    'Hold the answers against the indicators and mend what is wrong, or mend the points table.',
  ],
  N369: () => [
    'A row of this file is a member, and it stands beside lists of households: joined to them as with --members.',
    'If it is a list of households, read it by itself.',
  ],
  W367: (f) => [
    f.text('prefer') === 'marks'
      ? `The answers contradict the written B2 (${f.saw}); B2 was followed (${f.text('criteria')}).`
      : `The answers contradict the written B2 (${f.saw}); the answers were followed (${f.text('criteria')}).`,
    'Hold the B2 form against the answers and mend what is wrong.',
  ],
  E401: (f) => [
    `There are no criteria "${f.saw}".`,
    f.hasExpected ? `Did you mean: ${f.expected}? See "review criteria list".` : 'See "review criteria list".',
  ],
  E402: (f) => [
    `${f.saw} does not cover ${f.text('date')} (it covers ${f.text('from')} to ${f.text('to')}).`,
    f.hasExpected
      ? `Sets that cover the date: ${f.expected}; or add --outside-coverage.`
      : 'No set covers the date; or add --outside-coverage.',
  ],
  E403: (f) => [
    `${f.text('file') === 'cases' ? 'Case file' : 'Criteria file'} invalid: ${criteriaIssue(f)}.`,
    suggestion(f),
  ],
  E404: (f) => [`${f.saw} is not verified.`, 'Use it only when you must, with --allow-unverified.'],
  E405: (f) => [`Several sets of "${f.saw}" cover ${f.text('date')}: ${f.expected}.`, 'Choose one by its id with -c.'],
  E406: (f) => [
    `It is not known which set of "${f.saw}" covers ${f.text('date')}.`,
    f.text('needs') === '' ? `Choose by id: ${f.expected}.` : `Choose by id, with ${f.text('needs')}: ${f.expected}.`,
  ],
  W407: (f) => [`${f.text('criteria')}${f.text('item') === '' ? '' : ` (${f.text('item')})`}: ${f.text('en')}`, ''],
  N408: (f) => [`The coverage of ${f.saw} was not checked: no --date or --year was given.`, ''],
  W409: (f) => [`${f.saw} is used outside its coverage (${f.text('date')}).`, ''],
  N410: (f) => [`The national set in force on ${f.text('date')} is used: ${f.saw}.`, ''],
  W411: (f) => [
    `Rule "${f.saw}" can never be reached: ${f.text('why') === 'never' ? 'its condition holds for no household' : 'the rules before it cover it'}.`,
    'Mend its condition or remove it.',
  ],
  E412: (f) => [
    `Columns file invalid: ${columnsIssue(f)}.`,
    f.hasExpected && SUGGESTED.has(f.text('issue')) ? `Did you mean: ${f.expected}?` : '',
  ],
  N501: () => ['The file records classes and no answers: they are taken as recorded.', ''],
  N502: (f) => [`${f.text('criteria')}: classified by ${f.text('basis') === 'score' ? 'B1/B2 points' : 'income'}.`, ''],
  W503: (f) => [
    `${counted(f.text('rejected'), 'row')} could not be used and set aside in ${f.text('file')}.`,
    'Mend those rows and run again.',
  ],
  N504: (f) => [`Columns ${f.list('columns')} are not used: ${f.text('criteria')} has no score lines.`, ''],
  E601: () => ['The output exists.', 'Choose another name, or add --force to overwrite it.'],
  E602: (f) => [`Cannot write: ${reason(f)}.`, 'Check the folder, your right to write and the disk space.'],
  E603: (f) => [
    `More households than a sheet of Excel holds (${f.text('most')}).`,
    'Write a .csv file; summary, diff and the others read it as well.',
  ],
  E701: (f) => [
    `There is no household "${f.saw}" in the files.`,
    f.hasExpected ? `Did you mean: ${f.expected}?` : 'Check the number.',
  ],
  E702: (f) => [
    `Several households have the number "${f.saw}": ${f.expected}.`,
    'Give the whole key: unit/village/number.',
  ],
  ...resultsEn,
  ...linkFindingsEn,
};

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'no permission',
  EPERM: 'not permitted',
  EISDIR: 'this is a folder',
  ENOTDIR: 'the path leads through a file',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EBUSY: 'another program is using the file',
};

function reason(f: Told): string {
  const code = f.text('reason');
  return REASONS[code] ?? code;
}

function columnsIssue(f: Told): string {
  if (f.text('issue') === 'yaml') return yamlFault(f);
  if (f.text('issue') === 'constant')
    return `"${f.saw}" cannot be a value of this field${f.hasExpected ? ` (${f.expected})` : ''}`;
  if (f.text('issue').startsWith('unknown_')) return `there is no "${f.saw}" here`;
  return f.hasExpected ? `of the wrong kind (expected ${f.expected})` : 'of the wrong kind';
}

const ROW_KINDS: Readonly<Record<string, string>> = {
  letterhead: 'lines above the headings',
  total: 'totals',
  section: 'section rows',
  signature: 'signatures and remarks',
  numbering: 'column numbers',
  heading: 'headings repeated',
};

const BESIDES: Readonly<Record<string, string>> = {
  links: 'links to other workbooks; they are not followed, the values last seen are read',
  macros: 'macros; they are not run',
  formulas: 'formulas that were never computed; they are read as blank',
};

const KINDS: Readonly<Record<string, string>> = {
  xlsx: 'an Excel workbook (.xlsx)',
  xls: 'an old Excel workbook (.xls)',
  'utf-16': 'UTF-16 text ("Unicode Text" of Excel)',
  html: 'a web page saved as an Excel file',
  binary: 'a binary file',
  text: 'text',
  xml: 'an XML file',
  zip: 'a zip archive',
  document: 'a text document or presentation',
  xlsb: 'a binary Excel workbook (.xlsb)',
  'xls-95': 'a workbook from before Excel 97',
  ole: 'an old Office file without a workbook',
};

const DAMAGE: Readonly<Record<string, string>> = {
  cut: 'it ends too early',
  zip: 'its packed content contradicts its checksum or its list',
  xml: 'a part of it is broken off or not well-formed',
  part: 'a part that its list names is missing',
  cells: 'rows or cells are out of order or outside the sheet',
  records: 'its records contradict each other',
};

const LIMITS: Readonly<Record<string, string>> = {
  file: 'the file is too large to be held in memory',
  entries: 'it is packed from too many files',
  inflated: 'it unpacks to several gigabytes',
  ratio: 'it unpacks to hundreds of times its size, as only a zip bomb does',
  token: 'one cell or tag is longer than a million characters',
  entities: 'it defines XML entities, which no spreadsheet program writes',
  strings: 'its texts are too many',
  styles: 'its cell styles are too many',
  cells: 'a sheet spans hundreds of millions of cells',
};

const PAGES: Readonly<Record<string, string>> = {
  html: 'a web page',
  mhtml: 'a web page in one file',
  'xml-2003': 'an XML spreadsheet of Excel 2003',
};

const DUPLICATES: Readonly<Record<string, (f: Told) => string>> = {
  identical: () => 'the rows are identical (reviewer aside)',
  two_classes: (f) => `one household with two classes (${f.list('classes')})`,
  different: () => 'the rows differ',
};

function suggestion(f: Told): string {
  if (f.text('near') !== '') return `Did you mean: ${f.text('near')}?`;
  return f.hasExpected && SUGGESTED.has(f.text('issue')) ? `Did you mean: ${f.expected}?` : '';
}

const SUGGESTED = new Set([
  'unknown_key',
  'unknown_field',
  'unknown_indicator',
  'unknown_line',
  'unknown_param',
  'unknown_code',
  'unknown_condition',
  'unknown_document',
  'unknown_test',
  'nothing_to_remove',
  'no_parent',
]);

function criteriaIssue(f: Told): string {
  return (CRITERIA_ISSUES[f.text('issue')] ?? NO_FORM)(f);
}

const NO_FORM = () => 'in none of the forms allowed';

const CRITERIA_ISSUES: Readonly<Record<string, (f: Told) => string>> = {
  invalid_type: (f) => `this is not ${TYPES[f.expected] ?? f.expected}`,
  missing: (f) => `"${f.saw}" is missing${f.hasExpected ? ` (one of ${f.expected})` : ''}`,
  no_value: (f) => `"${f.saw}" has no value${f.hasExpected ? ` (one of ${f.expected})` : ''}`,
  quote: (f) => `${f.saw} is not read as a text here; write it in quotes: ${f.expected}`,
  unquote: (f) => `"${f.saw}" is a text; write the number without quotes: ${f.expected}`,
  ungroup: (f) => `"${f.saw}" is no number; write it without points, commas and spaces: ${f.expected}`,
  invalid_value: (f) => `value "${f.saw}" not allowed (one of ${f.expected})`,
  too_small: (f) =>
    f.text('least') === '' ? 'there must be something here' : `${f.saw} is too small (${f.text('least')} or more)`,
  too_big: (f) => `${f.saw} is too large${f.text('most') === '' ? '' : ` (${f.text('most')} or less)`}`,
  yaml: yamlFault,
  circle: (f) => `"extends: ${f.saw}" leads back to this file`,
  id_of_parent: () => 'the file has the id of the set that it extends; give it an id of its own',
  no_parent: (f) => `there is no set "${f.saw}" to extend`,
  unknown_key: (f) => `there is no key "${f.saw}"`,
  unknown_field: (f) => `there is no field "${f.saw}"`,
  unknown_indicator: (f) => `there is no indicator "${f.saw}"`,
  unknown_line: (f) => `there is no line "${f.saw}"`,
  unknown_param: (f) => `there is no parameter "${f.saw}"`,
  rule_cannot_ask: (f) => `a class rule cannot ask "${f.saw}" so`,
  ends_before: () => 'it ends before it begins',
  unknown_code: (f) => `the field has no code "${f.saw}"`,
  nothing_to_remove: (f) => `there is no "${f.saw}" to remove`,
  same_id: (f) => `id "${f.saw}" already stands for another set of this run`,
  unknown_document: (f) => `there is no "${f.saw}" in documents`,
  unknown_test: (f) => `there is no test "${f.saw}"`,
  id_is_field: (f) => `"${f.saw}" is another field of survey files and cannot name an indicator`,
  too_fine: () => 'the common denominator of the points is too large to be exact',
  no_basis: (f) => `the set has no rules by "${f.saw}"`,
  more_members_than_size: () => 'more members than size',
  marked_twice: () => 'one indicator stands in marks and in deprived',
  nothing_expected: () => 'expected names nothing',
  name_twice: (f) => `a case "${f.saw}" stands above already`,
  wrong_kind: (f) => `"${f.saw}" does not fit the field: a yes-or-no answer is written true or false, a code as a word`,
  empty: () => 'the file is empty',
  no_rules: () => 'it has no class rules (classes)',
  hole: (f) => `some household falls under no rule (${f.text('detail')}); leave "when" out of the last rule`,
  too_many_cells: (f) =>
    `the rules tell too many cases apart (${f.text('detail')}): compare with fewer amounts, name fewer indicators one by one, or give more of them one weight`,
  too_many_rules: (f) => `there are too many rules (${f.text('detail')} at most)`,
  name: () => 'a name has small letters, digits and underscores only',
  set_id: () => 'an id has small letters, digits and hyphens only',
  date: () => 'a date is written "YYYY-MM-DD"',
  fraction: () => 'a number is written 3, "1/3" or "0.25"',
  caution: () => 'an item with confidence: low needs a caution (vi, en)',
  amount_or_by_area: () => 'give one of amount and by_area',
  period: () => 'a line in đồng needs a period (month or year), a line in points has none',
  points_twice: () => 'give one of points_each and points',
  no_points: () => 'a score needs given, points_each or points',
  table_of_total: () => 'a points table belongs to a score with given: b1 or given: b2',
  table_or_points: () => 'B1 has a table alone, no points_each or points',
  table_without_points: () =>
    'a points table of B2 also needs points_each or points: what one deprived indicator counts',
  points_step: (f) => `points of B2 are whole multiples of ${f.text('detail')}, not "${f.saw}"`,
  no_table: () => 'conditions are for the rows of a points table, and there is none',
  no_table_file: (f) => `there is no points table "${f.saw}"`,
  unknown_condition: (f) => `there is no "${f.saw}" in conditions`,
  points_empty: () => 'the points table has no rows',
  points_columns: (f) =>
    `points stand in one column "points", or in "urban" and "rural", or in "urban" and one column per region; there is: ${f.saw}`,
  points_no_item: () => 'a row of the points table names no item',
  points_no_field: () => 'an item of the points table needs a field, or rows with "when"',
  points_choice: (f) => `choice is "one" or "several", not "${f.saw}"`,
  points_bands: (f) => `the answer to "${f.saw}" is no number: it has no bands`,
  points_backwards: (f) => `the band ends (${f.saw}) before it begins`,
  points_overlap: (f) => `the points table counts ${f.saw} twice`,
  points_hole: (f) => `the points table has no row for ${f.saw}`,
  points_otherwise: () => 'of rows with "when" the last leaves it out (in every other case), and no other does',
  points_whole: (f) => `points are whole numbers, not "${f.saw}"`,
};

/** What the YAML parser refuses, by its codes and ours. */
const YAML_FAULTS: Readonly<Record<string, (f: Told) => string>> = {
  ALIAS: () => 'an alias (*name) is not read here; write the value out',
  ALIAS_PROPS: () => 'an alias (*name) is not read here; write the value out',
  BAD_ALIAS: () => 'a text that begins with & or * needs quotes',
  BAD_COLLECTION_TYPE: () => 'a tag (!name) does not fit what follows it',
  BAD_DIRECTIVE: () => 'a line that begins with % is not read here',
  BAD_DQ_ESCAPE: () => 'a backslash inside "…" means something else; write it twice, or use \'…\'',
  BAD_INDENT: () => 'the line is not indented as those it belongs to',
  BAD_PROP_ORDER: () => 'a tag or anchor stands in the wrong place',
  BAD_SCALAR_START: () => 'a text that begins so needs quotes',
  BLOCK_AS_IMPLICIT_KEY: () => 'two keys on one line, or a line indented too far; a text with ": " in it needs quotes',
  BLOCK_IN_FLOW: () => 'a comma is missing, or an indented block stands inside [ ] or { }',
  COLLECTION_AS_KEY: () => 'a list or a map cannot be a key',
  DUPLICATE_KEY: (f) => `the key "${f.saw}" stands here for the second time`,
  KEY_OVER_1024_CHARS: () => 'a key is too long',
  MISSING_BRACKET: () => 'a list [ or map { before this place is not closed',
  MISSING_CHAR: () => 'a sign is missing here: a space, a comma, a colon or a dash',
  MISSING_COLON: () => 'a colon and a space are missing after the key',
  MISSING_QUOTE: () => 'a text in quotes before this place is not closed',
  MULTILINE_IMPLICIT_KEY: () => 'a colon and a space are missing after the key, or the key runs over several lines',
  MULTIPLE_ANCHORS: () => 'a value has two anchors (&name)',
  MULTIPLE_DOCS: () => 'the file holds several documents; leave the line "---" out, or make it several files',
  MULTIPLE_TAGS: () => 'a value has two tags (!name)',
  NON_STRING_KEY: () => 'a key is no text',
  TAB_AS_INDENT: () => 'a tab indents the line; use spaces',
  TAG_RESOLVE_FAILED: () => 'a text that begins with ! needs quotes',
  TOO_DEEP: () => 'lists or maps stand inside each other too deeply',
  UNEXPECTED_TOKEN: () => 'this cannot stand here; look at the indentation and at brackets and commas',
};

function yamlFault(f: Told): string {
  return `not YAML: ${(YAML_FAULTS[f.text('detail')] ?? (() => 'this cannot be read'))(f)}`;
}

/** The kinds of value in a YAML file. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
};
