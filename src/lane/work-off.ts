import type { Table } from '../survey/table.ts';
import { BLOCK_BYTES, type Block, cutBlocks, type ReadBytes } from './blocks.ts';
import type { Crew, Worked } from './crew.ts';
import { Heading } from './heading.ts';
import { BlockPool } from './memory.ts';
import { openBytes } from './read-bytes.ts';

/** A block of rows as it came back from a crew. */
export interface WorkedBlock<Done> {
  readonly table: number;
  /** The line of the table's first row. */
  readonly firstLine: number;
  readonly done: Done;
  /** Takes the memory of the block back: nothing of it is looked at any more. */
  release(): void;
}

export interface WorkOptions {
  readonly onBytes?: (table: number, chunk: Uint8Array) => void;
  readonly blockBytes?: number;
}

/**
 * Cuts tables into blocks, hands them to a crew, and gives what becomes of them in the order of the files.
 *
 * @throws NotUnderstood for bytes that the reference must read
 */
export async function* workOff<Done>(
  tables: readonly Table[],
  crew: Crew<Done>,
  options: WorkOptions,
): AsyncGenerator<WorkedBlock<Done>> {
  const pool = new BlockPool();
  const underWay: { table: number; firstLine: number; worked: Promise<Worked<Done>> }[] = [];
  const oldest = async (): Promise<WorkedBlock<Done>> => {
    const { table, firstLine, worked } = underWay[0] as (typeof underWay)[number];
    const { done, bytes } = await worked;
    underWay.shift();
    return { table, firstLine, done, release: () => pool.give(bytes) };
  };
  try {
    for (const [table, { source }] of tables.entries()) {
      const heading = new Heading(tables[table] as Table);
      let firstLine: number | null = null;
      for await (const block of blocksOf(table, source, pool, options)) {
        const from = heading.pass(block);
        if (from === block.to) {
          pool.give(block.bytes);
          continue;
        }
        firstLine ??= heading.line;
        const worked = crew.work(table, { ...block, from });
        // it may fail while an older one is waited for; who waits for it in the end is told
        worked.catch(() => {});
        underWay.push({ table, firstLine, worked });
        if (underWay.length >= crew.hands) yield await oldest();
      }
    }
    while (underWay.length > 0) yield await oldest();
  } finally {
    await Promise.allSettled(underWay.map(({ worked }) => worked));
  }
}

async function* blocksOf(
  table: number,
  source: Table['source'],
  pool: BlockPool,
  { onBytes, blockBytes = BLOCK_BYTES }: WorkOptions,
): AsyncGenerator<Block> {
  const { read, end } = await openBytes(source);
  const readAndTell: ReadBytes = async (bytes, from, length) => {
    const got = await read(bytes, from, length);
    onBytes?.(table, bytes.subarray(from, from + got));
    return got;
  };
  try {
    yield* cutBlocks(readAndTell, pool, blockBytes);
  } finally {
    await end();
  }
}
