import { nearest } from '../text/nearest.ts';
import type { Path } from '../text/yaml.ts';
import { TESTS } from './predicate.ts';
import type { Issue } from './shape-findings.ts';
import { NO_NAME, NOWHERE, standInFor, topStandIn } from './stand-ins.ts';

/**
 * A criteria file whose mistakes were put right for the sake of argument, so that one run finds the others too: also
 * those inside the same item, and those that only show once it can be read.
 */
export interface Repaired {
  readonly value: unknown;
  /** Places where something was put or taken away: what is found there later says nothing of the file. */
  readonly touched: readonly Path[];
  /** Maps that lost an unknown key; it may have been meant for one that is missing. */
  readonly shortened: readonly Path[];
  /** Names of items that were left out, and what stands in for a name: who uses them is not wrong for it. */
  readonly names: readonly string[];
  /** Items whose name cannot be one, by the name they have here. */
  readonly renamed: ReadonlyMap<string, string>;
}

export function unrepaired(value: unknown): Repaired {
  return { value, touched: [], shortened: [], names: [NO_NAME], renamed: new Map() };
}

/** Puts the issues right, one way after the other: the value, the key, the item it stands in, the part of the file. */
export function repair(before: Repaired, issues: readonly Issue[]): Repaired {
  const value: unknown = structuredClone(before.value);
  const touched = [...before.touched];
  const shortened = [...before.shortened];
  const names = [...before.names];
  const renamed = new Map(before.renamed);
  const drop = (path: Path) => {
    remove(value, path);
    touched.push(path);
    names.push(String(path.at(-1)));
  };
  for (const { code, path, keys = [] } of issues) {
    if (code === 'unrecognized_keys') {
      for (const key of keys) remove(value, [...path, key]);
      shortened.push(path);
      continue;
    }
    const tries = touched.filter((other) => same(other, path)).length;
    const item = itemOf(path);
    if (code === 'invalid_key') rename(value, path, renamed);
    else if (item !== null && same(item, path) && typeof path.at(-1) === 'string') drop(path);
    else if (tries === 0) put(value, path, path.at(-1) === 'test' ? testFor(at(value, path.slice(0, -1))) : null);
    else if (tries === 1) remove(value, path);
    else if (item !== null && at(value, item) !== undefined) drop(item);
    else if (path[0] !== undefined) put(value, [path[0]], topStandIn(String(path[0])));
    touched.push(path);
  }
  return { value, touched, shortened, names, renamed };
}

/** Whether an issue that shows after repairs is one of the file, and none that they made. */
export function isOfTheFile({ code, path, message }: Issue, { touched, shortened }: Repaired): boolean {
  if (touched.some((place) => starts(path, place))) return false;
  const inputs = code === 'custom' ? (WEIGHED[message] ?? []) : [];
  if (inputs.length === 0) return true;
  const item = inputs.includes(String(path.at(-1))) ? path.slice(0, -1) : path;
  return (
    !shortened.some((place) => same(place, item)) &&
    !touched.some((place) => same(place.slice(0, -1), item) && inputs.includes(String(place.at(-1))))
  );
}

/** The keys that rules across keys weigh. */
const WEIGHED: Readonly<Record<string, readonly string[]>> = {
  caution: ['confidence', 'caution'],
  amount_or_by_area: ['amount', 'by_area'],
  period: ['unit', 'period'],
  points_twice: ['points_each', 'points'],
  no_points: ['given', 'points_each', 'points'],
};

/** Items by the path that leads to them; the longest first. */
const ITEMS: readonly (readonly string[])[] = [
  ['dimensions', '*', 'indicators', '*'],
  ['scores', '*', 'points', '*'],
  ['classes', '*', 'rules', '*'],
  ['lines', '*'],
  ['params', '*'],
  ['scores', '*'],
  ['documents', '*'],
  ['cautions', '*'],
  ['dimensions', '*'],
  ['classes', '*'],
];

function itemOf(path: Path): Path | null {
  const pattern = ITEMS.find(
    (steps) => path.length >= steps.length && steps.every((step, at) => step === '*' || step === path[at]),
  );
  return pattern === undefined ? null : path.slice(0, pattern.length);
}

/** The keys each kind of condition has besides `test`. */
const KEYS_OF_TEST: Readonly<Record<string, string>> = {
  all: 'of',
  any: 'of',
  not: 'of',
  count: 'at_least,of',
  some_member: 'where',
  every_member: 'where',
  count_members: 'at_least,where',
  share_members: 'comparison,percent,where',
  equals: 'field,value',
  one_of: 'field,values',
  includes_any: 'field,values',
  below: 'field,value',
  at_most: 'field,value',
  above: 'field,value',
  at_least: 'field,value',
  deprived: 'indicator',
};

/** The kind of condition that was likely meant: the nearest by name that has these keys, else the first; or none. */
function testFor(node: unknown): string | null {
  if (!isRecord(node)) return null;
  const keys = Object.keys(node)
    .filter((key) => key !== 'test')
    .sort()
    .join();
  const isFitting = (test: string) =>
    KEYS_OF_TEST[test] === keys && (keys !== 'of' || (test === 'not') !== Array.isArray(node.of));
  const fitting = TESTS.filter(isFitting);
  const near = nearest(String(node.test ?? ''), fitting);
  return near[0] ?? fitting[0] ?? null;
}

/** Puts a value that can stand there; a condition that cannot be read goes as a whole. */
function put(value: unknown, path: Path, known: unknown): void {
  const last = path.at(-1);
  if (last === undefined) return;
  const isCondition = last === 'test' && known === null;
  const target = isCondition ? path.slice(0, -1) : path;
  const parent = at(value, target.slice(0, -1));
  const key = target.at(-1);
  if (!isRecord(parent) || key === undefined) return;
  const standIn = known ?? (isCondition ? NOWHERE : standInFor(target));
  if (standIn === undefined) delete parent[String(key)];
  else parent[String(key)] = structuredClone(standIn);
}

/** Gives an item whose name cannot be one another name, so that what is in it can be read. */
function rename(value: unknown, path: Path, renamed: Map<string, string>): void {
  const parent = at(value, path.slice(0, -1));
  const key = String(path.at(-1));
  if (!isRecord(parent)) return;
  const name = `${NO_NAME}_${renamed.size}`;
  parent[name] = parent[key];
  delete parent[key];
  renamed.set(name, key);
}

function remove(value: unknown, path: Path): void {
  const parent = at(value, path.slice(0, -1));
  const last = path.at(-1);
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (isRecord(parent) && last !== undefined) delete parent[String(last)];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, step) => (isRecord(node) ? node[String(step)] : undefined), value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function starts(path: Path, place: Path): boolean {
  return path.length >= place.length && place.every((step, at) => step === path[at]);
}

function same(a: Path, b: Path): boolean {
  return a.length === b.length && starts(a, b);
}
