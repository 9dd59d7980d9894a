import type { Path } from '../text/yaml.ts';

/** A criteria file without what is wrong in it, and the names that went. */
export interface Pruned {
  readonly value: unknown;
  readonly removed: readonly string[];
}

/** Items that can go whole: the rest of the file still says something. The longest that fits is taken. */
const ITEMS: readonly (readonly string[])[] = [
  ['dimensions', '*', 'indicators', '*'],
  ['classes', '*', 'rules', '*'],
  ['lines', '*'],
  ['params', '*'],
  ['scores', '*'],
  ['documents', '*'],
  ['cautions', '*'],
  ['dimensions', '*'],
  ['classes', '*'],
  ['average_living'],
  ['review_from'],
  ['extends'],
];

/** Cited by what stands in. */
const NO_DOCUMENT = 'none';

/** What stands in for a required part, so that the other parts can be checked. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  id: 'stand-in',
  family: 'stand-in',
  title: { vi: '?', en: '?' },
  status: 'provisional',
  documents: {},
  lines: {},
  in_force: { from: '1900-01-01', source: { document: NO_DOCUMENT, checked_on: '1900-01-01' }, confidence: 'high' },
  territory: { name: { vi: '?', en: '?' } },
  population: {
    title: { vi: '?', en: '?' },
    residence: ['permanent'],
    source: { document: NO_DOCUMENT, checked_on: '1900-01-01' },
    confidence: 'high',
  },
};

/** Leaves the faulty items out (`faults`) and the unknown keys (`strangers`), so that one run finds the other mistakes too. */
export function prune(value: unknown, faults: readonly Path[], strangers: readonly Path[]): Pruned {
  const pruned: unknown = structuredClone(value);
  const removed: string[] = [];
  for (const path of strangers) remove(pruned, path);
  for (const path of faults) {
    const item = ITEMS.find((pattern) => fits(path, pattern));
    if (item !== undefined) {
      const whole = path.slice(0, item.length);
      remove(pruned, whole);
      removed.push(String(whole.at(-1)));
    } else if (isRecord(pruned)) {
      const [part] = path;
      if (part !== undefined && String(part) in STAND_INS) {
        pruned[String(part)] = STAND_INS[String(part)];
        removed.push(NO_DOCUMENT);
      }
    }
  }
  return { value: pruned, removed };
}

function fits(path: Path, pattern: readonly string[]): boolean {
  return path.length >= pattern.length && pattern.every((step, at) => step === '*' || step === path[at]);
}

function remove(value: unknown, path: Path): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((node, step) => (isRecord(node) ? node[String(step)] : undefined), value);
  const last = path.at(-1);
  if (isRecord(parent) && last !== undefined) delete parent[String(last)];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
