import { type Criteria, indicatorsOf } from '../criteria/criteria.ts';
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
    return [{ text: sentence(text) }, ...(said === null ? [] : detail(said, d.part, name, words))];
  }
  const changed = changedAmounts(d).map(([before, after]): Item => {
    const which = after.length > 1 || before.length > 1 ? '' : nameIn(after[0] ?? before[0], d, a, b, words);
    const text = [before, after].map((side) => listed(side, before.length !== after.length, words)).join(' → ');
    return { text: sentence(`${name}${which === '' ? '' : ` (${which})`}: ${text}`) };
  });
  if (changed.length > 0 && !isReworded(d, words)) return changed;
  return [
    { text: sentence(w.changed(name)) },
    ...(d.before?.text ? [{ text: w.before(d.before.text[words.lang]), depth: 1 }] : []),
    ...(d.after?.text ? [{ text: w.after(d.after.text[words.lang]), depth: 1 }] : []),
    ...changed.map((item) => ({ ...item, depth: 1 })),
  ];
}

/** Whether the words say more than the values do: of a condition that changes, of who and where. */
function isReworded({ part, before, after }: Difference, { lang }: Messages): boolean {
  if (JSON.stringify(before?.condition) !== JSON.stringify(after?.condition)) return true;
  const isNamed = part === 'territory' || part === 'population';
  return isNamed && before?.text?.[lang] !== after?.text?.[lang];
}

type Amounts = Said['amounts'];

/**
 * Values that differ, before and after: name by name; all together when they go by other names, as one amount for
 * everybody does that takes the place of one for each area.
 */
function changedAmounts({ part, before, after }: Difference): readonly (readonly [Amounts, Amounts])[] {
  const [was, is] = [before?.amounts ?? [], after?.amounts ?? []];
  const names = [...new Set([...was, ...is].map((amount) => amount.name))];
  const isWhole = part === 'line' && names.length > Math.max(was.length, is.length);
  if (isWhole) return [[was, is]];
  return names.flatMap((name): (readonly [Amounts, Amounts])[] => {
    const own = (amounts: Amounts) => amounts.filter((amount) => amount.name === name);
    const [[a], [b]] = [own(was), own(is)];
    return a?.value === b?.value && a?.unit === b?.unit ? [] : [[own(was), own(is)]];
  });
}

/** Values in one line; those of one unit share it. */
function listed(amounts: Amounts, isNamed: boolean, words: Messages): string {
  if (amounts.length === 0) return '–';
  const [first] = amounts;
  if (amounts.length === 1 && first !== undefined) return amountText(first, words);
  const parts = amounts.map((amount) => {
    const name = isNamed ? `${words.difference.names[amount.name] ?? amount.name} ` : '';
    return name + valueText(amount, words);
  });
  const unit = first?.unit ? ` ${words.units[first.unit as keyof Messages['units']]}` : '';
  return `${parts.join(', ')}${unit}`;
}

/** What a value within a part is called; points are named by their indicator. */
function nameIn(amount: Amounts[number] | undefined, d: Difference, a: Criteria, b: Criteria, words: Messages): string {
  const name = amount?.name ?? '';
  if (!name.startsWith('points.')) return words.difference.names[name] ?? name;
  const id = name.slice('points.'.length);
  return nameOf(id, indicatorsOf(b).some((i) => i.id === id) || d.before === null ? b : a, words);
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
      const [basis = '', id] = d.id.split('.');
      const name = id === undefined ? w.ladder : (words.classes[id as keyof Messages['classes']] ?? id);
      return `${name} (${words.bases[basis as keyof Messages['bases']]})`;
    }
    case 'dates':
    case 'territory':
    case 'population':
    case 'average_living':
      return w.parts[d.part];
  }
}

/** What is said of a part that only one set has: the amounts of a line, else its sentence. */
function detail({ text, amounts }: Said, part: Difference['part'], name: string, words: Messages): Item[] {
  const isNumbers = part === 'line' || part === 'param';
  if (isNumbers) return [{ text: listed(amounts, true, words), depth: 1, tone: 'dim' }];
  return text === null || text[words.lang] === name ? [] : [{ text: text[words.lang], depth: 1, tone: 'dim' }];
}

function amountText(amount: Amounts[number], words: Messages): string {
  const value = valueText(amount, words);
  return amount.unit === null ? value : `${value} ${words.units[amount.unit as keyof Messages['units']]}`;
}

/** A value for people: a number in their spelling, a code by what it means. */
function valueText({ name, value, title }: Amounts[number], words: Messages): string {
  if (typeof value === 'number') return formatNumber(value, words.lang);
  if (title !== undefined) return `"${title[words.lang]}"`;
  const meanings = meaningsOf(name, words);
  return meanings === null
    ? value
    : value
        .split(', ')
        .map((code) => meanings[code] ?? code)
        .join(', ');
}

function meaningsOf(name: string, words: Messages): Readonly<Record<string, string>> | null {
  switch (name) {
    case 'class':
    case 'order':
      return words.classes;
    case 'status':
      return words.statuses;
    case 'residence':
      return words.residences;
    default:
      return null;
  }
}
