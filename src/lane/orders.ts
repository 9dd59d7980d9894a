import type { MessagePort, Transferable } from 'node:worker_threads';
import type { Block } from './blocks.ts';
import { NotUnderstood } from './bytes.ts';

/** A block on its way to a thread; its memory goes with it. */
export interface BlockOrder {
  readonly table: number;
  readonly memory: ArrayBuffer;
  readonly from: number;
  readonly to: number;
}

/** What came of it; the memory of the block comes back. */
export type BlockAnswer<Sent> =
  | { readonly kind: 'done'; readonly sent: Sent; readonly memory: ArrayBuffer }
  | { readonly kind: 'not understood' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** What a thread sends of a block; memory that is `moved` is given away, the rest is copied. */
export interface Sending<Sent> {
  readonly sent: Sent;
  readonly moved: readonly Transferable[];
}

/** Works on the blocks that are ordered through a port, and answers each. */
export function answerEach<Sent>(port: MessagePort, work: (table: number, block: Block) => Sending<Sent>): void {
  port.on('message', ({ table, memory, from, to }: BlockOrder) => {
    try {
      const { sent, moved } = work(table, { bytes: Buffer.from(memory), from, to });
      port.postMessage({ kind: 'done', sent, memory } satisfies BlockAnswer<Sent>, [memory, ...moved]);
    } catch (error) {
      const answer: BlockAnswer<Sent> =
        error instanceof NotUnderstood ? { kind: 'not understood' } : { kind: 'failed', error };
      port.postMessage(answer);
    }
  });
}
