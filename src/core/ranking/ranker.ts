// The ranker: tells which fact or gap a question belongs to, learned from every wording that the curators collected.
import type { Words } from '../knowledge/schema.ts';
import { askingSentence } from '../text/asking-sentence.ts';
import { rememberLast } from '../text/remember-last.ts';
import { wordingKey } from '../text/tokens.ts';
import { createVocabulary } from '../text/vocabulary.ts';
import { createFeatures } from './features.ts';
import { likeliest } from './likeliest.ts';
import type { Ranked } from './ranked.ts';
import { type RankerModel, scoresOf } from './ranker-model.ts';
import { softmaxInPlace } from './softmax.ts';
import { createToVector } from './vectors.ts';

export interface Ranker {
  /** Whether the ranker was trained on this fact or gap. */
  knows(id: string): boolean;
  /**
   * The likeliest facts and gaps, at most `MAX_RANKED`, likeliest first; if equally likely, in the order of the
   * knowledge.
   */
  rank(question: string): readonly Ranked[];
}

/** Maximum number of facts and gaps in a ranking. Less likely ones change no decision, and sorting takes a while. */
const MAX_RANKED = 64;
/** Minimum probability of a ranked fact or gap. */
const MIN_PROBABILITY = 1e-5;

/** Weight of the sentence that asks. The rest goes to the whole message, most of which may be a story. */
const ASKING_WEIGHT = 0.5;

/**
 * Number of texts whose ranking is remembered. A question, the statement that it is judged as, and its only part
 * usually have the same words, and scoring all three was a third of the work.
 */
const REMEMBERED = 8;

/** Creates a ranker from a trained model and the words of the knowledge. */
export function createRanker(model: RankerModel, words: Words): Ranker {
  const read = createFeatures(words, createVocabulary(model.vocabulary));
  const toVector = createToVector(model);
  const scoresFor = rememberLast(REMEMBERED, (text) => scoresOf(toVector(read(text)), model), wordingKey);
  const classes = new Set(model.classes);

  function rank(question: string): readonly Ranked[] {
    const scores = scoresFor(question).slice();
    const asking = askingSentence(question);
    if (asking) {
      const focused = scoresFor(asking);
      for (let c = 0; c < scores.length; c += 1)
        scores[c] = (1 - ASKING_WEIGHT) * (scores[c] as number) + ASKING_WEIGHT * (focused[c] as number);
    }
    softmaxInPlace(scores);
    return likeliest(scores, MAX_RANKED, MIN_PROBABILITY).map((c) => ({
      id: model.classes[c] as string,
      probability: scores[c] as number,
    }));
  }

  return {
    knows: (id) => classes.has(id),
    rank: rememberLast(REMEMBERED, rank, keyOf),
  };
}

/** Texts with the same words, and the same words in the sentence that asks, have the same ranking. */
const keyOf = (question: string): string =>
  [question, askingSentence(question) ?? ''].map(wordingKey).join('\n');
