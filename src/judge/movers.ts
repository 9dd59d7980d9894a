/**
 * Finds which of several things move a household from one class to another. `placeWith` gives the place of the class (a
 * position in `CLASSES`) when the things named are exchanged and all others stay; `NaN` where no class comes out.
 *
 * As few things as will do are exchanged until the last class comes out. Of these a thing is named when without it the
 * household would fall short of that class; one without which it would go even further works against the change. Of
 * several exchanges of one size the first in the order of `things` is taken.
 */
export function moversOf<T>(things: readonly T[], placeWith: (exchanged: readonly T[]) => number): readonly T[] {
  const [from, to] = [placeWith([]), placeWith(things)];
  const enough = exchangesOf(things).find((exchanged) => placeWith(exchanged) === to) ?? things;
  const goesBeyond = (place: number) => (to > from ? place > to : place < to);
  const needed = enough.filter((thing) => !goesBeyond(placeWith(enough.filter((other) => other !== thing))));
  return needed.length > 0 ? needed : enough;
}

/** Every choice of at least one of the things, the smallest first. */
function exchangesOf<T>(things: readonly T[]): readonly (readonly T[])[] {
  return things.flatMap((_, at) => choices(things, at + 1));
}

function choices<T>(things: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return things.flatMap((thing, at) => choices(things.slice(at + 1), size - 1).map((rest) => [thing, ...rest]));
}
