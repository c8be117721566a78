// Turns the wordings of every fact into vectors that claims and questions are compared with.
import {
  KINDS,
  type NeighbourFeature,
  type NeighboursModel,
  neighbourFeatures,
  neighbourWeight,
} from '../core/judging/neighbours.ts';
import { asStatement } from '../core/judging/question-statement.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Fact } from '../core/knowledge/schema.ts';

/**
 * Minimum number of wordings with a pair of words. Rarer pairs are left out, which halves the vectors; their lengths
 * still include them.
 */
const MIN_USES = 2;

/** Creates the vectors of all statements and questions of the facts, in order. */
export function indexNeighbours({ facts, wordings }: Knowledge): NeighboursModel {
  const blocks = [...facts.values()].flatMap((fact) => {
    const texts = textsOf(fact, wordings.get(fact.id));
    return KINDS.map((kind) => texts[kind].map(neighbourFeatures));
  });
  const texts = blocks.flat();
  const uses = new Map<number, { share: number; count: number }>();
  for (const { hash, share } of texts.flat()) {
    const known = uses.get(hash);
    if (known) known.count += 1;
    else uses.set(hash, { share, count: 1 });
  }
  const weightOf = ({ hash, share }: NeighbourFeature) =>
    neighbourWeight(share, uses.get(hash)?.count ?? 0, texts.length);
  const kept = [...uses]
    .filter(([, { share, count }]) => share === 1 || count >= MIN_USES)
    .sort(([a], [b]) => a - b);
  const positions = new Map(kept.map(([hash], position) => [hash, position]));
  const postings = texts.map((text) => text.flatMap(({ hash }) => positions.get(hash) ?? []));
  return {
    neighbourFeatures: Uint32Array.from(kept, ([hash]) => hash),
    neighbourWeights: Float32Array.from(kept, ([hash, { share }]) => weightOf({ hash, share })),
    neighbourNorms: Float32Array.from(texts, (text) =>
      Math.sqrt(text.reduce((sum, feature) => sum + weightOf(feature) ** 2, 0)),
    ),
    neighbourStarts: startsOf(postings),
    neighbourPostings: Uint32Array.from(postings.flat()),
    neighbourBlocks: startsOf(blocks),
  };
}

/**
 * The right and wrong statements and questions about a fact. Questions are turned into the statements that they ask
 * about.
 */
function textsOf(
  { short, claim, questions }: Fact,
  {
    asked = [],
    falsePremise = [],
    supported = [],
    contradicted = [],
  }: Partial<Record<string, string[]>> = {},
): Record<(typeof KINDS)[number], string[]> {
  return {
    supported: [short, claim, ...supported],
    contradicted,
    asked: [...questions, ...asked].map(asStatement),
    falsePremise: falsePremise.map(asStatement),
  };
}

/** Where each list starts if they are joined, and where the last one ends. */
function startsOf(lists: readonly (readonly unknown[])[]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1);
  for (const [i, { length }] of lists.entries()) starts[i + 1] = (starts[i] as number) + length;
  return starts;
}
