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
        'What a claim has to name to be compared: each entry is a concept, or several with "|" between them, one of which is enough.',
      ),
    affirms: concepts.optional().describe('Concepts that say what the fact says.'),
    opposes: concepts
      .optional()
      .describe('Concepts that say the opposite. A denial turns them round: "not unexpected" affirms.'),
    kind: z
      .enum(['is', 'happened', 'asked', 'offered', 'possible', 'planned'])
      .describe(
        'How it is stated: as a state, as something that happened, that a party asked for or offered, that may come, or that is due or intended.',
      ),
    actor: party.optional().describe('Who does it. A claim in which the other side does it says otherwise.'),
    subject: party
      .optional()
      .describe('Who does what is under "does". A claim about the other side is not compared.'),
    does: concept
      .optional()
      .describe('The concept that the actor or the subject does, where it is not what affirms or opposes.'),
    behind: z
      .boolean()
      .optional()
      .describe(
        'What affirms or opposes has to come after "does": "represents the miners", not "the miners represent".',
      ),
    accused: party.optional().describe('Who is accused. A claim that accuses the other side says otherwise.'),
    sayers: z
      .array(party)
      .min(1)
      .optional()
      .describe('The claim has to name who says so, and it has to be the side of one of these.'),
    compares: z
      .boolean()
      .optional()
      .describe(
        'Two periods are compared: of the earlier one the opposite is true. The claim has to name the earlier one.',
      ),
    period: text
      .optional()
      .describe('A period of article.yaml. A claim that speaks of another one is not compared.'),
    exceptPeriod: text
      .optional()
      .describe('A period of article.yaml. A claim that speaks of it is not compared.'),
    unless: concepts.optional().describe('A claim that names one of these concepts is not compared.'),
    yieldsToFigures: z
      .boolean()
      .optional()
      .describe('If the claim also gives a share, a count or a ratio, only that figure decides.'),
    mustBeReal: z
      .boolean()
      .optional()
      .describe('Only claims that it is so are compared, not those that it may be, is allowed or is wanted.'),
  })
  .refine(({ affirms, opposes }) => affirms || opposes, {
    path: ['about'],
    message: 'needs "affirms", "opposes" or both beside it',
  })
  .refine(({ behind, subject, does }) => does || !(behind || subject), {
    path: ['about'],
    message: 'stands beside "behind" or "subject", which need "does"',
  });

const told = {
  by: concepts.describe('Concepts that tell that a figure in a claim is meant to be this value.'),
  with: concepts.optional().describe('One of these concepts has to be named too.'),
  not: concepts.optional().describe('None of these concepts may be named.'),
};

/** How to recognize that a date or a time in a claim refers to a value. */
export const ToldDate = z
  .strictObject(told)
  .describe('How a claim words this date or time; without it, no claim is compared with the value.');

/** How to recognize that a number in a claim refers to a value. */
export const ToldNumber = z
  .strictObject({
    ...told,
    whose: concept.optional().describe('The concept of whom or what a percentage is a share of.'),
    nouns: z.array(text).min(1).optional().describe('What the number counts: "310 cars", "310 vehicles".'),
    per: text.optional().describe('The span that the number is for, such as "day".'),
    compares: z
      .boolean()
      .optional()
      .describe('The number lies between two periods, so a claim may speak of either.'),
  })
  .describe('How a claim words this number; without it, no claim is compared with the value.');

export type Statement = z.infer<typeof Statement>;
export type ToldDate = z.infer<typeof ToldDate>;
export type ToldNumber = z.infer<typeof ToldNumber>;
