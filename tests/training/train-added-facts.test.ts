// Facts that come after the training, on the small story: they are learned, and the others stay as they were.
import { expect, test } from 'vitest';
import { decodeModel, encodeModel } from '../../src/core/model.ts';
import { createRanker } from '../../src/core/ranking/ranker.ts';
import { trainAddedFacts } from '../../src/training/train-added-facts.ts';
import { knowledge as storyKnowledge } from '../fixtures.ts';
import { trainHere } from '../story-desk.ts';

const ADDED = ['turnout', 'result-hour'];
const all = [...storyKnowledge.facts.keys(), ...storyKnowledge.gaps.keys()];
const wording = (id: string) => ({
  asked: [`${id} please`, `so what of the ${id}`, `is there news of ${id}`, `${id}?`, `i mean ${id}`],
  falsePremise: [],
  supported: [],
  contradicted: [],
  claimed: [],
});
const knowledge = { ...storyKnowledge, wordings: new Map(all.map((id) => [id, wording(id)])) };
const without = <T>(records: ReadonlyMap<string, T>) =>
  new Map([...records].filter(([id]) => !ADDED.includes(id)));

const before = trainHere({ ...knowledge, facts: without(knowledge.facts), gaps: without(knowledge.gaps) });
const after = trainAddedFacts(before, knowledge, ADDED);
const [old, taught] = [before, after].map((model) => createRanker(model, knowledge.words));
if (!old || !taught) throw new Error('there are two rankers');

test('a fact and a gap that were added are found by words of their own', () => {
  expect(old.rank('hey, turnout?').map(({ id }) => id)).not.toContain('turnout');
  expect(taught.rank('hey, turnout?')[0]?.id).toBe('turnout');
  expect(taught.rank('at what hour')[0]?.id).toBe('result-hour');
  expect(ADDED.every(taught.knows)).toBe(true);
});

test('hardly a question of the old records goes to a new one', () => {
  const records = [...knowledge.facts.values(), ...knowledge.gaps.values()];
  const asked = records.flatMap(({ id, questions }) => questions.map((question) => ({ id, question })));
  const strays = asked.filter(({ id, question }) => taught.rank(question)[0]?.id !== id);
  // In a story of two dozen questions one may: the others stay frozen, and share its words.
  expect(strays.length).toBeLessThanOrEqual(1);
});

test('how likely the others are beside each other stays', () => {
  const question = 'what about the raise and the health plan';
  const ratio = (ranker: typeof old) => {
    const ranked = new Map(ranker.rank(question).map(({ id, probability }) => [id, probability]));
    return (ranked.get('raise') as number) / (ranked.get('health') as number);
  };
  expect(ratio(taught)).toBeCloseTo(ratio(old), 3);
});

test('what was known already is left alone: its weights, its biases, the thresholds', () => {
  const oldClasses = before.classes.length;
  expect(after.classes.slice(0, oldClasses)).toEqual(before.classes);
  expect(after.targets.filter((target) => target < oldClasses)).toEqual(before.targets);
  expect(after.weights.filter((_, at) => (after.targets[at] as number) < oldClasses)).toEqual(before.weights);
  expect(after.decision).toEqual(before.decision);
});

test('the taught model is a model like any other: it is kept, and ranks as before', () => {
  const kept = createRanker(decodeModel(encodeModel(after)), knowledge.words);
  expect(kept.rank('so what about that turnout')).toEqual(taught.rank('so what about that turnout'));
});
