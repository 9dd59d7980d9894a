import { expect, it } from 'vitest';
import { groupedBy } from '../../src/text/grouped.ts';

it('items with one key stand together, in their order', () => {
  const groups = groupedBy(['an', 'bo', 'ba', 'ac'], (word) => word[0]);
  expect([...groups]).toEqual([
    ['a', ['an', 'ac']],
    ['b', ['bo', 'ba']],
  ]);
});
