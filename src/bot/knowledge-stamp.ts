// A short mark of what the bot answers from, by which a summary is known to be made from the present knowledge.
import type { Knowledge } from '../core/knowledge/parse.ts';

/** Eight hexadecimal digits that change with the article, the facts and the gaps (FNV-1a, 32 bits, over their JSON). */
export function knowledgeStamp({ article, facts, gaps }: Knowledge): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify([article, ...facts.values(), ...gaps.values()]))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
