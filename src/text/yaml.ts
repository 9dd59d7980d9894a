import { isMap, isNode, isPair, LineCounter, type Node, parseDocument } from 'yaml';
import { type Address, type Finding, type FindingCode, finding } from '../finding.ts';

export type Path = readonly (string | number)[];

/** A YAML file as data, with the way back from any place in the data to its line. */
export interface YamlFile {
  readonly name: string;
  readonly value: unknown;
  /** Where the node at `path` stands, or the nearest parent when there is none. */
  locate(path: Path): Address;
}

/** Reads YAML 1.2 with unique keys and without aliases. Mistakes of spelling come back as `code`, all of them. */
export function parseYaml(
  text: string,
  name: string,
  code: FindingCode = 'E403',
): { file: YamlFile | null; findings: readonly Finding[] } {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, version: '1.2', strict: true, uniqueKeys: true });
  if (doc.errors.length > 0) {
    const findings = doc.errors.map((error) =>
      finding(
        code,
        { file: name, ...placeAt(lines, error.pos[0]) },
        { data: { issue: 'yaml', detail: firstLine(error.message) } },
      ),
    );
    return { file: null, findings };
  }
  let value: unknown;
  try {
    value = doc.toJS({ maxAliasCount: 0 });
  } catch (error) {
    const detail = firstLine(error instanceof Error ? error.message : String(error));
    return { file: null, findings: [finding(code, { file: name, row: 1 }, { data: { issue: 'yaml', detail } })] };
  }
  const locate = (path: Path): Address => {
    const place = placeAt(lines, startOf(doc.contents, path) ?? 0);
    return { file: name, ...place, ...(path.length > 0 && { path: path.join('.') }) };
  };
  return { file: { name, value, locate }, findings: [] };
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

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}
