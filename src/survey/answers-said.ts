/** What a list of members says of a household itself. */
type Answer = readonly [slot: number, cell: string];

const BETWEEN = '\u001f';

/** Answers by household, each household's as one text: millions of them fit. */
export class AnswersSaid {
  readonly #texts = new Map<string, string>();

  /** Blank cells say nothing; what was said before stays in front. */
  add(key: string, answers: readonly Answer[]): void {
    const said = answers.flatMap(([slot, cell]) => (cell === '' ? [] : [slot, cell.replaceAll(BETWEEN, ' ')]));
    if (said.length === 0) return;
    const before = this.#texts.get(key);
    this.#texts.set(key, [...(before === undefined ? [] : [before]), ...said].join(BETWEEN));
  }

  of(key: string): readonly Answer[] {
    const parts = this.#texts.get(key)?.split(BETWEEN) ?? [];
    const answers: Answer[] = [];
    for (let at = 0; at < parts.length; at += 2) answers.push([Number(parts[at]), parts[at + 1] ?? '']);
    return answers;
  }
}
