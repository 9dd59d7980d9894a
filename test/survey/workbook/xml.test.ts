import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type XmlHandler, XmlScanner } from '../../../src/survey/workbook/xml.ts';

const XML =
  '\ufeff<?xml version="1.0"?><!-- <a> --><x:a b="1>2" c=\'"\'  d = "&lt;&#x1EC7;ệ"><a:b/>chữ &amp; ệ&unknown;<![CDATA[<&]]>\n</x:a >';

/** What a handler is told when the bytes come in pieces of these sizes, text joined. */
function told(bytes: Buffer, sizes: readonly number[]): unknown[] {
  const events: (string | readonly unknown[])[] = [];
  const handler: XmlHandler = {
    wantsText: true,
    open: (name, tag) => events.push(['<', name, tag.get('b'), tag.get('c'), tag.get('d'), tag.get('none')]),
    text(run) {
      const last = events.at(-1);
      if (typeof last === 'string') events[events.length - 1] = last + run;
      else events.push(run);
    },
    close: (name) => events.push(['>', name]),
  };
  const scanner = new XmlScanner(handler);
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 1);
    scanner.write(bytes.subarray(at, at + size));
    at += size;
  }
  scanner.end();
  return events;
}

describe('the scanner', () => {
  it('hands over tags by their local names, attributes and text with entities resolved', () => {
    expect(told(Buffer.from(XML), [1 << 20])).toEqual([
      '\ufeff',
      ['<', 'a', '1>2', '"', '<ệệ', undefined],
      ['<', 'b', undefined, undefined, undefined, undefined],
      ['>', 'b'],
      'chữ & ệ&unknown;<&\n',
      ['>', 'a'],
    ]);
  });

  it('says the same however the bytes are cut', () => {
    const whole = told(Buffer.from(XML), [1 << 20]);
    const sizes = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sizes, (cut) => {
        expect(told(Buffer.from(XML), cut)).toEqual(whole);
      }),
    );
  });

  it.each(['<a>', '<a', '<a><b></b>', '<a/', '<!-- a', '<![CDATA[ a'])('finds that %s is broken off', (text) => {
    expect(() => told(Buffer.from(text), [3])).toThrow('E106 xml');
  });

  it('does not take one name for another when their hashes are the same', () => {
    // "Aa" and "BB" have one hash
    expect(told(Buffer.from('<Aa></Aa><BB></BB><Aa></Aa>'), [99]).filter((e) => (e as string[])[0] === '>')).toEqual([
      ['>', 'Aa'],
      ['>', 'BB'],
      ['>', 'Aa'],
    ]);
  });
});
