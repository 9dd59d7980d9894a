/** What classes and fields are called: the dictionaries and the words of findings both say them. */
export const CLASS_WORDS = {
  vi: {
    poor: 'hộ nghèo',
    near_poor: 'hộ cận nghèo',
    non_poor: 'không thuộc hộ nghèo, cận nghèo',
    undecided: 'chưa đủ thông tin',
    out_of_scope: 'ngoài phạm vi',
  },
  en: {
    poor: 'poor',
    near_poor: 'near-poor',
    non_poor: 'neither poor nor near-poor',
    undecided: 'undecided (answers missing)',
    out_of_scope: 'out of scope',
  },
};

type Dictionary = Readonly<Record<string, string>>;

export const FIELD_WORDS: Readonly<Record<'vi' | 'en', Dictionary>> = {
  vi: {
    income: 'thu nhập bình quân',
    b1: 'điểm B1',
    b2: 'điểm B2',
    area: 'khu vực',
    deprivations: 'số chỉ số thiếu hụt',
  },
  en: {
    income: 'income per person',
    b1: 'B1 score',
    b2: 'B2 score',
    area: 'area',
    deprivations: 'deprivations',
  },
};

/** The word for a name; a name that has none stands for itself. */
export function wordFor(name: string, words: Dictionary): string {
  return words[name] ?? name;
}
