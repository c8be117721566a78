// An assertion ready to be compared: what it names itself, what it shares with what comes before, and its period.
import type { Assertion } from './cut-assertions.ts';
import type { Mention } from './lexicon.ts';
import type { SentenceReading } from './read-sentence.ts';

/** The period of an assertion about a year that is in none of the article's periods. */
export const OTHER_PERIOD = 'other';

export interface AssertionReading {
  reading: SentenceReading;
  assertion: Assertion;
  /** Its own mentions, by concept. */
  own: ReadonlyMap<string, readonly Mention[]>;
  /** The mentions before it, nearest first, by concept: a list shares the verb before it. */
  carried: ReadonlyMap<string, readonly Mention[]>;
  /** The id of its period in article.yaml; undefined where it names none. */
  period: string | undefined;
}

/** A period of the article, and how texts name it. */
export interface Period {
  id: string;
  /** Its years, such as "2007". */
  years: ReadonlySet<string>;
  /** The concept whose phrases name it. */
  concept: string | undefined;
}

/**
 * The concept of the latest of several things. "The last crisis was in 1985" is about the last crisis in the article,
 * although it gives another year.
 */
const LATEST = 'most-recent';

/**
 * Reads the assertions of a sentence.
 *
 * @param before the previous sentence, whose names carry over
 * @param periods the periods of the article
 */
export function readAssertions(
  reading: SentenceReading,
  before: SentenceReading | undefined,
  periods: readonly Period[],
): AssertionReading[] {
  let period: string | undefined;
  return reading.assertions.map((assertion) => {
    period = periodOf(reading, assertion, periods) ?? period;
    const own = reading.mentions.filter(({ from, to }) => from >= assertion.from && to <= assertion.to);
    const carried = reading.mentions.filter(({ to }) => to <= assertion.from).reverse();
    carried.push(...namedBehindList(reading, assertion));
    if (before) carried.push(...before.mentions.toReversed());
    return { reading, assertion, own: byConcept(own), carried: byConcept(carried), period };
  });
}

/**
 * What is named behind a list that begins the sentence: in "Higher pay, bigger residuals: these the union asks for",
 * the items share that verb.
 */
function namedBehindList({ assertions, mentions }: SentenceReading, assertion: Assertion): Mention[] {
  const first = assertions.find(({ hasVerb }) => hasVerb);
  return first && assertion.from < first.from ? mentions.filter(({ from }) => from >= first.from) : [];
}

function byConcept(mentions: readonly Mention[]): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.concept);
    if (group) group.push(mention);
    else groups.set(mention.concept, [mention]);
  }
  return groups;
}

/** The period that some tokens name; undefined where they name none, or several. */
function periodOf(
  { mentions, dates }: SentenceReading,
  { from, to }: { from: number; to: number },
  periods: readonly Period[],
): string | undefined {
  const names = (concept: string | undefined) =>
    mentions.some((one) => one.concept === concept && one.from >= from && one.to <= to);
  const spans = dates.flatMap(({ figure, from: start, to: end }) =>
    figure.kind === 'date' && figure.yearKnown && start >= from && end <= to
      ? [[figure.from.slice(0, 4), figure.to.slice(0, 4)]]
      : [],
  );
  const isOf = ({ years }: Period, span: readonly string[]) => span.every((year) => years.has(year));
  const named = periods.filter((period) => names(period.concept) || spans.some((span) => isOf(period, span)));
  if (named.length > 0) return named.length === 1 ? named[0]?.id : undefined;
  const isOther = spans.some((span) => !periods.some(({ years }) => span.some((year) => years.has(year))));
  return isOther && !names(LATEST) ? OTHER_PERIOD : undefined;
}
