import type { MessagePort } from 'node:worker_threads';
import type { Block } from './blocks.ts';
import { NotUnderstood } from './bytes.ts';

/** A block on its way to a thread; its memory is shared. */
export interface BlockOrder {
  readonly table: number;
  readonly memory: ArrayBufferLike;
  readonly from: number;
  readonly to: number;
}

/** What came of it. */
export type BlockAnswer<Sent> =
  | { readonly kind: 'done'; readonly sent: Sent }
  | { readonly kind: 'not understood' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Works on the blocks that are ordered through a port, and answers each. What `work` gives is copied on its way. */
export function answerEach<Sent>(port: MessagePort, work: (table: number, block: Block) => Sent): void {
  port.on('message', ({ table, memory, from, to }: BlockOrder) => {
    port.postMessage(answerOf(() => work(table, { bytes: Buffer.from(memory), from, to })));
  });
}

function answerOf<Sent>(work: () => Sent): BlockAnswer<Sent> {
  try {
    return { kind: 'done', sent: work() };
  } catch (error) {
    return error instanceof NotUnderstood ? { kind: 'not understood' } : { kind: 'failed', error };
  }
}
