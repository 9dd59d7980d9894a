import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainSample } from '../../src/survey/plain-sample.ts';
import { isBlank, type RawRecord, readRecords } from '../../src/survey/records.ts';
import { memorySource, type Source } from '../../src/survey/source.ts';
import { bytesOf, PLAIN } from '../fixtures.ts';

const source = (content: string | Uint8Array) =>
  memorySource('a.csv', typeof content === 'string' ? bytesOf(content) : content);

async function read(from: Source, wanted: number, sniffed = PLAIN): Promise<readonly RawRecord[]> {
  const rows: RawRecord[] = [];
  for await (const batch of readRecords(from, sniffed)) rows.push(...batch.filter(({ cells }) => !isBlank(cells)));
  return rows.slice(0, wanted);
}

describe('the first rows of a text without quotes', () => {
  it('are those that the reader gives, whatever the cells and line ends', async () => {
    const piece = fc.constantFrom('a', 'ộ', ',', ';', '\t', ' ', '\n', '\r\n', '\r', '\ufeff', '#', "'", '\\', '𠮷');
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
    const delimiter = fc.constantFrom(',' as const, ';' as const, '\t' as const);
    await fc.assert(
      fc.asyncProperty(text, delimiter, fc.nat(8), async (content, by, wanted) => {
        const sniffed = { ...PLAIN, delimiter: by };
        expect(await plainSample(source(content), sniffed, wanted)).toEqual(
          await read(source(content), wanted, sniffed),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('come after the line sep=, which is none', async () => {
    const sniffed = { ...PLAIN, delimiter: ';' as const, hasSepLine: true };
    expect(await plainSample(source('sep=;\r\na;b\r\n1;2\r\n'), sniffed, 9)).toEqual([
      { line: 2, cells: ['a', 'b'] },
      { line: 3, cells: ['1', '2'] },
    ]);
  });

  it('are as many as were asked for, of a text longer than what is looked at', async () => {
    const long = source(`a,b\r\n${'ộ,1\r\n'.repeat(100_000)}`);
    expect(await plainSample(long, PLAIN, 1000)).toEqual(await read(long, 1000));
  });
});

describe('only the reader can tell', () => {
  it.each<[string, string | Uint8Array, object]>([
    ['a quote', 'a,b\n"1",2\n', {}],
    ['bytes that are no UTF-8', Uint8Array.of(0x61, 0x0a, 0xc3, 0x0a), {}],
    ['another encoding', 'a,b\n', { encoding: 'utf-16le' }],
    ['letters that show another encoding', 'a,b\n', { mojibake: 'vni-as-unicode' }],
    ['rows too long to be all there', `a\n${'b'.repeat(1 << 19)}\n`, {}],
  ])('%s', async (_, content, sniffed) => {
    expect(await plainSample(source(content), { ...PLAIN, ...sniffed }, 9)).toBeNull();
  });
});
