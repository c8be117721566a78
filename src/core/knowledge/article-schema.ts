// The zod schema of article.yaml: where the article comes from, who appears in it, and what members see of it.
import { z } from 'zod';
import { clock, id, partialDate, text } from './scalars.ts';
import { SECTION_IDS_LENGTH, Section, View } from './view-schema.ts';

/** The beginning of a text in article.yaml that a person has yet to write. */
export const PLACEHOLDER = 'TODO';

/** A list in which no two entries have the same text under a key. */
const unique = <K extends string, T extends z.ZodType<Record<K, string>>>(key: K, entry: T) =>
  z.array(entry).superRefine((entries, context) => {
    for (const [i, one] of entries.entries())
      if (entries.findIndex((other) => other[key] === one[key]) < i)
        context.addIssue({ code: 'custom', path: [i, key], message: `"${one[key]}" is taken already` });
  });

export const Article = z.strictObject({
  publisher: text,
  names: z.array(text).min(1).describe('What members call the article when they say what is in it.'),
  date: partialDate.optional().describe('As far as it is known; left out for a text without a date.'),
  dateBasis: text.optional().describe('How the curators know the date.'),
  address: z
    .url({ protocol: /^https?$/, error: 'must be a web address, such as http://example.com' })
    .optional()
    .describe('Left out for a text that is not on the web.'),
  subject: text,
  about: text
    .optional()
    .describe(
      'The subject in a few words, as small talk names it after "one article on"; without it, the subject.',
    ),
  asOf: text.describe('Ends the line "As of ..." under every answer.'),
  unknown: z.array(text).default([]).describe('What is not known about the article itself.'),
  editions: z.array(z.strictObject({ time: clock, what: text })).default([]),
  inShort: z
    .array(id)
    .min(1)
    .optional()
    .describe(
      'The facts whose short answers tell the article in a few lines, for /tldr; the first also heads a summary.',
    ),
  bot: text.max(32).default('Article Desk').describe('The name of the bot.'),
  examples: z
    .array(text)
    .min(1)
    .max(5)
    .optional()
    .describe(
      'Questions of facts that are offered to newcomers; without them, the first ones of the largest topics.',
    ),
  views: unique('id', View)
    .default([])
    .describe('Commands of this article: figures side by side, and curated lists.'),
  summary: unique('id', Section)
    .min(1)
    .max(25)
    .refine((sections) => sections.map(({ id }) => id).join().length <= SECTION_IDS_LENGTH, {
      message: `has ids that are too long: together they must have at most ${SECTION_IDS_LENGTH} characters, commas included`,
    })
    .optional()
    .describe(
      'The sections of the pinned summary; without it, one for each topic, the dates, and what the article does not say.',
    ),
  paragraphs: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256, 64 hexadecimal digits'),
  periods: z
    .array(
      z.strictObject({
        id: text,
        name: text,
        names: z.array(text).min(1).describe('What members call it.'),
        concept: id.optional().describe('The concept of concepts.yaml by which claims name it.'),
      }),
    )
    .default([])
    .describe("The article's own year first; none for an article of one period."),
  parties: z
    .array(
      z.strictObject({
        id,
        name: text.describe('As used in "... says".'),
        side: text.describe('Parties of one side speak for each other when a claim is checked.'),
        names: z.array(text).min(1).describe('What members call it.'),
        concepts: z
          .array(id)
          .min(1)
          .optional()
          .describe('Further concepts of concepts.yaml that name it, besides the one with its id.'),
      }),
    )
    .default([]),
});

export type Article = z.infer<typeof Article>;
export type Party = Article['parties'][number];
