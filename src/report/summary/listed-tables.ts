import { indicatorsOf } from '../../criteria/criteria.ts';
import type { Messages } from '../../messages/messages.ts';
import {
  causeCount,
  childCount,
  classCount,
  ethnicityCounts,
  groupCount,
  markCount,
  markUnknown,
} from '../../summary/numbers.ts';
import { CAUSE_IDS, CHILD_COUNTS, GROUP_RESTS, GROUPS, LISTED } from '../../summary/plan.ts';
import type { CountedReview } from '../../summary/summarize.ts';
import type { Summary } from '../../summary/summary.ts';
import type { Cell, Column, TableBlock } from '../report.ts';
import type { TableOptions } from './naming.ts';
import { rateCell } from './result-tables.ts';

const right = (title: string): Column => ({ title, align: 'right' });

/** Deprivations of the poor and of the near-poor: how many, and of each hundred. Null without marks. */
export function deprivationsTable(
  { review, total }: Summary,
  options: TableOptions,
  words: Messages,
): TableBlock | null {
  const { columns: c } = words.tables;
  const { plan, has } = review;
  if (!has.marks.includes(true)) return null;
  const unknown = LISTED.map((_, listed) =>
    plan.marks.some((_id, mark) => markUnknown(total, review, listed, mark) > 0),
  );
  const sizes = LISTED.map((outcome) => classCount(total, review, outcome).households);
  const cells = (listed: number, mark: number): Cell[] => {
    const n = markCount(total, review, listed, mark);
    const rate = n === null ? null : rateCell(n, sizes[listed] ?? 0, options);
    return [n, rate, ...(unknown[listed] ? [markUnknown(total, review, listed, mark)] : [])];
  };
  return {
    kind: 'table',
    columns: [
      { title: c.indicator },
      right(c.poor),
      right(c.ofPoor),
      ...(unknown[0] ? [right(c.unknownPoor)] : []),
      right(c.near_poor),
      right(c.ofNearPoor),
      ...(unknown[1] ? [right(c.unknownNearPoor)] : []),
    ],
    rows: plan.marks.map((id, mark) => [
      markName(id, review, words),
      ...LISTED.flatMap((_, listed) => cells(listed, mark)),
    ]),
  };
}

export function markName(id: string, { reviewed }: CountedReview, { lang, fields }: Messages): string {
  const indicator = reviewed.set === null ? undefined : indicatorsOf(reviewed.set).find((one) => one.id === id);
  return indicator?.title[lang] ?? fields[id] ?? id;
}

/** Households and persons of the groups; null without a column of one. */
export function groupsTable({ review, total }: Summary, { tables: w }: Messages): TableBlock | null {
  if (!review.has.groups.includes(true)) return null;
  const cells = (listed: number, group: number): Cell[] => {
    const { households, persons } = groupCount(total, review, listed, group);
    return [households, persons];
  };
  return {
    kind: 'table',
    columns: [
      { title: w.columns.group },
      ...[w.columns.poor, w.columns.persons, w.columns.near_poor, w.columns.persons].map(right),
    ],
    rows: [...GROUPS, ...GROUP_RESTS].map((id, group) => [
      w.groupNames[id],
      ...LISTED.flatMap((_, listed) => cells(listed, group)),
    ]),
  };
}

/** Households by cause; null without a column of one. */
export function causesTable({ review, total }: Summary, { tables: w }: Messages): TableBlock | null {
  if (!review.has.causes) return null;
  const names: Readonly<Record<string, string>> = w.causeNames;
  return {
    kind: 'table',
    columns: [{ title: w.columns.cause }, right(w.columns.poor), right(w.columns.near_poor)],
    rows: [...CAUSE_IDS, 'none'].map((id, cause) => [
      names[id] ?? id,
      ...LISTED.map((_, listed) => causeCount(total, review, listed, cause)),
    ]),
  };
}

/** Listed households by ethnicity; null when there is none, or it was not asked. */
export function ethnicitiesTable({ review, total }: Summary, words: Messages): TableBlock | null {
  const { tables: w } = words;
  const counts = LISTED.map((_, listed) => new Map(ethnicityCounts(total, review, listed) ?? []));
  const names = [...new Set(counts.flatMap((byName) => [...byName.keys()]))];
  if (names.length === 0) return null;
  const sum = (name: string) => counts.reduce((n, byName) => n + (byName.get(name) ?? 0), 0);
  return {
    kind: 'table',
    columns: [{ title: w.columns.ethnicity }, right(w.columns.poor), right(w.columns.near_poor)],
    rows: names
      .sort((a, b) => sum(b) - sum(a) || (a < b ? -1 : 1))
      .map((name) => [name || w.groupNames.unknown, ...counts.map((byName) => byName.get(name) ?? 0)]),
  };
}

/** Children and what they lack; null without members. */
export function childrenTable({ review, total }: Summary, { tables: w }: Messages): TableBlock | null {
  if (!review.has.children) return null;
  const names: Readonly<Record<string, string>> = {
    ...w.childNames,
    children: w.childNames.children(review.childrenUnder),
  };
  return {
    kind: 'table',
    columns: [{ title: w.children }, right(w.columns.poor), right(w.columns.near_poor)],
    rows: CHILD_COUNTS.map((id, at) => [
      names[id] ?? id,
      ...LISTED.map((_, listed) => childCount(total, review, listed, at)),
    ]),
  };
}
