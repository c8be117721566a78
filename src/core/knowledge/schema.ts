// The zod schemas of the knowledge files, and the types that follow from them.
import { z } from 'zod';
import { KNOWN_UNITS } from '../text/measure-units.ts';
import { Article } from './article-schema.ts';
import { Statement, ToldDate, ToldNumber } from './claim-schema.ts';
import { Concepts } from './concepts-schema.ts';
import { clock, id, partialDate, text } from './scalars.ts';

/** Maximum number of words in an excerpt: it is evidence, not a copy of the article. */
export const EXCERPT_WORDS = 12;

const excerpt = text.refine((words) => words.split(/\s+/).length <= EXCERPT_WORDS, {
  message: `must have at most ${EXCERPT_WORDS} words`,
});

const Citation = z
  .strictObject({ paragraph: z.int().positive(), excerpt })
  .describe('Where the article says so: a paragraph number and a short excerpt, word for word.');

const unit = text.describe(
  `What the number counts (members) or measures. Claims are compared in ${KNOWN_UNITS.join(', ')}, or in numbers of things.`,
);

const Value = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('number'),
      number: z.number(),
      unit,
      of: text.optional().describe('What a percentage is a share of.'),
      bound: z.enum(['over', 'nearly', 'under']).optional().describe('Leave it out if the figure is exact.'),
      low: z.number().optional().describe('Lowest value that rounding allows.'),
      high: z.number().optional().describe('Highest value that rounding allows.'),
      measure: text.optional().describe('The row for this figure in a comparison of article.yaml.'),
      column: id
        .optional()
        .describe('Its column, in a comparison that has columns of its own instead of periods.'),
      period: text.optional().describe('A period of article.yaml, if it differs from that of the fact.'),
      told: ToldNumber.optional(),
    })
    .refine(({ number, low = number, high = number }) => low <= number && number <= high, {
      path: ['number'],
      message: 'must not be below "low" or above "high"',
    }),
  z
    .strictObject({
      kind: z.literal('range'),
      low: z.number().describe('Lowest number that the article allows.'),
      high: z.number().describe('Highest number that the article allows.'),
      unit,
      of: text.optional().describe('What a percentage is a share of.'),
      period: text.optional().describe('A period of article.yaml, if it differs from that of the fact.'),
      told: ToldNumber,
    })
    .refine(({ low, high }) => low <= high, { path: ['low'], message: 'must not be above "high"' })
    .describe(
      'Numbers that the article does not give but allows, such as "almost all" in percent. Claims are compared with it; no answer shows it.',
    ),
  z
    .strictObject({
      kind: z.literal('date'),
      date: partialDate,
      event: text
        .optional()
        .describe('The name of the event in the /dates timeline; leave it out if it is not an event.'),
      dayStated: z
        .boolean()
        .optional()
        .describe('The article states the day or month; only the year is resolved.'),
      told: ToldDate.optional(),
    })
    .refine(({ date, dayStated }) => !dayStated || date.includes('-'), {
      path: ['dayStated'],
      message: 'must be left out if the date is only a year',
    }),
  z.strictObject({ kind: z.literal('time'), time: clock, told: ToldDate.optional() }),
  z.strictObject({ kind: z.literal('party'), party: id }),
  z.strictObject({ kind: z.literal('name'), name: text }),
  z.strictObject({ kind: z.literal('place'), place: text }),
  z.strictObject({ kind: z.literal('means'), means: text }),
  z.strictObject({ kind: z.literal('reason'), reason: text }),
  z.strictObject({ kind: z.literal('condition'), condition: text }),
  z.strictObject({ kind: z.literal('direction'), direction: z.enum(['up', 'down', 'for', 'against']) }),
]);

const Quotation = z
  .strictObject({
    speaker: id.describe('A party of article.yaml.'),
    text: text.describe('The whole quotation, as the article gives it.'),
    paragraph: z.int().positive(),
    setting: text.optional().describe('Where and when it was said: in a statement on Monday.'),
    about: text.optional().describe('What it was said about, if the words do not tell: of the last crisis.'),
  })
  .describe("Somebody's own words.");

const fact = {
  id,
  short: text.describe('The answer in a few words, as a member would like to hear it.'),
  claim: text.describe('One or two sentences in our own words that stand alone.'),
  status: z
    .enum(['stated', 'claimed', 'disputed', 'derived', 'resolved'])
    .describe(
      'stated by the article; claimed by a party; disputed; derived by arithmetic; resolved by the curators from outside the text',
    ),
  working: text.optional().describe('How a derived or resolved fact was worked out.'),
  saidBy: z.array(id).min(1).optional().describe('Parties of article.yaml that say so.'),
  period: text.optional().describe("A period of article.yaml; left out for the article's own year."),
  citations: z.array(Citation).min(1),
  quotation: Quotation.optional(),
  values: z.array(Value).describe('What claims are compared with; empty if there is nothing to compare.'),
  statements: z
    .array(Statement)
    .min(1)
    .optional()
    .describe('What it states in terms of concepts, for claims without its figure or date.'),
  items: z.array(id).min(2).optional().describe('The facts that a curated list consists of.'),
  questions: z.array(text).min(2).describe('What it answers, as members type it.'),
  related: z.array(id).describe('Facts about the same matter. Those that are still drafts are left out.'),
};

const Fact = z
  .strictObject({
    ...fact,
    draft: z
      .literal(false)
      .optional()
      .describe('"true" marks a draft, which answers nothing; remove the line once the fact is written.'),
  })
  .superRefine((fact, context) => {
    const needs = (field: 'working' | 'saidBy', statuses: string[]) => {
      if (statuses.includes(fact.status) && !fact[field])
        context.addIssue({
          code: 'custom',
          path: ['status'],
          message: `is "${fact.status}", so the fact needs "${field}"`,
        });
    };
    needs('working', ['derived', 'resolved']);
    needs('saidBy', ['claimed', 'disputed']);
  });

/** A fact that nobody has written yet. Whatever has to be in the curators' own words may be missing. */
const Draft = z.strictObject({
  ...fact,
  draft: z
    .literal(true)
    .describe(
      'A draft is loaded, but answers nothing and is not learned from. Remove the line once it is written.',
    ),
  short: z.string().trim(),
  claim: z.string().trim(),
  questions: z.array(text),
});

const Gap = z.strictObject({
  id,
  says: text.describe(
    "That the article doesn't say it, in a sentence that stands alone. A placeholder such as {about} is filled from article.yaml.",
  ),
  nearest: z.array(id).describe('The nearest facts that the article states; empty if nothing is near.'),
  questions: z.array(text).min(1),
});

const Wordings = z.strictObject({
  asked: z.array(text).default([]).describe('Questions that it answers best.'),
  falsePremise: z
    .array(text)
    .default([])
    .describe('For a fact: questions with a false premise that it corrects.'),
  supported: z.array(text).default([]).describe('Statements that it supports.'),
  contradicted: z.array(text).default([]).describe('Wrong versions of it.'),
  claimed: z.array(text).default([]).describe("For a gap: statements about what the article doesn't say."),
});

const word = text.regex(/^\S+$/, 'must be a single word');

const Words = z.strictObject({
  same: z
    .array(z.array(text).min(2))
    .default([])
    .describe('Words that mean the same here; the knowledge uses the first.'),
  short: z.record(text, text).default({}).describe('Chat spellings and what they stand for.'),
  opposites: z
    .array(z.strictObject({ one: z.array(text).min(1), other: z.array(text).min(1) }))
    .default([])
    .describe('Words that reverse a statement.'),
  antonyms: z
    .array(z.strictObject({ one: z.array(word).min(1), other: z.array(word).min(1) }))
    .default([])
    .describe(
      'Words that mean the opposite whatever they are said of. A claim with one is not supported by a fact that says the other.',
    ),
  negations: z.array(text).default([]).describe('Words that say that something is not so.'),
});

/** What each kind of knowledge file holds; the kind is the first part of its path (`facts/prices.yaml`, `gaps.yaml`). */
export const fileSchemas = {
  article: Article,
  facts: z.array(z.discriminatedUnion('draft', [Fact, Draft])),
  gaps: z.array(Gap),
  words: Words,
  concepts: Concepts,
  wordings: z.record(id, Wordings),
} as const;

export type FileKind = keyof typeof fileSchemas;
export type { Article, Party } from './article-schema.ts';
export type { Population } from './concepts-schema.ts';
export type Words = z.infer<typeof Words>;
export type Wordings = z.infer<typeof Wordings>;
export type Gap = z.infer<typeof Gap>;
export type Citation = z.infer<typeof Citation>;
export type Quotation = z.infer<typeof Quotation>;
export type Value = z.infer<typeof Value>;
/** A curated fact; its topic is the name of the file that it is in. */
export type Fact = z.infer<typeof Fact> & { topic: string };
/** A fact that a person has yet to write; its topic is the name of the file that it is in. */
export type Draft = z.infer<typeof Draft> & { topic: string };
