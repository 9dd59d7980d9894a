import { type Finding, finding } from '../../finding.ts';
import type { Coverage, ReviewedHousehold } from '../../results/reviewed.ts';
import { addressOf } from '../../review/address.ts';
import type { Survey } from '../../survey/survey.ts';
import type { MovementLimits } from './limits.ts';
import { type ExactLoss, exactLosses, type Quota } from './quota.ts';
import { type State, stateOf, type Why } from './reason.ts';
import { isWithoutReason, type SplitMoved, type Unexplained, unexplained } from './unexplained.ts';
import { bothLists, type Place, VillageCounts, type VillageExits, villageName } from './village-exits.ts';

/** A household whose change calls for a second look. */
export interface StandingOut extends Place {
  readonly found: Unexplained;
  /** Its key, and where it stands: this year's file, or last year's where it is in no other. */
  readonly key: string;
  readonly file: string;
  readonly row: number;
  readonly from: State;
  readonly to: State;
}

/** Everything that stands out between two years. */
export interface StandOut {
  /** In the order of the pairs. */
  readonly households: readonly StandingOut[];
  readonly losses: readonly ExactLoss[];
  /** Villages many of whose exits nothing explains. */
  readonly villages: readonly VillageExits[];
  /** Every village with a household on last year's lists. */
  readonly all: readonly VillageExits[];
  readonly findings: readonly Finding[];
}

export interface WatchedFile {
  readonly survey: Survey;
  readonly coverage: Coverage;
}

/** Watches pairs and their reasons for what a person should look at again; `why` null: the class is the same. */
export function standOutWatch(
  files: { readonly before: WatchedFile; readonly after: WatchedFile },
  limits: MovementLimits,
  quota: Quota,
): { see(pair: SplitMoved, why: Why | null): void; done(): StandOut } {
  const counts = new VillageCounts();
  const households: StandingOut[] = [];
  const findings: Finding[] = [];
  return {
    see(pair, why) {
      const found = why === null ? null : unexplained(pair, why, files);
      const [file, household] =
        pair.after === null ? [files.before, pair.before] : ([files.after, pair.after] as const);
      if (household === null) return;
      const place = placeOf(file.survey, household);
      counts.see(pair, place, found !== null && isWithoutReason(found));
      if (found === null) return;
      const [from, to] = [stateOf(pair.before), stateOf(pair.after)];
      const at = addressOf(file.survey, household, fieldOf(found));
      households.push({ ...place, found, key: household.key, file: at.file ?? '', row: household.line, from, to });
      findings.push(finding(CODES[found.kind], at, { saw: household.key, data: { ...dataOf(found), from, to } }));
    },
    done() {
      const all = counts.villages;
      const losses = exactLosses(all, quota, limits);
      const villages = all.filter((village) => isWithoutReasons(village, limits));
      return {
        households,
        losses,
        villages,
        all,
        findings: [...findings, ...losses.map(lossFinding), ...villages.map(villageFinding)],
      };
    },
  };
}

const CODES = {
  no_answer_changed: 'W862',
  no_form: 'W863',
  area: 'W864',
  split_off: 'W866',
  against_answers: 'W867',
} as const satisfies Record<Unexplained['kind'], string>;

/** The cell that a finding points at. */
function fieldOf({ kind }: Unexplained): string {
  return (
    ({ no_form: 'outcome', area: 'area', split_off: 'event', against_answers: 'decided_class' } as const)[
      kind as Exclude<typeof kind, 'no_answer_changed'>
    ] ?? 'household_id'
  );
}

function dataOf(found: Unexplained): Readonly<Record<string, string>> {
  if (found.kind === 'no_form') return { how: found.how };
  return found.kind === 'against_answers' ? { computed: found.computed } : {};
}

function placeOf({ slots }: Survey, { cells }: ReviewedHousehold): Place {
  const cell = (field: string) => cells[slots.get(field) ?? -1] ?? '';
  const communeName = cell('commune');
  return { commune: cell('commune_code') || communeName, communeName, village: cell('village') };
}

/** So many exits without a reason, and so great a part of all that left, as the limits say. */
function isWithoutReasons(village: VillageExits, { unexplained: { households, percent } }: MovementLimits): boolean {
  const { exits, withoutReason } = bothLists(village);
  return withoutReason >= households && 100 * withoutReason >= percent * exits;
}

function lossFinding({ kind, village, list, percent, villages }: ExactLoss): Finding {
  const { opening, exits } = village.lists[list];
  const data = { kind, list, opening, exits, percent: percent ?? '', villages };
  return finding('W865', {}, { saw: villageName(village), data });
}

function villageFinding(village: VillageExits): Finding {
  const { exits, withoutReason } = bothLists(village);
  return finding('W868', {}, { saw: villageName(village), data: { exits, withoutReason } });
}
