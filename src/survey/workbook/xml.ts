import { damaged, tooLarge } from './fault.ts';
import { LIMITS } from './limits.ts';

/** Takes what stands in an XML part, in order. Names are local: `x:row` and `row` are one. */
export interface XmlHandler {
  /** While true, text is decoded and handed over; else it is passed by. */
  wantsText: boolean;
  open(name: string, attributes: Attributes): void;
  /** A run of text, entities resolved; one text may come in several runs. */
  text(run: string): void;
  close(name: string): void;
}

/** The attributes of the tag being opened; valid only until the handler returns. */
export interface Attributes {
  /** The value of the attribute with this local name; undefined when it is not there. */
  get(name: string): string | undefined;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const AMP = 0x26;
const COLON = 0x3a;
const EQUALS = 0x3d;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const SPACE = 0x20;
const NOTHING = Buffer.alloc(0);

/**
 * Reads XML as it comes, in pieces of any size, within the memory of one token. It works on bytes, for a sheet has tens
 * of millions of tags: names are made strings once, attributes and text only when somebody asks. There is no DTD in a
 * workbook: one that brings entities is refused.
 */
export class XmlScanner implements Attributes {
  readonly #handler: XmlHandler;
  readonly #names = new Map<number, string>();
  #bytes: Buffer = NOTHING;
  /** Where the attributes of the present tag begin and end. */
  #from = 0;
  #to = 0;
  #depth = 0;
  /** Characters handed over since the last tag. */
  #textLength = 0;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  write(piece: Buffer): void {
    const held = this.#bytes;
    this.#bytes = held.length === 0 ? piece : Buffer.concat([held, piece]);
    const done = this.#scan();
    this.#bytes = this.#bytes.subarray(done);
    if (this.#bytes.length > LIMITS.tokenBytes) throw tooLarge('token');
  }

  /** Says that nothing follows. A part that ends inside a tag or before its last element is closed is damaged. */
  end(): void {
    if (this.#depth !== 0 || this.#bytes.includes(LT)) throw damaged('xml');
  }

  /** Hands over every whole token and gives where the first unfinished one begins. */
  #scan(): number {
    const bytes = this.#bytes;
    const { length } = bytes;
    let at = 0;
    for (;;) {
      let open = at;
      let isPlain = true;
      for (; open < length; open++) {
        const byte = bytes[open] as number;
        if (byte === LT) break;
        if (byte === AMP || byte >= 0x80) isPlain = false;
      }
      if (open >= length) return at;
      if (open > at && this.#handler.wantsText) this.#text(decoded(bytes, at, open, isPlain));
      const next = this.#markup(open);
      if (next < 0) return open;
      at = next;
    }
  }

  /** Reads the tag, comment or the like at `open`; gives the place behind it, or -1 when its end has not come. */
  #markup(open: number): number {
    const bytes = this.#bytes;
    const second = bytes[open + 1];
    if (second === BANG) return this.#special(open);
    const close = endOfTag(bytes, open + 1);
    if (close < 0) return -1;
    if (second === QUESTION) return close + 1;
    this.#textLength = 0;
    if (second === SLASH) {
      this.#depth--;
      this.#handler.close(this.#name(open + 2, close));
    } else {
      this.#openTag(open + 1, close);
    }
    return close + 1;
  }

  #openTag(from: number, close: number): void {
    const isEmpty = this.#bytes[close - 1] === SLASH;
    const name = this.#name(from, close);
    this.#to = isEmpty ? close - 1 : close;
    this.#handler.open(name, this);
    if (isEmpty) this.#handler.close(name);
    else this.#depth++;
  }

  /** Comments, CDATA and declarations. */
  #special(open: number): number {
    const bytes = this.#bytes;
    if (bytes.length < open + 9) return -1;
    const start = bytes.toString('latin1', open, open + 9);
    if (start.startsWith('<!--')) return behind(bytes, '-->', open + 4);
    if (start !== '<![CDATA[') throw tooLarge('entities');
    const next = behind(bytes, ']]>', open + 9);
    if (next > 0 && this.#handler.wantsText) this.#text(bytes.toString('utf8', open + 9, next - 3));
    return next;
  }

  /** Comments may cut one text into many runs, but not without end. */
  #text(run: string): void {
    this.#textLength += run.length;
    if (this.#textLength > LIMITS.tokenBytes) throw tooLarge('token');
    this.#handler.text(run);
  }

  /** The local name that begins at `from`, the same string each time; leaves `#from` where the attributes begin. */
  #name(from: number, close: number): string {
    const bytes = this.#bytes;
    let start = from;
    let hash = 0;
    let at = from;
    for (; at < close; at++) {
      const byte = bytes[at] as number;
      if (byte <= SPACE || byte === SLASH) break;
      if (byte === COLON) {
        start = at + 1;
        hash = 0;
      } else {
        hash = (hash * 31 + byte) | 0;
      }
    }
    this.#from = at;
    const known = this.#names.get(hash);
    if (known !== undefined && isAt(bytes, start, at, known)) return known;
    const name = bytes.toString('utf8', start, at);
    if (this.#names.size < 1000) this.#names.set(hash, name);
    return name;
  }

  get(wanted: string): string | undefined {
    const bytes = this.#bytes;
    let at = this.#from;
    while (at < this.#to) {
      while (at < this.#to && (bytes[at] as number) <= SPACE) at++;
      let start = at;
      for (; at < this.#to && bytes[at] !== EQUALS; at++) if (bytes[at] === COLON) start = at + 1;
      let nameEnd = at;
      while (nameEnd > start && (bytes[nameEnd - 1] as number) <= SPACE) nameEnd--;
      at++;
      while (at < this.#to && (bytes[at] as number) <= SPACE) at++;
      const quote = bytes[at];
      if (quote !== DOUBLE && quote !== SINGLE) return undefined;
      const from = ++at;
      let isPlain = true;
      for (; at < this.#to && bytes[at] !== quote; at++) {
        const byte = bytes[at] as number;
        if (byte === AMP || byte >= 0x80) isPlain = false;
      }
      if (isAt(bytes, start, nameEnd, wanted)) return decoded(bytes, from, at, isPlain);
      at++;
    }
    return undefined;
  }
}

/** Hands every tag of a small part to `onOpen`. */
export function readTags(bytes: Buffer, onOpen: (name: string, attributes: Attributes) => void): void {
  const scanner = new XmlScanner({ wantsText: false, open: onOpen, text: () => {}, close: () => {} });
  scanner.write(bytes);
  scanner.end();
}

/** Where the tag ends, a `>` inside quotes not counted; -1 when that has not come. */
function endOfTag(bytes: Buffer, from: number): number {
  const { length } = bytes;
  let quote = 0;
  for (let at = from; at < length; at++) {
    const byte = bytes[at] as number;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GT) {
      return at;
    } else if (byte === DOUBLE || byte === SINGLE) {
      quote = byte;
    }
  }
  return -1;
}

function behind(bytes: Buffer, sign: string, from: number): number {
  const at = bytes.indexOf(sign, from);
  return at < 0 ? -1 : at + sign.length;
}

function isAt(bytes: Buffer, from: number, to: number, name: string): boolean {
  if (to - from !== name.length) return false;
  for (let i = 0; i < name.length; i++) if (bytes[from + i] !== name.charCodeAt(i)) return false;
  return true;
}

function decoded(bytes: Buffer, from: number, to: number, isPlain: boolean): string {
  if (isPlain) return bytes.toString('latin1', from, to);
  const text = bytes.toString('utf8', from, to);
  return text.includes('&') ? text.replace(ENTITY, (whole, name: string) => entity(name) ?? whole) : text;
}

const ENTITY = /&(#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos);/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()];
  const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
