// Small searches that the readers of Markdown share.

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
 * A match that begins at a position.
 * @param {RegExp} pattern sticky
 * @param {string} text
 * @param {number} at
 */
export function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
