// Finds links: with a label, and bare addresses.
import { matchAt, withoutEnding } from './scan.js';

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
 * Where the label that opens at a position closes. It may contain brackets, but not nested ones.
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
