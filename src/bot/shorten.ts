// Cuts a text to a length at a word, for labels and for what a member typed; never used on a quotation.

/** The text itself if it has at most `limit` UTF-16 code units, else its first words and an ellipsis within that limit. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, limit);
  const space = room.lastIndexOf(' ');
  const kept = space > 0 ? room.slice(0, space) : room.slice(0, -1).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.trimEnd()}…`;
}
