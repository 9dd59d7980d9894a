import { CsvError, parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordFault } from '../../src/survey/parsed-records.ts';
import { splitRecords } from '../../src/survey/split-records.ts';
import { bytesOf } from '../fixtures.ts';

/** What a text comes to: its records, or the fault that ends it. */
type Outcome = { readonly records: unknown } | { readonly fault: string; readonly after: number };

async function split(text: string, cuts: readonly number[] = []): Promise<Outcome> {
  const found: (readonly string[])[] = [];
  try {
    for await (const { records, isPlain } of splitRecords(cut(text, cuts), ',')) {
      found.push(...records);
      if (isPlain) expect(records.flat().filter((cell) => /[\r\n]/.test(cell))).toEqual([]);
    }
    return { records: found };
  } catch (error) {
    if (error instanceof RecordFault) return { fault: error.code, after: error.records };
    throw error;
  }
}

/** The whole text by the parser alone. */
function parsed(text: string): Outcome {
  try {
    return {
      records: parse(text, {
        bom: true,
        max_record_size: 1 << 20,
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
      }),
    };
  } catch (error) {
    if (error instanceof CsvError) return { fault: error.code, after: Number(error.records) };
    throw error;
  }
}

/** Pieces of a text, cut between characters. */
async function* cut(text: string, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const places = [...cuts.map((at) => at % (text.length + 1)), 0, text.length].sort((a, b) => a - b);
  for (const [at, from] of places.entries()) yield bytesOf(text.slice(from, places[at + 1] ?? from));
}

const sign = fc.constantFrom('a', 'ộ', ',', '\n', '\r', '\r\n', ' ', '"', '""', '","', 'xyz');
const text = fc
  .tuple(fc.constantFrom('', '\ufeff'), fc.array(sign, { maxLength: 40 }))
  .map(([bom, signs]) => bom + signs.join(''));

describe('records split from a text', () => {
  it('are those of the parser, wherever the text is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(), { maxLength: 5 }), async (whole, cuts) => {
        expect(await split(whole, cuts)).toEqual(parsed(whole));
      }),
      { numRuns: 3000 },
    );
  });

  it('go on with the parser where the first quote stands, after any number of plain lines', async () => {
    const plain = 'x,y\r\n'.repeat(5000);
    expect(await split(`${plain}"a\nb",c\r\nd,e\n`, [4999])).toEqual(parsed(`${plain}"a\nb",c\r\nd,e\n`));
    expect(await split(`${plain}a"b,c\r\n`, [7])).toEqual({ fault: 'INVALID_OPENING_QUOTE', after: 5000 });
  });

  it('lose nothing where lines that end otherwise make one long record after others', async () => {
    const whole = `h,i\n1,2\n3,4\n${'a,b\r'.repeat(400_000)}`;
    expect(await split(whole)).toEqual(parsed(whole));
    expect(await split(whole, [6])).toEqual(parsed(whole));
  });

  it('are refused where one is longer than any honest row, with quotes and without', async () => {
    const long = 'x'.repeat(3 << 19);
    for (const whole of [`h\na,${long}\nb`, `h\n"a,${long}\nb`, `h\n${long}`]) {
      expect(await split(whole, [3, 1 << 19])).toEqual({ fault: 'CSV_MAX_RECORD_SIZE', after: 1 });
      expect(JSON.stringify(parsed(whole)) === JSON.stringify(await split(whole))).toBe(true);
    }
  });
});
