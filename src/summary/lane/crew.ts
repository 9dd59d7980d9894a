import type { MessagePort } from 'node:worker_threads';
import type { Crew } from '../../lane/crew.ts';
import { answerEach } from '../../lane/orders.ts';
import { crewInThreads } from '../../lane/thread-crew.ts';
import { type BlockCounter, blockCounters } from './block-counter.ts';
import type { BlockCounted } from './done.ts';
import type { CountSetup } from './setup.ts';
import { packSetup } from './travel.ts';

/** Counts blocks in this thread. */
export function countHere(setup: CountSetup): Crew<BlockCounted> {
  const counters = blockCounters(setup);
  return {
    hands: 1,
    work: async (table, block) => ({ done: (counters[table] as BlockCounter).count(block), bytes: block.bytes }),
    end: async () => {},
  };
}

/** Counts blocks in this thread and others. `program`: answers orders, as `answerCounts` does. */
export function countInThreads(setup: CountSetup, program: URL, threads: number): Crew<BlockCounted> {
  const { work } = countHere(setup);
  return crewInThreads<BlockCounted, BlockCounted>(
    program,
    packSetup(setup),
    threads,
    () => (counted) => counted,
    work,
  );
}

/** Counts the blocks that are ordered through a port, and answers each. */
export function answerCounts(port: MessagePort, setup: CountSetup): void {
  const counters = blockCounters(setup);
  answerEach(port, (table, block) => ({ sent: (counters[table] as BlockCounter).count(block), moved: [] }));
}
