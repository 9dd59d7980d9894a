import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../src/messages/messages.ts';
import { whyFinder } from '../../../src/movement/why/why.ts';
import { otherChangesText, reasonText } from '../../../src/report/movement/reason-text.ts';
import type { Lang } from '../../../src/text/format.ts';
import { household, type Row, setNamed } from '../../fixtures.ts';
import { twoYears, type YearsOptions } from '../../movement/years.ts';

async function told(was: Row, is: Row, lang: Lang = 'vi', options: YearsOptions = {}) {
  const years = await twoYears([was], [is], options);
  const sets = (options.sets ?? ['vn-2022', 'vn-2022']).map((set) => (typeof set === 'string' ? setNamed(set) : set));
  const words = messagesIn(lang);
  const [why] = years.pairs.map(whyFinder(years.before, years.after));
  return why == null
    ? null
    : [`${why.from} → ${why.to}: ${reasonText(why, sets, words)}`, otherChangesText(why, sets, words)];
}

describe('x', () => {
  it('prints', async () => {
    const h = (more: Row, n = 0) => household('1', more, n);
    for (const lang of ['vi', 'en'] as const) {
      console.log(await told(h({}, 3), h({ income: '1900000' }, 3), lang));
      console.log(await told(h({ size: '4' }, 4), h({ size: '5', income: '1300000' }, 2), lang));
      console.log(await told(h({ income: '1900000' }, 1), h({}, 3), lang));
      console.log(await told(h({ income: '1800000' }, 1), h({ income: '1800000', area: 'urban' }, 1), lang));
      console.log(await told(h({ income: '1800000' }, 1), h({ income: '1800000', digital_access: '0', waste: '1' }, 1), lang, { sets: ['vn-2022', 'vn-2027'] }));
      console.log(await told(h({ decided_class: '' }, 4), h({ decided_class: 'near_poor' }, 4), lang));
      console.log(await told(h({ }, 4), h({ water: '' , toilet: ''}, 2), lang));
      console.log(await told(h({ }, 4), {...h({}), household_id: '2' }, lang));
      console.log(await told({household_id:'1', recorded_class: 'poor'}, h({}), lang, {recorded: ['before']}));
      console.log(await told({household_id:'1', area:'rural', b1: '130', b2:'40'}, {household_id:'1', area:'rural', b1: '135', b2:'20'}, lang, {basis: 'score'}));
      console.log(await told({household_id:'1', area:'rural', b1: '130', b2:'40'}, {household_id:'1', area:'rural', b1: '145', b2:'20'}, lang, {basis: 'score'}));
    }
  });
});
