import type { Messages } from '../../messages/messages.ts';
import type { Changed } from '../../movement/why/changes.ts';
import type { Factor } from '../../movement/why/factors.ts';
import type { MovedBy, Standing, Why, Year } from '../../movement/why/reason.ts';
import { formatNumber } from '../../text/format.ts';
import { maskText } from '../../text/mask.ts';
import { changeText, lineText, namesText, type Sets, valueText } from './change-text.ts';

/** Why a household moved, in one sentence without capital and full stop. */
export function reasonText({ reason, changes }: Why, sets: Sets, words: Messages): string {
  const { why: w } = words;
  switch (reason.kind) {
    case 'moved_by':
      return movedByText(reason, changes, sets, words);
    case 'unchanged':
      return w.unchanged;
    case 'decided':
    case 'recorded':
      return w[reason.kind](w.years[reason.year], words.classes[reason.computed], maskText(reason.said));
    case 'not_on_file':
      return [notOnFileText(reason.year, words), ...standingTexts(reason.standing, words)].join('; ');
    case 'no_criteria':
      return w.noCriteria;
    case 'undecided':
      return w.undecided(w.years[reason.year], namesText(reason.open, sets, words));
    case 'out_of_scope':
      return w.outOfScope(w.years[reason.year]);
    case 'left':
      return textFor(reason.event, w.leftList);
    case 'entered':
      return [textFor(reason.event, w.entered), ...standingTexts(reason.standing, words)].join('; ');
  }
}

function notOnFileText(year: Year | 'both', { why: w }: Messages): string {
  return year === 'both' ? w.notOnFileInBoth : w.notOnFile(w.years[year]);
}

/** What changed besides and did not move the class; blank when nothing did. */
export function otherChangesText(why: Why, sets: Sets, words: Messages): string {
  const { reason, changes } = why;
  const moved = reason.kind === 'moved_by' ? reason.factors : [];
  const others = changes.filter(({ what }) => !moved.some((factor) => tells(factor, what)));
  return others.map((change) => changeText(change, sets, words)).join('; ');
}

/** Whether the sentence of a factor says the change already. */
function tells(factor: Factor, what: Changed['what']): boolean {
  return factor === what || (factor === 'deprivations' && ['b2', 'resolved', 'arisen'].includes(what));
}

function movedByText(moved: MovedBy, changes: readonly Changed[], sets: Sets, words: Messages): string {
  const texts = moved.factors.flatMap((factor) => {
    const told = changes.filter(({ what }) => tells(factor, what)).map((change) => changeText(change, sets, words));
    return factorTexts(factor, told, moved, changes, words);
  });
  return texts.filter((text) => text !== '').join('; ');
}

/** `told`: the changes that the factor stands for, in words. */
function factorTexts(
  factor: Factor,
  told: readonly string[],
  moved: MovedBy,
  changes: readonly Changed[],
  words: Messages,
): readonly string[] {
  switch (factor) {
    case 'income':
    case 'b1':
      return [[...told, ...crossedTexts(moved, words)].join(', ')];
    case 'resolved':
    case 'arisen':
    case 'deprivations':
      return [...told, countText(moved, factor, told.length > 0, words)];
    case 'area':
      // where the rules are another too, their sentence holds the lines
      return [[...told, ...(moved.factors.includes('rules') ? [] : lineTexts(moved, words))].join(', ')];
    case 'rules':
      return rulesTexts(moved, changes, words);
  }
}

/** What a household has now, after what changed. */
function countText({ deprivations }: MovedBy, factor: Factor, isTold: boolean, { why: w, lang }: Messages): string {
  const n = formatNumber(deprivations, lang);
  if (!isTold || factor === 'deprivations') return w.deprived(n);
  return factor === 'resolved' ? w.left(n) : w.reached(n);
}

/** The line that a value crossed, and the side on which the household now is. */
function crossedTexts({ crossed, lines }: MovedBy, words: Messages): string[] {
  if (crossed === null) return [];
  const { amount, unit, now } = crossed;
  return [words.why.sides[now](lineText({ amount, unit, area: lines[1]?.area ?? null }, 'month', words))];
}

/** Two lines, and the value that was held against them. */
function lineTexts({ lines: [was, is], basis, value }: MovedBy, words: Messages): string[] {
  if (was === null || is === null) return [];
  const plain = basis === 'income' ? 'month' : 'points';
  const text = words.why.lines(lineText(was, plain, words), lineText(is, plain, words));
  return [text, ...(value === null ? [] : [valueText(basis, value, words)])];
}

/** Which parts of the rules made the difference. */
function rulesTexts(moved: MovedBy, changes: readonly Changed[], words: Messages): string[] {
  const { why: w } = words;
  return changes.flatMap((change) => {
    if (change.what !== 'rules') return [];
    const { from, to } = change;
    if (from === to) return [changeText(change, [], words)];
    const texts = {
      line: lineTexts(moved, words).join(', '),
      indicators: w.otherIndicators(from, to),
      rules: w.otherRules(from, to),
    };
    return [w.rules(from, to), ...moved.parts.map((part) => texts[part])];
  });
}

/** How a household stands: its value, its line, and how much it lacks. */
function standingTexts(standing: Standing | null, words: Messages): string[] {
  if (standing === null) return [];
  const { basis, value, line, belowLine, deprivations } = standing;
  const { why: w, lang } = words;
  const against =
    line === null || belowLine === null
      ? []
      : [w.sides[belowLine ? 'at_most' : 'above'](lineText(line, basis === 'income' ? 'month' : 'points', words))];
  const held = value === null ? [] : [[valueText(basis, value, words), ...against].join(', ')];
  return [...held, w.deprived(formatNumber(deprivations, lang))];
}

/** The words for an event; those for none where it is none of them. */
function textFor(event: string | null, texts: Readonly<Record<string, string>> & { readonly unknown: string }): string {
  return texts[event ?? 'unknown'] ?? texts.unknown;
}
