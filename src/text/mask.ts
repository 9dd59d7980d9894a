/** A personal number as it may be shown: `012345678901` becomes `0xx******901`; shorter ones keep their last three. */
function maskId(written: string): string {
  const digits = written.replace(/\D/g, '');
  const end = digits.slice(-3);
  return digits.length === 12 ? `${digits[0]}xx******${end}` : '*'.repeat(digits.length - 3) + end;
}

/** 9 digits in a row or more, or 12 with blanks, dots or hyphens between them: what could be a personal number. */
const PERSONAL = /(?<!\d)(?:\d{9,}|\d(?:[ .\u00a0-]?\d){11})(?!\d)/g;

/** Text with everything in it that could be a personal number masked. */
export function maskText(text: string): string {
  return text.replace(PERSONAL, maskId);
}
