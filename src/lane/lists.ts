import { indicatorsOf } from '../criteria/criteria.ts';
import type { Assessor } from '../review/assess.ts';
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

/** Lists remembered; more than any survey shows but one made of chance. */
const MOST_LISTS = 1 << 12;

/** Indicators as they are written in the lists of one set: in the order of its criteria, joined. */
export class ListWriter {
  readonly #ids: readonly string[];
  readonly #marks: Marks;
  readonly #texts = new Map<number, Uint8Array>();

  constructor({ criteria }: Assessor, marks: Marks) {
    this.#ids = indicatorsOf(criteria).map((i) => i.id);
    this.#marks = marks;
  }

  /** `follows`: others stand before them. */
  textOf(listed: number, follows: boolean): Uint8Array {
    const key = follows ? ~listed : listed;
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const ids = this.#ids.filter((id) => listed & (1 << this.#marks.ids.indexOf(id)));
    const text = bytesOf(`${follows ? ';' : ''}${ids.join(';')}`);
    if (this.#texts.size >= MOST_LISTS) this.#texts.clear();
    this.#texts.set(key, text);
    return text;
  }
}
