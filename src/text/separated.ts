/** A row of separated text and the line it begins on (1 = first). */
export interface SeparatedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows of a small table as a spreadsheet saves it: comma, semicolon or tab, whichever its first line has most of; quotes
 * doubled inside quotes. Empty lines are left out. For tables that a person writes; surveys have readers of their own.
 */
export function separatedRows(text: string): readonly SeparatedRow[] {
  const body = text.replace(/^\ufeff/, '');
  const separator = separatorOf(body.split('\n', 1)[0] ?? '');
  const rows: SeparatedRow[] = [];
  let [cells, cell, quoted]: [string[], string, boolean] = [[], '', false];
  let [line, begin] = [1, 1];
  const endRow = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: begin, cells: cells.map((one) => one.trim()) });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < body.length; at++) {
    const sign = body[at] as string;
    if (sign === '\n') line += 1;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (body[at + 1] === '"') cell += body[++at];
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      endRow();
      begin = line;
    } else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
}

function separatorOf(heading: string): string {
  const count = (sign: string) => heading.split(sign).length;
  return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}
