import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIsoDate, parseDate } from '../../src/text/date.ts';

describe('a date as forms hold it', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2024-12-14T10:30', '2024-12-14'],
    ['2024-12-14 10:30:00', '2024-12-14'],
    ['14/12/2024', '2024-12-14'],
    ['1/2/2024', '2024-02-01'],
    ['14.12.2024', '2024-12-14'],
    ['14-12-2024', '2024-12-14'],
    ['31/12/1952', '1952-12-31'],
  ])('%j is a day', (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it.each([
    ['01/1952', '1952-01'],
    ['1.1952', '1952-01'],
    ['00/05/1952', '1952-05'],
    ['1952-05-00', '1952-05'],
    ['1952', '1952'],
    ['00/00/1952', '1952'],
    ['1952-00-00', '1952'],
    ['00/1952', '1952'],
  ])('%j says what is known', (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it.each([
    '',
    '31/02/2024',
    '29/02/2023',
    '2023-02-29',
    '31/04/2024',
    '01/13/2024',
    '13/2024',
    '15/00/1952',
    '1849',
    '2151',
    '0',
    '24',
    '44927',
    '2024-1-5',
    '2024/12/14',
    '14/12',
    'hôm nay',
    '14/12/2024x',
  ])('%j is none', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it.each(['14/12/2024', '01/1952', '00/05/1952', '1952-05-00', '00/00/1952', '1952'])(
    'is read as itself again: %j',
    (text) => {
      const once = parseDate(text);
      expect(once).not.toBeNull();
      expect(parseDate(once as string)).toBe(once);
    },
  );

  it('reads day before month, however it is separated', () => {
    const day = fc.date({ min: new Date('1850-01-01'), max: new Date('2150-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom('/', '.', '-'), (date, mark) => {
        const iso = date.toISOString().slice(0, 10);
        expect(parseDate(iso)).toBe(iso);
        expect(parseDate(iso.split('-').reverse().join(mark))).toBe(iso);
      }),
    );
  });
});

describe('a whole date', () => {
  it('is one that exists, in its canonical spelling', () => {
    expect(isIsoDate('2024-02-29')).toBe(true);
  });

  it.each(['2023-02-29', '2024-02', '2024', '2024-05-00', '14/12/2024', '2024-12-14T10:30', '', '2024-2-3'])(
    'is not %j',
    (text) => {
      expect(isIsoDate(text)).toBe(false);
    },
  );
});
