/** A personal number as it may be shown: `012345678901` becomes `0xx******901`; shorter ones keep their last three. */
function maskId(digits: string): string {
  const end = digits.slice(-3);
  return digits.length === 12 ? `${digits[0]}xx******${end}` : '*'.repeat(digits.length - 3) + end;
}

/** Text with everything in it that could be a personal number (9 to 12 digits in a row) masked. */
export function maskText(text: string): string {
  return text.replace(/(?<!\d)\d{9,12}(?!\d)/g, maskId);
}
