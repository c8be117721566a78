// Merges two independent edits of one text: the one typed on the page, and the one made in the file meanwhile.

/**
 * Merges two edits of one text, line by line.
 *
 * @param {string} base the text that both started from
 * @param {string} typed the text as typed
 * @param {string} now the text as it is in the file now
 * @returns {string | undefined} the text with both edits; undefined if they touch the same lines
 */
export function mergeLines(base, typed, now) {
  if (typed === base || typed === now) return now;
  if (now === base) return typed;
  const lines = base.split('\n');
  const [one, two] = [changeOf(lines, typed.split('\n')), changeOf(lines, now.split('\n'))];
  if (one.from === two.from && one.to === two.to) return undefined;
  const [first, second] = one.from < two.from || one.to < two.to ? [one, two] : [two, one];
  if (first.to > second.from) return undefined;
  return [
    ...lines.slice(0, first.from),
    ...first.lines,
    ...lines.slice(first.to, second.from),
    ...second.lines,
    ...lines.slice(second.to),
  ].join('\n');
}

/**
 * The stretch of lines in which two texts differ, from the first difference to the last.
 * @param {readonly string[]} before
 * @param {readonly string[]} after
 */
function changeOf(before, after) {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { from, to: before.length - same, lines: after.slice(from, after.length - same) };
}
