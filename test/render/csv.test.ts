import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../src/render/csv.ts';
import { guard } from '../../src/survey/normalize.ts';

/** As the library of CSV writes what is guarded, row by row, plain or not. */
const byLibrary = (rows: readonly (readonly string[])[]) =>
  stringify(
    rows.map((row) => row.map(guard)),
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '1234',
    'Xã Mẫu',
    'a,b',
    '"',
    'a"b',
    "'",
    '=1',
    '+84',
    '-5',
    '@x',
    '\tx',
    '\rx',
    'x\n',
    ' x ',
  ),
  fc.string({ unit: fc.constantFrom('a', 'ế', ',', '"', '\r', '\n', '\t', "'", '=', '-', '+', '@', ' ', '\u2028') }),
);

describe('rows as CSV', () => {
  it('are what the library writes of guarded cells, whether a row needs its care or not', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), (rows) => {
        expect(csvRows(rows)).toBe(byLibrary(rows));
      }),
      { numRuns: 2000 },
    );
  });

  it('keep to one form: commas, line breaks of two characters, no quotes without need', () => {
    expect(
      csvRows([
        ['a', 'b'],
        ['1', 'Xã, Mẫu'],
        ['=1', ''],
      ]),
    ).toBe('a,b\r\n1,"Xã, Mẫu"\r\n\'=1,\r\n');
  });
});
