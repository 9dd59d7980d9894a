import { type Basis, type Criteria, indicatorsOf } from '../../criteria/criteria.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Changed } from '../../movement/why/changes.ts';
import type { LineSeen } from '../../movement/why/line-seen.ts';
import { formatNumber } from '../../text/format.ts';

/** The sets that give indicators their names; null where one is not at hand. */
export type Sets = readonly (Criteria | null)[];

/** One thing that changed. */
export function changeText(change: Changed, sets: Sets, words: Messages): string {
  const { why: w, areas, bases, fields } = words;
  switch (change.what) {
    case 'income':
    case 'b1':
    case 'b2':
    case 'size':
      return numberText(change.what, change, words);
    case 'area':
      if (change.to === null) return w.unanswered(fields.area ?? '');
      if (change.from === null) return w.answered(fields.area ?? '');
      return w.area(areaName(change.from, areas), areaName(change.to, areas));
    case 'unit':
      return w.unit(change.from, change.to);
    case 'rules': {
      const [was, is] = change.bases;
      return change.from === change.to ? w.otherBasis(bases[was], bases[is]) : w.rules(change.from, change.to);
    }
    case 'resolved':
    case 'arisen':
    case 'answered':
    case 'unanswered':
      return w[change.what](namesText(change.indicators, sets, words));
  }
}

function numberText(
  what: 'income' | 'b1' | 'b2' | 'size',
  { from, to }: { readonly from: number | null; readonly to: number | null },
  { why: w, lang }: Messages,
): string {
  const unit = what === 'income' ? w.units.month : '';
  const name = w.names[what];
  if (to === null) return w.nowUnknown(name);
  if (from === null) return w.nowKnown(name, formatNumber(to, lang), unit);
  return w.changed(name, formatNumber(from, lang), formatNumber(to, lang), to > from, unit);
}

/** Income or B1 as a person would say it. */
export function valueText(basis: Basis, value: number, { why: w, lang }: Messages): string {
  const [name, unit] = basis === 'income' ? [w.names.income, w.units.month] : [w.names.b1, ''];
  return w.value(name, formatNumber(value, lang), unit);
}

/** An amount with its area; its unit only where it is not the one that is plain from the sentence. */
export function lineText(
  { amount, unit, area }: LineSeen,
  plain: LineSeen['unit'],
  { why: w, areas, lang }: Messages,
): string {
  const number = formatNumber(amount, lang);
  const text = unit === plain || unit === 'points' ? number : `${number} ${w.units[unit]}`;
  return area === null ? text : w.inArea(text, areas[area]);
}

function areaName(area: string, areas: Messages['areas']): string {
  return areas[area as keyof Messages['areas']];
}

/** Indicators and fields by their names for people, as they stand within a sentence. */
export function namesText(ids: readonly string[], sets: Sets, words: Messages): string {
  return ids.map((id) => nameWithin(id, sets, words)).join(', ');
}

function nameWithin(id: string, sets: Sets, words: Messages): string {
  const named = sets.flatMap((set) => (set === null ? [] : indicatorsOf(set))).find((indicator) => indicator.id === id);
  const title = named?.title[words.lang] ?? words.fields[id] ?? id;
  const text = title.charAt(0).toLowerCase() + title.slice(1);
  // a comma within a name would part it in a list
  return text.includes(',') ? `"${text}"` : text;
}
