import { tooLarge } from './fault.ts';
import type { FontDecoder, Fonts } from './fonts.ts';
import { LIMITS } from './limits.ts';
import { joinRuns, RichText, type Run } from './rich-text.ts';
import { type Attributes, type XmlHandler, XmlScanner } from './xml.ts';
import type { Zip } from './zip.ts';

const CHUNK = 1 << 22;
/** The first strings are the words that come again and again; they are kept decoded. */
const KEPT = 1 << 16;
/** Bytes before each string: its length in three, then whether it is ASCII. */
const HEAD = 4;
const MOST_RICH = 300_000;

/**
 * The texts that cells name by number. They are held as bytes, for ten million JavaScript strings take gigabytes; a
 * string is made when a cell asks for it.
 */
export class SharedStrings {
  readonly #fonts: Fonts;
  readonly #chunks: Buffer[] = [];
  #used = CHUNK;
  #starts = new Uint32Array(1024);
  #count = 0;
  readonly #kept: string[] = [];
  readonly #rich = new Map<number, readonly Run[]>();

  constructor(fonts: Fonts) {
    this.#fonts = fonts;
  }

  /** The text with this number as its cell shows it; null when there is none. */
  textOf(index: number, cell: FontDecoder): string | null {
    if (!(Number.isInteger(index) && index >= 0 && index < this.#count)) return null;
    const runs = this.#rich.get(index);
    if (runs !== undefined) return joinRuns(runs, cell, this.#fonts);
    const text = this.#kept[index] ?? this.#read(index);
    return cell === null ? text : cell(text);
  }

  add(text: RichText): void {
    const index = this.#count++;
    if (text.hasFonts) this.#rich.set(index, text.runs);
    const plain = text.hasFonts ? '' : text.plain;
    if (index < KEPT) this.#kept.push(plain);
    this.#write(index, plain);
    if (this.#rich.size > MOST_RICH) throw tooLarge('strings');
  }

  #write(index: number, text: string): void {
    const most = HEAD + text.length * 3;
    if (this.#used + most > CHUNK) this.#newChunk();
    const chunk = this.#chunks.at(-1) as Buffer;
    const length = chunk.write(text, this.#used + HEAD);
    chunk.writeUIntLE(length, this.#used, 3);
    chunk[this.#used + 3] = length === text.length ? 1 : 0;
    if (index === this.#starts.length) this.#growStarts();
    this.#starts[index] = (this.#chunks.length - 1) * CHUNK + this.#used;
    this.#used += HEAD + length;
  }

  #read(index: number): string {
    const start = this.#starts[index] as number;
    const chunk = this.#chunks[Math.floor(start / CHUNK)] as Buffer;
    const at = start % CHUNK;
    const from = at + HEAD;
    return chunk.toString(chunk[at + 3] === 1 ? 'latin1' : 'utf8', from, from + chunk.readUIntLE(at, 3));
  }

  #newChunk(): void {
    if ((this.#chunks.length + 1) * CHUNK + this.#starts.byteLength > LIMITS.stringBytes) throw tooLarge('strings');
    this.#chunks.push(Buffer.allocUnsafeSlow(CHUNK));
    this.#used = 0;
  }

  #growStarts(): void {
    const wider = new Uint32Array(this.#starts.length * 2);
    wider.set(this.#starts);
    this.#starts = wider;
  }
}

/** Reads `sharedStrings.xml`, piece by piece. */
export async function readSharedStrings(zip: Zip, path: string, fonts: Fonts): Promise<SharedStrings> {
  const strings = new SharedStrings(fonts);
  const scanner = new XmlScanner(new StringsHandler(strings));
  for await (const piece of zip.pieces(path)) scanner.write(piece);
  scanner.end();
  return strings;
}

class StringsHandler implements XmlHandler {
  wantsText = false;
  readonly #strings: SharedStrings;
  readonly #text = new RichText();

  constructor(strings: SharedStrings) {
    this.#strings = strings;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'si') this.#text.clear();
    else this.wantsText = this.#text.open(name, () => attributes.get('val'));
  }

  text(run: string): void {
    this.#text.add(run);
  }

  close(name: string): void {
    this.wantsText = false;
    if (name === 'si') this.#strings.add(this.#text);
    else this.#text.close(name);
  }
}
