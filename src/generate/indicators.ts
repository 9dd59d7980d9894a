/** The twelve indicators by canonical name, in the order of the national form of 2022. */
export const INDICATORS = [
  'employment',
  'dependents',
  'nutrition',
  'health_insurance',
  'adult_education',
  'child_schooling',
  'housing_quality',
  'housing_area',
  'water',
  'toilet',
  'telecom',
  'information_means',
] as const;

export type Indicator = (typeof INDICATORS)[number];

/** One value for each indicator, made in the order of the form. */
export function recordOf<T>(value: (indicator: Indicator) => T): Readonly<Record<Indicator, T>> {
  const record = {} as Record<Indicator, T>;
  for (const indicator of INDICATORS) record[indicator] = value(indicator);
  return record;
}
