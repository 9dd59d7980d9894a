import { describe, expect, it } from 'vitest';
import { household, id, linesOf, linked, type SomePerson } from './households.ts';

const an: SomePerson = { name: 'Nguyễn Văn An', birth: '1960-05-02', sex: 'male' };
const binh: SomePerson = { name: 'Trần Thị Bình', birth: '1962-07-09', sex: 'female' };
const chi: SomePerson = { name: 'Nguyễn Thị Chi', birth: '1990-01-20', sex: 'female' };
const dung: SomePerson = { name: 'Lê Văn Dũng', birth: '1988-11-30', sex: 'male' };
const numbered = (person: SomePerson, n: number): SomePerson => ({ ...person, idNumber: id(n) });

describe("households with a citizen's number in common", () => {
  it('are one, whatever their key, village or name', () => {
    const before = [household('1', { head: numbered(an, 1) })];
    const after = [household('77', { village: 'b', head: { idNumber: id(1), name: 'Nguyễn Văn Ấn' } })];
    expect(linked(before, after).links).toEqual([
      { before: '1', after: '77', event: null, tier: 'person_id', score: 100, note: '' },
    ]);
  });

  it('are one with a new head when the old one has died', () => {
    const before = [household('1', { members: [numbered(an, 1), numbered(binh, 2)] })];
    const after = [household('1', { members: [numbered(binh, 2)] })];
    expect(linesOf(before, after)).toEqual(['1>1 person_id (new_head)']);
  });

  it('are no pair by a number that stands in two households of one year', () => {
    const before = [household('1', { head: { idNumber: id(1) } }), household('2', { head: { idNumber: id(1) } })];
    const result = linked(before, [household('9', { head: { idNumber: id(1) } })]);
    expect(result.counts.pairs).toBe(0);
    expect(result.findings).toMatchObject([{ code: 'N846', data: { numbers: 1 } }]);
  });

  it('count a person once, though a household lists somebody twice', () => {
    const twice = household('1', { size: 2, members: [{ idNumber: id(38) }, { idNumber: id(38) }] });
    const other = household('2', { size: 2, members: [{ idNumber: id(1) }, { idNumber: id(3) }] });
    const joint = household('9', { members: [{ idNumber: id(2) }, { idNumber: id(1) }, { idNumber: id(38) }] });
    const asked = ['1>9 probable (tie)', '2>9 probable (tie)'];
    expect(linesOf([twice, other], [joint])).toEqual(asked);
    expect(linesOf([joint], [twice, other])).toEqual(['9>1 probable (tie)', '9>2 probable (tie)']);
  });

  it('count all persons of a household that lists somebody twice as one when they are measured', () => {
    const before = [household('1', { members: [{ idNumber: id(38) }, { idNumber: id(38) }] })];
    const after = [household('9', { members: [{ idNumber: id(5) }, { idNumber: id(38) }, { idNumber: id(6) }] })];
    expect(linked(before, after).links).toMatchObject([{ before: '1', after: '9', tier: 'person_id', score: 100 }]);
  });

  it('are told apart by what the heads settle afterwards, and the question is taken back', () => {
    const before = [
      household('1', { members: [binh, { idNumber: id(1) }] }),
      household('2', { size: 3, members: [{}, { idNumber: id(29) }, { idNumber: id(25) }] }),
    ];
    const after = [
      household('8', { size: 3, members: [{ ...binh, idNumber: id(29) }] }),
      household('9', { size: 3, members: [{ idNumber: id(2) }, { idNumber: id(25) }] }),
    ];
    expect(linesOf(before, after).map((line) => line.split(' (')[0])).toEqual(['1>8 head', '2>9 person_id']);
  });

  it("are no pair by an old card against a citizen's number, and are one by the same card", () => {
    const before = [household('1', { head: { idNumber: '000000001' } })];
    expect(linked(before, [household('2', { head: { idNumber: id(1) } })]).counts.pairs).toBe(0);
    expect(linesOf(before, [household('2', { head: { idNumber: '000000001' } })])).toEqual(['1>2 person_id']);
  });

  it('are no pair by what is no number', () => {
    const head = { idNumber: 'chưa có' };
    expect(linked([household('1', { head })], [household('2', { head })]).counts.pairs).toBe(0);
    const nines = { idNumber: '999999999999' };
    expect(linked([household('1', { head: nines })], [household('2', { head: nines })]).counts.pairs).toBe(0);
  });

  it('say so when one number has another name and birth', () => {
    const before = [household('1', { head: numbered(an, 1) })];
    expect(linesOf(before, [household('2', { head: numbered(binh, 1) })])).toEqual([
      '1>2 person_id (name_and_birth_differ)',
    ]);
  });

  it('say so when they share one of many and neither head', () => {
    const before = [household('1', { members: [numbered(an, 1), numbered(binh, 2), numbered(chi, 3)] })];
    const after = [household('2', { members: [numbered(dung, 4), numbered({}, 5), numbered(chi, 3)] })];
    expect(linesOf(before, after)).toEqual(['1>2 person_id (new_head; few_persons)']);
  });
});

describe('a household that was split', () => {
  const before = [household('1', { members: [numbered(an, 1), numbered(binh, 2), numbered(chi, 3)] })];

  it('goes on as the part with the head, though the other is larger', () => {
    const after = [
      household('8', { members: [numbered(binh, 2), numbered(chi, 3)] }),
      household('9', { members: [numbered(an, 1)] }),
    ];
    expect(linesOf(before, after)).toEqual(['1>8 person_id split_from', '1>9 person_id']);
  });

  it('goes on as the larger part when the head is in none', () => {
    const four = [
      household('1', { members: [numbered(an, 1), numbered(binh, 2), numbered(chi, 3), numbered(dung, 4)] }),
    ];
    const after = [
      household('8', { members: [numbered(binh, 2)] }),
      household('9', { members: [numbered(chi, 3), numbered(dung, 4)] }),
    ];
    expect(linesOf(four, after)).toEqual(['1>8 person_id split_from', '1>9 person_id (new_head)']);
  });

  it('is asked about when no part is to be preferred', () => {
    const after = [household('8', { members: [numbered(binh, 2)] }), household('9', { members: [numbered(chi, 3)] })];
    expect(linesOf(before, after)).toEqual(['1>8 probable (tie)', '1>9 probable (tie)']);
  });

  it('goes on as the part that does not say it split off', () => {
    const after = [
      household('8', { members: [numbered(an, 1), numbered(binh, 2)], event: 'split_from' }),
      household('9', { members: [numbered(chi, 3)] }),
    ];
    expect(linesOf(before, after)).toEqual(['1>8 person_id split_from', '1>9 person_id (new_head)']);
  });
});

describe('households that were merged', () => {
  it('go on as the one whose head is head, and the other has joined it', () => {
    const before = [
      household('1', { members: [numbered(an, 1)] }),
      household('2', { members: [numbered(binh, 2), numbered(chi, 3)] }),
    ];
    const after = [household('9', { members: [numbered(an, 1), numbered(binh, 2), numbered(chi, 3)] })];
    expect(linesOf(before, after)).toEqual(['1>9 person_id', '2>9 person_id merged_into']);
  });

  it('are asked about when only a few persons of one are there and its head is not', () => {
    const before = [
      household('1', { members: [numbered(an, 1)] }),
      household('2', { members: [numbered(binh, 2), numbered(chi, 3), numbered(dung, 4)] }),
    ];
    const after = [household('9', { members: [numbered(an, 1), numbered(chi, 3), numbered({}, 5), numbered({}, 6)] })];
    expect(linesOf(before, after)).toEqual(['1>9 person_id', '2>9 probable merged_into']);
  });
});

describe('a question about a part, or about who joined', () => {
  const persons = (...numbers: readonly number[]) => numbers.map((n) => ({ idNumber: id(n) }));

  it('stays open when the household that the part came from goes on', () => {
    const before = [household('1', { members: persons(1, 2, 3, 4) })];
    const after = [household('0', { members: persons(8, 9, 4) }), household('1', { members: persons(1, 2, 3) })];
    expect(linesOf(before, after)).toContain('1>0 probable split_from');
  });

  it('stays open when the household that was joined goes on from another', () => {
    const before = [household('1', { members: persons(1, 2, 3) }), household('2', { members: persons(5, 6, 4) })];
    const after = [household('9', { members: persons(8, 4, 1, 2, 3) })];
    expect(linesOf(before, after)).toContain('2>9 probable merged_into');
  });
});

describe('a person who moves between households that go on', () => {
  it('changes no household', () => {
    const before = [
      household('1', { members: [numbered(an, 1), numbered(chi, 3)] }),
      household('2', { members: [numbered(dung, 4)] }),
    ];
    const after = [
      household('1', { members: [numbered(an, 1)] }),
      household('2', { members: [numbered(dung, 4), numbered(chi, 3)] }),
    ];
    expect(linesOf(before, after)).toEqual(['1>1 person_id', '2>2 person_id']);
  });
});

describe('a household that moved', () => {
  it('between two units of the survey is a pair, and the move is told', () => {
    const after = [household('00002/b/5', { unit: '00002', village: 'b', head: numbered(an, 1) })];
    const result = linked([household('00001/a/1', { head: numbered(an, 1) })], after);
    expect(result.links.map(({ event, tier }) => [event, tier])).toEqual([['moved_out', 'person_id']]);
    expect(result.counts).toMatchObject({ pairs: 1, internalMoves: 1 });
  });

  it("is asked about when only its head's name and birth are there to tell", () => {
    const after = [household('2', { unit: '00002', village: 'b', head: an })];
    expect(linesOf([household('1', { head: an })], after)).toEqual(['1>2 probable moved_out (other_unit)']);
  });

  it('in or out is what its row says it is', () => {
    expect(linesOf([household('1', { event: 'moved_out' })], [household('2', { event: 'moved_in' })])).toEqual([
      '1> by_hand moved_out (event_told)',
      '>2 by_hand moved_in (event_told)',
    ]);
  });
});

describe('a household that is gone', () => {
  it('is called dead or dissolved only where a row says so', () => {
    const before = [household('1', { event: 'died' }), household('2', { event: 'dissolved' }), household('3')];
    expect(linesOf(before, [])).toEqual([
      '1> by_hand died (event_told)',
      '2> by_hand dissolved (event_told)',
      '3> none',
    ]);
  });

  it('may be told by a row of the year after, known by its head or its key', () => {
    const before = [household('1', { head: numbered(an, 1) }), household('2', { head: binh })];
    const after = [household('7', { head: numbered(an, 1), event: 'died' }), household('2', { event: 'dissolved' })];
    expect(linesOf(before, after)).toEqual(['1> person_id died (event_told)', '2> by_hand dissolved (event_told)']);
  });

  it('is not said to have merged because some of its persons live elsewhere', () => {
    const before = [
      household('1', { members: [numbered(an, 1), numbered(binh, 2)], event: 'dissolved' }),
      household('2', { members: [numbered(dung, 4)] }),
    ];
    const after = [household('9', { members: [numbered(dung, 4), numbered(an, 1)] })];
    expect(linesOf(before, after)).toEqual(['1> by_hand dissolved (event_told)', '2>9 person_id']);
  });
});

describe('households with the same head', () => {
  const pairOf = (was: SomePerson, is: SomePerson) =>
    linesOf([household('1', { head: was, size: 4 })], [household('2', { head: is, size: 4 })]);

  it('are one by name, birth, sex and unit', () => {
    expect(pairOf(an, an)).toEqual(['1>2 head']);
  });

  it('are one wherever the tone mark stands, and not when an accent differs', () => {
    expect(pairOf({ ...an, name: 'Hoà' }, { ...an, name: 'Hòa' })).toEqual(['1>2 head']);
    expect(pairOf({ ...an, name: 'Hòa' }, { ...an, name: 'Hoa' })).toEqual(['1> none', '>2 none']);
  });

  it('are one with a birth known by its year, and that is told', () => {
    expect(pairOf(an, { ...an, birth: '1960' })).toEqual(['1>2 head (birth_in_part)']);
    expect(pairOf(an, { ...an, birth: '1960-06' })).toEqual(['1>2 probable (birth_near)']);
  });

  it('are not one when the sex differs', () => {
    expect(pairOf(an, { ...an, sex: 'female' })).toEqual(['1> none', '>2 none']);
  });

  it('are asked about when their numbers differ, and not when one is of the old card', () => {
    expect(pairOf(numbered(an, 1), numbered(an, 2))).toEqual(['1>2 probable (numbers_differ)']);
    expect(pairOf({ ...an, idNumber: '000000001' }, numbered(an, 2))).toEqual(['1>2 head']);
  });

  it('are asked about when two of a name and birth cannot be told apart', () => {
    const before = [household('1', { head: an }), household('2', { head: an })];
    const after = [household('8', { head: an }), household('9', { head: an })];
    expect(linesOf(before, after)).toEqual([
      '1>8 probable (tie)',
      '1>9 probable (tie)',
      '2>8 probable (tie)',
      '2>9 probable (tie)',
    ]);
  });

  it('are told apart by village and size', () => {
    const before = [household('1', { head: an }), household('2', { head: an, village: 'b' })];
    const after = [household('8', { head: an, village: 'b' }), household('9', { head: an })];
    expect(linesOf(before, after)).toEqual(['1>9 head', '2>8 head']);
  });
});

describe('households that may be one', () => {
  const pairOf = (was: SomePerson, is: SomePerson, size = 4) =>
    linked([household('1', { head: was, size: 4 })], [household('2', { head: is, size })]).links;

  it('wait for a person where name, village and size agree and no birth is known', () => {
    expect(pairOf({ name: 'Nguyễn Văn An' }, an)).toMatchObject([
      { before: '1', after: '2', tier: 'probable', score: 70, note: 'birth_unknown' },
    ]);
  });

  it('wait for a person where the birth dates are a slip apart', () => {
    expect(pairOf(an, { ...an, birth: '1960-02-05' })).toMatchObject([{ tier: 'probable', note: 'birth_near' }]);
    expect(pairOf(an, { ...an, birth: '1961-05-02' })).toMatchObject([{ tier: 'probable', score: 80 }]);
  });

  it('are none by name alone', () => {
    expect(pairOf({ name: 'Nguyễn Văn An' }, { name: 'Nguyễn Văn An' }, 5).map(({ tier }) => tier)).toEqual([
      'none',
      'none',
    ]);
  });

  it('are none when the births are far apart', () => {
    expect(pairOf(an, { ...an, birth: '1985-09-12' }).map(({ tier }) => tier)).toEqual(['none', 'none']);
  });

  it('wait for a person where a new head was a member by name and birth', () => {
    const before = [household('1', { members: [an, binh] })];
    expect(linesOf(before, [household('2', { members: [binh] })])).toEqual([
      '1>2 probable (persons_by_name; new_head)',
    ]);
  });

  it('wait for a person where a part has split off by names only', () => {
    const before = [household('1', { members: [an, binh, chi] })];
    const after = [household('8', { members: [an, binh] }), household('9', { members: [chi] })];
    expect(linesOf(before, after)).toEqual(['1>8 head', '1>9 probable split_from (persons_by_name)']);
  });
});

describe('a household number', () => {
  it('given to strangers makes no pair', () => {
    const before = [household('1', { head: numbered(an, 1), size: 3 })];
    expect(linesOf(before, [household('1', { head: numbered(binh, 2), size: 3 })])).toEqual(['1> none', '>1 none']);
  });

  it('that a household names as its own of last year makes a pair, in its village or as a whole key', () => {
    const before = [household('00001/a/1', { head: an }), household('00001/b/1', { head: dung, village: 'b' })];
    const after = [
      household('00001/a/7', { head: binh, previousId: '1' }),
      household('00001/a/8', { head: chi, previousId: '00001/b/1' }),
    ];
    expect(linesOf(before, after)).toEqual([
      '00001/a/1>00001/a/7 by_hand (previous_id)',
      '00001/b/1>00001/a/8 by_hand (previous_id)',
    ]);
  });

  it('that two households name is asked about, and a part that says so has split off', () => {
    const before = [household('1', { head: an })];
    const two = [household('7', { head: binh, previousId: '1' }), household('8', { head: chi, previousId: '1' })];
    expect(linesOf(before, two)).toEqual(['1>7 probable (previous_id; tie)', '1>8 probable (previous_id; tie)']);
    const part = [two[0] ?? household('7'), { ...(two[1] ?? household('8')), event: 'split_from' as const }];
    expect(linesOf(before, part)).toEqual(['1>7 by_hand (previous_id)', '1>8 by_hand split_from (previous_id)']);
  });
});
