import type { Line } from './criteria.ts';

/** What a new criteria file begins with: a province that only moves the lines of the set it extends. */
export interface NewSet {
  readonly id: string;
  readonly extends: string;
  /** The day the author compares with the resolution, `YYYY-MM-DD`. */
  readonly today: string;
  /** The income lines to start from: those of the set it extends, by id. */
  readonly lines: Readonly<Record<string, Line>>;
}

/** A commented starting file. It passes `criteria check` as it stands; every `…` waits for its author. */
export function newCriteriaFile({ id, extends: parent, today, lines }: NewSet): string {
  const source = `{ document: resolution, checked_on: "${today}" }`;
  return `# Bộ tiêu chí của tỉnh. Sửa những chỗ có dấu … rồi chạy: review criteria check ${id}.yaml
# A province's criteria. Fill in what has a … and run: review criteria check ${id}.yaml

id: ${id}
family: ${familyOf(id)}

# Indicators and class rules come from here; lines, dates, population and scores never do.
extends: ${parent}

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

# đồng per person, per month or per year; by_area, or one amount for everybody.
lines:
${linesOf(lines, source)}
# To change the number of deprivations that makes a household poor, take the # away:
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

function linesOf(lines: NewSet['lines'], source: string): string {
  return Object.entries(lines)
    .filter(([, line]) => line.unit === 'vnd_per_person')
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
