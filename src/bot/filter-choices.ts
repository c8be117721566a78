// Choosing by typing: the entries of a short list that what is typed so far may mean.
import type { Choice } from './command.ts';

/** A choice, and other words that members may type for it. */
export interface SearchableChoice extends Choice {
  words?: readonly string[];
}

/** The entry whose value is typed, else every entry that holds all typed words, in the list's order; all for nothing typed. */
export function filterChoices<P extends SearchableChoice>(entries: readonly P[], typed: string): P[] {
  const exact = entries.filter((entry) => entry.value === typed);
  if (exact.length > 0) return exact;
  const wanted = typed.toLowerCase().split(/\s+/);
  return entries.filter(({ name, words = [] }) => {
    const text = [name, ...words].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
