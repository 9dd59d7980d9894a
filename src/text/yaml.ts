import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { type Address, type Finding, type FindingCode, finding } from '../finding.ts';

export type Path = readonly (string | number)[];

/** A YAML file as data, with the way back from any place in the data to its line. */
export interface YamlFile {
  readonly name: string;
  readonly value: unknown;
  /** Where the node at `path` stands, or the nearest parent when there is none. */
  locate(path: Path): Address;
}

/** What of YAML is not read, besides what the parser refuses: an alias, a list or map as a key, and too much inside. */
type Refused = 'ALIAS' | 'COLLECTION_AS_KEY' | 'TOO_DEEP';

/** Files people write are not deeper than a condition within conditions, a few dozen levels. */
const MOST_LEVELS = 200;

/**
 * Reads YAML 1.2 with unique keys and without aliases. Mistakes of spelling come back as `code`, all of them: `detail`
 * says which by a code of the parser, or one of ours, and the words are in `messages/`.
 */
export function parseYaml(
  text: string,
  name: string,
  code: FindingCode = 'E403',
): { file: YamlFile | null; findings: readonly Finding[] } {
  const lines = new LineCounter();
  const options = { lineCounter: lines, version: '1.2', strict: true, uniqueKeys: true, logLevel: 'error' } as const;
  const doc = parseDocument(text, options);
  const faults = [...doc.errors, ...doc.warnings].map((error) => ({ at: error.pos[0], detail: detailOf(error) }));
  if (faults.length === 0) faults.push(...refusedIn(doc.contents));
  if (faults.length > 0) {
    return { file: null, findings: faultFindings(faults, text, (at) => ({ file: name, ...placeAt(lines, at) }), code) };
  }
  const locate = (path: Path): Address => {
    const place = placeAt(lines, startOf(doc.contents, path) ?? 0);
    return { file: name, ...place, ...(path.length > 0 && { path: path.join('.') }) };
  };
  return { file: { name, value: doc.toJS({ maxAliasCount: 0 }), locate }, findings: [] };
}

interface Fault {
  readonly at: number;
  readonly detail: string;
}

/**
 * One finding a line: what else the parser says of it follows from the first. A text that is too deep is so once, and
 * a tab upsets all that comes after it.
 */
function faultFindings(
  faults: readonly Fault[],
  text: string,
  place: (at: number) => Address,
  code: FindingCode,
): readonly Finding[] {
  const deep = faults.find((fault) => fault.detail === 'TOO_DEEP');
  const found = new Map<number, Finding>();
  const tabs = faults.filter((fault) => fault.detail === 'TAB_AS_INDENT');
  const told = deep !== undefined ? [deep] : tabs.length > 0 ? tabs : faults;
  for (const { at, detail } of [...told].sort((a, b) => a.at - b.at)) {
    const address = place(at);
    const row = address.row ?? 0;
    if (found.has(row)) continue;
    const saw = /^[^\s:#,[\]{}]+/.exec(text.slice(at))?.[0];
    found.set(row, finding(code, address, { ...(saw !== undefined && { saw }), data: { issue: 'yaml', detail } }));
  }
  return [...found.values()];
}

/** The code of a mistake; where one stands for several of them, its message tells which. */
function detailOf({ code, message }: YAMLError): string {
  if (code === 'RESOURCE_EXHAUSTION') return 'TOO_DEEP';
  if (/closing ['"]quote/.test(message)) return 'MISSING_QUOTE';
  if (/end with a [\]}]/.test(message)) return 'MISSING_BRACKET';
  if (message.startsWith('Implicit map keys need')) return 'MISSING_COLON';
  return code;
}

/** Nodes that stand for what a person would have to know YAML well to see. */
function refusedIn(root: unknown): Fault[] {
  const faults: { at: number; detail: Refused }[] = [];
  const open: { node: unknown; level: number }[] = [{ node: root, level: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, level } = next;
    const at = rangeStart(node) ?? 0;
    if (isAlias(node)) faults.push({ at, detail: 'ALIAS' });
    if (!isCollection(node)) continue;
    if (level >= MOST_LEVELS) return [{ at, detail: 'TOO_DEEP' }];
    for (const item of node.items as unknown[]) {
      if (isPair(item) && isCollection(item.key)) {
        faults.push({ at: rangeStart(item.key) ?? at, detail: 'COLLECTION_AS_KEY' });
      }
      for (const part of isPair(item) ? [item.key, item.value] : [item]) open.push({ node: part, level: level + 1 });
    }
  }
  return faults;
}

function placeAt(lines: LineCounter, offset: number): { row: number; char: number } {
  const { line, col } = lines.linePos(offset);
  return { row: line, char: col };
}

/** Offset of the key (in a map) or item (in a list) that `path` leads to, or of its nearest parent. */
function startOf(root: unknown, path: Path): number | null {
  let node: unknown = root;
  let start = rangeStart(root);
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === String(step));
      if (pair === undefined) return start;
      start = rangeStart(pair.key) ?? start;
      node = pair.value;
    } else if (isNode(node) && 'items' in node && typeof step === 'number') {
      node = (node.items as Node[])[step];
      if (node === undefined) return start;
      start = rangeStart(node) ?? start;
    } else return start;
  }
  return start;
}

function rangeStart(node: unknown): number | null {
  return isNode(node) && node.range ? node.range[0] : null;
}
