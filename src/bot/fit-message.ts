// Keeps a reply within what one message can carry, by whole items and never in the middle of somebody's words.
import type { Block } from './reply.ts';

/**
 * A reply's blocks, with whole items left out until the rest fits, and a line that says how many.
 * Citations go first, then the last line of the longest list, or the longest quotation or code where that is longer;
 * then the question, which its asker knows, and at last anything else from the end. The stamp stays: without it a
 * summary is not found again.
 * @param fits whether one message can carry these blocks; it can always carry a stamp with that line
 */
export function fitBlocks(
  blocks: readonly Block[],
  fits: (blocks: readonly Block[]) => boolean,
): readonly Block[] {
  let kept = blocks;
  let shown = blocks;
  for (let left = 1; !fits(shown) && kept.some(isCuttable); left += 1) {
    kept = withoutOne(kept);
    shown = withNote(kept, `Too long for one message: ${left} more left out.`);
  }
  return shown;
}

const isCuttable = ({ kind }: Block) => kind !== 'stamp';

function withoutOne(blocks: readonly Block[]): readonly Block[] {
  const next =
    blocks.findLast(({ kind }) => kind === 'citation') ??
    longest(blocks) ??
    blocks.findLast(({ kind }) => kind === 'question') ??
    blocks.findLast(isCuttable);
  return blocks.flatMap((block) => (block === next ? shorter(block) : block));
}

/** The longest list, quotation or piece of code; of several the last. */
function longest(blocks: readonly Block[]): Block | undefined {
  const most = Math.max(...blocks.map(lengthOf));
  return most > 0 ? blocks.findLast((block) => lengthOf(block) === most) : undefined;
}

function lengthOf(block: Block): number {
  if (block.kind === 'list') return block.items.reduce((sum, item) => sum + item.length, 0);
  return block.kind === 'quote' || block.kind === 'code' ? block.text.length : 0;
}

/** A list without its last line; nothing of anything else, nor of a list of one line. */
const shorter = (block: Block): Block[] =>
  block.kind === 'list' && block.items.length > 1 ? [{ ...block, items: block.items.slice(0, -1) }] : [];

/** The line stands before the small print at the end. */
function withNote(blocks: readonly Block[], text: string): Block[] {
  const end = blocks.findLastIndex(({ kind }) => kind !== 'note' && kind !== 'stamp') + 1;
  return [...blocks.slice(0, end), { kind: 'note', text }, ...blocks.slice(end)];
}
