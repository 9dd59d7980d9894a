/**
 * A personal number as it may be shown: `012345678901` becomes `0xx******901`; shorter ones keep their last three. Signs
 * between the digits stay.
 */
function maskId(written: string): string {
  const digits = written.replace(/\D/g, '');
  const end = digits.slice(-3);
  const masked = digits.length === 12 ? `${digits[0]}xx******${end}` : '*'.repeat(digits.length - 3) + end;
  let at = 0;
  return written.replace(/\d/g, () => masked[at++] ?? '');
}

/** 9 digits in a row or more, or 12 with blanks, dots or hyphens between them: what could be a personal number. */
const PERSONAL = /(?<!\d)(?:\d{9,}|\d(?:[ .\u00a0-]?\d){11})(?!\d)/g;

/** Text with everything in it that could be a personal number masked, also what only the end of a masked one makes such. */
export function maskText(text: string): string {
  const masked = text.replace(PERSONAL, maskId);
  return masked === text ? text : maskText(masked);
}
