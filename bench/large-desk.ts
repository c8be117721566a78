// A desk with far more facts than the ranker was trained on: generated ones next to the real ones.
import { createDesk, type Desk } from '../src/core/desk.ts';
import type { JudgeWeights } from '../src/core/judging/judge-weights.ts';
import type { Knowledge } from '../src/core/knowledge/parse.ts';
import type { Fact } from '../src/core/knowledge/schema.ts';
import type { Model } from '../src/core/model.ts';
import { generateFacts, generateQueries } from './generated.ts';

/** Opens the desk; its questions are derived from the generated facts. */
export function openLargeDesk(
  count: number,
  { knowledge, model, weights }: { knowledge: Knowledge; model: Model; weights: JudgeWeights },
): { desk: Desk; questions: string[] } {
  const generated = generateFacts(count);
  const facts = generated.map(
    ({ id, claim, questions }): Fact => ({
      id,
      topic: 'generated',
      short: claim.split(' ').slice(0, 6).join(' '),
      claim,
      status: 'stated',
      citations: [],
      values: [],
      questions,
      related: [],
    }),
  );
  const all = new Map([...knowledge.facts, ...facts.map((fact) => [fact.id, fact] as const)]);
  return {
    desk: createDesk({ ...knowledge, facts: all }, model, weights),
    questions: generateQueries(generated, 200).map(({ text }) => text),
  };
}
