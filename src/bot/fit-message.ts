// Fits a reply into one message by leaving out whole items. A quotation is never cut.
import type { Block } from './reply.ts';

/**
 * Renders a reply's blocks as one message. Leaves out whole items until they fit one, and adds a line that says how many
 * are missing. Citations go first. Then the longest list loses its last line, unless a quotation or a piece of code is
 * longer, which then goes as a whole, together with its source or caption. Next is the question, which its asker knows,
 * and then the other blocks, the last one first. The stamp stays, since without it the bot cannot find its summary again.
 * @param render turns some of the blocks into what the message holds
 * @param fits whether that fits one message; a stamp with the added line always does
 */
export function fitBlocks<Rendered>(
  blocks: readonly Block[],
  render: (blocks: readonly Block[]) => Rendered,
  fits: (rendered: Rendered) => boolean,
): Rendered {
  let kept = blocks;
  let rendered = render(blocks);
  for (let left = 1; !fits(rendered) && kept.some(isCuttable); left += 1) {
    kept = withoutOne(kept);
    rendered = render(withNote(kept, `Too long for one message: ${left} more left out.`));
  }
  return rendered;
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

/** The longest list, quotation or piece of code; the last one of several. */
function longest(blocks: readonly Block[]): Block | undefined {
  const most = Math.max(...blocks.map(lengthOf));
  return most > 0 ? blocks.findLast((block) => lengthOf(block) === most) : undefined;
}

function lengthOf(block: Block): number {
  if (block.kind === 'list') return block.items.reduce((sum, item) => sum + item.length, 0);
  if (block.kind === 'code') return block.caption.length + block.text.length;
  return block.kind === 'quote' ? block.text.length : 0;
}

/** A list without its last line. Any other block, and a list of one line, goes as a whole. */
const shorter = (block: Block): Block[] =>
  block.kind === 'list' && block.items.length > 1 ? [{ ...block, items: block.items.slice(0, -1) }] : [];

/** Adds the line above the small print at the end. */
function withNote(blocks: readonly Block[], text: string): Block[] {
  const end = blocks.findLastIndex(({ kind }) => kind !== 'note' && kind !== 'stamp') + 1;
  return [...blocks.slice(0, end), { kind: 'note', text }, ...blocks.slice(end)];
}
