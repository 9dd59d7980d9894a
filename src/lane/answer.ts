import type { MessagePort } from 'node:worker_threads';
import { blockReviewers, type LaneSetup } from './block-review.ts';
import { answerEach } from './orders.ts';
import type { SentReview } from './threads.ts';

/** Reviews the blocks that are ordered through a port, and answers each. */
export function answerOrders(port: MessagePort, setup: LaneSetup): void {
  const reviewers = blockReviewers(setup);
  answerEach<SentReview>(port, (table, block) => {
    const done = (reviewers[table] as (typeof reviewers)[number]).review(block);
    const [first, ...others] = done.results;
    const isBehind = first !== undefined && first.buffer === block.bytes.buffer;
    // what does not go back with the block is copied: the reviewer uses its memory again
    const results = [...(first === undefined ? [] : [isBehind ? new Uint8Array(0) : first]), ...others];
    const sent = {
      done: { ...done, results: results.map((rows) => rows.slice()), changes: done.changes.slice() },
      writtenTo: isBehind ? block.to + first.length : null,
    };
    const { hashes, runs } = done.keys;
    return { sent, moved: [hashes.buffer, runs.buffer] };
  });
}
