// The dated events of all facts, in order, each with who gives its date: the article or the curators.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Article, Fact } from '../core/knowledge/schema.ts';
import { describeAttribution, describeStatus } from './attribution.ts';
import { capitalize } from './blocks.ts';
import type { Timeline } from './picture-content.ts';
import { formatDate } from './values.ts';

export interface DatedEvent {
  /** Its name on the timeline. */
  name: string;
  /** As precise as it is known: 2017, 2017-04 or 2017-04-24. */
  date: string;
  /** A sentence that says who gives the date, or which part of it the article states, and how the rest was worked out. */
  basis: string;
  /** The same in a few words, for brackets. */
  briefly: string;
  fact: Fact;
}

/** The events of all facts, earliest first. */
export const datedEvents = ({ article, facts }: Knowledge): DatedEvent[] =>
  [...facts.values()]
    .flatMap((fact) =>
      fact.values.flatMap((value) => {
        if (value.kind !== 'date' || !value.event) return [];
        return [{ name: value.event, date: value.date, fact, ...basisOf(fact, value, article) }];
      }),
    )
    .sort((a, b) => (a.date < b.date ? -1 : 1));

/** The events as a timeline, in the order given. */
export const timelineOf = (events: readonly DatedEvent[]): Timeline => ({
  kind: 'timeline',
  title: 'Dates in order',
  events: events.map(({ date, name }) => ({ when: formatDate(date), what: name })),
});

function basisOf(
  fact: Fact,
  { date, dayStated }: { date: string; dayStated?: boolean | undefined },
  article: Article,
): Pick<DatedEvent, 'basis' | 'briefly'> {
  if (fact.status === 'stated' || !dayStated)
    return { briefly: describeStatus(fact, article), basis: describeAttribution(fact, article) };
  const stated = date.split('-').length > 2 ? 'day' : 'month';
  const briefly = `${stated} stated by the article, year resolved by the curators`;
  return { briefly, basis: `${capitalize(briefly)}.` };
}
