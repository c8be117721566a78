// The timeline: each event with its date, and which part of the date was worked out because the article does not
// state it.
import { z } from 'zod';
import {
  asOf,
  citationBlocks,
  type Desk,
  datedEvents,
  defineCommand,
  describeEvent,
  factButton,
  factReply,
  filterChoices,
  formatDate,
  notice,
  timelineOf,
} from '#bot';

export default defineCommand({
  description: 'The timeline, in order',
  options: z.object({ event: z.string().optional().describe('One event: type a word of its name') }),
  phrases: ['dates', 'dates in order', 'timeline', 'chronology'],
  appliesTo: (knowledge) => datedEvents(knowledge).length > 0,
  suggest: {
    event: (typed, desk) => filterChoices(eventsOf(desk), typed).map(({ name, value }) => ({ name, value })),
  },
  run({ event = '' }, { desk }) {
    const { article } = desk.knowledge;
    const all = eventsOf(desk);
    if (all.length === 0) return notice('The article gives no dates.');
    const events = filterChoices(all, event);
    const [first] = events;
    const last = events.at(-1);
    if (!first || !last)
      return notice(
        `The article gives no date for that. It gives dates for: ${all.map(({ name }) => name).join('; ')}.`,
      );
    if (first === last) return factReply(desk, first.fact.id);
    const picture = timelineOf(events);
    return {
      blocks: [
        { kind: 'heading', text: 'Dates in order' },
        { kind: 'lead', text: `From ${formatDate(first.date)} to ${formatDate(last.date)}` },
        { kind: 'list', items: events.map(describeEvent) },
        ...(picture ? [{ kind: 'picture' as const, picture }] : []),
        ...(article.dateBasis ? [{ kind: 'note' as const, text: article.dateBasis }] : []),
        ...citationBlocks(events.map(({ fact }) => fact)),
        asOf(article),
      ],
      buttons: events.map(({ fact }) => factButton(fact)),
    };
  },
});

const eventsOf = ({ knowledge }: Desk) =>
  datedEvents(knowledge).map((event) => ({ ...event, value: event.fact.id, words: event.fact.questions }));
