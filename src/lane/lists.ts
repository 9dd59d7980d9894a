import { indicatorsOf } from '../criteria/criteria.ts';
import type { Assessor } from '../review/assess.ts';
import type { GrowingBytes } from './growing.ts';
import type { Marks } from './marks.ts';
import { bytesOf } from './written.ts';

/**
 * A list of a verdict (`undecided_for`, `near_boundary`) for all households of a state: what is not an indicator, and
 * the bits of the indicators that are listed when they are unknown, deprived, or known not to be.
 */
export interface ListRule {
  /** `income`, `b1` and `area`, as far as they are listed. */
  readonly others: readonly string[];
  readonly whenUnknown: number;
  readonly whenDeprived: number;
  readonly whenNot: number;
}

/** The bits that a rule lists of a household. */
export function listed(rule: ListRule, deprived: number, unknown: number): number {
  return (unknown & rule.whenUnknown) | (deprived & rule.whenDeprived) | (~(unknown | deprived) & rule.whenNot);
}

/**
 * The rule behind a list, from one household of the state. Null when the list does not treat like indicators alike:
 * then there is no rule.
 */
export function ruleOf(list: readonly string[], marks: Marks, deprived: number, unknown: number): ListRule | null {
  const bits = marks.ids.reduce((mask, id, bit) => (list.includes(id) ? mask | (1 << bit) : mask), 0);
  const spread = (mask: number) => marks.alike.reduce((all, alike, bit) => (mask & (1 << bit) ? all | alike : all), 0);
  const rule = {
    others: list.filter((what) => !marks.ids.includes(what)),
    whenUnknown: spread(bits & unknown),
    whenDeprived: spread(bits & deprived),
    whenNot: spread(bits & ~(unknown | deprived)),
  };
  return listed(rule, deprived, unknown) === bits ? rule : null;
}

/** Writes the lists of one set: what is no indicator, then the indicators in the order of its criteria. */
export class ListWriter {
  readonly #bits: Int32Array;
  readonly #ids: readonly Uint8Array[];

  constructor({ criteria }: Assessor, marks: Marks) {
    const ids = indicatorsOf(criteria).map((i) => i.id);
    this.#bits = Int32Array.from(ids, (id) => 1 << marks.ids.indexOf(id));
    this.#ids = ids.map((id) => bytesOf(id));
  }

  /** `others`: as they are written, joined. */
  write(others: Uint8Array, listed: number, to: GrowingBytes): void {
    to.add(others);
    let isFirst = others.length === 0;
    for (let at = 0; at < this.#bits.length; at++) {
      if (((this.#bits[at] as number) & listed) === 0) continue;
      if (!isFirst) to.addByte(SEMICOLON);
      to.add(this.#ids[at] as Uint8Array);
      isFirst = false;
    }
  }
}

const SEMICOLON = 0x3b;
