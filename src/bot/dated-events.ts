// The dated events of all facts, in order, each with who gives its date: the article or the curators.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Fact } from '../core/knowledge/schema.ts';
import { capitalize } from './blocks.ts';
import type { Timeline } from './picture-content.ts';
import { formatDate } from './values.ts';

export interface DatedEvent {
  /** Its name on the timeline. */
  name: string;
  /** As precise as it is known: 2017, 2017-04 or 2017-04-24. */
  date: string;
  /** A sentence that says which part of the date the article states, and how the curators resolved the rest. */
  basis: string;
  /** The same in a few words, for brackets. */
  briefly: string;
  fact: Fact;
}

/** The events of all facts, earliest first. */
export const datedEvents = ({ facts }: Knowledge): DatedEvent[] =>
  [...facts.values()]
    .flatMap((fact) =>
      fact.values.flatMap((value) => {
        if (value.kind !== 'date' || !value.event) return [];
        return [{ name: value.event, date: value.date, fact, ...basisOf(fact, value) }];
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
): Pick<DatedEvent, 'basis' | 'briefly'> {
  const stated = date.split('-').length > 2 ? 'day' : 'month';
  const briefly =
    fact.status === 'stated'
      ? 'stated by the article'
      : dayStated
        ? `${stated} stated by the article, year resolved by the curators`
        : 'resolved by the curators';
  const isBare = fact.status !== 'stated' && !dayStated;
  return { briefly, basis: `${capitalize(briefly)}${isBare ? `: ${fact.working}` : '.'}` };
}
