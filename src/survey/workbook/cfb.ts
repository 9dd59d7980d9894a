import { damaged } from './fault.ts';

const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const ENTRY = 128;
const STREAM = 2;
const ROOT = 5;

/** The container of old Office files: a small file system of sectors, whose streams are found by name. */
export interface Cfb {
  has(name: string): boolean;
  /** The bytes of a stream, in one piece. */
  stream(name: string): Buffer;
}

interface Entry {
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

/** Opens such a container. `E106` when its chains of sectors leave the file or run in a circle. */
export function openCfb(bytes: Buffer): Cfb {
  if (bytes.length < 512) throw damaged('cut');
  const sectors = new Sectors(bytes);
  const entries = readEntries(sectors.chain(bytes.readUInt32LE(48), null));
  const root = entries.get('')?.type === ROOT ? entries.get('') : undefined;
  if (root === undefined) throw damaged('records');
  const smallest = bytes.readUInt32LE(56);
  return {
    has: (name) => entries.get(name)?.type === STREAM,
    stream(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw damaged('part');
      if (entry.size >= smallest) return sectors.chain(entry.start, entry.size);
      return sectors.miniChain(entry, root);
    },
  };
}

/** The directory; its root, which has a name of its own in each file, stands under the empty name. */
function readEntries(directory: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const type = directory[at + 66] ?? 0;
    if (type !== STREAM && type !== ROOT) continue;
    const nameBytes = Math.max(0, Math.min(64, directory.readUInt16LE(at + 64)) - 2);
    const name = type === ROOT ? '' : directory.toString('utf16le', at, at + nameBytes);
    const entry = { type, start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) };
    if (!entries.has(name)) entries.set(name, entry);
  }
  return entries;
}

class Sectors {
  readonly #bytes: Buffer;
  readonly #size: number;
  readonly #miniSize: number;
  readonly #next: Uint32Array;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    const shift = bytes.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw damaged('records');
    this.#size = 1 << shift;
    this.#miniSize = 1 << Math.min(shift, bytes.readUInt16LE(32));
    this.#next = this.#readNext();
  }

  /** The stream that begins at a sector; `size` null for all of its sectors. */
  chain(start: number, size: number | null): Buffer {
    const parts: Buffer[] = [];
    const most = size === null ? this.#next.length : Math.ceil(size / this.#size);
    let sector = start;
    for (; sector < FREE - 5 && parts.length < most; sector = this.#next[sector] ?? FREE) {
      parts.push(this.#sector(sector));
    }
    if (size === null && sector !== END_OF_CHAIN) throw damaged('records');
    if (size !== null && parts.length < most) throw damaged('cut');
    return Buffer.concat(parts).subarray(0, size ?? undefined);
  }

  /** A small stream, in the small sectors that lie inside the stream of the root. */
  miniChain({ start, size }: Entry, root: Entry): Buffer {
    const store = this.chain(root.start, root.size);
    const next = this.chain(this.#bytes.readUInt32LE(60), null);
    const parts: Buffer[] = [];
    const most = Math.ceil(size / this.#miniSize);
    for (let sector = start; parts.length < most; sector = next.readUInt32LE(sector * 4)) {
      const part = store.subarray(sector * this.#miniSize, (sector + 1) * this.#miniSize);
      if (part.length === 0) throw damaged('cut');
      parts.push(part);
    }
    return Buffer.concat(parts).subarray(0, size);
  }

  #sector(number: number): Buffer {
    const from = (number + 1) * this.#size;
    if (from >= this.#bytes.length) throw damaged('cut');
    return this.#bytes.subarray(from, from + this.#size);
  }

  /** For each sector the one that follows it. The table's own sectors are listed in the head, then in further sectors. */
  #readNext(): Uint32Array {
    const count = this.#bytes.readUInt32LE(44);
    const most = Math.ceil(this.#bytes.length / this.#size);
    if (count > most) throw damaged('cut');
    const places: number[] = [];
    for (let at = 76; at < 512 && places.length < count; at += 4) places.push(this.#bytes.readUInt32LE(at));
    for (let list = this.#bytes.readUInt32LE(68); places.length < count; ) {
      const sector = this.#sector(list);
      for (let at = 0; at < this.#size - 4 && places.length < count; at += 4) places.push(sector.readUInt32LE(at));
      list = sector.readUInt32LE(this.#size - 4);
    }
    const next = new Uint32Array((count * this.#size) / 4);
    places.forEach((place, at) => {
      const sector = this.#sector(place);
      for (let i = 0; i + 4 <= sector.length; i += 4) next[(at * this.#size + i) / 4] = sector.readUInt32LE(i);
    });
    return next;
  }
}
