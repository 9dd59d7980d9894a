import type { MessagePort } from 'node:worker_threads';
import { blockReviewers, type LaneSetup } from './block-review.ts';
import { NotUnderstood } from './bytes.ts';
import type { BlockAnswer, BlockOrder } from './threads.ts';

/** Reviews the blocks that are ordered through a port, and answers each. */
export function answerOrders(port: MessagePort, setup: LaneSetup): void {
  const reviewers = blockReviewers(setup);
  port.on('message', ({ table, memory, from, to }: BlockOrder) => {
    try {
      const bytes = Buffer.from(memory);
      const done = (reviewers[table] as (typeof reviewers)[number]).review({ bytes, from, to });
      const [first, ...others] = done.results;
      const isShared = first !== undefined && first.buffer === bytes.buffer;
      // what is not shared is copied: the reviewer uses its memory again
      const results = [...(first === undefined ? [] : [isShared ? new Uint8Array(0) : first]), ...others];
      const answer: BlockAnswer = {
        kind: 'done',
        done: { ...done, results: results.map((rows) => rows.slice()), changes: done.changes.slice() },
        writtenTo: isShared ? to + first.length : null,
      };
      const { hashes, runs } = done.keys;
      port.postMessage(answer, [hashes.buffer, runs.buffer]);
    } catch (error) {
      const answer: BlockAnswer =
        error instanceof NotUnderstood ? { kind: 'not understood' } : { kind: 'failed', error };
      port.postMessage(answer);
    }
  });
}
