// Compares the order of two events in a text with their dates: "the mill opened before the bridge was built".
import type { Evidence } from './evidence.ts';
import type { Finding } from './gather-evidence.ts';
import type { DatedEvent, JudgingData } from './judging-data.ts';
import type { Mention } from './lexicon.ts';
import type { AssertionReading } from './read-assertion.ts';
import type { SentenceReading } from './read-sentence.ts';

type Order = 'before' | 'after';

const DISTANCE = /^(?:minute|hour|day|week|month|year|decade)s?$/;

/**
 * Adds to the findings of a text what the dates of the facts say about the order in which it puts events.
 *
 * Nothing is added if no dated event is named on either side of "before" or "after", if only some of the dates that
 * may be meant agree with the order, or if something is denied.
 */
export function compareOrder(findings: readonly Finding[], data: JudgingData): Finding[] {
  return findings.map((finding, i) => {
    const { one } = finding;
    const evidence = [...compareClauses(findings, i, data), ...compareInside(one, data)];
    return evidence.length > 0 ? { ...finding, evidence: [...finding.evidence, ...evidence] } : finding;
  });
}

const orderOf = (word: string | undefined): Order | undefined =>
  word === 'before' || word === 'after' ? word : undefined;

/** A clause that begins with "before" or "after", and the one that it belongs to. */
function compareClauses(findings: readonly Finding[], i: number, data: JudgingData): Evidence[] {
  const { one } = findings[i] as Finding;
  const order = orderOf(one.assertion.joint);
  if (!order) return [];
  const isOfSentence = (other: Finding | undefined) => other?.one.reading === one.reading;
  const main = [findings[i - 1], findings[i + 1]].find(isOfSentence);
  if (!main) return [];
  const events = eventsNamedIn(main.one, main.one.own, data);
  return compare(one, order, one.assertion.from - 1, events, eventsNamedIn(one, one.own, data));
}

/** "Before" or "after" within a clause: "talks resume before the contract expires". */
function compareInside(one: AssertionReading, data: JudgingData): Evidence[] {
  const { reading, assertion, own } = one;
  for (let at = assertion.from; at < assertion.to; at += 1) {
    const order = orderOf(reading.tokens[at]?.norm);
    if (!order) continue;
    const side = (isOn: (mention: Mention) => boolean) =>
      new Map([...own].map(([concept, mentions]) => [concept, mentions.filter(isOn)] as const));
    const inside = side(({ to }) => to <= at);
    // "They left in March, a month before the mill closed" goes on about what comes before the comma.
    const mains = eventsNamedIn(one, assertion.hasVerb ? inside : sideBefore(reading, at), data);
    const others = eventsNamedIn(
      one,
      side(({ from }) => from > at),
      data,
    );
    return compare(one, order, at, mains, others);
  }
  return [];
}

/** All that a sentence names before a place, by concept. */
const sideBefore = ({ mentions }: SentenceReading, at: number): Map<string, Mention[]> => {
  const side = new Map<string, Mention[]>();
  for (const mention of mentions)
    if (mention.to <= at) side.set(mention.concept, [...(side.get(mention.concept) ?? []), mention]);
  return side;
};

function compare(
  { reading }: AssertionReading,
  order: Order,
  at: number,
  mains: readonly DatedEvent[],
  others: readonly DatedEvent[],
): Evidence[] {
  if (reading.negators.length > 0 || reading.isDeniedWhole) return [];
  const results = new Set(mains.flatMap((event) => others.map((other) => holds(event, order, other))));
  const [fact] = mains.map((event) => event.fact);
  if (!fact || results.size !== 1) return [];
  // "A month before" gives a distance, too, which a right order does not bear out.
  const isDistance = DISTANCE.test(reading.tokens[at - 1]?.norm ?? '');
  if (results.has('yes') && isDistance) return [];
  if (results.has('yes')) return [{ rule: 'date fits', fact, sign: 1, tokens: [at] }];
  return results.has('no') ? [{ rule: 'another date', fact, sign: -1, tokens: [at] }] : [];
}

/** The dated events that mentions may be about; those of an earlier period only if the clause names that period. */
function eventsNamedIn(
  { carried, period }: AssertionReading,
  own: ReadonlyMap<string, readonly Mention[]>,
  { events, periods }: JudgingData,
): DatedEvent[] {
  const isNamed = (concept: string) => (own.get(concept) ?? []).length > 0;
  const present = periods[0]?.id;
  return events.filter(({ days, told: { by, with: context, not }, period: of = present }) => {
    const isInContext = !context || context.some((concept) => isNamed(concept) || carried.has(concept));
    return (
      days !== undefined &&
      by.some(isNamed) &&
      isInContext &&
      !not?.some(isNamed) &&
      of === (period ?? present)
    );
  });
}

/** Whether an event comes before or after another one; days as YYYY-MM-DD compare as text. */
function holds({ days: one }: DatedEvent, order: Order, { days: other }: DatedEvent): 'yes' | 'no' | 'open' {
  if (!one || !other) return 'open';
  const isBefore = one.to < other.from;
  const isAfter = one.from > other.to;
  if (!isBefore && !isAfter) return 'open';
  return isBefore === (order === 'before') ? 'yes' : 'no';
}
