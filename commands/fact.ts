// Posts one fact in the channel for a moderator, addressed to a member if the moderator names one.
import { z } from 'zod';
import { defineCommand, factReply, filterChoices, memberOption, notice, postReply } from '#bot';

/** Choices that Discord shows while an option is typed. */
const CHOICES = 25;

export default defineCommand({
  description: 'Post one fact in this channel',
  requires: 'ManageMessages',
  options: z.object({
    id: z.string().describe('Which fact: type a few of its words'),
    member: memberOption.optional().describe('Whom it is for; nobody else is notified'),
  }),
  suggest: {
    id(typed, { knowledge, suggest }) {
      const named = filterChoices(
        [...knowledge.facts.values()].map(({ id, short }) => ({ name: `${id}: ${short}`, value: id })),
        typed,
      )
        .map(({ value }) => value)
        .sort((one, other) => Number(other.startsWith(typed)) - Number(one.startsWith(typed)));
      const meant = suggest(typed, CHOICES).map(({ fact }) => fact.id);
      return [...new Set([...named, ...meant])].map((id) => ({
        name: `${id}: ${knowledge.facts.get(id)?.short}`,
        value: id,
      }));
    },
  },
  run({ id, member: addressee }, { desk, member }) {
    if (!desk.knowledge.facts.has(id)) return notice(`There is no fact "${id}". Choose one from the list.`);
    return postReply(factReply(desk, id), id, member, addressee);
  },
});
