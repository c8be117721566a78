// The types that the parts of the parser share.
import type { MarkdownNode } from './nodes.ts';

/** Where a text is. */
export interface Context {
  /** What comes before it on its line: nothing, spaces, or more. */
  before: '' | ' ' | '.';
  /** The number of nodes around it. */
  depth: number;
  /** A quote holds no other quote. */
  inQuote?: boolean;
  /** A list holds no heading. */
  inList?: boolean;
  /** The label of a link holds nothing but marks. */
  inLabel?: boolean;
}

/** What was read at a position, and the position behind it. */
export interface Found {
  node: MarkdownNode;
  end: number;
}

export type Parse = (text: string, context: Context) => MarkdownNode[];
