// Reads the blocks, which have lines of their own: headings, small print, quotes, lists, code.
import { codeBlockAt } from './code.js';
import { matchAt, withoutEnding } from './scan.js';

/** @import { MarkdownNode } from './nodes.ts' */
/** @import { Context, Found, Parse } from './reading.ts' */

/** The least and the greatest number that a list begins with (Discord). */
const [MIN_START, MAX_START] = [1, 1_000_000_000];

/**
 * Reads a block of code, which may begin within a line.
 * @param {string} text
 * @param {number} at
 * @returns {Found | null}
 */
export function readCodeBlock(text, at) {
  const block = codeBlockAt(text, at);
  if (!block) return null;
  const { language, end } = block;
  return {
    node: { type: 'codeBlock', language, text: block.text },
    end: text[end] === '\n' ? end + 1 : end,
  };
}

/**
 * Reads a block that begins a line.
 * @param {string} text
 * @param {number} at
 * @param {Context} context of what is in the block
 * @param {Parse} parse
 * @returns {Found | null}
 */
export function readBlock(text, at, context, parse) {
  if (context.before === '.') return null;
  const children = (/** @type {string} */ inner, /** @type {Partial<Context>} */ more = {}) =>
    parse(inner, { ...context, before: '', ...more });
  return (
    (context.before === '' && readTitle(text, at, context, children)) ||
    (!context.inQuote && readQuote(text, at, children)) ||
    readList(text, at, children)
  );
}

/** @typedef {(inner: string, more?: Partial<Context>) => MarkdownNode[]} Children */

/** @type {(text: string, at: number, context: Context, children: Children) => Found | null} */
function readTitle(text, at, { inList }, children) {
  const heading = inList ? null : matchAt(/(#{1,3})\s+(?![\s#])([^\n]+)\n?/y, text, at);
  if (heading) {
    const [all, { length: level } = '', line = ''] = heading;
    const title = withoutEnding(line.trimEnd(), '#').trimEnd();
    return { node: { type: 'heading', level, children: children(title) }, end: at + all.length };
  }
  const subtext = matchAt(/-# +(?! |-#)([^\n]+)\n?/y, text, at);
  if (!subtext) return null;
  const [all, line = ''] = subtext;
  return { node: { type: 'subtext', children: children(line.trimEnd()) }, end: at + all.length };
}

/** @type {(text: string, at: number, children: Children) => Found | null} */
function readQuote(text, at, children) {
  const quote = (/** @type {string} */ inner, /** @type {number} */ end) => ({
    node: /** @type {const} */ ({ type: 'quote', children: children(inner, { inQuote: true }) }),
    end,
  });
  if (text.startsWith('>>> ', at)) return quote(text.slice(at + '>>> '.length), text.length);
  const lines = matchesFrom(/> ([^\n]*)\n?/y, text, at);
  if (lines.length === 0) return null;
  return quote(lines.map(([, line]) => line).join('\n'), at + lengthOf(lines));
}

/** @type {(text: string, at: number, children: Children) => Found | null} */
function readList(text, at, children) {
  // An item goes on in the lines below it that are indented. One space may come before the next item.
  const items = matchesFrom(/((?:[*-]|(\d+)\.) +)([^\n]*(?:\n {2}[^\n]*)*)\n? ?/y, text, at);
  if (items.length === 0) return null;
  const number = items[0]?.[2];
  return {
    node: {
      type: 'list',
      start: number === undefined ? null : Math.min(Math.max(Number(number), MIN_START), MAX_START),
      items: items.map(([, mark = '', , body = '']) => {
        const indent = new RegExp(`^ {1,${mark.length}}`, 'gm');
        return children(body.replace(indent, ''), { inList: true });
      }),
    },
    end: at + lengthOf(items),
  };
}

/** @type {(pattern: RegExp, text: string, at: number) => RegExpExecArray[]} */
function matchesFrom(pattern, text, at) {
  const matches = [];
  for (let end = at; end < text.length; ) {
    const match = matchAt(pattern, text, end);
    if (!match) break;
    matches.push(match);
    end += match[0].length;
  }
  return matches;
}

/** @type {(matches: RegExpExecArray[]) => number} */
const lengthOf = (matches) => matches.reduce((sum, [all]) => sum + all.length, 0);
