import { setImmediate } from 'node:timers/promises';
import { FindingsError } from '../finding.ts';
import { type LinkedOptions, linkedYears } from '../generate/linked-years.ts';
import { MEMBERS_HEADINGS, NUMBERED_HEADINGS } from '../generate/members.ts';
import { officerCell, officerHeading } from '../generate/officer.ts';
import { CROSSWALK_HEADINGS } from '../generate/reform.ts';
import type { Batch, Block } from '../generate/survey.ts';
import { TRUE_LINK_HEADINGS, trueLinkCells } from '../generate/true-link.ts';
import { BOM, csvRows } from '../render/csv.ts';
import type { Settings } from './settings.ts';
import { obstacles, StagedFile } from './staged.ts';

/** What a text goes into: the survey and its members, those of the year before, and what links the two. */
export type TextOf = 'households' | 'members' | 'before' | 'beforeMembers' | 'links' | 'crosswalk';

/** A part of each text; nothing for those that have none yet. */
type Texts = Readonly<Partial<Record<TextOf, string>>>;

/** A survey and its members. */
export function* surveyTexts(
  batches: Iterable<Batch>,
  headings: readonly string[],
  asOfficers: boolean,
): Generator<Texts> {
  const write = writerOf(asOfficers);
  yield { households: write.head(headings), members: write.head(MEMBERS_HEADINGS) };
  for (const { households, members } of batches)
    yield { households: write.body(households, headings), members: write.body(members, MEMBERS_HEADINGS) };
}

/** Two linked years, and their links. */
export function* linkedTexts(
  options: LinkedOptions,
  headings: readonly string[],
  asOfficers: boolean,
): Generator<Texts> {
  const write = writerOf(asOfficers);
  const { batches, crosswalk } = linkedYears(options);
  const [households, members] = [write.head(headings), write.head(NUMBERED_HEADINGS)];
  const links = BOM + csvRows([TRUE_LINK_HEADINGS]);
  const units = BOM + csvRows([CROSSWALK_HEADINGS, ...crosswalk]);
  yield { households, members, before: households, beforeMembers: members, links, crosswalk: units };
  for (const batch of batches) {
    yield {
      households: write.body(batch.after.households, headings),
      members: write.body(batch.after.members, NUMBERED_HEADINGS),
      before: write.body(batch.before.households, headings),
      beforeMembers: write.body(batch.before.members, NUMBERED_HEADINGS),
      links: csvRows(batch.links.map(trueLinkCells)),
    };
  }
}

function writerOf(asOfficers: boolean) {
  return {
    head: (names: readonly string[]) => BOM + csvRows([asOfficers ? names.map(officerHeading) : names]),
    body: (rows: Block, names: readonly string[]) =>
      csvRows(asOfficers ? rows.map((row) => row.map((cell, at) => officerCell(names[at] ?? '', cell))) : rows),
  };
}

/** Each text whole into the file that was named for it; the households to stdout, as they come, when `-` was. */
export async function writeTexts(
  texts: Iterable<Texts>,
  named: ReadonlyMap<TextOf, string>,
  force: boolean,
  { io }: Settings,
): Promise<void> {
  const wanted = [...named].filter(([, path]) => path !== '-');
  const taken = await obstacles(
    wanted.map(([, path]) => path),
    force,
  );
  if (taken.length > 0) throw new FindingsError(taken);
  const files: { readonly file: StagedFile; readonly of: TextOf }[] = [];
  try {
    for (const [of, path] of wanted) files.push({ file: await StagedFile.create(path), of });
    for (const text of texts) {
      if (named.get('households') === '-' && text.households) await io.stdout.write(text.households);
      for (const { file, of } of files) {
        file.write(text[of] ?? '');
        await file.flush();
      }
      // whoever wants to stop the run is heard
      await setImmediate();
    }
    for (const { file } of files) await file.settle();
    for (const { file } of files) await file.commit();
  } catch (error) {
    for (const { file } of files) await file.discard();
    throw error;
  }
}
