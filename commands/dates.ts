// The timeline: what happened or is due when, and whether the article states the date or the curators resolved it.

import { z } from 'zod';
import {
  asOf,
  capitalize,
  citationBlocks,
  type Desk,
  defineCommand,
  type Fact,
  factButton,
  factReply,
  notice,
  pick,
  sayDate,
} from '#bot';

export default defineCommand({
  description: 'The timeline, in order',
  options: z.object({ event: z.string().optional().describe('One event, such as the vote') }),
  suggest: {
    event: (typed, desk) => pick(eventsOf(desk), typed).map(({ name, value }) => ({ name, value })),
  },
  run({ event = '' }, { desk }) {
    const { article } = desk.knowledge;
    const all = eventsOf(desk);
    const events = pick(all, event);
    const [first] = events;
    const last = events.at(-1);
    if (!first || !last)
      return notice(`The article dates no such event. It dates: ${all.map(({ name }) => name).join('; ')}.`);
    if (first === last) return factReply(desk, first.fact.id);
    return {
      blocks: [
        { kind: 'heading', text: 'Dates in order' },
        { kind: 'lead', text: `From ${sayDate(first.date)} to ${sayDate(last.date)}` },
        { kind: 'list', items: events.map(({ date, name, basis }) => `${sayDate(date)}: ${name}. ${basis}`) },
        { kind: 'note', text: article.dateBasis },
        ...citationBlocks(events.map(({ fact }) => fact)),
        asOf(article),
      ],
      buttons: events.map(({ fact }) => factButton(fact)),
    };
  },
});

/** The dated events of all facts, earliest first. */
const eventsOf = ({ knowledge }: Desk) =>
  [...knowledge.facts.values()]
    .flatMap((fact) =>
      fact.values.flatMap((value) => {
        if (value.kind !== 'date' || !value.event) return [];
        const { event: name, date } = value;
        return [{ name, value: fact.id, words: fact.questions, date, basis: basisOf(fact, value), fact }];
      }),
    )
    .sort((a, b) => (a.date < b.date ? -1 : 1));

/** What of the date the article states, and what the curators resolved and how. */
function basisOf(fact: Fact, { date, dayStated }: { date: string; dayStated?: boolean | undefined }): string {
  if (fact.status === 'stated') return 'Stated by the article.';
  if (!dayStated) return `Resolved by the curators: ${fact.working}`;
  const stated = date.split('-').length > 2 ? 'day' : 'month';
  return `${capitalize(stated)} stated by the article, year resolved by the curators.`;
}
