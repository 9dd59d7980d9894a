import type { ReviewedHousehold } from '../../results/reviewed.ts';
import type { Outcome } from '../../review/assess.ts';
import type { Survey } from '../../survey/survey.ts';
import { foldKey } from '../../text/fold.ts';
import { LINK_EVENTS, type LinkEvent } from '../link.ts';
import { type Place, placeReader } from './place.ts';

/** What pairing and counting need of a household; the whole of it stands in the store of its year. */
export interface Brief {
  /** Its number in the store; below zero for one that only a ledger names. */
  readonly at: number;
  /** As results have it: parts joined by `/`. */
  readonly key: string;
  /** Its number and other own parts of the key, those of its place aside; only fields that both years have. */
  readonly own: string;
  readonly class: Outcome;
  /** One object for all households of a place. */
  readonly place: Place;
  /** Persons; null when not known. */
  readonly size: number | null;
  /** What the file itself says became of it. */
  readonly event: LinkEvent | null;
  /** Its number or key a year before; '' when not said. */
  readonly previousId: string;
  /** Whether it was on a list of the poor in an earlier year; null when not said. */
  readonly previouslyPoor: boolean | null;
  /** Folded; '' when not said. */
  readonly headName: string;
  readonly headId: string;
}

/** Reads what is needed of the households of a survey. `own`: fields of the key that are no part of a place. */
export function briefReader(
  { slots }: Survey,
  own: readonly string[],
): (household: ReviewedHousehold, at: number) => Brief {
  const slot = (field: string) => slots.get(field) ?? -1;
  const at = {
    size: slot('size'),
    event: slot('event'),
    previousId: slot('previous_household_id'),
    previouslyPoor: slot('previously_poor'),
    headName: slot('head_name'),
    headId: slot('head_id_number'),
  };
  const ownSlots = own.map(slot);
  const placeOf = placeReader(slots);
  return ({ cells, key, class: outcome }, number) => {
    const cell = (place: number) => cells[place] ?? '';
    return {
      at: number,
      key,
      own: ownSlots.map(cell).join('\u001f'),
      class: outcome,
      place: placeOf(cells),
      size: cell(at.size) === '' ? null : Number(cell(at.size)),
      event: eventIn(cell(at.event)),
      previousId: cell(at.previousId),
      previouslyPoor: cell(at.previouslyPoor) === '' ? null : cell(at.previouslyPoor) === '1',
      headName: cell(at.headName) === '' ? '' : foldKey(cell(at.headName)),
      headId: cell(at.headId),
    };
  };
}

function eventIn(text: string): LinkEvent | null {
  return LINK_EVENTS.find((event) => event === text) ?? null;
}
