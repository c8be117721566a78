// Finds where marks within a line end. Each search stops early or is made only once, so that no text takes long.

/** @import { MarkType } from './nodes.ts' */

/**
 * A mark with the text between its ends.
 * @typedef {object} Mark
 * @property {MarkType} type
 * @property {string} inner
 * @property {number} end the position behind it
 */

/**
 * Marks of two characters. The closing pair does not count if the character in `not` follows it.
 * @type {Partial<Record<string, { type: MarkType, not: string, escapes: boolean }>>}
 */
const PAIRS = {
  '**': { type: 'bold', not: '*', escapes: true },
  __: { type: 'underline', not: '_', escapes: true },
  '~~': { type: 'strike', not: '_', escapes: false },
  '||': { type: 'spoiler', not: '', escapes: false },
};

/**
 * Creates a finder for the marks of a text.
 * @param {string} text
 * @returns {(at: number) => Mark | null} gives the mark that opens at a position; positions only grow
 */
export function createMarkFinder(text) {
  /** The pairs that close nowhere in the rest of the text. @type {Set<string>} */
  const unclosed = new Set();

  /** @type {(at: number) => Mark | null} */
  function pairAt(at) {
    const pair = text.slice(at, at + 2);
    const known = PAIRS[pair];
    if (!known || unclosed.has(pair)) return null;
    for (let end = at + 2; end < text.length; end += 1)
      if (known.escapes && text[end] === '\\') end += 1;
      else if (end > at + 2 && text.startsWith(pair, end) && (text[end + 2] ?? '\n') !== known.not)
        return { type: known.type, inner: text.slice(at + 2, end), end: end + 2 };
    unclosed.add(pair);
    return null;
  }

  return (at) => {
    const pair = pairAt(at);
    const italic = text[at] === '*' || text[at] === '_' ? italicAt(text, at) : null;
    // The longer one counts: ***a** b* is italic with bold in it.
    return pair && (!italic || pair.end > italic.end) ? pair : italic;
  };
}

/**
 * Italic text. It may contain pairs of its mark, as bold text in it does; the first mark that is not part of a pair ends it.
 * @param {string} text
 * @param {number} at
 * @returns {Mark | null}
 */
function italicAt(text, at) {
  const character = text[at];
  if (character === '*' && /\s/.test(text[at + 1] ?? '')) return null;
  let end = at + 1;
  while (end < text.length && (text[end] !== character || text[end + 1] === character))
    end += text[end] === '\\' || text[end] === character ? 2 : 1;
  if (text[end] !== character || end === at + 1) return null;
  const closes =
    character === '*'
      ? /\S {0,2}$/.test(text.slice(Math.max(at, end - 3), end))
      : !/\w/.test(text[end + 1] ?? '');
  const inner = text.slice(at + 1, end);
  return closes ? { type: 'italic', inner: character === '*' ? inner.trimEnd() : inner, end: end + 1 } : null;
}
