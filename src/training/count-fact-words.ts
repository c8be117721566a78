// Counts which words the texts and wordings of every fact use.
import type { FactWordsModel } from '../core/judging/fact-words.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import { hash } from '../core/text/hash.ts';
import { stem, tokenize } from '../core/text/tokens.ts';

/** How much a word counts in each kind of text, in halves of a use: what the fact itself says counts most. */
const USES = { own: 18, question: 4, supported: 2, asked: 1 };
const MAX_USES = 255;
/** Minimum for a word to be kept, in halves of a use: a rarer word says nothing. */
const MIN_USES = 2;

/** Counts the words of every fact, including those in members' wordings. */
export function countFactWords({ facts, wordings }: Knowledge): FactWordsModel {
  const counted = [...facts.values()].map(({ id, short, claim, questions }) => {
    const uses = new Map<number, number>();
    const add = (texts: readonly string[], by: number) => {
      for (const text of texts)
        for (const word of new Set(tokenize(text).map(stem))) {
          const value = hash(word);
          uses.set(value, (uses.get(value) ?? 0) + by);
        }
    };
    add([short, claim], USES.own);
    add(questions, USES.question);
    add(wordings.get(id)?.supported ?? [], USES.supported);
    add(wordings.get(id)?.asked ?? [], USES.asked);
    return [...uses].filter(([, count]) => count >= MIN_USES).sort(([a], [b]) => a - b);
  });
  const starts = [0];
  for (const words of counted) starts.push((starts.at(-1) as number) + words.length);
  const all = counted.flat();
  return {
    factIds: [...facts.keys()],
    factWordStarts: Uint32Array.from(starts),
    factWordHashes: Uint32Array.from(all, ([word]) => word),
    factWordUses: Uint8Array.from(all, ([, count]) => Math.min(MAX_USES, count)),
  };
}
