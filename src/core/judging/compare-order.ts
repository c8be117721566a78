// Compares the order of two events in a text with their dates: "the mill opened before the bridge was built".
import type { Evidence } from './evidence.ts';
import type { Finding } from './gather-evidence.ts';
import type { DatedEvent, JudgingData } from './judging-data.ts';
import type { AssertionReading } from './read-assertion.ts';

type Order = 'before' | 'after';

/**
 * Adds to the findings of a text what the dates of the facts say about the order of its clauses.
 *
 * Nothing is added if a clause names no dated event, if only some of the dates that it may mean agree with the order,
 * or if something is denied.
 */
export function compareOrder(findings: readonly Finding[], data: JudgingData): Finding[] {
  return findings.map((finding, i) => {
    const order = orderOf(finding.one);
    if (!order) return finding;
    const previous = findings[i - 1];
    const isSameSentence = previous?.one.reading === finding.one.reading;
    const main = isSameSentence ? previous : findings[i + 1];
    if (!main || main.one.reading !== finding.one.reading) return finding;
    const evidence = compare(main.one, order, finding.one, data);
    return evidence ? { ...finding, evidence: [...finding.evidence, evidence] } : finding;
  });
}

const orderOf = ({ assertion: { joint } }: AssertionReading): Order | undefined =>
  joint === 'before' || joint === 'after' ? joint : undefined;

function compare(
  main: AssertionReading,
  order: Order,
  clause: AssertionReading,
  data: JudgingData,
): Evidence | undefined {
  if (main.reading.negators.length > 0 || main.reading.isDeniedWhole) return undefined;
  const [mains, clauses] = [eventsNamedIn(main, data), eventsNamedIn(clause, data)];
  const results = new Set(mains.flatMap((event) => clauses.map((other) => holds(event, order, other))));
  const [fact] = mains.map((event) => event.fact);
  if (!fact || results.size !== 1) return undefined;
  const tokens = [clause.assertion.from - 1];
  if (results.has('yes')) return { rule: 'date fits', fact, sign: 1, tokens };
  return results.has('no') ? { rule: 'another date', fact, sign: -1, tokens } : undefined;
}

/** The dated events that a clause may be about; those of an earlier period only if it names that period. */
function eventsNamedIn(
  { own, carried, period }: AssertionReading,
  { events, periods }: JudgingData,
): DatedEvent[] {
  const has = (concepts: readonly string[] = []) => concepts.some((concept) => own.has(concept));
  const present = periods[0]?.id;
  return events.filter(({ days, told: { by, with: context, not }, period: of = present }) => {
    const isInContext = !context || has(context) || context.some((concept) => carried.has(concept));
    return days !== undefined && has(by) && isInContext && !has(not) && of === (period ?? present);
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
