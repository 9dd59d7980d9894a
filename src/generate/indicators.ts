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

/** What other sets count besides, in the order in which a survey has it after the form. */
const OTHERS = ['waste', 'digital_access'] as const;

export type Indicator = (typeof INDICATORS)[number] | (typeof OTHERS)[number];

/** All that can be asked: those of the form first. */
export const ASKABLE: readonly Indicator[] = [...INDICATORS, ...OTHERS];

/** The indicators of a survey by a set that counts these: the form, and what the set counts besides. */
export function askedFor(counted: readonly Indicator[]): readonly Indicator[] {
  const form: readonly Indicator[] = INDICATORS;
  return ASKABLE.filter((indicator) => form.includes(indicator) || counted.includes(indicator));
}

/** A value for each indicator of the form, and for those asked besides. */
export type PerIndicator<T> = Readonly<Record<(typeof INDICATORS)[number], T>> &
  Readonly<Partial<Record<(typeof OTHERS)[number], T>>>;

/** One value for each of the indicators that are asked (`askedFor`), made in their order. */
export function recordOf<T>(asked: readonly Indicator[], value: (indicator: Indicator) => T): PerIndicator<T> {
  const record = {} as Record<Indicator, T>;
  for (const indicator of asked) record[indicator] = value(indicator);
  return record;
}
