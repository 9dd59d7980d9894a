import { type Finding, finding } from '../../finding.ts';
import type { ExitsOf } from './exits.ts';
import { type Judged, judgeTarget } from './judge-target.ts';
import { type Counts, type Snapshot, type SnapshotUnit, stockIn } from './snapshot.ts';
import type { Target } from './target.ts';

/** A result held against a baseline. */
export interface Pairing {
  readonly baseline: Snapshot;
  readonly result: Snapshot;
  /** Escapes between the two: from pairs of households, or published figures. */
  readonly exits: ExitsOf;
}

/** What became of a target in one place, from one baseline. */
export interface HeldTarget extends Judged {
  readonly target: Target;
  readonly baseline: Snapshot;
  /** Null for the whole. */
  readonly unit: SnapshotUnit | null;
  readonly opening: number | null;
  readonly closing: number | null;
  readonly openingOf: number | null;
  readonly closingOf: number | null;
}

/** Every target against every baseline: of the whole, or of the unit that a target names. */
export function holdTargets(targets: readonly Target[], pairings: readonly Pairing[]): readonly HeldTarget[] {
  return targets.flatMap((target) => pairings.map((pairing) => held(target, pairing, target.unit)));
}

/** What is to be compared by units can be: a number of households is the whole's own, a share is everybody's. */
function isShared({ kind, isRate, unit, value }: Target): boolean {
  const isCeilingOfNothing = kind === 'ceiling' && value.n === 0;
  return unit === null && (kind === 'percent_of_opening' || kind === 'pp_reduction' || isRate || isCeilingOfNothing);
}

/** The targets that every unit can be held to, unit by unit. */
export function holdByUnit(targets: readonly Target[], pairings: readonly Pairing[]): readonly HeldTarget[] {
  return targets.filter(isShared).flatMap((target) =>
    pairings.flatMap((pairing) => {
      const codes = new Set([...pairing.baseline.units.keys(), ...pairing.result.units.keys()]);
      // a unit that has none, before or after, is asked nothing
      return [...codes].map((code) => held(target, pairing, code)).filter(({ opening, closing }) => opening || closing);
    }),
  );
}

/** A unit without households on one side has none there, if the side was counted by units at all. */
function held(target: Target, { baseline, result, exits }: Pairing, code: string | null): HeldTarget {
  const counts = (snapshot: Snapshot) => (code === null ? snapshot.total : unitCounts(snapshot, code));
  const [before, after] = [counts(baseline), counts(result)];
  const opening = stockIn(before, target.class);
  const closing = stockIn(after, target.class);
  const [openingOf, closingOf] = [before.households, after.households];
  const grossExits = exits(code)[target.class];
  const isSame = baseline.criteria === null || result.criteria === null || baseline.criteria === result.criteria;
  const judged = judgeTarget(target, { opening, closing, openingOf, closingOf, grossExits }, isSame);
  const unit = code === null ? null : (result.units.get(code) ?? baseline.units.get(code) ?? { code, name: code });
  return {
    ...judged,
    target,
    baseline,
    unit: unit === null ? null : { code: unit.code, name: unit.name },
    opening,
    closing,
    openingOf,
    closingOf,
  };
}

const UNKNOWN: Counts = { poor: null, near_poor: null, households: null };

function unitCounts({ units }: Snapshot, code: string): Counts {
  const counts = units.get(code);
  if (counts !== undefined) return counts;
  return units.size === 0 ? UNKNOWN : { poor: 0, near_poor: 0, households: null };
}

/**
 * What must be said of targets: `W884` verdict that depends on the baseline, `W885` not measurable, `W886` baseline under
 * another standard.
 */
export function targetFindings(heldTargets: readonly HeldTarget[], result: Snapshot): readonly Finding[] {
  const findings: Finding[] = [];
  const byTarget = new Map<Target, HeldTarget[]>();
  for (const one of heldTargets) byTarget.set(one.target, [...(byTarget.get(one.target) ?? []), one]);
  for (const some of byTarget.values()) {
    const [first] = some;
    if (first === undefined) continue;
    const met = some.filter((one) => one.met === true).map(({ baseline }) => baseline.name);
    const missed = some.filter((one) => one.met === false).map(({ baseline }) => baseline.name);
    const data = { class: first.target.class, kind: first.target.kind };
    if (met.length > 0 && missed.length > 0) findings.push(finding('W884', {}, { data: { ...data, met, missed } }));
    for (const { obstacle, baseline } of some) {
      if (obstacle === null) continue;
      const at = { file: baseline.name };
      if (obstacle === 'standard') {
        const standards = { before: baseline.criteria ?? '', after: result.criteria ?? '' };
        findings.push(finding('W886', at, { data: { ...data, ...standards } }));
      } else findings.push(finding('W885', at, { data: { ...data, obstacle } }));
    }
  }
  return findings;
}

/** Whether a target was missed, or could not be measured: it is not known to be met from every baseline. */
export function isShort({ met }: HeldTarget): boolean {
  return met !== true;
}
