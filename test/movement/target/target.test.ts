import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figures, judgeTarget } from '../../../src/movement/target/judge-target.ts';
import { isFaulty, parseTarget, type Target } from '../../../src/movement/target/target.ts';
import { toNumber } from '../../../src/text/exact.ts';

const NONE: Figures = { opening: null, closing: null, openingOf: null, closingOf: null, grossExits: null };

function target(text: string): Target {
  const parsed = parseTarget(text);
  if (isFaulty(parsed)) throw new Error(JSON.stringify(parsed));
  return parsed;
}

const judge = (text: string, figures: Partial<Figures>, isSame = true) =>
  judgeTarget(target(text), { ...NONE, ...figures }, isSame);

describe('a target', () => {
  it('of a share of the opening stock is net unless it is said to be gross', () => {
    expect(target('near_poor:percent_of_opening:50').measure).toBe('net');
    expect(target('near_poor:percent_of_opening:50:gross').measure).toBe('gross');
    const figures = { opening: 10_000, closing: 8522, grossExits: 1582 };
    expect(judge('poor:count:1500:gross', figures)).toMatchObject({ met: true, gross: 1582, net: 1478 });
    expect(judge('poor:count:1500:net', figures)).toMatchObject({ met: false, gross: 1582, net: 1478 });
  });

  it('is met exactly on its goal, and missed by one household', () => {
    expect(judge('poor:percent_of_opening:25', { opening: 200, closing: 150 }).met).toBe(true);
    expect(judge('poor:percent_of_opening:25', { opening: 200, closing: 151 }).met).toBe(false);
    expect(judge('poor:ceiling:8', { closing: 8 }).met).toBe(true);
    expect(judge('poor:ceiling:7', { closing: 8 }).met).toBe(false);
  });

  it('of points divides each year by its own households, exactly', () => {
    // 1.00 % to 0.50 %: half a point, whatever the machine makes of a third
    const figures = { opening: 30, openingOf: 3000, closing: 20, closingOf: 4000 };
    expect(judge('poor:pp_reduction:0.5', figures)).toMatchObject({ met: true });
    expect(judge('poor:pp_reduction:0.5000001', figures)).toMatchObject({ met: false });
    // more households and yet a lower rate
    expect(
      judge('poor:pp_reduction:0.1', { opening: 10, openingOf: 1000, closing: 11, closingOf: 2000 }),
    ).toMatchObject({
      met: true,
      net: -1,
    });
  });

  it('of a rate at the end needs the residents of the end alone', () => {
    expect(judge('poor:ceiling:1.5%', { closing: 15, closingOf: 1000 })).toMatchObject({ met: true, obstacle: null });
    expect(judge('poor:ceiling:1.4%', { closing: 15, closingOf: 1000 }).met).toBe(false);
    expect(judge('poor:ceiling:1.5%', { closing: 15 })).toMatchObject({ met: null, obstacle: 'denominator' });
  });

  it('that cannot be measured is neither met nor missed, and says what is missing', () => {
    expect(judge('poor:count:5', { closing: 3 })).toMatchObject({ met: null, obstacle: 'opening' });
    expect(judge('poor:count:5', { opening: 3 })).toMatchObject({ met: null, obstacle: 'closing' });
    expect(judge('poor:count:5:gross', { opening: 9, closing: 3 })).toMatchObject({ met: null, obstacle: 'pairs' });
    expect(judge('poor:pp_reduction:5', { opening: 9, closing: 3, openingOf: 100 })).toMatchObject({
      met: null,
      obstacle: 'denominator',
    });
  });

  it('is not compared with a baseline under another standard, but a ceiling stands by itself', () => {
    const figures = { opening: 258, closing: 8, grossExits: 200 };
    expect(judge('poor:count:1', figures, false)).toMatchObject({
      met: null,
      net: null,
      gross: null,
      obstacle: 'standard',
    });
    expect(judge('poor:ceiling:8', figures, false)).toMatchObject({ met: true, net: null, obstacle: null });
  });

  it('says what is wrong with each part that cannot be read', () => {
    const parts = (text: string) => {
      const parsed = parseTarget(text);
      return isFaulty(parsed) ? parsed.map(({ part }) => part) : [];
    };
    expect(parts('near:percent:half')).toEqual(['class', 'kind', 'value']);
    expect(parts('poor:pp_reduction:1:gross')).toEqual(['measure']);
    expect(parts('poor:ceiling:1:net')).toEqual(['measure']);
    expect(parts('poor:count:5%')).toEqual(['value']);
    expect(parts('poor:count:5:net:more')).toEqual(['measure']);
    expect(parts('poor:count:-5')).toEqual(['value']);
    expect(parts('multidimensional:percent_of_opening:12,5:gross')).toEqual([]);
  });

  it('achieves what was reached over what was asked', () => {
    const { achievement } = judge('near_poor:percent_of_opening:50', { opening: 1924, closing: 1197 });
    expect(achievement === null ? null : toNumber(achievement)).toBeCloseTo(727 / 962, 12);
    expect(judge('poor:ceiling:0', { closing: 0 })).toMatchObject({ met: true, achievement: null });
  });
});

describe('any target', () => {
  const stock = fc.integer({ min: 0, max: 400_000 });

  it('is met by fewer households at the end if it is met by more', () => {
    const kinds = fc.constantFrom('poor:percent_of_opening:30', 'poor:count:100', 'poor:ceiling:50');
    fc.assert(
      fc.property(kinds, stock, stock, fc.integer({ min: 0, max: 1000 }), (text, opening, closing, fewer) => {
        const before = judge(text, { opening, closing });
        const after = judge(text, { opening, closing: Math.max(0, closing - fewer) });
        if (before.met) expect(after.met).toBe(true);
      }),
    );
  });

  it('is judged the same when all numbers of a share are multiplied', () => {
    fc.assert(
      fc.property(stock, stock, fc.integer({ min: 1, max: 900 }), (opening, closing, times) => {
        const text = 'poor:percent_of_opening:37.79';
        const once = judge(text, { opening, closing }).met;
        expect(judge(text, { opening: opening * times, closing: closing * times }).met).toBe(once);
      }),
    );
  });
});
