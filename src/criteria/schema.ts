import { z } from 'zod';
import { parseFraction } from '../text/fraction.ts';
import { predicateSchema } from './predicate-schema.ts';

/**
 * The shape of a criteria file as a person writes it; `load.ts` turns it into the flattened `Criteria`. What is described
 * here an editor shows beside the key, by the JSON Schema made of it.
 */

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, { error: 'name' });
const setId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'set_id' });
const date = z.iso.date({ error: 'date' }).describe('A day, "YYYY-MM-DD", in quotes.');
const bilingual = z
  .strictObject({ vi: z.string().min(1), en: z.string().min(1) })
  .describe('In Vietnamese and in English.');
const whole = z.int().min(0);

const citation = z.strictObject({
  document: name.describe('Name of one of the `documents` of this file.'),
  article: bilingual.optional().describe('Article, clause or annex.'),
  checked_on: date.describe('The day a person last compared the item with its source.'),
});

/** What every number and rule of law carries: where it stands, how sure that is, and what is uncertain about it. */
const cited = {
  source: citation.describe('Where the item stands in the law.'),
  confidence: z
    .enum(['high', 'medium', 'low'])
    .describe(
      'high: the text of the law, or two publications that agree; medium: one publication; low: not confirmed, needs a caution.',
    ),
  caution: bilingual
    .optional()
    .describe('What is uncertain; printed as a warning whenever the set is used. Required when confidence is low.'),
  note: bilingual.optional().describe('What a reader should know; printed by `criteria show`.'),
};

const needsCaution = (item: { confidence: string; caution?: unknown }) =>
  item.confidence !== 'low' || item.caution !== undefined;
const CAUTION = { error: 'caution', path: ['caution'] };

const fraction = z.string().refine((text) => parseFraction(text) !== null, { error: 'fraction' });

const positive = z.int().min(1);
const byArea = z.strictObject({ rural: positive, urban: positive });

const line = z
  .strictObject({
    title: bilingual,
    unit: z.enum(['vnd_per_person', 'points']).describe('Đồng per person, or points.'),
    period: z
      .enum(['month', 'year'])
      .optional()
      .describe('Of a line in đồng. A yearly line is met by twelve times the monthly income.'),
    amount: z.int().min(1).optional().describe('One amount for every area; or give by_area.'),
    by_area: byArea.optional().describe('An amount for rural and one for urban areas; or give amount.'),
    ...cited,
  })
  .refine((l) => (l.amount === undefined) !== (l.by_area === undefined), { error: 'amount_or_by_area' })
  .refine((l) => (l.unit === 'vnd_per_person') === (l.period !== undefined), { error: 'period', path: ['period'] })
  .refine(needsCaution, CAUTION);

const param = z
  .strictObject({
    title: bilingual,
    value: z.union([whole, fraction]).describe('A whole number, or a fraction as text: "1/3".'),
    ...cited,
  })
  .refine(needsCaution, CAUTION);

const indicator = z
  .strictObject({
    title: bilingual,
    text: bilingual.describe('The sentence of the law, or of the publication, that the condition carries out.'),
    deprived: predicateSchema
      .optional()
      .describe(
        'The household is deprived when this holds. Left out when no condition is known: a ready answer is taken.',
      ),
    ...cited,
  })
  .refine(needsCaution, CAUTION);

const dimension = z.strictObject({
  title: bilingual.optional().describe('Left out where it is that of the set extended.'),
  indicators: z.record(name, indicator.nullable()).describe('Indicators by id; null leaves an inherited one out.'),
});

const points = z.union([whole, fraction]);

const tableRow = z.record(z.string(), z.union([z.string(), z.number()]));

const isSummed = (s: { points_each?: unknown; points?: unknown }) =>
  s.points_each !== undefined || s.points !== undefined;

const score = z
  .strictObject({
    title: bilingual,
    given: z.enum(['b1', 'b2']).optional().describe('The survey column that holds the ready total.'),
    points_each: points.optional().describe('Points of every deprived indicator alike.'),
    points: z.record(name, points).optional().describe('Points by indicator; those not named have none.'),
    table: z
      .union([z.string().min(1), z.array(tableRow).min(1)])
      .optional()
      .describe('Points by answers: a CSV file beside this one, or its rows.'),
    conditions: z.record(name, predicateSchema).optional().describe('Conditions that rows of the table name.'),
    ...cited,
  })
  .refine((s) => s.points_each === undefined || s.points === undefined, { error: 'points_twice' })
  .refine((s) => s.table === undefined || s.given !== undefined, { error: 'table_of_total', path: ['table'] })
  // a total of B1 is its table; what the table gives of B2 is held against what the indicators give
  .refine((s) => s.table === undefined || s.given !== 'b1' || !isSummed(s), { error: 'table_or_points' })
  .refine((s) => s.table === undefined || s.given !== 'b2' || isSummed(s), { error: 'table_without_points' })
  .refine((s) => s.conditions === undefined || s.table !== undefined, { error: 'no_table', path: ['conditions'] })
  .refine((s) => s.given !== undefined || s.points_each !== undefined || s.points !== undefined, { error: 'no_points' })
  .refine(needsCaution, CAUTION);

const rule = z
  .strictObject({
    class: z
      .enum(['poor', 'near_poor', 'non_poor'])
      .describe('The class of a household for which the rule is the first to hold.'),
    text: bilingual.describe('The rule in words, as the law puts it.'),
    when: predicateSchema
      .optional()
      .describe(
        'Sees income, area, deprivations, scores and single indicators. Left out in the last rule: in every other case.',
      ),
    ...cited,
  })
  .refine(needsCaution, CAUTION);

const ladder = z.strictObject({
  line: predicateSchema
    .optional()
    .describe('The comparison that tells who is below the line; its amount is printed as the line used.'),
  rules: z
    .record(name, rule.nullable())
    .describe('In order: the first that holds gives the class. null leaves an inherited one out.'),
});

const averageLiving = z
  .strictObject({
    when: predicateSchema,
    text: bilingual,
    ...cited,
  })
  .refine(needsCaution, CAUTION);

export const criteriaFileSchema = z.strictObject({
  id: setId.describe('By which -c chooses the set: small letters, digits and hyphens.'),
  family: setId.describe('By which -c chooses the set of a day: with --date or --year.'),
  extends: z
    .string()
    .min(1)
    .optional()
    .describe('Id or path of a set. Inherited are dimensions, indicators, parameters and income rules; nothing else.'),
  title: bilingual,
  status: z
    .enum(['in_force', 'ended', 'provisional', 'unverified'])
    .describe(
      'provisional: not final; unverified: nobody checked it, it needs --allow-unverified. Both are said on every page.',
    ),
  in_force: z
    .strictObject({
      from: date.describe('First day, included.'),
      to: date.optional().describe('Last day, included. Left out when the end is not known.'),
      known_to: date
        .optional()
        .describe('When the end is not known: the last day for which a family name may choose the set.'),
      ...cited,
    })
    .refine(needsCaution, CAUTION)
    .describe('The days on which the set applies.'),
  review_from: z
    .strictObject({ date, ...cited })
    .refine(needsCaution, CAUTION)
    .optional()
    .describe('The day from which an opening review may be held with the set, before it applies.'),
  territory: z
    .strictObject({
      name: bilingual,
      province_codes: z
        .array(z.string())
        .min(1)
        .optional()
        .describe('Codes in quotes: "22". Left out: the whole country.'),
      as_of: date.optional().describe('The day of the codes: after a merger one code can mean another place.'),
    })
    .describe('Where the set applies; a household elsewhere is warned about.'),
  population: z
    .strictObject({
      title: bilingual,
      residence: z
        .array(z.enum(['permanent', 'temporary']))
        .min(1)
        .describe('Who counts.'),
      ...cited,
    })
    .refine(needsCaution, CAUTION)
    .describe('Which households the set is for; the others are out of scope.'),
  documents: z
    .record(name, z.strictObject({ title: bilingual, date: date.optional() }))
    .describe('The sources, which items cite by name.'),
  inherited: z
    .strictObject({ confidence: z.enum(['medium', 'low']), caution: bilingual })
    .optional()
    .describe('When inheriting is itself a guess: every inherited indicator takes this confidence and caution.'),
  cautions: z.array(bilingual).optional().describe('What else is uncertain about the set as a whole.'),
  lines: z.record(name, line).describe('Thresholds by name. They are never inherited.'),
  params: z.record(name, param).optional().describe('Other numbers that rules read, such as the cut-off.'),
  dimensions: z.record(name, dimension).optional().describe('Indicators by dimension.'),
  scores: z.record(name, score).optional().describe('Totals that rules compare: ready ones, or sums of points.'),
  classes: z
    .strictObject({
      income: ladder.optional().describe('Rules by income per person.'),
      score: ladder.optional().describe('Rules by points. They are never inherited.'),
    })
    .optional()
    .describe('The rules that give the class.'),
  average_living: averageLiving
    .optional()
    .describe('Which non-poor households live at an average standard. It is never inherited.'),
});

export type CriteriaFile = z.infer<typeof criteriaFileSchema>;
export type Bilingual = z.infer<typeof bilingual>;
export type CitedFile = z.infer<z.ZodObject<typeof cited>>;
