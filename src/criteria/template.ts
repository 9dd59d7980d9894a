import { stringify } from 'yaml';
import type { Criteria } from './criteria.ts';
import { isComparison, nodes } from './predicate.ts';

/** What a new criteria file begins with: a province that only moves the lines of the set it extends. */
export interface NewSet {
  readonly id: string;
  /** As it stands in the file: an id or a path. */
  readonly extends: string;
  readonly parent: Criteria;
  /** The day the author compares with the resolution, `YYYY-MM-DD`. */
  readonly today: string;
}

/** What the first line of a file tells an editor: where the schema stands, as `criteria schema -o` writes it. */
const SCHEMA_LINE = '# yaml-language-server: $schema=criteria.schema.json';

/** A commented starting file. It passes `criteria check` as it stands; every `…` waits for its author. */
export function newCriteriaFile({ id, extends: extended, parent, today }: NewSet): string {
  const source = `{ document: resolution, checked_on: "${today}" }`;
  return `${SCHEMA_LINE}
# Bộ tiêu chí của tỉnh. Sửa những chỗ có dấu … rồi chạy: review criteria check ${id}.yaml
# A province's criteria. Fill in what has a … and run: review criteria check ${id}.yaml
# For an editor that completes and marks while typing: review criteria schema -o criteria.schema.json

id: ${id}
family: ${familyOf(id)}

# Indicators and class rules come from here; lines, dates, population and scores never do.
extends: ${extended}

title:
  vi: Chuẩn nghèo của tỉnh …
  en: Poverty standard of … province

# in_force, ended, provisional (not final), unverified (nobody checked it)
status: provisional

documents:
  resolution:
    title: { vi: Nghị quyết …/NQ-HĐND, en: Resolution …/NQ-HĐND }
    date: "${today}"

# The days on which the standard applies. confidence: high, medium, low; low needs a caution, which is then printed
# whenever the set is used.
in_force:
  from: "${today}"
  source: ${source}
  confidence: low
  caution: { vi: Ngày áp dụng chưa được xác nhận., en: The date of application is not confirmed. }

# Leave province_codes out for the whole country. Codes are text, as of a day: after a merger one code can mean another place.
territory:
  name: { vi: Tỉnh …, en: … province }
  province_codes: ["00"]
  as_of: "${today}"

# Who counts: permanent, temporary, or both.
population:
  title: { vi: Hộ thường trú, en: Permanent residents }
  residence: [permanent]
  source: ${source}
  confidence: medium

${doubtOf(parent)}# đồng per person, per month or per year; by_area, or one amount for everybody.
lines:
${linesOf(parent, source)}
${averageOf(parent, source)}# To change the number of deprivations that makes a household poor, take the # away:
# params:
#   cutoff:
#     title: { vi: Số chỉ số thiếu hụt để là hộ nghèo, en: Deprivations that make a household poor }
#     value: 2
#     source: ${source}
#     confidence: medium

# To leave an indicator out:
# dimensions:
#   information:
#     indicators:
#       telecom: null
`;
}

/** The id without its year. */
function familyOf(id: string): string {
  return id.replace(/-\d{4}$/, '') || id;
}

/** What is inherited from a set that nobody verified is no surer than that. */
function doubtOf({ id, status }: Criteria): string {
  if (status !== 'unverified') return '';
  return `inherited:
  confidence: low
  caution:
    vi: Chỉ số và quy tắc lấy theo ${id}, chưa được kiểm chứng.
    en: Indicators and rules are those of ${id}, which nobody verified.

`;
}

/** The lines that the income rules and the average living standard are held against. */
function linesOf(parent: Criteria, source: string): string {
  const used = usedLines(parent);
  return Object.entries(parent.lines)
    .filter(([id]) => used.has(id))
    .map(([id, { title, period, amount, by_area }]) => {
      const value =
        by_area === null ? `amount: ${amount}` : `by_area: { rural: ${by_area.rural}, urban: ${by_area.urban} }`;
      return `  ${id}:
    title: { vi: ${JSON.stringify(title.vi)}, en: ${JSON.stringify(title.en)} }
    unit: vnd_per_person
    period: ${period}
    ${value}
    source: ${source}
    confidence: medium
`;
    })
    .join('');
}

function usedLines({ classes, average_living, dimensions }: Criteria): ReadonlySet<string> {
  const { income } = classes;
  const conditions = [
    income?.line ?? null,
    ...(income?.rules ?? []).map((rule) => rule.when),
    average_living?.when ?? null,
    ...dimensions.flatMap((d) => d.indicators.map((i) => i.deprived)),
  ];
  const asked = conditions.flatMap((p) => (p === null ? [] : [...nodes(p)].filter(isComparison)));
  return new Set(asked.flatMap(({ value }) => (typeof value === 'object' && 'line' in value ? [value.line] : [])));
}

/** Average living is each set's own: it is written out, to be kept or taken out. */
function averageOf({ average_living }: Criteria, source: string): string {
  if (average_living === null) return '';
  const { text, when } = average_living;
  const condition = stringify(when, { flowCollectionPadding: true }).trimEnd().replaceAll('\n', '\n    ');
  return `# Which non-poor households live at an average standard. Take it out, with its line, where the resolution has none.
average_living:
  text:
    vi: ${JSON.stringify(text.vi)}
    en: ${JSON.stringify(text.en)}
  when:
    ${condition}
  source: ${source}
  confidence: medium

`;
}
