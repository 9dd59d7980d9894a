import { readFileSync } from 'node:fs';
import type { Criteria } from '../../../src/criteria/criteria.ts';
import { loadCriteria } from '../../../src/criteria/load.ts';
import { type IndexedHousehold, type IndexResult, makeIndex } from '../../../src/summary/index/make-index.ts';
import { type IndexOptions, indexPlan } from '../../../src/summary/index/plan.ts';
import { type Exact, toText } from '../../../src/text/exact.ts';

const ROOT = new URL('../../../fixtures/', import.meta.url);

/** A set of the published cases, by the name of its file. */
export function indexSet(name: string): Criteria {
  const read = (id: string) => readFileSync(new URL(`criteria/alkire-foster/${id}.yaml`, ROOT), 'utf8');
  return loadCriteria(`${name}.yaml`, read(name), (id) => ({ name: id, text: read(id.replace('.yaml', '')) }));
}

// the oracles are data of many shapes; each test names the part that it reads
export function oracle<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`oracles/${name}.json`, ROOT), 'utf8')) as T;
}

export type Mark = 0 | 1 | null;

export interface Row {
  readonly deprived: readonly Mark[];
  readonly size?: number;
  readonly weight?: number;
  readonly group?: string;
}

export function indexed({ deprived, size, weight = 1, group = '' }: Row): IndexedHousehold {
  const marks = deprived.map((mark) => (mark === null ? null : mark === 1));
  return { marks, size: size ?? null, weight: String(weight), group };
}

export const OPTIONS: IndexOptions = { cutoff: null, count: 'households', missing: 'drop', groupBy: null };

export function indexOf(set: Criteria, rows: readonly Row[], options: Partial<IndexOptions> = {}): IndexResult {
  const maker = makeIndex(indexPlan(set, { ...OPTIONS, ...options }));
  for (const row of rows) maker.add(indexed(row));
  return maker.done();
}

/** As the oracles write it. */
export function text(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}

export function figures({ H, A, M0 }: { H: Exact | null; A: Exact | null; M0: Exact | null }) {
  return { H: text(H), A: text(A), M0: text(M0) };
}
