import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Field, HOUSEHOLD_FIELDS, MEMBER_FIELDS } from '../../src/survey/fields.ts';
import { guard, readCell, unguard } from '../../src/survey/normalize.ts';
import { vocabulary } from '../fixtures.ts';

function field(id: string): Field {
  const found = [...HOUSEHOLD_FIELDS, ...MEMBER_FIELDS].find((f) => f.id === id);
  if (found === undefined) throw new Error(`no field ${id}`);
  return found;
}

const cell = (id: string, raw: string) => readCell(field(id), raw, vocabulary);

/** Field, cell as written, cell as held. */
type Good = readonly [string, string, string];

describe('cells that are understood', () => {
  const good: readonly Good[] = [
    ['household_id', '0007', '0007'],
    ['household_id', ' 00012 ', '00012'],
    ['commune_code', '00001', '00001'],
    ['head_name', 'Nguyễn Thị A'.normalize('NFD'), 'Nguyễn Thị A'],
    ['village', '\u00a0Thôn 1\u200b', 'Thôn 1'],
    ['head_name', "Ea T'Ling", "Ea T'Ling"],
    ['head_name', "'=cmd", '=cmd'],
    ['area', 'Thành thị', 'urban'],
    ['area', 'NT', 'rural'],
    ['residence', 'KT1', 'permanent'],
    ['head_sex', 'Nữ', 'female'],
    ['recorded_class', 'Hộ cận nghèo', 'near_poor'],
    ['decided_class', 'poor', 'poor'],
    ['head_birth_date', '05/02/1960', '1960-02-05'],
    ['head_birth_date', '1960', '1960'],
    ['head_birth_date', '00/00/1952', '1952'],
    ['head_birth_date', '01/1952', '1952-01'],
    ['review_date', '2025-11-03', '2025-11-03'],
    ['income', '1.500.000', '1500000'],
    ['income', '1,5tr', '1500000'],
    ['income', '1466666.667', '1466666.667'],
    ['income', '0', '0'],
    ['size', '4.0', '4'],
    ['age', '0', '0'],
    ['b1', '140', '140'],
    ['b2', '0', '0'],
    ['floor_area', '45,5', '45.5'],
    ['floor_area', '20 m2', '20'],
    ['weight', '0.125', '0.125'],
    ['water', 'x', '1'],
    ['water', '1.0', '1'],
    ['water', '0,0', '0'],
    ['toilet', 'Không', '0'],
    ['ethnic_minority', '✓', '1'],
    ['information_devices', 'tv, smartphone', 'tv;smartphone'],
    ['information_devices', 'none', 'none'],
    ['water_source', 'drilled_well', 'drilled_well'],
  ];

  it.each(good)('%s: %j is held as %j', (id, raw, value) => {
    expect(cell(id, raw)).toEqual({ value });
  });

  it('a small income is kept, with a doubt about its unit', () => {
    expect(cell('income', '1500')).toEqual({ value: '1500', code: 'W319' });
    expect(cell('income', '9999')).toMatchObject({ code: 'W319' });
    expect(cell('income', '10000')).toEqual({ value: '10000' });
  });
});

describe('cells that say nothing', () => {
  it.each(HOUSEHOLD_FIELDS.map((f) => f.id))('a blank %s is unknown', (id) => {
    expect(cell(id, '')).toEqual({ value: '' });
    expect(cell(id, ' \u00a0 ')).toEqual({ value: '' });
  });

  it.each(['income', 'b1', 'area', 'water', 'recorded_class', 'size', 'head_birth_date', 'merit_member'])(
    '#N/A and -- under %s are unknown, with a note',
    (id) => {
      expect(cell(id, '#N/A')).toEqual({ value: '', code: 'N314' });
      expect(cell(id, '--')).toEqual({ value: '', code: 'N314' });
    },
  );
});

describe('cells that are not understood', () => {
  const bad: readonly (readonly [string, string, string])[] = [
    ['area', 'thị trấn', 'E304'],
    ['residence', 'KT9', 'E311'],
    ['income', 'nghèo', 'E305'],
    ['income', '~1500000', 'E305'],
    ['income', '1-2 triệu', 'E305'],
    ['income', '1,5', 'E305'],
    ['income', '-1', 'E306'],
    ['size', '0', 'E306'],
    ['size', '3.5', 'E305'],
    ['age', '-1', 'E306'],
    ['age', 'hai', 'E305'],
    ['birth_year', '0', 'E306'],
    ['b1', '-5', 'E306'],
    ['b1', '120,5', 'E305'],
    ['floor_area', '-1', 'E306'],
    ['water', '2', 'E307'],
    ['water', 'thiếu', 'E307'],
    ['water', '0.5', 'E307'],
    ['merit_member', 'maybe', 'E311'],
    ['recorded_class', 'nghèo?', 'E308'],
    ['decided_class', 'thoát nghèo', 'E308'],
    ['household_id', '3.81E+10', 'E312'],
    ['head_id_number', '1,23E+11', 'E312'],
    ['head_id_number', '4e+10', 'E312'],
    ['head_birth_date', '31/02/1960', 'W313'],
    ['toilet_type', 'hố', 'W313'],
    ['information_devices', 'tv;drone', 'W313'],
    ['outcome', 'chưa rõ', 'W313'],
  ];

  it.each(bad)('%s: %j keeps its text and is kept and told as %s', (id, raw, code) => {
    expect(cell(id, raw)).toMatchObject({ value: raw, code });
  });

  it('an id that merely holds an E is an id', () => {
    expect(cell('household_id', '12E10')).toEqual({ value: '12E10' });
  });
});

describe('a cell that was read once', () => {
  const samples = [
    ...['', '0', '1', '0001', '1.500.000', '1466666,667', '0.1250', '12,3450', '45,5', '140', '1.0', 'x', 'không'],
    ...[
      'hộ nghèo',
      'Thành thị',
      'tạm trú',
      'Nữ',
      '05/02/1960',
      '01/1952',
      '1952',
      'tv, radio',
      'Thôn Hoà',
      "'=a",
      '--',
    ],
  ];
  const cases = HOUSEHOLD_FIELDS.map((f) => f.id);

  it.each(cases)('reads as the same again: %s', (id) => {
    for (const raw of samples) {
      const { value, code } = cell(id, raw);
      if (code?.startsWith('E')) continue;
      const again = cell(id, guard(value));
      expect(again.value, `${raw} → ${value}`).toBe(value);
      // what was understood stays understood
      if (code === undefined) expect(again.code, `${raw} → ${value}`).toBeUndefined();
    }
  });
});

describe('the guard against formulas', () => {
  it.each(['=1+1', '+84', '-', '@x', "'", "'=1", "''"])('puts an apostrophe before %j', (text) => {
    expect(guard(text)).toBe(`'${text}`);
  });

  it.each(['', 'a=1', '0-1', ' =1', 'Ea T’Ling', "T'Ling"])('leaves %j alone', (text) => {
    expect(guard(text)).toBe(text);
  });

  it('is taken off again, whatever the text', () => {
    const unit = fc.constantFrom("'", '=', '+', '-', '@', 'a', 'ộ', ' ', '"', ',');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string()), (text) => {
        expect(unguard(guard(text))).toBe(text);
        expect(guard(text)).not.toMatch(/^[=+\-@]/);
      }),
    );
  });

  it('is not taken from an apostrophe that guards nothing', () => {
    expect(unguard("'abc")).toBe("'abc");
    expect(unguard("'0123")).toBe("'0123");
  });
});
