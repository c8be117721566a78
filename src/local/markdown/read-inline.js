// Reads the content of a line: marks, code, links, mentions, times.
import { createCodeFinder } from './code.js';
import { addressAt, labelledLinkAt } from './links.js';
import { createMarkFinder } from './marks.js';
import { matchAt, runOf } from './scan.js';

/** @import { MarkdownNode } from './nodes.ts' */
/** @import { Context, Found, Parse } from './reading.ts' */

/** Seconds before and after 1970 that a date can be (ECMAScript: Time Values). */
const MAX_SECONDS = 8_640_000_000_000;

/**
 * What Discord puts in angle brackets (Reference: Message Formatting), and mentions of many.
 * @type {[RegExp, (match: RegExpExecArray) => MarkdownNode | null][]}
 */
const TAGS = [
  [
    /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y,
    ([, seconds, style = 'f']) =>
      Math.abs(Number(seconds)) > MAX_SECONDS ? null : { type: 'time', seconds: Number(seconds), style },
  ],
  [/<@!?(\d+)>/y, ([, id = '']) => ({ type: 'user', id })],
  [/<@&(\d+)>/y, ([, id = '']) => ({ type: 'role', id })],
  [/<#(\d+)>/y, ([, id = '']) => ({ type: 'channel', id })],
  [/<\/([^:<>]{1,100}):\d+>/y, ([, name = '']) => ({ type: 'command', name })],
  [/<a?:(\w+):\d+>/y, ([, name = '']) => ({ type: 'emoji', name })],
  [/<(https?:\/\/[^\s<>]+)>/y, ([, address = '']) => (URL.canParse(address) ? linkTo(address) : null)],
  [/@(?:everyone|here)/y, ([text]) => ({ type: 'everyone', text })],
];

/** Discord leaves it as it is, though its backslash would go. */
const SHRUG = '¯\\_(ツ)_/¯';

/**
 * Creates a reader for the content of the lines of a text.
 * @param {string} text
 * @param {Context} context of what is in the nodes of this text
 * @param {Parse} parse
 * @returns {(at: number, before: Context['before']) => Found} reads at a position, at the least one character as text;
 *   positions only grow
 */
export function createInlineReader(text, context, parse) {
  const markAt = createMarkFinder(text);
  const codeAt = createCodeFinder(text);
  const plain = (/** @type {number} */ at, length = 1) => ({
    node: /** @type {const} */ ({ type: 'text', text: text.slice(at, at + length) }),
    end: at + length,
  });

  /** @type {(at: number, before: Context['before']) => Found | null} */
  function readMark(at, before) {
    const mark = markAt(at);
    const children = mark && parse(mark.inner, { ...context, before });
    return mark && children && { node: { type: mark.type, children }, end: mark.end };
  }
  /** @type {(at: number) => Found | null} */
  function readCode(at) {
    const code = codeAt(at);
    return code ? { node: { type: 'code', text: code.text }, end: code.end } : null;
  }
  /** @type {(at: number) => Found | null} */
  function readLabelledLink(at) {
    const link = labelledLinkAt(text, at);
    if (!link) return null;
    const { label, address, end } = link;
    if (address === '') return plain(at, end - at);
    return { node: { type: 'link', address, children: parse(label, { ...context, inLabel: true }) }, end };
  }
  /** @type {(at: number) => Found | null} */
  function readAddress(at) {
    const address = addressAt(text, at);
    return address === null ? null : { node: linkTo(address), end: at + address.length };
  }
  /** @type {(at: number) => Found | null} */
  function readTag(at) {
    for (const [pattern, toNode] of TAGS) {
      const match = matchAt(pattern, text, at);
      const node = match && toNode(match);
      if (node && (!context.inLabel || node.type === 'time' || node.type === 'emoji'))
        return { node, end: at + match[0].length };
    }
    return null;
  }

  return (at, before) => {
    const character = text[at] ?? '';
    if ('*_~|'.includes(character)) return readMark(at, before) ?? plain(at);
    if (character === '`') return readCode(at) ?? plain(at, runOf(text, '`', at));
    if (character === '<' || character === '@') return readTag(at) ?? plain(at);
    if (context.inLabel) return plain(at);
    if (character === '[') return readLabelledLink(at) ?? plain(at);
    if (character === 'h') return readAddress(at) ?? plain(at);
    if (character === '¯' && text.startsWith(SHRUG, at)) return plain(at, SHRUG.length);
    if (character === '\\' && /[^\sA-Za-z0-9]/.test(text[at + 1] ?? ' '))
      return { ...plain(at + 1), end: at + 2 };
    return plain(at);
  };
}

/** @type {(address: string) => MarkdownNode} */
const linkTo = (address) => ({ type: 'link', address, children: [{ type: 'text', text: address }] });
