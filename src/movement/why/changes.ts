import type { Basis } from '../../criteria/criteria.ts';
import type { Truth } from '../../judge/truth.ts';
import type { Facts } from './facts.ts';

/** Something that two years say differently of a household; null: not known that year. */
export type Changed =
  | { readonly what: 'income' | 'b1' | 'b2' | 'size'; readonly from: number | null; readonly to: number | null }
  | { readonly what: 'area'; readonly from: string | null; readonly to: string | null }
  | { readonly what: 'unit'; readonly from: string; readonly to: string }
  /** Indicators deprived no more, deprived now, known only now, known no more. */
  | { readonly what: MarkChange; readonly indicators: readonly string[] }
  /** Ids of the criteria sets; of one set, the two bases it was asked on. */
  | { readonly what: 'rules'; readonly from: string; readonly to: string; readonly bases: readonly [Basis, Basis] };

type MarkChange = 'resolved' | 'arisen' | 'answered' | 'unanswered';

/** Everything that differs, in a fixed order. A column that one of the years does not have says nothing. */
export function changesOf(before: Facts, after: Facts): readonly Changed[] {
  const marks = (what: MarkChange): Changed[] => {
    const indicators = [...after.marks].flatMap(([id, is]) => {
      const was = before.marks.get(id);
      return was !== undefined && markChange(was, is) === what ? [id] : [];
    });
    return indicators.length === 0 ? [] : [{ what, indicators }];
  };
  const number = (what: 'income' | 'b1' | 'b2' | 'size'): Changed[] => {
    const [from, to] = [before[what], after[what]];
    return from === to ? [] : [{ what, from, to }];
  };
  const byMark = MARK_CHANGES.flatMap(marks);
  return [
    ...number('income'),
    ...number('b1'),
    ...byMark,
    // a total follows from its marks
    ...(byMark.length === 0 ? number('b2') : []),
    ...(before.area === after.area ? [] : [{ what: 'area' as const, from: before.area, to: after.area }]),
    ...number('size'),
    ...unitChange(before, after),
  ];
}

const MARK_CHANGES: readonly MarkChange[] = ['resolved', 'arisen', 'answered', 'unanswered'];

function markChange(was: Truth, is: Truth): MarkChange | null {
  if (was === is) return null;
  if (was === null) return 'answered';
  if (is === null) return 'unanswered';
  return is ? 'arisen' : 'resolved';
}

/** Where a year does not say the commune or the village, it is taken to be the same. */
function unitChange(before: Facts, after: Facts): Changed[] {
  const differs = (was: string, is: string) => was !== '' && is !== '' && was !== is;
  if (!differs(before.commune, after.commune) && !differs(before.village, after.village)) return [];
  return [{ what: 'unit', from: placeName(before), to: placeName(after) }];
}

function placeName({ commune, village }: Facts): string {
  return [commune, village].filter((name) => name !== '').join('/');
}
