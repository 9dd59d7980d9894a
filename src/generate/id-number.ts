import type { Head } from './household.ts';
import { between, randomOf } from './random.ts';

/** No province has it, so no number made here can be a living person's. */
const IMPOSSIBLE_PROVINCE = '000';
/** Prime to a million: stepping by it visits every tail of six digits before one comes again. */
const STRIDE = 387_421;

/**
 * An invented citizen number of the head of the household `serial`: sex, century and year of birth stand where the
 * real ones have them. Unique among the first million households of a survey.
 */
export function inventIdNumber(seed: number, serial: number, head: Pick<Head, 'sex' | 'birthYear'>): string {
  const start = between(randomOf(seed), 0, 999_999);
  const tail = String((start + serial * STRIDE) % 1_000_000).padStart(6, '0');
  const century = (head.birthYear < 2000 ? 0 : 2) + (head.sex === 'male' ? 0 : 1);
  return `${IMPOSSIBLE_PROVINCE}${century}${String(head.birthYear).slice(2)}${tail}`;
}

/**
 * Numbers for people who head no household, apart from those of heads: of one sex and year of birth everybody has a number of
 * their own, as long as heads and they are fewer than a million.
 */
export class IdNumbers {
  readonly #seed: number;
  readonly #heads: number;
  readonly #given = new Map<string, number>();

  /** @param heads the highest serial of a head */
  constructor(seed: number, heads: number) {
    this.#seed = seed;
    this.#heads = heads;
  }

  next(sex: Head['sex'], birthYear: number): string {
    const group = `${sex}${birthYear}`;
    const count = (this.#given.get(group) ?? 0) + 1;
    this.#given.set(group, count);
    return inventIdNumber(this.#seed, this.#heads + count, { sex, birthYear });
  }
}
