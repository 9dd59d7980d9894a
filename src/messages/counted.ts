/** An English number, grouped or not, with its noun. */
export function counted(n: string | number, one: string, many = `${one}s`): string {
  return `${n} ${String(n) === '1' ? one : many}`;
}
