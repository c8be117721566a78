// A knowledge with few wordings is answered by how well a fact matches; one with enough, by what was learned from them.
import { expect, test } from 'vitest';
import { hasFewWordings } from '../../src/training/few-wordings.ts';
import { knowledge } from '../fixtures.ts';
import { desk, model, openHere, trainHere } from '../story-desk.ts';

const texts = (id: string, count: number) => Array.from({ length: count }, () => ({ id }));

test('few are fewer than 25 texts a fact or gap, as a mean', () => {
  expect(hasFewWordings([...texts('one', 24), ...texts('other', 25)])).toBe(true);
  expect(hasFewWordings([...texts('one', 5), ...texts('other', 45)])).toBe(false);
});

test('questions alone: a match decides, and what no fact has is not answered', () => {
  expect(model.decision.byMatch).toBe(true);
  expect(desk.ask('how many people voted yes').outcome).toBe('found');
  for (const question of ['how many voted yes in Canada in 1988', 'where was the raffle'])
    expect(desk.ask(question).outcome, question).not.toBe('found');
});

test('what is the same for every article makes a small knowledge neither larger nor less sure', () => {
  const none = { falsePremise: [], supported: [], contradicted: [], claimed: [] };
  const asked = Array.from({ length: 1_000 }, (_, i) => `so how is it going, friend number ${i}`);
  const gap = { id: 'how-are-you', says: 'Fine.', nearest: [], questions: ['how are you'] };
  const talkative = {
    ...knowledge,
    gaps: new Map([...knowledge.gaps, [gap.id, gap]]),
    commonGaps: new Set([gap.id]),
    wordings: new Map([[gap.id, { ...none, asked }]]),
  };
  const learned = trainHere(talkative);
  expect(learned.decision.byMatch).toBe(true);
  const taught = openHere(talkative, learned);
  expect(taught.ask('how is it going, friend')).toMatchObject({ outcome: 'unknown', gap: { id: gap.id } });
  expect(taught.ask('so how many people voted yes, friend')).toMatchObject({
    outcome: 'found',
    fact: { id: 'yes-share' },
  });
});

test('with wordings enough, what was learned decides', () => {
  const asked = (id: string) => Array.from({ length: 25 }, (_, i) => `question ${i} of ${id}`);
  const none = { falsePremise: [], supported: [], contradicted: [], claimed: [] };
  const ids = [...knowledge.facts.keys(), ...knowledge.gaps.keys()];
  const rich = { ...knowledge, wordings: new Map(ids.map((id) => [id, { ...none, asked: asked(id) }])) };
  const learned = trainHere(rich);
  expect(learned.decision.byMatch).toBeUndefined();
  expect(openHere(knowledge, learned).ask('question 3 of turnout')).toMatchObject({
    outcome: 'found',
    fact: { id: 'turnout' },
  });
});
