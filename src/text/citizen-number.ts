/**
 * What a citizen's number says of the one who bears it: 3 digits for the province of registration, 1 for century and sex
 * (even male, odd female), 2 for the year of birth, 6 at random (Circular 07/2016/TT-BCA). It has no check digit.
 */
export interface CitizenNumber {
  readonly province: string;
  readonly sex: 'male' | 'female';
  readonly birthYear: number;
}

/** What is no citizen's number: the 9 digits of the old identity card, or a fault. */
export type NotCitizenNumber = 'old_card' | 'letters' | 'length' | 'century';

/** Reads a number whose lost zeros have been restored. Whether its province exists is for the vocabulary to say. */
export function readCitizenNumber(text: string): CitizenNumber | NotCitizenNumber {
  if (!/^\d+$/.test(text)) return 'letters';
  if (text.length === 9) return 'old_card';
  if (text.length !== 12) return 'length';
  const kind = Number(text[3]);
  // nobody is born in the 22nd century yet
  if (kind > 3) return 'century';
  return {
    province: text.slice(0, 3),
    sex: kind % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(kind / 2) + Number(text.slice(4, 6)),
  };
}
