import { describe, expect, it } from 'vitest';
import { finding } from '../../src/finding.ts';
import { fileStatuses, unitNotes, unitsMissing } from '../../src/review/file-status.ts';
import { householdsOf, surveyOf } from '../fixtures.ts';

const COUNTS = { read: 2, classified: 2, rejected: 0, dropped: 0, rows: [2], lines: [{ data: 2, heading: 1 }] };

async function board(findings: readonly ReturnType<typeof finding>[], unread: readonly string[] = []) {
  const survey = await surveyOf(['household_id,commune_code\n1,00001\n2,00002\n']);
  const notes = unitNotes(survey);
  for (const household of await householdsOf(survey)) notes.see(household);
  const name = survey.tables[0]?.source.name ?? '';
  const placed = findings.map((f) => (f.at.file === 'own' ? { ...f, at: { ...f.at, file: name } } : f));
  return fileStatuses(survey, COUNTS, notes.of, placed, unread);
}

describe('the board of files', () => {
  it('names the units a file came from and counts what was found in it', async () => {
    const found = [
      finding('E304', { file: 'own' }, { count: 3 }),
      finding('W342', { file: 'own' }),
      finding('N205', { file: 'own' }),
    ];
    expect(await board(found)).toMatchObject([
      { units: ['00001', '00002'], households: 2, errors: 3, warnings: 1, accepted: false },
    ]);
  });

  it('accepts a file with warnings', async () => {
    expect(await board([finding('W342', { file: 'own' })])).toMatchObject([{ accepted: true }]);
  });

  it('has a line for a file that could not be read', async () => {
    expect((await board([finding('E106', { file: 'b.xlsx' })], ['b.xlsx']))[1]).toMatchObject({
      file: 'b.xlsx',
      households: null,
      errors: 1,
      accepted: false,
    });
  });

  it('knows who has not sent', async () => {
    const unit = (code: string) => ({
      code,
      name: '',
      area: null,
      village: null,
      date: null,
      households: null,
      persons: null,
      row: 1,
    });
    const missing = unitsMissing([unit('00001'), unit('00003'), unit('00003')], await board([]));
    expect(missing.map(({ code }) => code)).toEqual(['00003']);
  });
});
