import { once } from 'node:events';
import { type Parser, parse } from 'csv-parse';
import { FindingsError, finding } from '../finding.ts';
import { type ColumnForm, MOST_ROWS, workbookOfRows } from '../render/xlsx-rows.ts';
import { RESULT_FIELDS } from '../survey/fields.ts';
import type { Survey } from '../survey/survey.ts';
import type { TextTarget } from './result-files.ts';
import type { StagedFile } from './staged.ts';

/**
 * A result file in the form of a workbook: takes the rows of the canonical CSV and makes each a row of a sheet while they
 * come. Like every staged file it is whole or not there.
 */
export class WorkbookTarget implements TextTarget {
  readonly #file: StagedFile;
  readonly #name: string;
  readonly #formOf: (heading: string) => ColumnForm;
  readonly #most: number;
  #rows: Parser;
  #written: Promise<void>;

  /** `name`: of the sheet. `most`: as many rows as it holds below the headings; fewer for tests. */
  constructor(file: StagedFile, name: string, survey: Pick<Survey, 'fields'>, most: number = MOST_ROWS) {
    this.#file = file;
    this.#name = name;
    this.#most = most;
    this.#formOf = formsOf(survey);
    this.#rows = parse({ bom: true });
    this.#written = this.#writeSheet();
  }

  get path(): string {
    return this.#file.path;
  }

  write(text: string): void {
    this.#rows.write(text);
  }

  async writeBytes(bytes: Uint8Array): Promise<void> {
    // the memory is used again before the rows are parsed
    this.#rows.write(Buffer.from(bytes));
    await this.flush();
  }

  /** @throws FindingsError `E602`, `E603`; some are seen by `settle` alone */
  async flush(): Promise<void> {
    if (!this.#rows.writableNeedDrain) return;
    await Promise.race([once(this.#rows, 'drain'), this.#written]);
  }

  async restart(): Promise<void> {
    await this.#stop();
    await this.#file.restart();
    this.#rows = parse({ bom: true });
    this.#written = this.#writeSheet();
  }

  async settle(): Promise<void> {
    this.#rows.end();
    await this.#written;
    await this.#file.settle();
  }

  commit(): Promise<void> {
    return this.#file.commit();
  }

  async discard(): Promise<void> {
    await this.#stop();
    await this.#file.discard();
  }

  async #stop(): Promise<void> {
    this.#rows.destroy();
    await this.#written.catch(() => {});
  }

  #writeSheet(): Promise<void> {
    const rows = atMost(this.#most, this.#rows, this.path);
    const written = (async () => {
      for await (const chunk of await workbookOfRows(rows, this.#name, this.#formOf))
        await this.#file.writeBytes(chunk);
    })();
    // whoever flushes or settles is told
    written.catch(() => {});
    return written;
  }
}

/** The headings, and as many rows as a sheet holds. @throws FindingsError `E603` for more */
async function* atMost(most: number, rows: AsyncIterable<string[]>, file: string): AsyncGenerator<readonly string[]> {
  let count = -1;
  for await (const row of rows) {
    if (++count > most) throw new FindingsError([finding('E603', { file }, { data: { most } })]);
    yield row;
  }
}

/** Ids, names and codes are text, also where they are digits. */
function formsOf(survey: Pick<Survey, 'fields'>): (heading: string) => ColumnForm {
  const forms = new Map<string, ColumnForm>();
  for (const { id, kind } of survey.fields) {
    if (kind === 'money') forms.set(id, 'amount');
    else if (NUMBERS.has(kind)) forms.set(id, 'number');
  }
  for (const id of RESULT_FIELDS) if (DECIDED_NUMBERS.has(id)) forms.set(id, id === 'line' ? 'amount' : 'number');
  return (heading) => forms.get(heading) ?? 'text';
}

const NUMBERS: ReadonlySet<string> = new Set(['count', 'years', 'score', 'decimal', 'mark', 'flag']);
const DECIDED_NUMBERS: ReadonlySet<string> = new Set([
  'average_living',
  'deprivations',
  'deprivations_max',
  'line',
  'below_line',
  'agrees',
]);
