// Marks the cited excerpts in a paragraph.
import { element } from '../../page/client/element.js';

/** @param {string} text */
const plain = (text) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

/**
 * The text of a paragraph with its excerpts marked. Overlapping excerpts are marked as one.
 * @param {string} text
 * @param {readonly string[]} excerpts
 * @returns {(string | HTMLElement)[]}
 */
export function markExcerpts(text, excerpts) {
  const found = excerpts
    .map((excerpt) => ({ from: plain(text).indexOf(plain(excerpt)), length: excerpt.length }))
    .filter(({ from, length }) => from >= 0 && length > 0)
    .sort((a, b) => a.from - b.from);
  const parts = [];
  let at = 0;
  for (const { from, length } of found) {
    const to = from + length;
    if (to <= at) continue;
    const start = Math.max(from, at);
    parts.push(text.slice(at, start), element('mark', {}, text.slice(start, to)));
    at = to;
  }
  return [...parts, text.slice(at)];
}
