// The dated events of all facts, in order, each with who gives its date: the article, or whoever worked it out.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Article, Fact } from '../core/knowledge/schema.ts';
import { describeStatus } from './attribution.ts';
import type { Timeline } from './picture-content.ts';
import { formatDate } from './values.ts';

export interface DatedEvent {
  /** Its name on the timeline. */
  name: string;
  /** As precise as it is known: 2017, 2017-04 or 2017-04-24. */
  date: string;
  /** For brackets: who gives the date, or what of it was worked out; empty if the article states it. */
  basis: string;
  fact: Fact;
}

/** The events of all facts, earliest first. */
export const datedEvents = ({ article, facts }: Knowledge): DatedEvent[] =>
  [...facts.values()]
    .flatMap((fact) =>
      fact.values.flatMap((value) => {
        if (value.kind !== 'date' || !value.event) return [];
        return [{ name: value.event, date: value.date, fact, basis: basisOf(fact, value, article) }];
      }),
    )
    .sort((a, b) => (a.date < b.date ? -1 : 1));

/** An event on one line. */
export const describeEvent = ({ date, name, basis }: DatedEvent): string =>
  `${formatDate(date)}: ${name}${basis && ` (${basis})`}`;

/** The events as a timeline, in the order given. */
export const timelineOf = (events: readonly DatedEvent[]): Timeline => ({
  kind: 'timeline',
  title: 'Dates in order',
  events: events.map(({ date, name }) => ({ when: formatDate(date), what: name })),
});

function basisOf(fact: Fact, { dayStated }: { dayStated?: boolean | undefined }, article: Article): string {
  if (fact.status === 'stated') return '';
  if (fact.status !== 'derived' && fact.status !== 'resolved') return describeStatus(fact, article);
  return dayStated ? 'year worked out' : 'worked out';
}
