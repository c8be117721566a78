// What happened or is due when: the dated events of all facts, and whether the article states the date.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Fact } from '../core/knowledge/schema.ts';
import { capitalize } from './blocks.ts';
import type { Timeline } from './picture-content.ts';
import { formatDate } from './values.ts';

export interface DatedEvent {
  /** What the timeline calls it. */
  name: string;
  /** As precise as it is known: 2017, 2017-04 or 2017-04-24. */
  date: string;
  /** A sentence on what of the date the article states, and what the curators resolved and how. */
  basis: string;
  /** The same in a few words, to stand in brackets. */
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

/** The events as a picture, in their order. */
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
