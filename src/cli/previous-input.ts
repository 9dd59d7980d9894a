import { FindingLog } from '../finding.ts';
import type { PreviousHousehold } from '../review/checks/check.ts';
import { KeyRegister } from '../review/keys.ts';
import { readHouseholds } from '../survey/households.ts';
import type { Settings } from './settings.ts';
import { openSurvey, type SurveyOptions } from './survey-input.ts';

/**
 * Last year's list: results of `classify`, or lists with recorded classes. Null when none is named.
 *
 * @throws FindingsError for files that cannot be read
 */
export async function previousFrom(
  names: readonly string[] | undefined,
  options: SurveyOptions,
  settings: Settings,
): Promise<readonly PreviousHousehold[] | null> {
  if (names === undefined) return null;
  const { columns, encoding } = options;
  const said = { ...(columns === undefined ? {} : { columns }), ...(encoding === undefined ? {} : { encoding }) };
  const { survey, key } = await openSurvey(names, said, [], new FindingLog(), settings);
  const register = new KeyRegister(survey, key);
  const households: PreviousHousehold[] = [];
  for (const [at, table] of survey.tables.entries()) {
    const classColumn = table.headings.indexOf('criteria_hash') < 0 ? -1 : table.headings.indexOf('class');
    for await (const batch of readHouseholds(survey, at, new FindingLog())) {
      for (const household of batch) {
        const cell = (field: string) => household.cells[survey.slots.get(field) ?? -1] ?? '';
        households.push({
          key: register.keyOf(household),
          class: household.record.cells[classColumn] || cell('decided_class') || cell('recorded_class'),
          file: table.source.name,
          row: household.line,
          headName: cell('head_name'),
          headIdNumber: cell('head_id_number'),
          headBirthDate: cell('head_birth_date'),
        });
      }
    }
  }
  return households;
}
