import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInFormat, PLAIN_NUMBER, readNumberFormat } from '../../../src/survey/workbook/number-format.ts';
import { spellDuration, spellIsoDate, spellNumber } from '../../../src/survey/workbook/spelling.ts';
import { parseDate } from '../../../src/text/date.ts';
import { parseNumber } from '../../../src/text/number.ts';

const plain = (raw: string) => spellNumber(raw, PLAIN_NUMBER, 1900);
const dated = (raw: string, format: string, system: 1900 | 1904 = 1900) =>
  spellNumber(raw, readNumberFormat(format), system);

describe('a number', () => {
  it.each([
    ['1500000', '1500000'],
    ['1.5E6', '1500000'],
    ['1.5E+6', '1500000'],
    ['123456789012', '123456789012'],
    ['1.23456789012E11', '123456789012'],
    ['1E+21', '1000000000000000000000'],
    ['0.1', '0.1'],
    ['1466.667', '1466.6670'],
    ['1466.6669999999999', '1466.6670'],
    ['-0.125', '-0.1250'],
    ['0.30000000000000004', '0.3'],
    ['1500000.0000000002', '1500000'],
    ['1.5E-7', '0.00000015'],
    ['-12', '-12'],
    ['-0', '0'],
    ['007', '007'],
    ['x', 'x'],
    ['', ''],
  ])('%s is written %s', (raw, spelt) => {
    expect(plain(raw)).toBe(spelt);
  });

  it('is read back as the same amount whatever a lone separator means', () => {
    const amounts = fc.oneof(
      fc.integer(),
      fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000),
    );
    fc.assert(
      fc.property(amounts, (amount) => {
        const spelt = plain(String(amount));
        expect(Number(parseNumber(spelt, 'groups'))).toBe(amount);
        expect(Number(parseNumber(spelt, 'decimals'))).toBe(amount);
      }),
    );
  });
});

describe('a code', () => {
  it.each([
    ['00000', '7', '00007'],
    ['00000', '123456', '123456'],
    ['000 000 000 000', '1234567890', '001234567890'],
    ['000\\ 000\\ 000\\ 000', '1234567890', '001234567890'],
    ['000"-"000', '12', '000012'],
    ['0000;-0000', '12', '0012'],
    ['[Red]0000', '12', '0012'],
    ['00000', '1.5', '1.5'],
    ['0', '7', '7'],
    ['0.00', '7', '7'],
    ['#,##0', '1500', '1500'],
    ['General', '7', '7'],
    ['@', '7', '7'],
    ['0%', '0.5', '0.5'],
  ])('in the format %s: %s is %s', (format, raw, spelt) => {
    expect(dated(raw, format)).toBe(spelt);
  });
});

describe('a date', () => {
  it.each([
    ['45935', 'dd/mm/yyyy', '2025-10-05'],
    ['45935', 'm/d/yyyy;@', '2025-10-05'],
    ['45935', '[$-42A]d mmmm yyyy', '2025-10-05'],
    ['45935.354166666664', 'dd/mm/yyyy hh:mm', '2025-10-05 08:30'],
    ['45935.35417824074', 'dd/mm/yyyy', '2025-10-05 08:30:01'],
    ['45935.99999999999', 'dd/mm/yyyy', '2025-10-06'],
    ['19025', 'yyyy', '1952'],
    ['19025', 'mm/yyyy', '1952-02'],
    ['19025', 'mmm\\-yy', '1952-02'],
    ['1', 'd/m/yyyy', '1900-01-01'],
    ['59', 'd/m/yyyy', '1900-02-28'],
    ['60', 'd/m/yyyy', '1900-02-29'],
    ['61', 'd/m/yyyy', '1900-03-01'],
    ['0', 'd/m/yyyy', '1900-01-00'],
    ['0', 'h:mm', '00:00'],
    ['0.354166666666667', 'h:mm AM/PM', '08:30'],
    ['1.5', '[h]:mm:ss', '1900-01-01 12:00'],
    ['2958465', 'd/m/yyyy', '9999-12-31'],
    ['2958466', 'd/m/yyyy', '2958466'],
    ['-1', 'd/m/yyyy', '-1'],
  ])('%s in the format %s is %s', (raw, format, spelt) => {
    expect(dated(raw, format)).toBe(spelt);
  });

  it.each([
    ['0', '1904-01-01'],
    ['44473', '2025-10-05'],
  ])('day %s of a workbook that counts from 1904 is %s', (raw, spelt) => {
    expect(dated(raw, 'd/m/yyyy', 1904)).toBe(spelt);
  });

  it('is a date to whoever reads it, for every day since March 1900', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 90_000 }), (day) => {
        const spelt = dated(String(day), 'd/m/yyyy');
        expect(parseDate(spelt)).toBe(spelt);
        expect(Date.parse(dated(String(day + 1), 'd/m/yyyy')) - Date.parse(spelt)).toBe(86_400_000);
      }),
    );
  });

  it.each([
    [14, 'day'],
    [17, 'month'],
    [21, 'time'],
    [27, 'day'],
    [58, 'day'],
  ])('has the format with number %i when that shows a %s', (id, shows) => {
    expect(builtInFormat(id)).toEqual({ kind: 'date', shows });
  });

  it.each([0, 1, 3, 9, 11, 23, 37, 49])('has not the format with number %i', (id) => {
    expect(builtInFormat(id)).toBe(PLAIN_NUMBER);
  });

  it.each([
    ['2025-10-05', '2025-10-05'],
    ['2025-10-05T00:00:00', '2025-10-05'],
    ['2025-10-05T08:30:00.000', '2025-10-05 08:30'],
    ['2025-10-05T08:30:07', '2025-10-05 08:30:07'],
    ['mồng năm', 'mồng năm'],
  ])('spelt %s in the file is %s', (iso, spelt) => {
    expect(spellIsoDate(iso)).toBe(spelt);
  });

  it.each([
    ['PT08H30M00S', '08:30'],
    ['PT26H05M09.5S', '26:05:09'],
    ['lâu', 'lâu'],
  ])('%s is the time %s', (iso, spelt) => {
    expect(spellDuration(iso)).toBe(spelt);
  });
});
