// A short mark of the knowledge, by which the bot sees whether a pinned summary is up to date.
import type { Knowledge } from '../core/knowledge/parse.ts';
import { hash } from '../core/text/hash.ts';

/** A knowledge never changes; an edited one is another. Making its stamp takes longer than the rest of a summary. */
const stamps = new WeakMap<Knowledge, string>();

/** Eight hexadecimal digits that change with the article, the facts and the gaps. */
export function knowledgeStamp(knowledge: Knowledge): string {
  const stamp = stamps.get(knowledge) ?? makeStamp(knowledge);
  stamps.set(knowledge, stamp);
  return stamp;
}

const makeStamp = ({ article, facts, gaps }: Knowledge): string =>
  hash(JSON.stringify([article, ...facts.values(), ...gaps.values()]))
    .toString(16)
    .padStart(8, '0');
