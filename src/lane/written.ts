import { guard } from '../survey/normalize.ts';

const encoder = new TextEncoder();

/** A cell as it stands in a result file: guarded, and quoted only where it must be. */
export function writtenCell(text: string): string {
  const guarded = guard(text);
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Cells with commas between them, and before the first when they follow others. */
export function writtenCells(cells: readonly string[]): string {
  return cells.map(writtenCell).join(',');
}

export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}
