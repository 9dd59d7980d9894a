import { type FindingLog, FindingsError } from '../finding.ts';
import type { Counts, Snapshot, SnapshotUnit } from '../movement/target/snapshot.ts';
import type { Reviewed } from '../results/reviewed.ts';
import { OUTCOMES } from '../review/tally.ts';
import { shippedText } from '../shipped.ts';
import { parseForms } from '../summary/forms.ts';
import type { Level, Place } from '../summary/places.ts';
import { populationOf } from '../summary/population.ts';
import { summarize } from '../summary/summarize.ts';
import { summaryOf, type Unit } from '../summary/summary.ts';
import { unitsAt } from '../summary/units.ts';
import type { UnitRow } from '../survey/units-file.ts';

/** A file of residents, and its name. */
export interface Residents {
  readonly file: string;
  readonly rows: readonly UnitRow[];
}

/** Counts a result as `summary` does: the whole, and the units of a level. Rates need residents here as there. */
export async function snapshotOf(
  reviewed: Reviewed,
  level: Level,
  residents: Residents | null,
  log: FindingLog,
): Promise<Snapshot> {
  const review = await summarize(reviewed, parseForms(shippedText('summary/forms.yaml')));
  const { leaves, plan } = review;
  const area = reviewed.survey.vocabulary.fields.find(({ id }) => id === 'area');
  const areaOf = (text: string) => (area === undefined ? null : reviewed.survey.vocabulary.codeOf(area, text));
  const communes = unitsAt(leaves, 'commune', plan);
  const found =
    residents === null ? null : populationOf(residents.rows, residents.file, reviewed.year, areaOf, communes);
  const levels = level === 'total' ? [] : [level];
  const { summary, findings } = summaryOf(review, levels, found?.population ?? null, residents?.file ?? '');
  for (const one of [...(found?.findings ?? []), ...findings]) log.add(one);
  if (log.hasErrors) throw new FindingsError(log.findings);
  const counts = ({ counts: { numbers }, residents: { households } }: Unit): Counts => {
    const of = (outcome: (typeof OUTCOMES)[number]) => numbers[plan.outcome(OUTCOMES.indexOf(outcome), 0)] ?? 0;
    return { poor: of('poor'), near_poor: of('near_poor'), households };
  };
  const units = summary.levels.flatMap((one) => one.units).map((unit) => ({ ...namesOf(unit), ...counts(unit) }));
  const { files, date, criteria } = reviewed;
  return {
    name: files.join(', '),
    date,
    criteria: criteria.id === '' ? null : criteria.id,
    total: counts(summary.total),
    units: new Map(units.map((unit) => [unit.code, unit])),
  };
}

/** A unit by its code, else its name; villages with the commune before them, for their names repeat. */
function namesOf({ level, code, name, area, commune }: Unit): SnapshotUnit {
  if (level === 'area') return { code: area ?? 'unknown', name: '' };
  if (level !== 'village') return { code: code ?? name ?? '', name: name ?? code ?? '' };
  const above = [commune.code ?? commune.name ?? '', commune.name ?? commune.code ?? ''] as const;
  return { code: `${above[0]}/${name ?? ''}`, name: [name, above[1]].filter((part) => part).join(', ') };
}

/** The code that the unit of a place has in a snapshot; blank for the whole. */
export function codeAt(level: Level, place: Place): string {
  const commune = place.communeCode || place.commune;
  switch (level) {
    case 'total':
      return '';
    case 'area':
      return place.area || 'unknown';
    case 'province':
      return place.provinceCode || place.province;
    case 'commune':
      return commune;
    case 'village':
      return `${commune}/${place.village}`;
  }
}
