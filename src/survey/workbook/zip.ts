import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { damaged, tooLarge, WorkbookFault } from './fault.ts';
import { LIMITS } from './limits.ts';

/** The files inside a zip, by name; capitals do not matter, as workbooks differ in them from their own lists. */
export interface Zip {
  /** In small letters. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The unpacked bytes of a file, piece by piece, checked against its checksum at the end. */
  pieces(name: string): AsyncGenerator<Buffer>;
  /** A small file whole. */
  whole(name: string): Promise<Buffer>;
}

interface Entry {
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const IN_DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const NOT_HERE = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

/** Reads the directory of a zip. `E106` when it is cut or contradicts itself, `E108` when it holds too many files. */
export function openZip(bytes: Buffer): Zip {
  const entries = readDirectory(bytes);
  const entryOf = (name: string) => {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) throw damaged('part');
    return entry;
  };
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name.toLowerCase()),
    pieces: (name) => pieces(bytes, () => entryOf(name), LIMITS.inflatedBytes),
    async whole(name) {
      const parts: Buffer[] = [];
      for await (const piece of pieces(bytes, () => entryOf(name), LIMITS.smallPartBytes)) parts.push(piece);
      return Buffer.concat(parts);
    },
  };
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  let { count, at } = directoryOf(bytes);
  if (count > LIMITS.entries) throw tooLarge('entries');
  const entries = new Map<string, Entry>();
  for (; count > 0; count--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== IN_DIRECTORY) throw damaged('zip');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    entries.set(name.replaceAll('\\', '/').toLowerCase(), entryAt(bytes, at, extra));
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** How many files the directory lists, and where it begins. */
function directoryOf(bytes: Buffer): { count: number; at: number } {
  const end = endRecord(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const at = bytes.readUInt32LE(end + 16);
  if (count !== 0xffff && at !== NOT_HERE) return { count, at };
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== LOCATOR_64) return { count, at };
  const end64 = Number(bytes.readBigUInt64LE(locator + 8));
  if (end64 + 56 > bytes.length || bytes.readUInt32LE(end64) !== END_64) throw damaged('zip');
  return { count: Number(bytes.readBigUInt64LE(end64 + 32)), at: Number(bytes.readBigUInt64LE(end64 + 48)) };
}

/** The record that closes a zip; a comment of up to 65,535 bytes may follow it. Without it the file was cut. */
function endRecord(bytes: Buffer): number {
  const furthest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= furthest; at--) if (bytes.readUInt32LE(at) === END) return at;
  throw damaged('cut');
}

function entryAt(bytes: Buffer, at: number, extra: Buffer): Entry {
  const wide = wideNumbers(extra);
  const pick = (place: number) => {
    const value = bytes.readUInt32LE(place);
    return value === NOT_HERE ? (wide.shift() ?? value) : value;
  };
  // the wide numbers come in this order: size, packed size, offset
  const size = pick(at + 24);
  const packed = pick(at + 20);
  const offset = pick(at + 42);
  return {
    isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed,
    size,
    offset,
  };
}

/** The numbers of the ZIP64 extra field. */
function wideNumbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    const numbers: number[] = [];
    for (let place = at + 4; place + 8 <= end; place += 8) numbers.push(Number(extra.readBigUInt64LE(place)));
    return numbers;
  }
  return [];
}

/** Pieces of this size keep the rows made from one small, however wide they claim to be. */
const PIECE = 1 << 15;

async function* pieces(bytes: Buffer, find: () => Entry, most: number): AsyncGenerator<Buffer> {
  const entry = find();
  if (entry.isEncrypted) throw new WorkbookFault('E107', 'zip');
  const packed = packedBytes(bytes, entry);
  const gunzip = createGunzip({ chunkSize: PIECE });
  const stream = Readable.from(asGzip(packed, entry), { objectMode: false }).pipe(gunzip);
  let total = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      total += piece.length;
      if (total > most) throw tooLarge('inflated');
      if (total > LIMITS.ratioFreeBytes && total > packed.length * LIMITS.ratio) throw tooLarge('ratio');
      yield piece;
    }
  } catch (error) {
    throw error instanceof WorkbookFault ? error : damaged('zip');
  } finally {
    gunzip.destroy();
  }
}

function packedBytes(bytes: Buffer, { offset, packed, method }: Entry): Buffer {
  if (method !== STORED && method !== DEFLATED) throw damaged('zip');
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw damaged('zip');
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (from + packed > bytes.length) throw damaged('cut');
  return bytes.subarray(from, from + packed);
}

const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const BLOCK = 0xffff;

/** The file as gzip: then zlib itself holds it against the checksum and the length of the directory. */
function* asGzip(packed: Buffer, { method, crc, size }: Entry): Generator<Buffer> {
  yield GZIP_HEAD;
  if (method === DEFLATED) yield* slices(packed, 1 << 20);
  else yield* storedBlocks(packed);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc, 0);
  tail.writeUInt32LE(size % 2 ** 32, 4);
  yield tail;
}

function* slices(bytes: Buffer, length: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** Bytes that were not packed, as blocks of deflate that are not packed either. */
function* storedBlocks(bytes: Buffer): Generator<Buffer> {
  for (const block of slices(bytes, BLOCK)) {
    yield Buffer.from([0, block.length & 0xff, block.length >> 8, ~block.length & 0xff, (~block.length >> 8) & 0xff]);
    yield block;
  }
  yield Buffer.from([1, 0, 0, 0xff, 0xff]);
}
