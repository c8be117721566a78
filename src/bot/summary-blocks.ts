// The pinned summary: what happened in one sentence, and sections made from the facts, each line with its paragraphs.
import type { Knowledge } from '../core/knowledge/parse.ts';
import { factOf } from '../core/knowledge/parse.ts';
import type { Fact, Gap } from '../core/knowledge/schema.ts';
import { splitClaims } from '../core/text/claims.ts';
import { hash } from '../core/text/hash.ts';
import { sentence } from './answer-reply.ts';
import { describeSources, withStatus } from './attribution.ts';
import { asOf, capitalize } from './blocks.ts';
import { datedEvents, describeEvent, timelineOf } from './dated-events.ts';
import { inShort } from './in-short.ts';
import type { Picture } from './picture-content.ts';
import type { Block } from './reply.ts';
import { figureOf, NOT_SAID, voteBars, voteTable } from './vote-table.ts';

interface Section {
  title: string;
  lines(knowledge: Knowledge): string[];
  /** Who says so, once for all lines that do not tell it. */
  sources?(knowledge: Knowledge): string;
  /** Missing where there is nothing to draw. */
  picture?(knowledge: Knowledge): Picture | undefined;
  /** The command that says more about it. */
  more?: string;
}

/** The sections by their names in a stored request, in their order on the summary. */
export const SECTIONS: Readonly<Record<string, Section>> = {
  votes: { title: 'The vote', lines: voteLines, sources: voteSources, picture: drawnVotes, more: 'votes' },
  demands: {
    title: 'What the guild asks for',
    lines: demandLines,
    sources: demandSources,
    more: 'demands',
  },
  dates: {
    title: 'Dates',
    lines: dateLines,
    picture: (knowledge) => timelineOf(datedEvents(knowledge)),
    more: 'dates',
  },
  positions: { title: 'Who says what', lines: positionLines, more: 'quotes' },
  unknown: { title: 'What the article does not say', lines: unknownLines },
};

/** Number of lines for each side, and of what the article does not say, where the curators chose none. */
const LINES_A_SIDE = 2;
const UNKNOWN_LINES = 6;

/** The pictures of all sections, which the commands of these sections show too. */
export const standardPictures = (knowledge: Knowledge): Picture[] =>
  Object.values(SECTIONS).flatMap(({ picture }) => picture?.(knowledge) ?? []);

/**
 * A summary with the named sections, in the summary's own order.
 * @param version of the bot, whose next version may lay a summary out in another way
 */
export function summaryBlocks(knowledge: Knowledge, names: readonly string[], version: string): Block[] {
  const { article } = knowledge;
  const named = Object.entries(SECTIONS).filter(([name]) => names.includes(name));
  // What no fact speaks of has no section.
  const chosen = named.flatMap(([, section]) => {
    const items = section.lines(knowledge);
    return items.length > 0 ? { ...section, items } : [];
  });
  const [first] = inShort(knowledge);
  const blocks: Block[] = [
    { kind: 'heading', text: capitalize(article.subject) },
    ...(first
      ? [
          {
            kind: 'text' as const,
            text: sentence(`As of ${article.asOf}: ${withStatus(first.short, first, article)}`),
          },
        ]
      : []),
    ...chosen.flatMap(({ title, items, sources }): Block[] => [
      { kind: 'lead', text: title },
      { kind: 'list', items },
      ...(sources ? [{ kind: 'note' as const, text: sources(knowledge) }] : []),
    ]),
    ...chosen.flatMap((section): Block[] => {
      const picture = section.picture?.(knowledge);
      return picture ? [{ kind: 'picture', picture }] : [];
    }),
    asOf(article),
  ];
  return [...blocks, { kind: 'stamp', text: `Edition ${editionOf(version, blocks)}` }];
}

/** Eight hexadecimal digits that change with anything that the summary shows, and with the version of the bot. */
const editionOf = (version: string, blocks: readonly Block[]): string =>
  hash(JSON.stringify([version, blocks]))
    .toString(16)
    .padStart(8, '0');

function drawnVotes(knowledge: Knowledge): Picture | undefined {
  const bars = voteBars(knowledge);
  return bars.groups.length > 0 ? bars : undefined;
}

/** The figures of the votes, and the condition on which they lead to a strike. */
function voteLines(knowledge: Knowledge): string[] {
  const { periods } = knowledge.article;
  return [
    ...voteTable(knowledge).given.map(({ measure, cells }) => {
      const isShare = [...cells.values()].every(({ value }) => value.unit === 'percent');
      const figures = periods.flatMap(({ id }) => {
        const cell = cells.get(id);
        if (cell) return [`${id}: ${figureOf(measure, cell.value)}`];
        return isShare ? [`${id}: ${NOT_SAID}`] : [];
      });
      const facts = [...cells.values()].map(({ fact }) => fact);
      return `${measure}: ${figures.join('; ')} ${paragraphs(facts)}`;
    }),
    ...conditionsOf(knowledge).map((fact) => `${fact.claim} ${paragraphs([fact])}`),
  ];
}

/** Of the vote now, each measure by its name; of the others all together, since they are few. */
function voteSources(knowledge: Knowledge): string {
  const { article } = knowledge;
  const { given } = voteTable(knowledge);
  const cells = article.periods.flatMap(({ id }, at) =>
    given.flatMap(({ measure, cells }) => {
      const cell = cells.get(id);
      return cell ? [{ name: at === 0 ? measure : id, fact: cell.fact }] : [];
    }),
  );
  return describeSources(cells, article);
}

const conditionsOf = ({ facts }: Knowledge): Fact[] =>
  [...facts.values()].filter(
    ({ topic, values }) => topic === 'votes' && values.some(({ kind }) => kind === 'condition'),
  );

const demandsOf = (knowledge: Knowledge): Fact[] =>
  [...knowledge.facts.values()]
    .filter(({ topic, items }) => topic === 'demands' && items)
    .flatMap(({ items = [] }) => items)
    .map((id) => factOf(knowledge, id));

function demandLines(knowledge: Knowledge): string[] {
  return demandsOf(knowledge).map((fact) => `${fact.short} ${paragraphs([fact])}`);
}

function demandSources(knowledge: Knowledge): string {
  const demands = demandsOf(knowledge).map((fact) => ({ name: fact.short, fact }));
  return describeSources(demands, knowledge.article);
}

function dateLines(knowledge: Knowledge): string[] {
  return datedEvents(knowledge).map((event) => `${describeEvent(event)} ${paragraphs([event.fact])}`);
}

/** What the parties say, in the shortest words that tell who says so. */
function positionLines(knowledge: Knowledge): string[] {
  const { article } = knowledge;
  return positionsOf(knowledge).map((fact) => {
    const [first = fact.claim] = splitClaims(fact.claim);
    const tellsWho = (text: string) => withStatus(text, fact, article) === text;
    const text = [fact.short, first, fact.claim].find(tellsWho) ?? first;
    return `${sentence(withStatus(text, fact, article))} ${paragraphs([fact])}`;
  });
}

/** The facts that the curators chose, else the first that is disputed, and as many claims of each side. */
function positionsOf(knowledge: Knowledge): Fact[] {
  const { article, facts } = knowledge;
  if (article.summary) return article.summary.positions.map((id) => factOf(knowledge, id));
  const said = [...facts.values()].filter(({ topic }) => topic !== 'votes');
  const disputed = said.filter(({ status }) => status === 'disputed').slice(0, 1);
  const sides = new Map(article.parties.map(({ id, side }) => [id, side]));
  const claims = [...new Set(sides.values())].flatMap((side) =>
    said
      .filter(
        ({ status, saidBy = [] }) => status === 'claimed' && saidBy.every((id) => sides.get(id) === side),
      )
      .slice(0, LINES_A_SIDE),
  );
  return [...disputed, ...claims];
}

/** The words behind "the article doesn't say", up to a remark. */
const UNKNOWN = /\b(?:doesn't|does not) say ((?:how|if|what|when|where|whether|which|who|why)\b[^.;]*)/;

/** What people ask most, in the words that follow the section's title. */
function unknownLines(knowledge: Knowledge): string[] {
  return unknownOf(knowledge).flatMap(({ says, nearest }) => {
    const [, words] = UNKNOWN.exec(says) ?? [];
    if (!words) return [];
    const known = nearest.flatMap((id) => knowledge.facts.get(id) ?? []);
    return [
      [sentence(capitalize(words)), ...(known.length > 0 ? [`Nearest: ${paragraphs(known)}`] : [])].join(' '),
    ];
  });
}

/** The gaps that the curators chose, else the first of each topic. */
function unknownOf({ article, facts, gaps }: Knowledge): Gap[] {
  if (article.summary) return article.summary.unknown.flatMap((id) => gaps.get(id) ?? []);
  const byTopic = new Map<string, Gap>();
  for (const gap of gaps.values()) {
    const topic = facts.get(gap.nearest[0] ?? '')?.topic;
    if (topic && !byTopic.has(topic) && UNKNOWN.test(gap.says)) byTopic.set(topic, gap);
  }
  return [...byTopic.values()].slice(0, UNKNOWN_LINES);
}

/** Such as "¶3, ¶7". */
const paragraphs = (facts: readonly Fact[]) =>
  [...new Set(facts.flatMap(({ citations }) => citations.map(({ paragraph }) => paragraph)))]
    .sort((a, b) => a - b)
    .map((paragraph) => `¶${paragraph}`)
    .join(', ');
