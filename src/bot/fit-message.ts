// Keeps a reply within what one message can carry, by whole items and never in the middle of somebody's words.
import type { Block } from './reply.ts';

/**
 * A reply's blocks, with whole items left out until the rest fits, and a line that says how many.
 * Citations go first, then lines of the longest list, quotations, the question, which its asker knows, and at last
 * anything else; each from the end. The stamp stays: without it a summary is not found again.
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
  const citation = blocks.findLast(({ kind }) => kind === 'citation');
  if (citation) return blocks.filter((block) => block !== citation);
  const [list] = blocks.filter(isList).toSorted((a, b) => lengthOf(b) - lengthOf(a));
  if (list) {
    const items = list.items.slice(0, -1);
    return blocks.flatMap((block) => (block !== list ? block : items.length > 0 ? { ...list, items } : []));
  }
  const next =
    blocks.findLast(({ kind }) => kind === 'quote' || kind === 'code') ??
    blocks.findLast(({ kind }) => kind === 'question') ??
    blocks.findLast(isCuttable);
  return blocks.filter((block) => block !== next);
}

type List = Extract<Block, { kind: 'list' }>;
const isList = (block: Block): block is List => block.kind === 'list';
const lengthOf = ({ items }: List) => items.reduce((sum, item) => sum + item.length, 0);

/** The line stands before the small print at the end. */
function withNote(blocks: readonly Block[], text: string): Block[] {
  const end = blocks.findLastIndex(({ kind }) => kind !== 'note' && kind !== 'stamp') + 1;
  return [...blocks.slice(0, end), { kind: 'note', text }, ...blocks.slice(end)];
}
