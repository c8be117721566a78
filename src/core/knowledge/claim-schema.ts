// The zod schemas of what claims are judged by: statements of facts, and the concepts by which a claim refers to a value.
import { z } from 'zod';
import { concept } from './concepts-schema.ts';
import { id, ids, text } from './scalars.ts';

const concepts = z.array(concept).min(1);
const party = id.describe('A party of article.yaml.');

/** What a fact states, in terms of concepts, so that a claim can be compared with it. */
export const Statement = z
  .strictObject({
    about: z
      .array(ids)
      .min(1)
      .describe(
        'What a claim has to name to be compared: each entry is a concept, or several joined by "|", one of which is enough.',
      ),
    affirms: concepts.optional().describe('Concepts that say what the fact says.'),
    opposes: concepts
      .optional()
      .describe('Concepts that say the opposite. A denial reverses them: "not unexpected" affirms.'),
    kind: z
      .enum(['is', 'happened', 'asked', 'offered', 'possible', 'planned'])
      .describe(
        'How it is stated: as a state, or as something that happened, that a party asked for or offered, that is possible, or that is planned.',
      ),
    actor: party.optional().describe('Who does it. A claim in which the other side does it is contradicted.'),
    subject: party
      .optional()
      .describe('Who does what is under "does". A claim about the other side is not compared.'),
    does: concept
      .optional()
      .describe('The concept of what the actor or the subject does, if it does not affirm or oppose.'),
    behind: z
      .boolean()
      .optional()
      .describe(
        'What affirms or opposes has to come after "does": "represents the miners", not "the miners represent".',
      ),
    accused: party
      .optional()
      .describe('Who is accused. A claim that accuses the other side is contradicted.'),
    sayers: z
      .array(party)
      .min(1)
      .optional()
      .describe('The claim has to name its source, on the side of one of these.'),
    compares: z
      .boolean()
      .optional()
      .describe(
        'Two periods are compared: for the earlier one, the opposite is true. The claim has to name the earlier one.',
      ),
    period: text.optional().describe('A period of article.yaml. A claim about another one is not compared.'),
    exceptPeriod: text.optional().describe('A period of article.yaml. A claim about it is not compared.'),
    unless: concepts.optional().describe('A claim that names one of these concepts is not compared.'),
    yieldsToFigures: z
      .boolean()
      .optional()
      .describe('If the claim also gives a share, a count or a ratio, only that figure decides.'),
    mustBeReal: z
      .boolean()
      .optional()
      .describe(
        'Only claims that something is so are compared, not that it may be, is allowed or is wanted.',
      ),
  })
  .refine(({ affirms, opposes }) => affirms || opposes, {
    path: ['about'],
    message: 'needs "affirms", "opposes" or both beside it',
  })
  .refine(({ behind, subject, does }) => does || !(behind || subject), {
    path: ['about'],
    message: 'has "behind" or "subject", which need "does"',
  });

const told = {
  by: concepts.describe('Concepts by which a figure in a claim refers to this value.'),
  with: concepts.optional().describe('One of these concepts has to be named too.'),
  not: concepts.optional().describe('None of these concepts may be named.'),
};

/** How to recognize that a date or a time in a claim refers to a value. */
export const ToldDate = z
  .strictObject(told)
  .describe('How a claim refers to this date or time; without it, no claim is compared with the value.');

/** How to recognize that a number in a claim refers to a value. */
export const ToldNumber = z
  .strictObject({
    ...told,
    whose: concept.optional().describe('The concept of what a percentage is a share of.'),
    nouns: z.array(text).min(1).optional().describe('What the number counts: "310 cars", "310 vehicles".'),
    per: text.optional().describe('The span that the number is for, such as "day".'),
    compares: z
      .boolean()
      .optional()
      .describe('The number lies between two periods, so a claim may speak of either.'),
  })
  .describe('How a claim refers to this number; without it, no claim is compared with the value.');

export type Statement = z.infer<typeof Statement>;
export type ToldDate = z.infer<typeof ToldDate>;
export type ToldNumber = z.infer<typeof ToldNumber>;
