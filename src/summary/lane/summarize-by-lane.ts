import { NotUnderstood } from '../../lane/bytes.ts';
import type { Crew } from '../../lane/crew.ts';
import { SeenKeys } from '../../lane/seen-keys.ts';
import { type WorkOptions, workOff } from '../../lane/work-off.ts';
import type { Reviewed } from '../../results/reviewed.ts';
import { addCounts } from '../count.ts';
import type { Forms } from '../forms.ts';
import { type CountedReview, columnsOf, type Leaf, LeafRegister } from '../summarize.ts';
import type { BlockCounted } from './done.ts';
import { isForCounting } from './fit.ts';
import { KeyOrder } from './key-order.ts';
import type { CountSetup } from './setup.ts';

/** Makes whoever counts the blocks. */
export type CrewOf = (setup: CountSetup) => Crew<BlockCounted> | Promise<Crew<BlockCounted>>;

/** Keys do not grow within their units: they must be looked at one by one. */
class NotInOrder extends Error {}

/**
 * `summarize`, many times faster for result files as `classify` writes them: the same counts and findings. Null for what the
 * lane cannot do or may not pass over (a row that stops a run, keys that may come twice): the reference does it, from the
 * beginning.
 */
export async function summarizeByLane(
  reviewed: Reviewed,
  { childrenUnder }: Forms,
  setup: CountSetup,
  crewOf: CrewOf,
  options: WorkOptions = {},
): Promise<CountedReview | null> {
  if (!isForCounting(reviewed)) return null;
  const crew = await crewOf(setup);
  try {
    const { plan } = setup;
    const { leaves, rows } = await counted(reviewed, plan, crew, options);
    reviewed.tellRows?.(rows);
    // without a file of members nothing is known of children
    const has = { ...columnsOf(reviewed.survey, plan), children: false };
    return { reviewed, plan, leaves, has, childrenUnder };
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    if (!(error instanceof NotInOrder)) throw error;
  } finally {
    await crew.end();
  }
  // mostly seen in the first block
  return summarizeByLane(reviewed, { childrenUnder }, { ...setup, keysBy: 'hash' }, crewOf, options);
}

/** The leaves of all blocks, and how many rows each table has. */
async function counted(
  { survey, keyFields }: Reviewed,
  plan: CountSetup['plan'],
  crew: Crew<BlockCounted>,
  options: WorkOptions,
): Promise<{ readonly leaves: readonly Leaf[]; readonly rows: readonly number[] }> {
  const keys = new SeenKeys(keyFields.length > 1);
  const order = new KeyOrder();
  const whole = new LeafRegister(plan);
  const rows = survey.tables.map(() => 0);
  for await (const { table, done, release } of workOff(survey.tables, crew, options)) {
    if (!order.addAll(done.stretches)) throw new NotInOrder();
    if (!keys.addAll(done.keys)) throw new NotUnderstood();
    for (const { place, counts } of done.leaves) addCounts(whole.at(place).counts, counts);
    rows[table] = (rows[table] as number) + done.rows;
    release();
  }
  return { leaves: whole.all, rows };
}
