// Whether a question takes something wrong for granted, learned in the small story from a few questions.
import { describe, expect, test } from 'vitest';
import { createDesk } from '../../../src/core/desk.ts';
import { createSignals } from '../../../src/core/judging/claim-features.ts';
import { createFalsePremise } from '../../../src/core/judging/false-premise.ts';
import { factOf } from '../../../src/core/knowledge/parse.ts';
import type { Wordings } from '../../../src/core/knowledge/schema.ts';
import { trainFalsePremise } from '../../../src/training/train-false-premise.ts';
import { knowledge as story } from '../../fixtures.ts';
import { trainHere } from '../../story-desk.ts';

const none = { asked: [], falsePremise: [], supported: [], contradicted: [], claimed: [] };
const wordings = new Map<string, Wordings>([
  [
    'refusal',
    {
      ...none,
      asked: [
        'what did the studios say to the raise',
        'did the raise come to anything',
        'how did the studios answer the guild',
        'who turned the raise down',
        'what came of the raise',
      ],
      falsePremise: [
        'why did the guild refuse the raise',
        'so the guild turned the raise down',
        'when did the guild say no to the raise',
        'how come the writers refused the raise',
        'what made the guild turn it down',
      ],
    },
  ],
]);
const knowledge = { ...story, wordings };
const refusal = factOf(knowledge, 'refusal');

describe('a question', () => {
  const trained = trainFalsePremise(knowledge, wordings);
  if (!trained) throw new Error('there are falsePremise questions, so something was to be learned');
  const hasFalsePremise = createFalsePremise(createSignals(knowledge), trained.weights, {
    ...trained.model,
    least: 0.5,
  });

  test('that takes the wrong side for granted is misled', () => {
    expect(hasFalsePremise('how come the guild refused it', refusal)).toBe(true);
  });

  test('that takes nothing wrong for granted is not', () => {
    expect(hasFalsePremise('how did the studios answer', refusal)).toBe(false);
  });

  test('is told so only from the probability that was set', () => {
    const never = createFalsePremise(createSignals(knowledge), trained.weights, {
      ...trained.model,
      least: 1,
    });
    expect(never('how come the guild refused it', refusal)).toBe(false);
  });
});

test('where no falsePremise question is known, nothing is learned', () => {
  expect(trainFalsePremise(story, story.wordings)).toBeUndefined();
});

test('the desk corrects a question whose words are falsePremise, and leaves another alone', async () => {
  const model = await trainHere(knowledge);
  const falsePremise = model.falsePremise && { ...model.falsePremise, least: 0.5 };
  const desk = createDesk(knowledge, { ...model, ...(falsePremise ? { falsePremise } : {}) });
  expect(desk.show('refusal', 'how come the guild refused it')?.correction).toEqual({});
  expect(desk.show('refusal', 'how did the studios answer')?.correction).toBeUndefined();
});
