// Keeps a reply within what one message can carry, by whole items and never in the middle of somebody's words.
import type { Block, Reply } from './reply.ts';

/**
 * Room for a reply's texts besides its question, in UTF-16 code units. Discord takes 4,000 over all texts of a
 * message; the rest is for the question and for the characters that escaping adds.
 */
const ROOM = 3000;

/** The reply, with whole items, quotations or citations left out from the end where it is too long, and a line that says so. */
export function fitMessage(reply: Reply): Reply {
  const blocks = [...reply.blocks];
  let left = 0;
  while (blocks.reduce((sum, block) => sum + sizeOf(block), 0) > ROOM) {
    const index = blocks.findLastIndex(isCuttable);
    const block = blocks[index];
    if (!block) break;
    if (block.kind === 'list') blocks[index] = { ...block, items: block.items.slice(0, -1) };
    else blocks.splice(index, 1);
    left += 1;
  }
  if (left === 0) return reply;
  return {
    ...reply,
    blocks: [...blocks, { kind: 'note', text: `Too long for one message: ${left} more left out.` }],
  };
}

const CUTTABLE: readonly Block['kind'][] = ['quote', 'citation', 'code'];

const isCuttable = (block: Block) =>
  block.kind === 'list' ? block.items.length > 0 : CUTTABLE.includes(block.kind);

function sizeOf(block: Block): number {
  if (block.kind === 'question' || block.kind === 'picture' || block.kind === 'mention') return 0;
  if (block.kind === 'list') return block.items.reduce((sum, item) => sum + item.length, 0);
  if (block.kind === 'citation') return block.excerpt.length;
  return block.text.length + (block.kind === 'quote' ? block.source.length : 0);
}
