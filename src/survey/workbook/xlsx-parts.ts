import { damaged, tooLarge } from './fault.ts';
import { LIMITS } from './limits.ts';
import { readTags } from './xml.ts';
import type { Zip } from './zip.ts';

/** One relation of a part of the package to another: the last word of its type, and where it points. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** The workbook's own list of its sheets. */
export interface WorkbookPart {
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly relation: string }[];
  readonly is1904: boolean;
}

/** The relations of a part; none when it has no list. */
export async function readRelations(zip: Zip, part: string): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const path = `${folder}_rels/${part.slice(slash)}.rels`;
  if (!zip.has(path)) return [];
  const relations: Relation[] = [];
  readTags(await zip.whole(path), (name, attributes) => {
    if (name !== 'Relationship') return;
    if (relations.length >= LIMITS.entries) throw tooLarge('entries');
    const target = attributes.get('Target') ?? '';
    const isExternal = attributes.get('TargetMode') === 'External';
    relations.push({
      id: attributes.get('Id') ?? '',
      type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
      target: isExternal ? target : resolved(folder, target),
      isExternal,
    });
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `/${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The one part that the relations name with this type; null when they name none that is there. */
export function partOf(zip: Zip, relations: readonly Relation[], type: string): string | null {
  const relation = relations.find((r) => r.type === type && !r.isExternal);
  return relation !== undefined && zip.has(relation.target) ? relation.target : null;
}

export async function readWorkbookPart(zip: Zip, path: string): Promise<WorkbookPart> {
  const sheets: WorkbookPart['sheets'][number][] = [];
  let is1904 = false;
  readTags(await zip.whole(path), (name, attributes) => {
    if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes.get('date1904') ?? '');
    if (name !== 'sheet') return;
    if (sheets.length >= LIMITS.entries) throw tooLarge('entries');
    const state = attributes.get('state') ?? 'visible';
    sheets.push({
      name: attributes.get('name') ?? '',
      isHidden: state !== 'visible',
      relation: attributes.get('id') ?? '',
    });
  });
  if (sheets.length === 0) throw damaged('part');
  return { sheets, is1904 };
}
