import { FindingsError } from '../finding.ts';
import { UsageError } from './exit.ts';
import type { Settings } from './settings.ts';
import { obstacles, StagedFile } from './staged.ts';

export interface PrintOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** Text to stdout, or text or a workbook whole into the file that was named. */
export async function printOrWrite(
  content: string | Uint8Array,
  { output, force }: PrintOptions,
  { io, words }: Settings,
): Promise<void> {
  if (output === undefined || output === '-') {
    if (typeof content !== 'string') throw new UsageError(words.usage.workbookNeedsFile);
    return io.stdout.write(content);
  }
  const taken = await obstacles([output], force === true);
  if (taken.length > 0) throw new FindingsError(taken);
  const file = await StagedFile.create(output);
  try {
    if (typeof content === 'string') file.write(content);
    else await file.writeBytes(content);
    await file.settle();
    await file.commit();
  } catch (error) {
    await file.discard();
    throw error;
  }
}
