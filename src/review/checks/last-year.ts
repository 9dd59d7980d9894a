import { finding } from '../../finding.ts';
import type { Household } from '../../survey/survey.ts';
import { foldKey } from '../../text/fold.ts';
import { groupedBy } from '../../text/grouped.ts';
import type { CheckContext, MakeCheck, PreviousHousehold } from './check.ts';
import type { Person } from './persons.ts';

/**
 * `W344`: a household of last year's list that has no row this year, so no result. It is there when its key is, unless
 * name and number of the head all say that numbers were given anew; when somebody with its head's citizen's number is; or
 * when somebody of its head's name and birth is.
 */
export const lastYear: MakeCheck = (context) => {
  if (context.previous === null) return null;
  const listed = context.previous.filter((before) => ON_THE_LIST.includes(before.class));
  const seen = new Set<PreviousHousehold>();
  const byKey = groupedBy(listed, ({ key }) => key);
  const byNumber = groupedBy(listed, ({ headIdNumber }) => headIdNumber);
  const byBirth = groupedBy(listed, ({ headName, headBirthDate }) => birthKey(headName, headBirthDate));
  return {
    see({ household }) {
      const persons = context.personsOf(household);
      for (const key of keysOf(household, context)) {
        for (const before of byKey.get(key) ?? []) if (!isSomebodyElse(before, persons)) seen.add(before);
      }
      for (const { idNumber, name, born } of persons) {
        for (const before of (idNumber !== '' && byNumber.get(idNumber)) || []) seen.add(before);
        for (const before of (name !== '' && born !== '' && byBirth.get(birthKey(name, born))) || []) {
          if (agree(before.headBirthDate, born)) seen.add(before);
        }
      }
    },
    end() {
      for (const before of listed.filter((one) => !seen.has(one))) {
        const { key, file, row } = before;
        context.tell(finding('W344', { file, row }, { saw: key, data: { class: before.class } }));
      }
    },
  };
};

/** Whom a list is kept for. */
const ON_THE_LIST: readonly string[] = ['poor', 'near_poor'];

/** The keys under which last year's list may have it: its own, and that of the number it says it had. */
function keysOf(household: Household, { survey, keyOf }: CheckContext): readonly string[] {
  const key = keyOf(household);
  const before = household.cells[survey.slots.get('previous_household_id') ?? -1] ?? '';
  if (before === '') return [key];
  // a number within the same unit and village, or a whole key
  return [key, before, [...key.split('/').slice(0, -1), before].join('/')];
}

/** True when all that both years say of the head differs from everybody here. */
function isSomebodyElse({ headName, headIdNumber }: PreviousHousehold, persons: readonly Person[]): boolean {
  const verdicts = [
    compared(
      foldKey(headName),
      persons.map(({ name }) => foldKey(name)),
    ),
    compared(
      headIdNumber,
      persons.map(({ idNumber }) => idNumber),
    ),
  ].filter((verdict) => verdict !== null);
  return verdicts.length > 0 && verdicts.every((isHere) => !isHere);
}

/** Whether the text is among those of this year; null when either year does not say. */
function compared(before: string, now: readonly string[]): boolean | null {
  const known = now.filter((text) => text !== '');
  return before === '' || known.length === 0 ? null : known.includes(before);
}

function birthKey(name: string, born: string): string {
  return `${foldKey(name)}/${born.slice(0, 4)}`;
}

/** Two dates of birth that may be one: the same as far as both are known. */
function agree(a: string, b: string): boolean {
  return a !== '' && (a.startsWith(b) || b.startsWith(a));
}
