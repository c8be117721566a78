// The pinned summary: five sections made from the facts, each line with its paragraphs and who says so.
import type { Knowledge } from '../core/knowledge/parse.ts';
import { factOf } from '../core/knowledge/parse.ts';
import type { Fact } from '../core/knowledge/schema.ts';
import { splitClaims } from '../core/text/claims.ts';
import { describeStatus } from './attribution.ts';
import { asOf, capitalize } from './blocks.ts';
import { datedEvents, describeEvent, timelineOf } from './dated-events.ts';
import { knowledgeStamp } from './knowledge-stamp.ts';
import type { Picture } from './picture-content.ts';
import type { Block } from './reply.ts';
import { formatNumber } from './values.ts';
import { NOT_SAID, voteBars, voteTable } from './vote-table.ts';

interface Section {
  title: string;
  lines(knowledge: Knowledge): string[];
  /** Missing where there is nothing to draw. */
  picture?(knowledge: Knowledge): Picture | undefined;
  /** The command that says more about it. */
  more?: string;
}

/** The sections by the name that a moderator types, in their order on the summary. */
export const SECTIONS: Readonly<Record<string, Section>> = {
  votes: { title: 'The vote', lines: voteLines, picture: drawnVotes, more: 'votes' },
  demands: { title: 'What the guild asks for', lines: demandLines, more: 'demands' },
  dates: {
    title: 'Dates',
    lines: dateLines,
    picture: (knowledge) => timelineOf(datedEvents(knowledge)),
    more: 'dates',
  },
  positions: { title: 'Who says what', lines: positionLines, more: 'quotes' },
  unknown: { title: 'What the article does not say', lines: gapLines },
};

/** The pictures of all sections, which the commands of these sections show too. */
export const standardPictures = (knowledge: Knowledge): Picture[] =>
  Object.values(SECTIONS).flatMap(({ picture }) => picture?.(knowledge) ?? []);

/** A summary with the named sections, in the summary's own order. */
export function summaryBlocks(knowledge: Knowledge, names: readonly string[]): Block[] {
  const named = Object.entries(SECTIONS).filter(([name]) => names.includes(name));
  // What no fact speaks of has no section.
  const chosen = named.flatMap(([, section]) => {
    const items = section.lines(knowledge);
    return items.length > 0 ? { ...section, items } : [];
  });
  return [
    { kind: 'heading', text: capitalize(knowledge.article.subject) },
    ...chosen.flatMap(({ title, items }): Block[] => [
      { kind: 'lead', text: title },
      { kind: 'list', items },
    ]),
    ...chosen.flatMap((section): Block[] => {
      const picture = section.picture?.(knowledge);
      return picture ? [{ kind: 'picture', picture }] : [];
    }),
    asOf(knowledge.article),
    {
      kind: 'stamp',
      text: `Sections: ${named.map(([name]) => name).join(', ')} · Knowledge ${knowledgeStamp(knowledge)}`,
    },
  ];
}

function drawnVotes(knowledge: Knowledge): Picture | undefined {
  const bars = voteBars(knowledge);
  return bars.groups.length > 0 ? bars : undefined;
}

/** The figures of the votes, and the condition on which they lead to a strike. */
function voteLines(knowledge: Knowledge): string[] {
  const { article, facts } = knowledge;
  const conditions = [...facts.values()].filter(
    ({ topic, values }) => topic === 'votes' && values.some(({ kind }) => kind === 'condition'),
  );
  return [
    ...voteTable(knowledge).given.map(({ measure, cells }) => {
      const isShare = [...cells.values()].every(({ value }) => value.unit === 'percent');
      const figures = article.periods.flatMap(({ id }) => {
        const cell = cells.get(id);
        if (!cell) return isShare ? [`${id}: ${NOT_SAID}`] : [];
        return [`${id}: ${withSource(formatNumber(cell.value), cell.fact, knowledge)}`];
      });
      return `${measure}: ${figures.join('; ')}`;
    }),
    ...conditions.map((fact) => withSource(fact.claim, fact, knowledge)),
  ];
}

function demandLines(knowledge: Knowledge): string[] {
  return [...knowledge.facts.values()]
    .filter(({ topic, items }) => topic === 'demands' && items)
    .flatMap(({ items = [] }) => items)
    .map((id) => factOf(knowledge, id))
    .map((fact) => withSource(fact.short, fact, knowledge));
}

function dateLines(knowledge: Knowledge): string[] {
  return datedEvents(knowledge).map((event) => `${describeEvent(event)} ${paragraphs([event.fact])}`);
}

/**
 * What the parties say: first what they dispute, then what one of them claims. Figures and quotations are elsewhere.
 * The first sentence of a claim is enough; the rest explains it.
 */
function positionLines(knowledge: Knowledge): string[] {
  return [...knowledge.facts.values()]
    .filter(({ status, topic, quotation }) => isSaid(status) && topic !== 'votes' && !quotation)
    .toSorted((a, b) => Number(b.status === 'disputed') - Number(a.status === 'disputed'))
    .map((fact) => withSource(splitClaims(fact.claim)[0] ?? fact.claim, fact, knowledge));
}

const isSaid = (status: Fact['status']) => status === 'claimed' || status === 'disputed';

/** One gap for each topic of the nearest facts: the first one, since curators put what matters first. */
function gapLines({ gaps, facts }: Knowledge): string[] {
  const byTopic = new Map<string, string>();
  for (const { says, nearest } of gaps.values()) {
    const known = nearest.flatMap((id) => facts.get(id) ?? []);
    const topic = known[0]?.topic;
    if (topic && !byTopic.has(topic)) byTopic.set(topic, `${briefly(says)} Nearest: ${paragraphs(known)}`);
  }
  return [...byTopic.values()];
}

/** Without the words that the section's title says already. */
const briefly = (says: string) => capitalize(says.replace(/^The article doesn't say /, ''));

const withSource = (text: string, fact: Fact, { article }: Knowledge) =>
  `${text} (${describeStatus(fact, article)}) ${paragraphs([fact])}`;

/** Such as "¶3, ¶7". */
const paragraphs = (facts: readonly Fact[]) =>
  [...new Set(facts.flatMap(({ citations }) => citations.map(({ paragraph }) => paragraph)))]
    .sort((a, b) => a - b)
    .map((paragraph) => `¶${paragraph}`)
    .join(', ');
