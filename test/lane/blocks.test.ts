import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cutBlocks } from '../../src/lane/blocks.ts';
import { BlockPool } from '../../src/lane/memory.ts';

describe('a file that can no longer be read', () => {
  it('is told to whoever asks for the next block, and to nobody while the one before is worked on', async () => {
    const unheard: unknown[] = [];
    const hear = (error: unknown) => unheard.push(error);
    process.on('unhandledRejection', hear);
    onTestFinished(() => void process.off('unhandledRejection', hear));
    let reads = 0;
    const read = async (bytes: Buffer, at: number) => {
      if (++reads > 1) throw new Error('EIO');
      return bytes.write('a,b\n1,2\n', at);
    };
    const blocks = cutBlocks(read, new BlockPool());
    expect((await blocks.next()).done).toBe(false);
    await setTimeout(20);
    expect(unheard).toEqual([]);
    await expect(blocks.next()).rejects.toThrow('EIO');
  });
});
