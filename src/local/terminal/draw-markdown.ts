// Draws Discord's Markdown as lines of a terminal.
import type { InlineNode, MarkdownNode, MarkType } from '../markdown/nodes.ts';
import { parseMarkdown } from '../markdown/parse-markdown.js';
import { clean, type Line, type Style } from './lines.ts';

/** How text is drawn: its look, and the names behind ids. */
export interface Drawing {
  style: Style;
  /** The name of a person or a place. */
  nameOf(id: string): string;
}

/** Draws the text of a message. */
export function drawMarkdown(text: string, drawing: Drawing): Line[] {
  return text === '' ? [] : drawNodes(parseMarkdown(clean(text)), drawing);
}

function drawNodes(nodes: readonly MarkdownNode[], drawing: Drawing): Line[] {
  const lines: Line[] = [];
  let inline = '';
  const endLine = () => {
    if (inline !== '') lines.push(...inline.split('\n').map(unmarked));
    inline = '';
  };
  for (const node of nodes) {
    const block = drawBlock(node, drawing);
    if (!block) {
      inline += drawInline(node as InlineNode, drawing);
      continue;
    }
    endLine();
    lines.push(...block);
  }
  endLine();
  return lines;
}

/** The lines of a block; undefined for what is within a line. */
function drawBlock(node: MarkdownNode, drawing: Drawing): Line[] | undefined {
  const { style } = drawing;
  switch (node.type) {
    case 'heading':
      return drawNodes(node.children, drawing).map((line) => styled(line, ['bold', 'underline'], style));
    case 'subtext':
      return drawNodes(node.children, drawing).map((line) => styled(line, 'dim', style));
    case 'quote':
      return drawNodes(node.children, drawing).map((line) => behind('| ', '| ', line));
    case 'codeBlock':
      return node.text.split('\n').map((line) => behind('  ', '  ', unmarked(style('yellow', line))));
    case 'list':
      return node.items.flatMap((item, index) => {
        const mark = node.start === null ? '- ' : `${node.start + index}. `;
        const indent = ' '.repeat(mark.length);
        return drawNodes(item, drawing).map((line, row) => behind(row === 0 ? mark : indent, indent, line));
      });
    default:
      return undefined;
  }
}

const LOOKS = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  spoiler: 'inverse',
} as const satisfies Record<MarkType, Parameters<Style>[0]>;

/** What is within a line; it may hold line breaks. */
function drawInline(node: InlineNode, drawing: Drawing): string {
  const { style, nameOf } = drawing;
  const draw = (nodes: readonly MarkdownNode[]) =>
    drawNodes(nodes, drawing)
      .map(({ first, text }) => first + text)
      .join('\n');
  switch (node.type) {
    case 'text':
      return node.text;
    case 'code':
      return style('yellow', node.text);
    case 'link': {
      const label = draw(node.children);
      return label === node.address ? label : `${label} ${style('dim', `(${node.address})`)}`;
    }
    case 'time':
      return new Date(node.seconds * 1000).toUTCString();
    case 'user':
      return `@${nameOf(node.id)}`;
    case 'channel':
      return `#${nameOf(node.id)}`;
    case 'role':
      return '@role';
    case 'everyone':
      return node.text;
    case 'command':
      return style('cyan', `/${node.name}`);
    case 'emoji':
      return `:${node.name}:`;
    default:
      return style(LOOKS[node.type], draw(node.children));
  }
}

const unmarked = (text: string): Line => ({ first: '', rest: '', text });

const styled = (line: Line, format: Parameters<Style>[0], style: Style): Line => ({
  ...line,
  text: style(format, line.text),
});

/** A line behind what its first row and the rows below it begin with. */
const behind = (first: string, rest: string, line: Line): Line => ({
  first: first + line.first,
  rest: rest + line.rest,
  text: line.text,
});
