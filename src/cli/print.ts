import { FindingsError } from '../finding.ts';
import type { Settings } from './settings.ts';
import { obstacles, StagedFile } from './staged.ts';

export interface PrintOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** Text to stdout, or whole into the file that was named. */
export async function printOrWrite(text: string, { output, force }: PrintOptions, { io }: Settings): Promise<void> {
  if (output === undefined || output === '-') return io.stdout.write(text);
  const taken = await obstacles([output], force === true);
  if (taken.length > 0) throw new FindingsError(taken);
  const file = await StagedFile.create(output);
  try {
    file.write(text);
    await file.settle();
    await file.commit();
  } catch (error) {
    await file.discard();
    throw error;
  }
}
