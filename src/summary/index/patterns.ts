/** Households that answered alike: how many, and how much they count for together, in units of 10^-places. */
export interface Pattern {
  /** One sign an indicator: `1` deprived, `0` not, `?` unknown. */
  readonly marks: string;
  readonly households: number;
  readonly amount: bigint;
}

/** The same while it grows. Most households have no weight of their own: they are added up as plain numbers. */
interface Growing {
  households: number;
  plain: number;
  weighted: bigint;
}

/**
 * Households put together by group and answers, so that a nation is a few thousand entries: what an index needs of a
 * household is its answers and how much it counts for. Sums are whole numbers, exact for weights of any decimals.
 */
export class Patterns {
  readonly #groups = new Map<string, Map<string, Growing>>();
  /** Weights are kept as whole numbers of 10^-places; it grows with the finest weight met. */
  #places = 0;

  /** `weight`: in canonical spelling, such as `1` or `1.25`. `units`: persons, or 1 for a household. */
  add(group: string, marks: string, units: number, weight: string): void {
    const pattern = this.#patternOf(group, marks);
    pattern.households++;
    if (weight === '1') pattern.plain += units;
    else {
      // taken first: a finer weight widens every pattern, this one too
      const amount = BigInt(units) * this.#scaled(weight);
      pattern.weighted += amount;
    }
  }

  merge(other: Patterns): void {
    this.#widen(other.places);
    const factor = 10n ** BigInt(this.#places - other.places);
    for (const [group, patterns] of other.#groups) this.#take(patterns, group, factor);
  }

  get places(): number {
    return this.#places;
  }

  get groups(): readonly string[] {
    return [...this.#groups.keys()];
  }

  /** The patterns of a group. */
  of(group: string): readonly Pattern[] {
    const unit = 10n ** BigInt(this.#places);
    return [...(this.#groups.get(group) ?? [])].map(([marks, { households, plain, weighted }]) => ({
      marks,
      households,
      amount: BigInt(plain) * unit + weighted,
    }));
  }

  /** The patterns of all groups, each once. */
  whole(): readonly Pattern[] {
    const all = new Patterns();
    all.#places = this.#places;
    for (const patterns of this.#groups.values()) all.#take(patterns, '', 1n);
    return all.of('');
  }

  #take(patterns: ReadonlyMap<string, Growing>, group: string, factor: bigint): void {
    for (const [marks, { households, plain, weighted }] of patterns) {
      const pattern = this.#patternOf(group, marks);
      pattern.households += households;
      pattern.plain += plain;
      pattern.weighted += weighted * factor;
    }
  }

  #patternOf(group: string, marks: string): Growing {
    let patterns = this.#groups.get(group);
    if (patterns === undefined) {
      patterns = new Map();
      this.#groups.set(group, patterns);
    }
    let pattern = patterns.get(marks);
    if (pattern === undefined) {
      pattern = { households: 0, plain: 0, weighted: 0n };
      patterns.set(marks, pattern);
    }
    return pattern;
  }

  #scaled(weight: string): bigint {
    const [whole = '', decimals = ''] = weight.split('.');
    this.#widen(decimals.length);
    return BigInt(whole + decimals.padEnd(this.#places, '0'));
  }

  #widen(places: number): void {
    if (places <= this.#places) return;
    const factor = 10n ** BigInt(places - this.#places);
    for (const patterns of this.#groups.values()) for (const pattern of patterns.values()) pattern.weighted *= factor;
    this.#places = places;
  }
}
