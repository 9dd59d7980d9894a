import { type Finding, finding } from '../../finding.ts';
import type { Reviewed, ReviewedHousehold } from '../../results/reviewed.ts';
import type { Member, Survey } from '../../survey/survey.ts';
import { foldKey } from '../../text/fold.ts';
import { LINK_EVENTS } from '../link.ts';
import { type Crosswalk, type Period, rebaseBy, type UnitField } from './crosswalk.ts';
import { Households, type LinkHousehold } from './households.ts';
import type { Person } from './person.ts';

export interface TwoYears {
  readonly before: Households;
  readonly after: Households;
  /** `W849`: units of the year before that nothing says what became of. */
  readonly findings: readonly Finding[];
}

/**
 * The households of two reviews as linking sees them, those before in the units of those after. Units are compared by
 * their codes where both have them, else by their names.
 */
export async function readTwoYears(before: Reviewed, after: Reviewed, crosswalk: Crosswalk | null): Promise<TwoYears> {
  const fields = unitFields(before.survey, after.survey, crosswalk !== null);
  const rebase =
    crosswalk === null || fields === null
      ? undefined
      : rebaseBy(crosswalk, periodOf(before, after), fields.before, fields.after);
  const later = await gathered(after, fields?.after ?? null, new Households());
  const earlier = await gathered(before, fields?.before ?? null, new Households(rebase));
  const lost = [...earlier.units].filter(
    (unit) =>
      rebase?.(unit, '').units.every((now) => !later.folded.has(foldKey(now))) ?? !later.folded.has(foldKey(unit)),
  );
  const at = { file: before.files[0] ?? '' };
  const findings = lost.length === 0 ? [] : [finding('W849', at, { data: { units: lost.sort() } })];
  return { before: earlier.households, after: later.households, findings };
}

/** The time between two reviews; all time where their days are not known, or are the same. */
export function periodOf(before: Reviewed, after: Reviewed): Period {
  const isOrdered = before.date !== null && after.date !== null && before.date < after.date;
  return isOrdered ? { after: before.date, upTo: after.date } : { after: null, upTo: null };
}

/** What each year calls its units by; null where they have nothing in common to compare. */
function unitFields(before: Survey, after: Survey, hasCrosswalk: boolean) {
  const has = (survey: Survey, field: UnitField) => survey.slots.has(field);
  for (const field of ['commune_code', 'commune'] as const)
    if (has(before, field) && has(after, field)) return { before: field, after: field };
  // a crosswalk knows both the code and the name
  const [was, is] = [fieldOf(before), fieldOf(after)];
  return hasCrosswalk && was !== null && is !== null ? { before: was, after: is } : null;
}

function fieldOf({ slots }: Survey): UnitField | null {
  return slots.has('commune_code') ? 'commune_code' : slots.has('commune') ? 'commune' : null;
}

async function gathered(reviewed: Reviewed, unit: UnitField | null, households: Households) {
  const read = householdReader(reviewed.survey, unit);
  const units = new Set<string>();
  for await (const batch of reviewed.households()) {
    for (const one of batch) {
      const household = read(one);
      if (household.unit !== '') units.add(household.unit);
      households.add(household);
    }
  }
  return { households, units, folded: new Set([...units].map(foldKey)) };
}

/** Reads what linking needs of the cells of a household. */
function householdReader(survey: Survey, unit: UnitField | null): (one: ReviewedHousehold) => LinkHousehold {
  const { slots, memberSlots } = survey;
  const slot = (field: string) => slots.get(field) ?? -1;
  const at = {
    unit: unit === null ? -1 : slot(unit),
    village: slot('village'),
    idNumber: slot('head_id_number'),
    name: slot('head_name'),
    birth: slot('head_birth_date'),
    sex: slot('head_sex'),
    size: slot('size'),
    event: slot('event'),
    previousId: slot('previous_household_id'),
  };
  const member = (field: string) => memberSlots.get(field) ?? -1;
  const ofMember = {
    idNumber: member('id_number'),
    name: member('name'),
    birth: member('birth_date'),
    year: member('birth_year'),
    sex: member('sex'),
  };
  const personOf = ({ cells }: Member): Person => ({
    idNumber: cells[ofMember.idNumber] ?? '',
    name: cells[ofMember.name] ?? '',
    birth: cells[ofMember.birth] || (cells[ofMember.year] ?? ''),
    sex: cells[ofMember.sex] ?? '',
  });
  return ({ key, cells, members }) => {
    const cell = (place: number) => cells[place] ?? '';
    return {
      key,
      unit: cell(at.unit),
      village: cell(at.village),
      head: { idNumber: cell(at.idNumber), name: cell(at.name), birth: cell(at.birth), sex: cell(at.sex) },
      members: members.map(personOf),
      size: /^\d+$/.test(cell(at.size)) ? Number(cell(at.size)) : null,
      event: LINK_EVENTS.find((event) => event === cell(at.event)) ?? null,
      previousId: cell(at.previousId),
    };
  };
}
