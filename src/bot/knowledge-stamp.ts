// A short mark of the knowledge, by which the bot sees whether a pinned summary is up to date.
import type { Knowledge } from '../core/knowledge/parse.ts';
import { hash } from '../core/text/hash.ts';

/** Eight hexadecimal digits that change with the article, the facts and the gaps. */
export const knowledgeStamp = ({ article, facts, gaps }: Knowledge): string =>
  hash(JSON.stringify([article, ...facts.values(), ...gaps.values()]))
    .toString(16)
    .padStart(8, '0');
