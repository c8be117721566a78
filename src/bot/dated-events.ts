// The dated events of all facts in order, each with the source of its date: the article, or whoever worked it out.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Article, Fact } from '../core/knowledge/schema.ts';
import { describeStatus } from './attribution.ts';
import type { Timeline } from './picture-content.ts';
import { formatDate } from './values.ts';

export interface TimelineEvent {
  /** Its name on the timeline. */
  name: string;
  /** As precise as it is known: 2017, 2017-04 or 2017-04-24. */
  date: string;
  /** The source of the date, for brackets; empty if the article states it. */
  basis: string;
  fact: Fact;
}

/**
 * The events of all facts, or of the facts with these ids, earliest first. An event dated only by a year or a month
 * comes before the days in it, like a heading: readers look for it where the year begins. Events with the same date
 * are in the order of their facts.
 */
export const datedEvents = ({ article, facts }: Knowledge, ids?: readonly string[]): TimelineEvent[] =>
  [...facts.values()]
    .filter(({ id }) => ids?.includes(id) ?? true)
    .flatMap((fact) =>
      fact.values.flatMap((value) => {
        if (value.kind !== 'date' || !value.event) return [];
        return [{ name: value.event, date: value.date, fact, basis: basisOf(fact, value, article) }];
      }),
    )
    .sort((a, b) => Number(a.date > b.date) - Number(a.date < b.date));

/** An event on one line. */
export const describeEvent = ({ date, name, basis }: TimelineEvent): string =>
  `${formatDate(date)}: ${name}${basis && ` (${basis})`}`;

/** Maximum number of events in a picture. A chat shrinks a taller one until it cannot be read. */
const MAX_DRAWN = 12;

/** The events as a timeline, in the given order; undefined if there are none, or more than a picture can show. */
export const timelineOf = (events: readonly TimelineEvent[]): Timeline | undefined =>
  events.length === 0 || events.length > MAX_DRAWN
    ? undefined
    : {
        kind: 'timeline',
        title: 'Dates in order',
        events: events.map(({ date, name }) => ({ when: formatDate(date), what: name })),
      };

function basisOf(fact: Fact, { dayStated }: { dayStated?: boolean | undefined }, article: Article): string {
  if (fact.status === 'stated') return '';
  if (fact.status !== 'derived' && fact.status !== 'resolved') return describeStatus(fact, article);
  return dayStated ? 'year worked out' : 'worked out';
}
