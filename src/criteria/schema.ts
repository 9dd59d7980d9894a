import { z } from 'zod';
import { parseFraction } from '../text/fraction.ts';
import { predicateSchema } from './predicate.ts';

/** The shape of a criteria file as a person writes it; `load.ts` turns it into the flattened `Criteria`. */

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, { error: 'name' });
const setId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'set_id' });
const date = z.iso.date({ error: 'date' });
const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const whole = z.int().min(0);

const citation = z.strictObject({
  document: name,
  article: bilingual.optional(),
  /** The day a person last compared the item with its source. */
  checked_on: date,
});

/** What every number and rule of law carries: where it stands, how sure that is, and what is uncertain about it. */
const cited = {
  source: citation,
  confidence: z.enum(['high', 'medium', 'low']),
  /** What is uncertain; printed as a warning whenever the set is used. Required when confidence is low. */
  caution: bilingual.optional(),
  note: bilingual.optional(),
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
    unit: z.enum(['vnd_per_person', 'points']),
    period: z.enum(['month', 'year']).optional(),
    amount: z.int().min(1).optional(),
    by_area: byArea.optional(),
    ...cited,
  })
  .refine((l) => (l.amount === undefined) !== (l.by_area === undefined), { error: 'amount_or_by_area' })
  .refine((l) => (l.unit === 'vnd_per_person') === (l.period !== undefined), { error: 'period', path: ['period'] })
  .refine(needsCaution, CAUTION);

const param = z
  .strictObject({
    title: bilingual,
    value: z.union([whole, fraction]),
    ...cited,
  })
  .refine(needsCaution, CAUTION);

const indicator = z
  .strictObject({
    title: bilingual,
    /** The sentence of the law, or of the publication, that the condition carries out. */
    text: bilingual,
    /** Left out when no condition is known: the set then takes a ready answer and states no test. */
    deprived: predicateSchema.optional(),
    ...cited,
  })
  .refine(needsCaution, CAUTION);

const dimension = z.strictObject({
  title: bilingual.optional(),
  indicators: z.record(name, indicator.nullable()),
});

const points = z.union([whole, fraction]);

const tableRow = z.record(z.string(), z.union([z.string(), z.number()]));

const score = z
  .strictObject({
    title: bilingual,
    /** The survey field that holds the ready total. */
    given: z.enum(['b1', 'b2']).optional(),
    /** Points of every deprived indicator alike. */
    points_each: points.optional(),
    /** Points by indicator. */
    points: z.record(name, points).optional(),
    /** Points by answers: a CSV file beside this one, or its rows. */
    table: z.union([z.string().min(1), z.array(tableRow).min(1)]).optional(),
    /** Conditions that rows of the table name. */
    conditions: z.record(name, predicateSchema).optional(),
    ...cited,
  })
  .refine((s) => [s.points_each, s.points, s.table].filter((p) => p !== undefined).length < 2, {
    error: 'points_twice',
  })
  .refine((s) => s.table === undefined || s.given === 'b1', { error: 'table_of_b1', path: ['table'] })
  .refine((s) => s.conditions === undefined || s.table !== undefined, { error: 'no_table', path: ['conditions'] })
  .refine((s) => s.given !== undefined || s.points_each !== undefined || s.points !== undefined, { error: 'no_points' })
  .refine(needsCaution, CAUTION);

const rule = z
  .strictObject({
    class: z.enum(['poor', 'near_poor', 'non_poor']),
    text: bilingual,
    /** Left out in the last rule of a ladder: "in every other case". */
    when: predicateSchema.optional(),
    ...cited,
  })
  .refine(needsCaution, CAUTION);

const ladder = z.strictObject({
  /** The comparison that tells "below the line": its amount is printed as the line used. */
  line: predicateSchema.optional(),
  rules: z.record(name, rule.nullable()),
});

const averageLiving = z
  .strictObject({
    when: predicateSchema,
    text: bilingual,
    ...cited,
  })
  .refine(needsCaution, CAUTION);

export const criteriaFileSchema = z.strictObject({
  id: setId,
  family: setId,
  extends: z.string().min(1).optional(),
  title: bilingual,
  status: z.enum(['in_force', 'ended', 'provisional', 'unverified']),
  in_force: z
    .strictObject({
      from: date,
      to: date.optional(),
      /** When the end is not known: the last day for which a family name may choose the set. */
      known_to: date.optional(),
      ...cited,
    })
    .refine(needsCaution, CAUTION),
  /** The day from which an opening review may be held with the set, before it applies. */
  review_from: z
    .strictObject({ date, ...cited })
    .refine(needsCaution, CAUTION)
    .optional(),
  territory: z.strictObject({
    name: bilingual,
    /** Left out: the whole country. Codes as of `as_of`. */
    province_codes: z.array(z.string()).min(1).optional(),
    as_of: date.optional(),
  }),
  population: z
    .strictObject({
      title: bilingual,
      residence: z.array(z.enum(['permanent', 'temporary'])).min(1),
      ...cited,
    })
    .refine(needsCaution, CAUTION),
  documents: z.record(name, z.strictObject({ title: bilingual, date: date.optional() })),
  /** What is inherited is only as sure as this: its indicators take the confidence and the caution. */
  inherited: z.strictObject({ confidence: z.enum(['medium', 'low']), caution: bilingual }).optional(),
  /** What else is uncertain about the set as a whole. */
  cautions: z.array(bilingual).optional(),
  lines: z.record(name, line),
  params: z.record(name, param).optional(),
  dimensions: z.record(name, dimension).optional(),
  scores: z.record(name, score).optional(),
  classes: z
    .strictObject({
      income: ladder.optional(),
      score: ladder.optional(),
    })
    .optional(),
  average_living: averageLiving.optional(),
});

export type CriteriaFile = z.infer<typeof criteriaFileSchema>;
export type Bilingual = z.infer<typeof bilingual>;
export type CitedFile = z.infer<z.ZodObject<typeof cited>>;
