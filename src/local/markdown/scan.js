// Small searches that the readers of Markdown share.

/**
 * How many times a character is repeated, beginning at a position.
 * @param {string} text
 * @param {string} character
 * @param {number} at
 */
export function runOf(text, character, at) {
  let end = at;
  while (text[end] === character) end += 1;
  return end - at;
}

/**
 * Removes a character from the end of a text, however often it is repeated.
 * @param {string} text
 * @param {string} character
 */
export function withoutEnding(text, character) {
  let end = text.length;
  while (text[end - 1] === character) end -= 1;
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
