// The sections of a summary: those of article.yaml, or else one for each topic, the dates if they are few, and what
// the article does not say.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Gap } from '../core/knowledge/schema.ts';
import { SECTION_IDS_LENGTH, type Section } from '../core/knowledge/view-schema.ts';
import { capitalize } from './blocks.ts';
import { datedEvents, timelineOf } from './dated-events.ts';
import { saysUnknown } from './unknown-words.ts';

/** Number of facts per topic, and of gaps, if the curators chose none. */
const FACTS = 3;
const GAPS = 6;

/** The sections of a summary, in their order. */
export const summarySections = (knowledge: Knowledge): readonly Section[] =>
  knowledge.article.summary ?? usualSections(knowledge);

/**
 * The sections that a request names.
 *
 * @param given ids joined by full stops, or by commas as in menus and older buttons; all sections if undefined
 * @returns those that exist, in the order of the summary
 */
export function chosenSections(given: string | undefined, knowledge: Knowledge): readonly Section[] {
  const all = summarySections(knowledge);
  if (given === undefined) return all;
  const named = given.split(/[.,]/);
  return all.filter(({ id }) => named.includes(id));
}

/** Sections as a request names them. */
export const nameSections = (sections: readonly Section[]): string => sections.map(({ id }) => id).join('.');

function usualSections(knowledge: Knowledge): Section[] {
  const facts = [...knowledge.facts.values()];
  const gaps = unknownByTopic(knowledge).slice(0, GAPS);
  const [dates, unknown] = ['dates', 'unknown'];
  const rest: Section[] = [
    ...(timelineOf(datedEvents(knowledge)) ? [{ id: dates, title: 'Dates', dates: 'all' as const }] : []),
    ...(gaps.length > 0
      ? [{ id: unknown, title: 'What the article does not say', gaps: gaps.map(({ id }) => id) }]
      : []),
  ];
  const isDated = rest.some((section) => section.dates);
  const topics = [...new Set(facts.map(({ topic }) => topic))].filter((topic) => !isDated || topic !== dates);
  const sections = topics.map((topic) => ({
    id: shortName(topic, [...topics, dates, unknown]),
    title: capitalize(topic.replaceAll('-', ' ')),
    facts: facts
      .filter((fact) => fact.topic === topic)
      .slice(0, FACTS)
      .map(({ id }) => id),
  }));
  while (nameSections([...sections, ...rest]).length > SECTION_IDS_LENGTH) sections.pop();
  return [...sections, ...rest];
}

/** The shortest beginning of a name that no other name shares, or else the whole name. */
function shortName(name: string, all: readonly string[]): string {
  const lengths = Array.from(name, (_, at) => at + 1);
  const isOwn = (length: number) =>
    all.every((other) => other === name || !other.startsWith(name.slice(0, length)));
  return name.slice(0, lengths.find(isOwn) ?? name.length);
}

/** The first gap of each topic that says what the article does not say. */
function unknownByTopic({ facts, gaps }: Knowledge): Gap[] {
  const byTopic = new Map<string, Gap>();
  for (const gap of gaps.values()) {
    const topic = facts.get(gap.nearest[0] ?? '')?.topic;
    if (topic && !byTopic.has(topic) && saysUnknown(gap)) byTopic.set(topic, gap);
  }
  return [...byTopic.values()];
}
