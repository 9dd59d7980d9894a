import type { Criteria } from '../criteria/criteria.ts';
import type { Difference, Said } from '../criteria/difference.ts';
import type { Messages } from '../messages/messages.ts';
import { formatNumber, sentence } from '../text/format.ts';
import type { Item, Report } from './report.ts';
import { nameOf } from './summary-report.ts';

/** What changes from set `a` to set `b`, in sentences, part by part. */
export function differenceReport(a: Criteria, b: Criteria, found: readonly Difference[], words: Messages): Report {
  const { difference: w, lang } = words;
  const parts = [...new Set(found.map((d) => d.part))];
  return {
    blocks: [
      { kind: 'heading', level: 1, text: w.title(a.id, b.id) },
      { kind: 'paragraph', text: w.from(a.title[lang], b.title[lang]) },
      ...(found.length === 0 ? [{ kind: 'paragraph' as const, text: w.none }] : []),
      ...parts.flatMap((part) => [
        { kind: 'heading' as const, level: 2 as const, text: sentence(w.parts[part]) },
        { kind: 'list' as const, items: found.filter((d) => d.part === part).flatMap((d) => itemsOf(d, a, b, words)) },
      ]),
    ],
  };
}

function itemsOf(d: Difference, a: Criteria, b: Criteria, words: Messages): Item[] {
  const { difference: w } = words;
  const name = titleOf(d, a, b, words);
  if (d.kind !== 'changed') {
    const said = d.before ?? d.after;
    const text = d.kind === 'added' ? w.added(name) : w.removed(name);
    const more = said === null || said.text?.[words.lang] === name ? [] : detail(said, words);
    return [{ text: sentence(text) }, ...(said !== null && said.amounts.length > 0 ? detail(said, words) : more)];
  }
  const amounts = (d.after?.amounts ?? []).flatMap((after): Item[] => {
    const before = d.before?.amounts.find((amount) => amount.name === after.name);
    if (before?.value === after.value && before.unit === after.unit) return [];
    const which = after.name === '' ? '' : ` (${w.names[after.name] ?? after.name})`;
    const was = before === undefined ? words.truths.unknown : amountText(before, words);
    return [{ text: sentence(`${name}${which}: ${was} → ${amountText(after, words)}`) }];
  });
  if (amounts.length > 0) return amounts;
  return [
    { text: sentence(w.changed(name)) },
    ...(d.before?.text ? [{ text: w.before(d.before.text[words.lang]), depth: 1 }] : []),
    ...(d.after?.text ? [{ text: w.after(d.after.text[words.lang]), depth: 1 }] : []),
  ];
}

function titleOf(d: Difference, a: Criteria, b: Criteria, words: Messages): string {
  const { difference: w, lang } = words;
  switch (d.part) {
    case 'line':
    case 'param':
    case 'score':
      return (d.after ?? d.before)?.text?.[lang] ?? d.id;
    case 'indicator':
      return `"${nameOf(d.id, d.kind === 'removed' ? a : b, words)}"`;
    case 'rule': {
      const [basis = '', id = ''] = d.id.split('.');
      const name = words.classes[id as keyof Messages['classes']] ?? id;
      return `${name} (${words.bases[basis as keyof Messages['bases']]})`;
    }
    case 'dates':
    case 'territory':
    case 'population':
    case 'average_living':
      return w.parts[d.part];
  }
}

function detail({ text, amounts }: Said, words: Messages): Item[] {
  const numbers = amounts.map((amount) => {
    const name = words.difference.names[amount.name] ?? amount.name;
    return `${name === '' ? '' : `${name} `}${amountText(amount, words)}`;
  });
  if (numbers.length > 0) return [{ text: numbers.join(', '), depth: 1, tone: 'dim' }];
  return text === null ? [] : [{ text: text[words.lang], depth: 1, tone: 'dim' }];
}

function amountText({ value, unit }: Said['amounts'][number], words: Messages): string {
  const number = typeof value === 'number' ? formatNumber(value, words.lang) : value;
  return unit === null ? number : `${number} ${words.units[unit as keyof Messages['units']]}`;
}
