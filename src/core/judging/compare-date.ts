// Compares a date or a time in an assertion with the dated events of the facts.
import type { ClockTime, DateHedge, DateSpan, Days, TimeOfDay } from '../text/date-span.ts';
import { denialOf } from './denials.ts';
import type { Evidence } from './evidence.ts';
import type { DatedEvent, JudgingData } from './judging-data.ts';
import { type AssertionReading, OTHER_PERIOD } from './read-assertion.ts';
import type { Placed } from './read-sentence.ts';

type Result = 'inside' | 'outside' | 'open';

const FAR = 99;
/** How many minutes "about" may be off. */
const ABOUT = 20;

/**
 * Compares a date or a time with the events of the facts.
 *
 * @returns the evidence on the event that fits, or else on the one mentioned nearest; undefined where the date
 *   belongs to no event
 */
export function compareDate(
  one: AssertionReading,
  placed: Placed<DateSpan | ClockTime>,
  { events, periods }: JudgingData,
): Evidence | undefined {
  const { figure } = placed;
  const { own, carried } = one;
  const has = (mentions: AssertionReading['own'], concepts: readonly string[] = []) =>
    concepts.some((concept) => mentions.has(concept));
  const time = figure.kind === 'time' ? figure : figure.time;
  const present = periods[0]?.id;
  const isOfPeriod = ({ period }: DatedEvent) => {
    const year = figure.kind === 'date' ? figure.from.slice(0, 4) : undefined;
    const dated = year === undefined ? undefined : periods.find(({ years }) => years.has(year));
    // A year outside every period is compared with the earlier event: "the last crisis was in the 1980s".
    if (year !== undefined && !dated) return period !== present;
    const spoken = one.period === OTHER_PERIOD ? undefined : (one.period ?? dated?.id);
    return spoken === undefined || spoken === period;
  };
  const candidates = events.filter((event) => {
    if ((event.minutes !== undefined) !== (time !== undefined)) return false;
    const { by, with: context, not } = event.told;
    return (
      has(own, by) &&
      (!context || has(own, context) || has(carried, context)) &&
      !has(own, not) &&
      isOfPeriod(event)
    );
  });
  if (candidates.length === 0) return undefined;
  const distance = ({ told }: DatedEvent) => {
    const mentions = told.by.flatMap((concept) => own.get(concept) ?? []);
    return Math.min(
      FAR,
      ...mentions.map((mention) =>
        Math.min(Math.abs(mention.from - placed.to), Math.abs(placed.from - mention.to)),
      ),
    );
  };
  const results = candidates
    .map((event) => ({
      event,
      fact: event.fact,
      result: compareWith(figure, time, event),
      distance: distance(event),
    }))
    .sort((a, b) => a.distance - b.distance);
  const tokens = Array.from({ length: placed.to - placed.from }, (_, i) => placed.from + i);
  const isDenied = figure.negated || denialOf(one, placed, []) === 'yes';
  const isEventDenied = (event: DatedEvent) => {
    const mentions = event.told.by.flatMap((concept) => own.get(concept) ?? []);
    return mentions.length > 0 && mentions.every((mention) => denialOf(one, mention, mentions) === 'yes');
  };
  const found = results.find(({ result }) => result === 'inside') ?? results[0];
  if (!found) return undefined;
  const { event, fact, result } = found;
  if (result === 'open') return { rule: 'date open', fact, sign: 0, tokens };
  if (result === 'inside')
    // "Neither side left on Monday" denies more than the day.
    return isDenied || isEventDenied(event)
      ? { rule: 'date denied', fact, sign: -1, tokens }
      : { rule: 'date fits', fact, sign: 1, tokens };
  return isDenied
    ? { rule: 'wrong date denied', fact, sign: 0, tokens }
    : { rule: 'another date', fact, sign: -1, tokens };
}

function compareWith(
  figure: DateSpan | ClockTime,
  time: TimeOfDay | undefined,
  { days, minutes }: DatedEvent,
): Result {
  if (minutes !== undefined) return time ? compareTimes(minutes, time, figure.hedge) : 'open';
  if (figure.kind !== 'date' || !days) return 'open';
  const results = [figure, ...(figure.alternatives ?? [])].map((span) =>
    compareDays(days, span, figure.hedge),
  );
  if (results.includes('inside')) return 'inside';
  return results.every((result) => result === 'outside') ? 'outside' : 'open';
}

function compareTimes(minutes: number, time: TimeOfDay, hedge: DateHedge | undefined): Result {
  const value = time.half ? minutes : minutes % 720;
  const isEarlier = value < time.minutes;
  switch (hedge) {
    case 'before':
    case 'by':
    case 'until':
      return value <= time.minutes ? 'inside' : 'outside';
    case 'after':
    case 'since':
      return isEarlier ? 'outside' : 'inside';
    default:
      return Math.abs(value - time.minutes) <= (hedge === 'about' ? ABOUT : 0) ? 'inside' : 'outside';
  }
}

/** Compares the days of an event with the span that a text names. As strings, ISO dates sort in order of time. */
function compareDays(event: Days, span: Days, hedge: DateHedge | undefined): Result {
  switch (hedge) {
    case 'before':
      if (event.to < span.from) return 'inside';
      return event.from > span.to ? 'outside' : 'open';
    case 'after':
      if (event.from > span.to) return 'inside';
      return event.to < span.from ? 'outside' : 'open';
    case 'since':
      if (event.from >= span.from) return 'inside';
      return event.to < span.from ? 'outside' : 'open';
    case 'by':
      if (event.to <= span.to) return 'inside';
      return event.from > span.to ? 'outside' : 'open';
    case 'until':
      if (event.to >= span.from && event.to <= span.to) return 'inside';
      return event.from > span.to || event.to < span.from ? 'outside' : 'open';
    default:
      if (event.from >= span.from && event.to <= span.to) return 'inside';
      if (event.to < span.from || event.from > span.to) return 'outside';
      // A year may be part of a longer event: "the crisis of 2007" went on into 2008.
      return isYears(event) && isYears(span) ? 'inside' : 'open';
  }
}

const isYears = ({ from, to }: Days) => from.endsWith('-01-01') && to.endsWith('-12-31');
