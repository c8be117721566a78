// The zod schemas of what article.yaml composes for members: views, which become commands, and the sections of the
// summary.
import { z } from 'zod';
import { id, text } from './scalars.ts';

/** Characters of a slash command's name, of a description and of a select menu's entry (Discord: Application Commands). */
const NAME_LENGTH = 32;
const DESCRIPTION_LENGTH = 100;

/**
 * Maximum characters of all section ids together, joined by commas. A button keeps the chosen sections in its custom
 * id, which has 100 characters; the request itself and the id of a channel take the rest.
 */
export const SECTION_IDS_LENGTH = 45;

const short = text.max(DESCRIPTION_LENGTH);

const view = {
  id: id.max(NAME_LENGTH).describe('Its command, without the slash. Buttons under old messages name it.'),
  title: short.describe('The heading above what it shows.'),
  description: short.describe('What Discord shows next to the command.'),
  phrases: z.array(text).min(1).optional().describe('What members may type to /ask for it, besides its id.'),
};

const Comparison = z
  .strictObject({
    kind: z.literal('comparison'),
    ...view,
    measures: z
      .array(text)
      .min(1)
      .optional()
      .describe('Its rows: measures of values in the facts; without it, all of them.'),
    columns: z
      .array(
        z.strictObject({
          id: id.describe('What values name as their "column".'),
          name: short.describe('The heading above its figures.'),
        }),
      )
      .min(2)
      .max(4)
      .optional()
      .describe("What is compared; without it, the article's periods."),
  })
  .describe('Figures side by side: those values of the facts that have a "measure".');

const List = z
  .strictObject({
    kind: z.literal('list'),
    ...view,
    list: id.describe('The fact whose "items" it lists.'),
    option: short.describe('What Discord shows next to the option that picks one entry.'),
    replies: z
      .strictObject({ title: short, facts: z.array(id).min(1) })
      .optional()
      .describe('What is said about the entries, under a title of its own.'),
  })
  .describe('A curated list, of which members can pick one entry.');

export const View = z.discriminatedUnion('kind', [Comparison, List]);

export const Section = z
  .strictObject({
    id: id.describe('Buttons below a pinned summary name it.'),
    title: short,
    view: id.optional().describe('The figures or entries of a view; its lines come first.'),
    dates: z
      .union([z.literal('all'), z.array(id).min(1)], {
        error: 'must be "all", or a list of facts whose values have an event',
      })
      .optional()
      .describe('The dated events of all facts, or of the named ones, in chronological order.'),
    facts: z.array(id).min(1).optional().describe('Facts, each on a line with its source.'),
    gaps: z.array(id).min(1).optional().describe('What the article does not say.'),
  })
  .refine(({ view, dates, facts, gaps }) => view ?? dates ?? facts ?? gaps, {
    path: ['title'],
    message: 'has nothing below it: the section needs "view", "dates", "facts" or "gaps"',
  });

export type View = z.infer<typeof View>;
export type Comparison = z.infer<typeof Comparison>;
export type ListView = z.infer<typeof List>;
export type Section = z.infer<typeof Section>;
