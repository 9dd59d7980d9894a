import type { Finding } from '../../../src/finding.ts';
import { type AgainstResult, compareAgainst } from '../../../src/summary/against/compare.ts';
import type { Figures } from '../../../src/summary/against/figures.ts';
import { type Published, readPublished } from '../../../src/summary/against/published.ts';
import { memorySource } from '../../../src/survey/source.ts';
import { bytesOf } from '../../fixtures.ts';

export function published(lines: readonly string[]): Promise<Published> {
  const source = memorySource('published.csv', bytesOf(`${lines.join('\n')}\n`));
  return readPublished(source, { delimiter: null, encoding: null });
}

export async function against(lines: readonly string[], figures: readonly Figures[] = []): Promise<AgainstResult> {
  return compareAgainst(await published(lines), figures);
}

/** What a test holds of a finding: code, place, kind. */
export function brief({ code, at, saw, expected = [], data = {} }: Finding) {
  return { code, row: at.row, field: at.field, kind: data.kind ?? data.convention, saw, expected };
}

export function whole(counts: Figures['counts'], area: string | null = null): Figures {
  return { level: area === null ? 'total' : 'area', code: null, name: null, area, counts };
}
