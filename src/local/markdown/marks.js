// Where marks within a line end. Each search stops early or is made only once, so that no text takes long.

/** @import { MarkType } from './nodes.ts' */

/**
 * A mark with the text between its ends.
 * @typedef {object} Mark
 * @property {MarkType} type
 * @property {string} inner
 * @property {number} end the position behind it
 */

/**
 * Marks of two signs. The sign in `not` may not follow the closing pair.
 * @type {Partial<Record<string, { type: MarkType, not: string, escapes: boolean }>>}
 */
const PAIRS = {
  '**': { type: 'bold', not: '*', escapes: true },
  __: { type: 'underline', not: '_', escapes: true },
  '~~': { type: 'strike', not: '_', escapes: false },
  '||': { type: 'spoiler', not: '', escapes: false },
};

/**
 * Makes a finder for the marks of a text.
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
 * Italic text. Pairs of its sign may stand in it; the first sign that is not in a pair decides.
 * @param {string} text
 * @param {number} at
 * @returns {Mark | null}
 */
function italicAt(text, at) {
  const sign = text[at];
  if (sign === '*' && /\s/.test(text[at + 1] ?? '')) return null;
  let end = at + 1;
  while (end < text.length && (text[end] !== sign || text[end + 1] === sign))
    end += text[end] === '\\' || text[end] === sign ? 2 : 1;
  if (text[end] !== sign || end === at + 1) return null;
  const closes =
    sign === '*' ? /\S {0,2}$/.test(text.slice(Math.max(at, end - 3), end)) : !/\w/.test(text[end + 1] ?? '');
  const inner = text.slice(at + 1, end);
  return closes ? { type: 'italic', inner: sign === '*' ? inner.trimEnd() : inner, end: end + 1 } : null;
}

/**
 * Makes a finder for the code within the lines of a text.
 * @param {string} text
 * @returns {(at: number) => { text: string, end: number } | null} gives the code that opens at a position; positions
 *   only grow
 */
export function createCodeFinder(text) {
  /** Where runs of backticks begin, by their length, the first one last. @type {Map<number, number[]>} */
  const runs = new Map();
  for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
    const starts = runs.get(run.length) ?? [];
    starts.push(index);
    runs.set(run.length, starts);
  }
  return (at) => {
    const opening = runOf(text, '`', at);
    for (let length = opening; length > 0; length -= 1) {
      const starts = runs.get(length) ?? [];
      while ((starts.at(-1) ?? text.length) < at + opening) starts.pop();
      const end = starts.at(-1);
      if (end !== undefined) return { text: unpadded(text.slice(at + length, end)), end: end + length };
    }
    return null;
  };
}

/** A space may keep backticks in the code apart from those around it. @type {(code: string) => string} */
function unpadded(code) {
  const core = code.trim();
  const from = core.startsWith('`') && code.startsWith(' ') ? 1 : 0;
  return code.slice(from, core.endsWith('`') && code.endsWith(' ') ? -1 : undefined);
}

/**
 * How many times a sign stands from a position on.
 * @param {string} text
 * @param {string} sign
 * @param {number} at
 */
export function runOf(text, sign, at) {
  let end = at;
  while (text[end] === sign) end += 1;
  return end - at;
}

/**
 * A text without a sign at its end, however often it stands there.
 * @param {string} text
 * @param {string} sign
 */
export function withoutEnding(text, sign) {
  let end = text.length;
  while (text[end - 1] === sign) end -= 1;
  return text.slice(0, end);
}

/**
 * A block of code: three backticks on both sides, and between them more than line breaks.
 * @param {string} text
 * @param {number} at
 * @returns {{ language: string, text: string, end: number } | null}
 */
export function codeBlockAt(text, at) {
  if (!text.startsWith('```', at)) return null;
  const language = matchAt(/[\w+.-]*\n/y, text, at + 3)?.[0] ?? '';
  for (const line of new Set([language, ''])) {
    const from = at + 3 + line.length;
    const code = from + runOf(text, '\n', from);
    const end = text.indexOf('```', code + 1);
    if (end >= 0)
      return { language: line.trimEnd(), text: withoutEnding(text.slice(code, end), '\n'), end: end + 3 };
  }
  return null;
}

/** Discord draws no link if its label could pass for another address. */
const MISLEADING = /https?:\/\/|```|\p{Emoji_Presentation}|\uFE0F/iu;

/**
 * A link with a label.
 * @param {string} text
 * @param {number} at
 * @returns {{ label: string, address: string, end: number } | null} the address is empty if Discord shows it as text
 */
export function labelledLinkAt(text, at) {
  const close = labelEnd(text, at);
  const target = matchAt(
    /\]\(\s*<?(https?:\/\/(?:\\\S|\([^\s()]*\)|[^\s()<>\\])+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/y,
    text,
    close,
  );
  if (!target) return null;
  const label = text.slice(at + 1, close);
  const address = (target[1] ?? '').replace(/\\([^\sA-Za-z0-9])/g, '$1');
  const isLink = URL.canParse(address) && label.trim() !== '' && !MISLEADING.test(label);
  return { label, address: isLink ? address : '', end: close + target[0].length };
}

/**
 * Where the label that opens at a position closes. Brackets may stand in it, but none within those.
 * @param {string} text
 * @param {number} at
 */
function labelEnd(text, at) {
  let depth = 0;
  for (let end = at; end < text.length; end += 1) {
    if (text[end] === '[') depth += 1;
    if (text[end] === ']') depth -= 1;
    if (depth === 0) return end;
    if (depth > 2) break;
  }
  return text.length;
}

/**
 * A bare address.
 * @param {string} text
 * @param {number} at
 * @returns {string | null}
 */
export function addressAt(text, at) {
  const found = matchAt(/https?:\/\/[^\s<]+[^\s<.,:;"'\]]/y, text, at)?.[0];
  if (found === undefined) return null;
  const closing = found.length - withoutEnding(found, ')').length;
  const address = closing > found.split('(').length - 1 ? found.slice(0, -1) : found;
  return URL.canParse(address) ? address : null;
}

/**
 * A match that begins at a position.
 * @param {RegExp} pattern sticky
 * @param {string} text
 * @param {number} at
 */
export function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
