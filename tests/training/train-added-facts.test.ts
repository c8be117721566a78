// Facts that are added after the training, on the small story: they are learned, and the others stay as they were.
import { expect, test } from 'vitest';
import { decodeModel, encodeModel } from '../../src/core/model.ts';
import { createRanker } from '../../src/core/ranking/ranker.ts';
import { trainAddedFacts } from '../../src/training/train-added-facts.ts';
import { knowledge as story } from '../fixtures.ts';
import { openHere, trainHere } from '../story-desk.ts';

const ADDED = ['turnout', 'refusal'];
/** The story with a few wordings for each record, since so few questions teach little. */
const wording = (id: string) => ({
  asked: ['so what of it', 'any news of it', 'tell us more', 'i mean'].map((text) => `${text}, ${id}`),
  falsePremise: [],
  supported: [],
  contradicted: [],
  claimed: [],
});
const ids = [...story.facts.keys(), ...story.gaps.keys()];
const knowledge = { ...story, wordings: new Map(ids.map((id) => [id, wording(id)])) };
const without = <T>(records: ReadonlyMap<string, T>) =>
  new Map([...records].filter(([id]) => !ADDED.includes(id)));

const before = trainHere({ ...knowledge, facts: without(knowledge.facts) });
const after = trainAddedFacts(before, knowledge, ADDED);
const [old, taught] = [before, after].map((model) => createRanker(model, knowledge.words));
if (!old || !taught) throw new Error('there are two rankers');

test('facts that were added are found by words of their own', () => {
  expect(old.rank('hey, turnout?').map(({ id }) => id)).not.toContain('turnout');
  expect(taught.rank('hey, turnout?')[0]?.id).toBe('turnout');
  expect(taught.rank('what of that refusal')[0]?.id).toBe('refusal');
  expect(ADDED.every(taught.knows)).toBe(true);
});

test('the questions of old records find what they found before, those of new ones their own', () => {
  const strays = [...knowledge.facts.values(), ...knowledge.gaps.values()].flatMap(({ id, questions }) =>
    questions.filter((question) => {
      const expected = ADDED.includes(id) ? id : old.rank(question)[0]?.id;
      return taught.rank(question)[0]?.id !== expected;
    }),
  );
  expect(strays).toEqual([]);
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

test('the taught model is a model like any other: it is kept, and answers', () => {
  const desk = openHere(knowledge, decodeModel(encodeModel(after)));
  expect(desk.ask('so what about that turnout')).toMatchObject({ outcome: 'found', fact: { id: 'turnout' } });
});
