// Which sections a summary has: those of article.yaml, else one for each topic, the dates if they are few, and what is not
// said.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Gap } from '../core/knowledge/schema.ts';
import { SECTION_IDS_LENGTH, type Section } from '../core/knowledge/view-schema.ts';
import { capitalize } from './blocks.ts';
import { datedEvents, timelineOf } from './dated-events.ts';
import { saysUnknown } from './unknown-words.ts';

/** Number of facts of a topic, and of gaps, where the curators chose none. */
const FACTS = 3;
const GAPS = 6;

/** The sections of a summary, in their order. */
export const summarySections = (knowledge: Knowledge): readonly Section[] =>
  knowledge.article.summary ?? usualSections(knowledge);

/**
 * The sections that a request names.
 * @param given ids with a full stop between them, or a comma as menus and older buttons have it; all sections if undefined
 * @returns those that there are, in the summary's order
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

/** The shortest beginning of a name that no other name has, or else the whole of it. */
function shortName(name: string, all: readonly string[]): string {
  const lengths = Array.from(name, (_, at) => at + 1);
  const isOwn = (length: number) =>
    all.every((other) => other === name || !other.startsWith(name.slice(0, length)));
  return name.slice(0, lengths.find(isOwn) ?? name.length);
}

/** The first gap of each topic that says what is not said. */
function unknownByTopic({ facts, gaps }: Knowledge): Gap[] {
  const byTopic = new Map<string, Gap>();
  for (const gap of gaps.values()) {
    const topic = facts.get(gap.nearest[0] ?? '')?.topic;
    if (topic && !byTopic.has(topic) && saysUnknown(gap)) byTopic.set(topic, gap);
  }
  return [...byTopic.values()];
}
