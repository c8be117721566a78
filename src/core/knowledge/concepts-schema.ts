// The zod schema of concepts.yaml: the words for parties, things and actions, and the groups that shares are of.
import { z } from 'zod';
import { id, ids, text } from './scalars.ts';

export const concept = id.describe('A concept of concepts.yaml.');

const phrase = text
  .regex(/^(?!\.\.( |$))(?!.* \.\.$)(?!.* \.\. \.\. )/, 'must have a word on both sides of each ".."')
  .describe('Words in any of their forms; ".." for up to three words between; "=word" for that form only.');

const phrases = z
  .array(phrase)
  .min(1)
  .superRefine((list, context) => {
    list.forEach((one, i) => {
      if (list.indexOf(one) < i)
        context.addIssue({ code: 'custom', path: [i], input: one, message: 'must not appear twice' });
    });
  });

export const Population = z
  .strictObject({
    concept: concept.describe('The concept that names the group, and that "whose" of a value names.'),
    consistsOf: concept
      .optional()
      .describe(
        'The concept for those in it. Right beside a figure, as in "two in three members", it means all of them.',
      ),
    narrowedBy: z
      .array(text.regex(/^[a-z]+$/, 'must be a single word in lower case'))
      .min(1)
      .optional()
      .describe('Words, in this form only, that make a smaller group of it right behind its name.'),
    parts: z
      .array(ids)
      .min(1)
      .optional()
      .describe(
        'Concepts that divide it, such as "no" and "yes", or several with "|" between them. Where a claim names more than one, the first counts.',
      ),
    yields: z
      .literal(true)
      .optional()
      .describe(
        'Any other group that a claim names counts before it, since its words also say what those in it did.',
      ),
  })
  .describe('A group that shares are of.');

const populations = z
  .array(Population)
  .min(1)
  .superRefine((list, context) => {
    list.forEach(({ concept: input }, i) => {
      if (list.findIndex((other) => other.concept === input) < i)
        context.addIssue({ code: 'custom', path: [i, 'concept'], input, message: 'must not appear twice' });
    });
  })
  .describe('The groups that shares are of, each broader than the next.');

const { $schema: _, ...idSchema } = z.toJSONSchema(id);

/** What concepts.yaml holds: phrases by the id of their concept, and populations from the broadest to the narrowest. */
export const Concepts = z
  .object({ populations: populations.optional() })
  .catchall(phrases)
  .superRefine((concepts, context) => {
    for (const key of Object.keys(concepts)) {
      const issue = id.safeParse(key).error?.issues[0];
      if (issue) context.addIssue({ code: 'custom', path: [key], input: key, message: issue.message });
    }
  })
  // Tells editors about the ids too, since JSON Schema knows no refinements.
  .meta({ propertyNames: idSchema })
  .transform(({ populations = [], ...named }) => ({
    phrases: named as Record<string, string[]>,
    populations,
  }));

export type Concepts = z.infer<typeof Concepts>;
export type Population = z.infer<typeof Population>;
