// The pinned summary: what happened in one sentence, and sections made from the facts, each line with its paragraphs.
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Section } from '../core/knowledge/view-schema.ts';
import { hash } from '../core/text/hash.ts';
import { sentence } from './answer-reply.ts';
import { withStatus } from './attribution.ts';
import { asOf, capitalize } from './blocks.ts';
import { comparisonBars } from './comparison.ts';
import { datedEvents, timelineOf } from './dated-events.ts';
import { inShort, tellAlone } from './in-short.ts';
import type { Picture } from './picture-content.ts';
import type { Block } from './reply.ts';
import { sectionContent } from './section-content.ts';

/** The pictures that commands and summaries show whatever a member types. */
export const standardPictures = (knowledge: Knowledge): Picture[] => [
  ...knowledge.article.views.flatMap((view) =>
    view.kind === 'comparison' ? (comparisonBars(view, knowledge) ?? []) : [],
  ),
  ...[timelineOf(datedEvents(knowledge)) ?? []].flat(),
];

/**
 * A summary with these sections. One without a line is left out.
 * @param version of the bot, whose next version may lay a summary out in another way
 */
export function summaryBlocks(knowledge: Knowledge, sections: readonly Section[], version: string): Block[] {
  const { article } = knowledge;
  const chosen = sections
    .map((section) => ({ title: section.title, ...sectionContent(section, knowledge) }))
    .filter(({ lines }) => lines.length > 0);
  const [first] = inShort(knowledge);
  const blocks: Block[] = [
    { kind: 'heading', text: capitalize(article.subject) },
    ...(first
      ? [
          {
            kind: 'text' as const,
            text: sentence(`As of ${article.asOf}: ${withStatus(tellAlone(first), first, article)}`),
          },
        ]
      : []),
    ...chosen.flatMap(({ title, lines, sources }): Block[] => [
      { kind: 'lead', text: title },
      { kind: 'list', items: lines },
      ...(sources ? [{ kind: 'note' as const, text: sources }] : []),
    ]),
    ...chosen.flatMap(({ pictures }) => pictures.map((picture): Block => ({ kind: 'picture', picture }))),
    asOf(article),
  ];
  return [...blocks, { kind: 'stamp', text: `Edition ${editionOf(version, blocks)}` }];
}

/** Eight hexadecimal digits that change with anything that the summary shows, and with the version of the bot. */
const editionOf = (version: string, blocks: readonly Block[]): string =>
  hash(JSON.stringify([version, blocks]))
    .toString(16)
    .padStart(8, '0');
