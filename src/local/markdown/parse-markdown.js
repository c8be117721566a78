// Reads a text in Discord's Markdown into nodes. The page and the terminal draw what it finds.
import { readBlock, readCodeBlock } from './read-block.js';
import { createInlineReader } from './read-inline.js';

/** @import { MarkdownNode } from './nodes.ts' */
/** @import { Parse } from './reading.ts' */

/** What is nested deeper stays text. Discord reads eleven lists in each other. */
const MAX_DEPTH = 12;

/**
 * Reads the text of a message. It accepts any text, and its time is proportional to the length.
 * @param {string} text
 * @returns {MarkdownNode[]} in order; what means nothing stays text
 */
export function parseMarkdown(text) {
  return parse(text, { before: '', depth: 0 });
}

/** @type {Parse} */
function parse(text, context) {
  if (context.depth > MAX_DEPTH) return [{ type: 'text', text }];
  const inner = { ...context, depth: context.depth + 1 };
  const readInline = createInlineReader(text, inner, parse);
  /** @type {MarkdownNode[]} */
  const nodes = [];
  let plain = '';
  let { before } = context;
  const keepPlain = () => {
    if (plain !== '') nodes.push({ type: 'text', text: plain });
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const block = context.inLabel
      ? null
      : (readCodeBlock(text, at) ?? readBlock(text, at, { ...inner, before }, parse));
    const { node, end } = block ?? readInline(at, before);
    if (node.type === 'text') {
      plain += node.text;
      before = node.text === '\n' ? '' : node.text === ' ' && before !== '.' ? ' ' : '.';
    } else {
      // A block has lines of its own, so the line break before it shows nothing.
      if (block) plain = plain.replace(/(?:^|\n) *$/, '');
      keepPlain();
      nodes.push(node);
      before = text[end - 1] === '\n' ? '' : '.';
    }
    at = end;
  }
  keepPlain();
  return nodes;
}
