// How alike a text is to the wordings of a fact, right and wrong ones: its nearest neighbours tell what rules do not read.
import type { Ranked } from '../ranking/ranked.ts';
import { createPositions } from '../ranking/vectors.ts';
import { hash } from '../text/hash.ts';
import { stem, tokenize } from '../text/tokens.ts';

/** The wordings of every fact as vectors, as they are kept with the model. */
export interface NeighboursModel {
  /** Hashes of the words and pairs of words of all wordings, ascending. */
  neighbourFeatures: Uint32Array;
  /** What each counts in a vector: the rarer, the more. */
  neighbourWeights: Float32Array;
  /** The lengths of the vectors. */
  neighbourNorms: Float32Array;
  /** Where the features of a wording start; one entry more than there are wordings. */
  neighbourStarts: Uint32Array;
  /** The features of the wordings, by their positions in `neighbourFeatures`. */
  neighbourPostings: Uint32Array;
  /** Where the wordings of a kind start: for each of `factIds` in the order of `KINDS`, and one entry more. */
  neighbourBlocks: Uint32Array;
}

/** What wordings say: statements that a fact bears out or opposes, questions that it answers or sets right. */
export const KINDS = ['supported', 'contradicted', 'asked', 'falsePremise'] as const;
/** Right and wrong wordings of the two sorts, by their places in `KINDS`. */
const SORTS = { statement: [0, 1], question: [2, 3] } as const;

/** Right and wrong wordings of a fact, compared by how alike a text is to them. */
export interface Likeness {
  /** The logarithm of how much nearer the wrong ones are, all together; 0 where there are only right ones. */
  ratio: number;
  /** The same of the nearest of each: a difference of cosines, -1 to 1. */
  difference: number;
  /** How alike the nearest one is: a cosine, 0 to 1. */
  most: number;
}

export interface Neighbours {
  /** Compares a text with the wordings of the facts that it may be about, which count by how likely each is meant. */
  compare(text: string, facts: readonly Ranked[], sort: keyof typeof SORTS): Likeness;
}

/** A pair of words counts half as much as a word this rare. */
const PAIR = 0.5;
/** How sharply the nearest are preferred; 10 and 40 told no more claims apart, of those that nothing was fitted to. */
const SHARPNESS = 20;

/** A word or a pair of words of a text. */
export interface NeighbourFeature {
  hash: number;
  /** What it counts beside a word. */
  share: number;
}

/** The distinct words and pairs of words of a text. */
export function neighbourFeatures(text: string): NeighbourFeature[] {
  const words = tokenize(text).map(stem);
  const features = new Map<number, number>();
  for (const [i, word] of words.entries()) {
    features.set(hash(word), 1);
    const next = words[i + 1];
    if (next !== undefined) features.set(hash(`${word} ${next}`), PAIR);
  }
  return [...features].map(([value, share]) => ({ hash: value, share }));
}

/** What a feature counts that this many of all wordings use. */
export const neighbourWeight = (share: number, uses: number, wordings: number): number =>
  share * Math.log((wordings + 1) / (uses + 1));

/** Makes what compares. */
export function createNeighbours(model: NeighboursModel & { factIds: readonly string[] }): Neighbours {
  const { neighbourFeatures: features, neighbourWeights: weights, neighbourNorms: norms } = model;
  const { neighbourStarts: starts, neighbourPostings: postings, neighbourBlocks: blocks } = model;
  const positionOf = createPositions(features);
  const places = new Map(model.factIds.map((id, i) => [id, i]));
  /** The weights of the text that is compared, by the positions of its features; zero again afterwards. */
  const own = new Float32Array(features.length);

  /** How alike the text is to the wordings of one kind of a fact. */
  function cosines(fact: number, kind: number, norm: number): number[] {
    const block = fact * KINDS.length + kind;
    const alike: number[] = [];
    for (let text = blocks[block] as number; text < (blocks[block + 1] as number); text += 1) {
      let sum = 0;
      for (let at = starts[text] as number; at < (starts[text + 1] as number); at += 1) {
        const feature = postings[at] as number;
        sum += (own[feature] as number) * (weights[feature] as number);
      }
      // A wording without a word that weighs anything is like none.
      alike.push(sum / (norm * (norms[text] || 1)));
    }
    return alike;
  }

  return {
    compare(text, facts, sort) {
      const seen: number[] = [];
      let squares = 0;
      for (const { hash: value, share } of neighbourFeatures(text)) {
        const position = positionOf(value);
        const weight = position < 0 ? neighbourWeight(share, 0, norms.length) : (weights[position] as number);
        squares += weight ** 2;
        if (position < 0) continue;
        own[position] = weight;
        seen.push(position);
      }
      const norm = Math.sqrt(squares) || 1;
      const [right, wrong] = SORTS[sort];
      const total = facts.reduce((sum, { probability }) => sum + probability, 0) || 1;
      const mean: Likeness = { ratio: 0, difference: 0, most: 0 };
      for (const { id, probability } of facts) {
        const fact = places.get(id);
        if (fact === undefined || blocks.length === 0) continue;
        const [rights, wrongs] = [cosines(fact, right, norm), cosines(fact, wrong, norm)];
        const share = probability / total;
        mean.most += share * most([...rights, ...wrongs]);
        if (rights.length === 0 || wrongs.length === 0) continue;
        mean.ratio += share * (nearness(wrongs) - nearness(rights));
        mean.difference += share * (most(wrongs) - most(rights));
      }
      for (const position of seen) own[position] = 0;
      return mean;
    },
  };
}

const most = (cosines: readonly number[]) => cosines.reduce((highest, one) => Math.max(highest, one), 0);

/** The logarithm of the mean of what the likenesses count, the highest by far the most. */
const nearness = (cosines: readonly number[]) =>
  Math.log(cosines.reduce((sum, one) => sum + Math.exp(SHARPNESS * one), 0) / cosines.length);
