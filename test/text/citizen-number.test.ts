import { describe, expect, it } from 'vitest';
import { readCitizenNumber } from '../../src/text/citizen-number.ts';

describe("a citizen's number", () => {
  it.each([
    ['000061505237', 'male', 1961],
    ['000199505237', 'female', 1999],
    ['000200505237', 'male', 2000],
    ['000315505237', 'female', 2015],
  ])('%s is of a %s born in %i', (number, sex, birthYear) => {
    expect(readCitizenNumber(number)).toEqual({ province: '000', sex, birthYear });
  });

  it.each([
    ['000061505', 'old_card'],
    ['00006150523', 'length'],
    ['0000615052371', 'length'],
    ['000A61505237', 'letters'],
    ['chưa có', 'letters'],
    ['000461505237', 'century'],
  ])('%s is none: %s', (text, fault) => {
    expect(readCitizenNumber(text)).toBe(fault);
  });
});
