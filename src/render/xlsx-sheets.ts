import type { Block, Report } from '../report/report.ts';

/** The blocks of one sheet, and the name on its tab. */
export interface SheetPlan {
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** Excel's longest name of a sheet. */
const LONGEST_NAME = 31;

/**
 * A report as sheets: one for each heading of the first level, so that an officer finds a part by its tab. What stands
 * before the first such heading has a sheet of its own, under the title.
 */
export function planSheets({ blocks }: Report, title: string): readonly SheetPlan[] {
  const parts: { name: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) parts.push({ name: block.text, blocks: [] });
    else if (parts.length === 0) parts.push({ name: title, blocks: [] });
    parts.at(-1)?.blocks.push(block);
  }
  if (parts.length === 0) parts.push({ name: title, blocks: [] });
  const taken = new Set<string>();
  return parts.map((part) => ({ name: unusedName(part.name, taken), blocks: part.blocks }));
}

/** The text as a name that no sheet has yet: Excel forbids some characters and takes capitals and small letters for one. */
function unusedName(text: string, taken: Set<string>): string {
  const legal = text
    .replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^['\s]+|['\s]+$/g, '');
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : ` (${n})`;
    const name = cut(legal, LONGEST_NAME - suffix.length) + suffix;
    const key = name.toLowerCase();
    // "History" is Excel's own
    if (name === '' || key === 'history' || taken.has(key)) continue;
    taken.add(key);
    return name.trim();
  }
}

/** The first so many UTF-16 units, no pair of them torn, no blank or apostrophe at the end. */
function cut(text: string, length: number): string {
  const end = /[\ud800-\udbff]/.test(text[length - 1] ?? '') && text.length > length ? length - 1 : length;
  return text.slice(0, end).replace(/['\s]+$/, '');
}
