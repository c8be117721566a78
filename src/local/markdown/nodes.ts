// The nodes of a text in Discord's Markdown.

/** Marks around a part of a text. */
export type MarkType = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';

/** Something within a line. */
export type InlineNode =
  | { type: 'text'; text: string }
  | { type: MarkType; children: MarkdownNode[] }
  | { type: 'code'; text: string }
  | { type: 'link'; address: string; children: MarkdownNode[] }
  /** `style` is the letter that says how the time is written. */
  | { type: 'time'; seconds: number; style: string }
  | { type: 'user' | 'role' | 'channel'; id: string }
  /** `@everyone` or `@here`. */
  | { type: 'everyone'; text: string }
  | { type: 'command' | 'emoji'; name: string };

/** Something with lines of its own. */
export type BlockNode =
  | { type: 'heading'; level: number; children: MarkdownNode[] }
  | { type: 'subtext' | 'quote'; children: MarkdownNode[] }
  /** `start` is the first number of an ordered list, null for bullets. */
  | { type: 'list'; start: number | null; items: MarkdownNode[][] }
  | { type: 'codeBlock'; language: string; text: string };

export type MarkdownNode = InlineNode | BlockNode;
