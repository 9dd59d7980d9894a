import { type Finding, finding } from '../../finding.ts';
import { type Household, type Survey, tableAt } from '../../survey/survey.ts';
import { placeOf } from '../../survey/table.ts';
import { Numbers } from '../../text/numbers.ts';
import type { MakeCheck } from './check.ts';

/**
 * `W338`: no head, or several, where the list says how members are related. A list in which nobody is a head writes that
 * in words of its own: it is told once.
 */
export const members: MakeCheck = ({ survey, tell }) => {
  const relations = [...survey.tables, ...survey.memberTables].map((table) =>
    hasRelation(table) ? new Heads() : null,
  );
  if (relations.every((heads) => heads === null)) return null;
  return {
    see({ household }) {
      const [first] = household.members;
      if (first !== undefined) relations[first.table]?.add(first.line, headsOf(survey, household));
    },
    end() {
      for (const [table, heads] of relations.entries()) heads?.tellOfAll(survey, table, tell);
    },
  };
};

function hasRelation({ layout }: Survey['tables'][number]): boolean {
  return layout.memberFields?.some((field) => field?.id === 'relation') === true;
}

function headsOf({ vocabulary, memberSlots }: Survey, { members: listed }: Household): number {
  const relation = memberSlots.get('relation') ?? -1;
  return listed.filter(({ cells }) => vocabulary.isHead(cells[relation] ?? '')).length;
}

/** The households of one list that have no head, or several. */
class Heads {
  readonly #lines = new Numbers();
  readonly #heads = new Numbers();
  #anyHead = false;

  add(line: number, heads: number): void {
    if (heads > 0) this.#anyHead = true;
    if (heads === 1) return;
    this.#lines.push(line);
    this.#heads.push(heads);
  }

  tellOfAll(survey: Survey, table: number, tell: (finding: Finding) => void): void {
    const source = tableAt(survey, table);
    if (source === undefined || this.#lines.length === 0) return;
    const column = source.headings[source.layout.memberFields?.findIndex((f) => f?.id === 'relation') ?? -1] ?? '';
    const at = { ...placeOf(source), column, field: 'relation' };
    if (!this.#anyHead) {
      tell(finding('W338', at, { data: { heads: 'none' }, count: this.#lines.length }));
      return;
    }
    for (const [n, row] of this.#lines.view.entries()) {
      tell(finding('W338', { ...at, row }, { data: { heads: this.#heads.at(n) } }));
    }
  }
}
