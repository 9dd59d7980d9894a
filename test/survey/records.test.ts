import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RawRecord, readRecords } from '../../src/survey/records.ts';
import type { Source } from '../../src/survey/source.ts';
import { memorySource } from '../../src/survey/source.ts';
import { bytesOf, PLAIN, pieces, refused } from '../fixtures.ts';

async function records(source: Source, sniffed = PLAIN): Promise<readonly RawRecord[]> {
  const found: RawRecord[] = [];
  for await (const batch of readRecords(source, sniffed)) found.push(...batch);
  return found;
}

const from = (content: string | Uint8Array, sniffed = PLAIN) =>
  records(memorySource('a.csv', typeof content === 'string' ? bytesOf(content) : content), sniffed);

const lines = async (content: string) => (await from(content)).map((r) => r.line);

describe('line ends', () => {
  it.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ])('may be %s', async (_, end) => {
    expect(await from(['a,b', '1,2', '3,4', ''].join(end))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
      { line: 3, cells: ['3', '4'] },
    ]);
  });

  it('may be missing after the last record', async () => {
    expect(await from('a\n1')).toHaveLength(2);
  });
});

describe('the line of a record', () => {
  it('is that on which it begins, after line breaks inside quotes', async () => {
    expect(await from('a,b\n"x\ny\nz",1\n2,3\n"p\r\nq",4\n5,6\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\ny\nz', '1'] },
      { line: 5, cells: ['2', '3'] },
      { line: 6, cells: ['p\r\nq', '4'] },
      { line: 8, cells: ['5', '6'] },
    ]);
  });

  it('counts blank lines', async () => {
    expect(await lines('a\n\n\n1\n\n2\n')).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('counts the line sep=, which is no record', async () => {
    expect(await from('sep=;\na;b\n1;2\n', { ...PLAIN, delimiter: ';', hasSepLine: true })).toEqual([
      { line: 2, cells: ['a', 'b'] },
      { line: 3, cells: ['1', '2'] },
    ]);
  });

  it('is right for any cells, with any line end', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ộ', '"', ',', '\n', ' ', ';') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n', '\r'), async (rows, end) => {
        // a break inside a cell as a person would see it: one line more
        const texts = rows.map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(','));
        let line = 1;
        const expected = rows.map((cells, at) => {
          const record = { line, cells };
          line += (texts[at]?.split('\n').length ?? 1) as number;
          return record;
        });
        expect(await from(texts.map((text) => text + end).join(''))).toEqual(expected);
      }),
    );
  });
});

describe('the byte order mark', () => {
  it('is no part of the first cell, also before a quote', async () => {
    expect(await from('\ufeffa,b\n')).toEqual([{ line: 1, cells: ['a', 'b'] }]);
    expect(await from('\ufeff"a",b\n')).toEqual([{ line: 1, cells: ['a', 'b'] }]);
  });
});

describe('bytes that are not UTF-8', () => {
  const bad = (before: string, bytes: readonly number[], after: string) =>
    Buffer.concat([bytesOf(before), Uint8Array.from(bytes), bytesOf(after)]);

  it.each([
    ['in the first line', bad('a', [0xe1], ',b\n1,2\n'), 1],
    ['in a later line', bad('a,b\n1,2\n3,', [0xc3, 0x28], '\n5,6\n'), 3],
    ['as the last byte', bad('a,b\n1,', [0xff], ''), 2],
    ['as a sequence that never ends', bad('a,b\n1,2\n3,', [0xe1, 0xbb], ''), 3],
    ['after a line break inside quotes', bad('a,b\n"1\n2",', [0x80], '\n'), 3],
    ['in a file with CRLF', bad('a\r\nb\r\n', [0xfe], '\r\n'), 3],
    ['as a surrogate', bad('a\n', [0xed, 0xa0, 0x80], '\n'), 2],
    ['as an overlong form', bad('a\n', [0xc0, 0xaf], '\n'), 2],
    ['in a file whose lines end with CR alone', bad('a\rb\r', [0xff], '\r'), 3],
  ])('are told with their line: %s', async (_, content, row) => {
    expect(await refused(from(content))).toMatchObject([{ code: 'E102', at: { file: 'a.csv', row } }]);
  });

  it('are told with the same line however the bytes arrive', async () => {
    const content = bad(`${'thôn bản\n'.repeat(5)}x`, [0xe1, 0xbb], 'y\nhộ\n');
    for (let size = 1; size < 9; size++) {
      const found = await refused(records(pieces('a.csv', inPieces(content, size))));
      expect(found, `pieces of ${size}`).toMatchObject([{ code: 'E102', at: { row: 6 } }]);
    }
  });
});

function inPieces(bytes: Uint8Array, size: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
  return parts;
}

describe('any split of the bytes into pieces', () => {
  const TEXT = '\ufeffMã hộ,Họ tên\r\n0001,"Nguyễn ""Tư""\r\nỨng"\r\n\r\n0002,𠀀𠮷 Ớt\r\n0003,é\n';

  it('gives the same records when every sequence is cut at every place', async () => {
    const whole = await from(TEXT);
    const bytes = bytesOf(TEXT);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const parts = [bytes.subarray(0, cut), bytes.subarray(cut)];
      expect(await records(pieces('a.csv', parts)), `cut at ${cut}`).toEqual(whole);
    }
    for (let size = 1; size <= 5; size++) {
      expect(await records(pieces('a.csv', inPieces(bytes, size)))).toEqual(whole);
    }
  });

  it('gives the same records for any text', async () => {
    const unit = fc.constantFrom('a', 'ộ', 'Đ', '𠮷', ',', '\n', '\r\n', '"x"', '');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit, maxLength: 40 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        async (text, places) => {
          const bytes = bytesOf(text);
          const cuts = [0, ...places.map((n) => n % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
          const parts = cuts.slice(1).map((end, at) => bytes.subarray(cuts[at], end));
          const outcome = (source: Source) => records(source).catch(() => 'refused');
          expect(await outcome(pieces('a.csv', parts))).toEqual(await outcome(memorySource('a.csv', bytes)));
        },
      ),
    );
  });
});

describe('quotes that cannot be read', () => {
  it('an unclosed one is told where its record begins', async () => {
    const found = await refused(from('a,b\n1,2\n3,"open\n5,6\n'));
    expect(found).toMatchObject([{ code: 'E105', at: { file: 'a.csv', row: 3 } }]);
  });

  it('an unclosed one does not swallow a large file', async () => {
    const found = await refused(from(`a,b\n1,"open\n${'0002,x\n'.repeat(400_000)}`));
    expect(found).toMatchObject([{ code: 'E105', at: { row: 2 } }]);
  });

  it('one in the middle of a cell is told with its line', async () => {
    expect(await refused(from('a,b\n1,Tư "Cả"\n'))).toMatchObject([{ code: 'E105', at: { row: 2 } }]);
  });
});

describe('a long file', () => {
  it('comes in batches that leave nothing out', async () => {
    const text = `a\n${Array.from({ length: 5000 }, (_, at) => `${at}\n`).join('')}`;
    const found = await from(text);
    expect(found).toHaveLength(5001);
    expect(found.at(-1)).toEqual({ line: 5001, cells: ['4999'] });
  });

  it('has every byte of it seen by the watcher', async () => {
    const seen: Uint8Array[] = [];
    const content = bytesOf('a,b\nộ,2\n');
    for await (const _ of readRecords(pieces('a.csv', inPieces(content, 3)), PLAIN, (chunk) => seen.push(chunk)));
    expect(Buffer.concat(seen)).toEqual(Buffer.from(content));
  });
});
