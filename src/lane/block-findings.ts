import { type Finding, severityOf } from '../finding.ts';

/** The findings of a block in file order; notes that will be counted together are counted here already. */
export class BlockFindings {
  #findings: Finding[] = [];
  readonly #notes = new Map<string, number>();

  /** `line`: of the row they tell of, from the first of the block. */
  addAll(findings: readonly Finding[], line: number): void {
    for (const found of findings) this.add(found, line);
  }

  add(found: Finding, line: number): void {
    const isNote = severityOf(found.code) === 'note';
    const key = isNote ? [found.code, found.at.column, found.at.field].join('\u0000') : '';
    const before = isNote ? this.#notes.get(key) : undefined;
    if (before !== undefined) {
      const kept = this.#findings[before] as Finding;
      this.#findings[before] = { ...kept, count: kept.count + found.count };
      return;
    }
    const placed = { ...found, at: { ...found.at, row: line } };
    const at = this.#findings.push(placed) - 1;
    if (isNote) this.#notes.set(key, at);
  }

  take(): readonly Finding[] {
    const findings = this.#findings;
    this.#findings = [];
    this.#notes.clear();
    return findings;
  }
}
