// What a section of the summary shows: its lines, who says so, its pictures, and the commands that say more.
import { factOf, type Knowledge } from '../core/knowledge/parse.ts';
import type { Fact, Gap } from '../core/knowledge/schema.ts';
import type { Comparison, ListView, Section } from '../core/knowledge/view-schema.ts';
import { splitClaims } from '../core/text/claims.ts';
import { sentence } from './answer-reply.ts';
import { describeSources, NOT_SAID, withStatus } from './attribution.ts';
import { capitalize } from './blocks.ts';
import { comparisonBars, comparisonTable, figureOf } from './comparison.ts';
import { datedEvents, describeEvent, timelineOf } from './dated-events.ts';
import type { Picture } from './picture-content.ts';
import { saysUnknown } from './unknown-words.ts';

export interface SectionContent {
  /** Each with its paragraphs. */
  lines: string[];
  /** Who says so, once for all lines that do not tell it; missing where all of them do. */
  sources?: string;
  pictures: Picture[];
  /** The commands that say more. */
  more: string[];
}

/** The content of a section; without a line where the knowledge has nothing for it. */
export function sectionContent(section: Section, knowledge: Knowledge): SectionContent {
  const { view: viewId, dates, facts: ids = [], gaps = [] } = section;
  const view = knowledge.article.views.find(({ id }) => id === viewId);
  const shown =
    view && (view.kind === 'comparison' ? comparisonContent(view, knowledge) : listContent(view, knowledge));
  const events = dates ? datedEvents(knowledge, dates === 'all' ? undefined : dates) : [];
  const facts = ids.map((id) => factOf(knowledge, id));
  return {
    lines: [
      ...(shown?.lines ?? []),
      ...events.map((event) => `${describeEvent(event)} ${paragraphs([event.fact])}`),
      ...facts.map((fact) => factLine(fact, knowledge)),
      ...gaps.flatMap((id) => gapLine(knowledge.gaps.get(id), knowledge)),
    ],
    ...(shown && { sources: shown.sources }),
    pictures: [shown?.picture ?? [], timelineOf(events) ?? []].flat(),
    more: [
      ...(view ? [view.id] : []),
      ...(dates ? ['dates'] : []),
      ...(facts.some(({ quotation }) => quotation) ? ['quotes'] : []),
    ],
  };
}

/** Of the first column, each measure by its name; of the others all together, since they have fewer. */
function comparisonContent(view: Comparison, knowledge: Knowledge) {
  const { columns, given } = comparisonTable(view, knowledge);
  const lines = given.map(({ measure, cells }) => {
    const isShare = [...cells.values()].every(({ value }) => value.unit === 'percent');
    const figures = columns.flatMap(({ id, label }) => {
      const cell = cells.get(id);
      if (cell) return [`${label}: ${figureOf(measure, cell.value)}`];
      return isShare ? [`${label}: ${NOT_SAID}`] : [];
    });
    const facts = [...cells.values()].map(({ fact }) => fact);
    return `${measure}: ${figures.join('; ')} ${paragraphs(facts)}`;
  });
  const entries = columns.flatMap(({ id, label }, at) =>
    given.flatMap(({ measure, cells }) => {
      const cell = cells.get(id);
      return cell ? [{ name: at === 0 ? measure : label, fact: cell.fact }] : [];
    }),
  );
  return {
    lines,
    sources: describeSources(entries, knowledge.article),
    picture: comparisonBars(view, knowledge),
  };
}

function listContent({ list }: ListView, knowledge: Knowledge) {
  const facts = (factOf(knowledge, list).items ?? []).map((id) => factOf(knowledge, id));
  return {
    lines: facts.map((fact) => `${fact.short} ${paragraphs([fact])}`),
    sources: describeSources(
      facts.map((fact) => ({ name: fact.short, fact })),
      knowledge.article,
    ),
    picture: undefined,
  };
}

/** What the article states in full; what others say in the shortest words that tell who says so. */
function factLine(fact: Fact, { article }: Knowledge): string {
  const [first = fact.claim] = splitClaims(fact.claim);
  const tellsWho = (text: string) => withStatus(text, fact, article) === text;
  const text =
    fact.status === 'stated' ? fact.claim : ([fact.short, first, fact.claim].find(tellsWho) ?? first);
  return `${sentence(withStatus(text, fact, article))} ${paragraphs([fact])}`;
}

/** What is not said, in the words that follow the section's title. */
function gapLine(gap: Gap | undefined, { facts }: Knowledge): string[] {
  const words = gap && saysUnknown(gap);
  if (!words) return [];
  const known = gap.nearest.flatMap((id) => facts.get(id) ?? []);
  return [
    [sentence(capitalize(words)), ...(known.length > 0 ? [`Nearest: ${paragraphs(known)}`] : [])].join(' '),
  ];
}

/** Such as "¶3, ¶7". */
const paragraphs = (facts: readonly Fact[]) =>
  [...new Set(facts.flatMap(({ citations }) => citations.map(({ paragraph }) => paragraph)))]
    .sort((a, b) => a - b)
    .map((paragraph) => `¶${paragraph}`)
    .join(', ');
