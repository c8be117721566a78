// Finds code: within a line, and in blocks of its own.
import { matchAt, runOf, withoutEnding } from './scan.js';

/**
 * Creates a finder for the code within the lines of a text.
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
