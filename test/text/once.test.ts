import { describe, expect, it } from 'vitest';
import { once } from '../../src/text/once.ts';

describe('what is made once', () => {
  it('is made when it is first asked for, and never again, even when it is nothing', () => {
    let made = 0;
    const thing = once(() => {
      made++;
      return undefined;
    });
    expect(made).toBe(0);
    expect([thing(), thing()]).toEqual([undefined, undefined]);
    expect(made).toBe(1);
  });
});
