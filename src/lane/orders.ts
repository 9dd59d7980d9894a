import type { MessagePort, Transferable } from 'node:worker_threads';
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
      port.postMessage({ kind: 'done', sent } satisfies BlockAnswer<Sent>, moved);
    } catch (error) {
      const answer: BlockAnswer<Sent> =
        error instanceof NotUnderstood ? { kind: 'not understood' } : { kind: 'failed', error };
      port.postMessage(answer);
    }
  });
}
