// Replies as plain text, for a terminal and for tests.
import type { Answer } from '../core/asking/answer.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import { answerBlocks } from './answer-reply.ts';
import { altText } from './picture-content.ts';
import type { Block } from './reply.ts';

/** An answer as a member reads it: a correction if there is one, the short answer, the claim and who says so. */
export const answerText = (answer: Answer, knowledge: Knowledge): string =>
  toPlainText(answerBlocks(answer, knowledge));

/** Blocks as lines of plain text, in order. */
export const toPlainText = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n');

function blockText(block: Block): string {
  switch (block.kind) {
    case 'question':
      return `${block.label ?? 'Question'}: ${block.text}`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'quote':
      return `“${block.text}”\n${block.source}`;
    case 'citation':
      return `Paragraph ${block.paragraph}: ${block.excerpt}`;
    case 'code':
      return `${block.caption}\n${block.text}`;
    case 'mention':
      return `For member ${block.member}`;
    case 'channel':
      return `In channel ${block.id}`;
    case 'picture':
      return altText(block.picture);
    case 'note':
      return block.link ? `${block.text}\n${block.link}` : block.text;
    default:
      return block.text;
  }
}
