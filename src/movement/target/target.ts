import type { Fraction } from '../../text/fraction.ts';
import { parseFraction } from '../../text/fraction.ts';
import { LISTS, type ListedClass } from '../ledger/ledger.ts';

/**
 * What a target asks for: the rate falls by so many points · so many per cent of the opening stock leave · so many
 * households fewer · at most so many, or such a rate, at the end.
 */
export const TARGET_KINDS = ['pp_reduction', 'percent_of_opening', 'count', 'ceiling'] as const;

export type TargetKind = (typeof TARGET_KINDS)[number];

/** Whose number it is. `multidimensional`: poor or near-poor; a move from one to the other is then no exit. */
export const TARGET_CLASSES = [...LISTS, 'multidimensional'] as const;

export type TargetClass = ListedClass | 'multidimensional';

/** How a fall is counted: the households that escaped, or the difference of two stocks. */
export const MEASURES = ['gross', 'net'] as const;

export type Measure = (typeof MEASURES)[number];

export interface Target {
  readonly class: TargetClass;
  readonly kind: TargetKind;
  /** Points, per cent or households, as the kind says. */
  readonly value: Fraction;
  /** For a ceiling: `value` is per cent of households instead of households. */
  readonly isRate: boolean;
  /** Null for kinds that compare no flows. */
  readonly measure: Measure | null;
  /** Code of the unit whose target it is; null for the whole. */
  readonly unit: string | null;
}

/** What of a target could not be understood, and what it could have been. */
export interface TargetFault {
  readonly part: 'class' | 'kind' | 'value' | 'measure';
  readonly saw: string;
  readonly expected: readonly string[];
}

/** The parts of a target as they are written; blank what is not said. */
export interface TargetText {
  readonly class: string;
  readonly kind: string;
  readonly value: string;
  readonly measure: string;
  readonly unit: string;
}

/** A target from its parts, or everything that is wrong with them. A fall is net unless it is said to be gross. */
export function targetOf(text: TargetText): Target | readonly TargetFault[] {
  const listed = TARGET_CLASSES.find((id) => id === text.class);
  const kind = TARGET_KINDS.find((id) => id === text.kind);
  const isRate = kind === 'ceiling' && text.value.endsWith('%');
  const value = parseFraction(text.value.replace(/\s*%$/, '').replace(',', '.'));
  const hasFlow = kind === 'percent_of_opening' || kind === 'count';
  const allowed: readonly string[] = hasFlow ? MEASURES : kind === 'pp_reduction' ? ['net'] : [];
  const measure = MEASURES.find((id) => id === text.measure) ?? null;
  const isMeasureWrong = text.measure !== '' && !allowed.includes(text.measure);
  const isValueWrong = value === null || (text.value.endsWith('%') && kind === 'count');
  const faults: TargetFault[] = [
    ...(listed === undefined ? [{ part: 'class' as const, saw: text.class, expected: TARGET_CLASSES }] : []),
    ...(kind === undefined ? [{ part: 'kind' as const, saw: text.kind, expected: TARGET_KINDS }] : []),
    ...(isValueWrong ? [{ part: 'value' as const, saw: text.value, expected: ['50', '1.5', '0.8%'] }] : []),
    ...(isMeasureWrong ? [{ part: 'measure' as const, saw: text.measure, expected: allowed }] : []),
  ];
  if (listed === undefined || kind === undefined || value === null || faults.length > 0) return faults;
  const own = hasFlow ? (measure ?? 'net') : null;
  return { class: listed, kind, value, isRate, measure: own, unit: text.unit || null };
}

/** `near_poor:percent_of_opening:50:gross`, the last part may be left out. */
export function parseTarget(text: string): Target | readonly TargetFault[] {
  const [listed = '', kind = '', value = '', measure = '', ...more] = text.split(':').map((part) => part.trim());
  const target = targetOf({ class: listed, kind, value, measure, unit: '' });
  if (more.length === 0) return target;
  const fault: TargetFault = { part: 'measure', saw: [measure, ...more].join(':'), expected: MEASURES };
  return [...(isFaulty(target) ? target : []), fault];
}

export function isFaulty(target: Target | readonly TargetFault[]): target is readonly TargetFault[] {
  return Array.isArray(target);
}
