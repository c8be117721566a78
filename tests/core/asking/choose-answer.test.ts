// The answer to a question of one part, given how likely each fact and gap is.
import { describe, expect, test } from 'vitest';
import { createChooseAnswer } from '../../../src/core/asking/choose-answer.ts';
import { QUESTION_KINDS } from '../../../src/core/asking/question-kind.ts';
import type { Correction } from '../../../src/core/judging/correction.ts';
import type { JudgedQuestion } from '../../../src/core/judging/judged-question.ts';
import { factOf } from '../../../src/core/knowledge/parse.ts';
import type { Match } from '../../../src/core/matching/match.ts';
import { createWordOverlap } from '../../../src/core/ranking/word-overlap.ts';
import { knowledge as story } from '../../fixtures.ts';
import { model as storyModel } from '../../story-desk.ts';

const GAP = 'result-hour';
const reason = { ...factOf(story, 'vote-2007'), values: [{ kind: 'reason' as const, reason: 'anger' }] };
const knowledge = { ...story, facts: new Map([...story.facts, [reason.id, reason] as const]) };

/** A model in which only `raise` is asked for persons, numbers and reasons. */
const questionKinds = storyModel.classes.map((id) => (id === 'raise' ? 2 ** QUESTION_KINDS.length - 1 : 0));
const model = { ...storyModel, questionKinds, decision: { found: 0, unsure: -5, untrainedFact: 1 } };
const matching = { ...model, decision: { found: 0.4, unsure: 0.1, untrainedFact: 1, byMatch: true } };

function choose(
  question: string,
  ranked: Record<string, number>,
  judged: JudgedQuestion = {},
  matches?: Record<string, number>,
  opposed?: Correction,
) {
  const match = (): Match[] =>
    Object.entries(matches ?? {}).map(([id, probability]) => ({ fact: factOf(story, id), probability }));
  const chosen = createChooseAnswer(knowledge, matches ? matching : model, {
    rank: () => Object.entries(ranked).map(([id, probability]) => ({ id, probability })),
    judgeQuestion: () => ({ by: () => judged, opposed: () => opposed }),
    wordOverlap: createWordOverlap(knowledge.facts),
    ...(matches ? { match } : {}),
  })(question);
  switch (chosen.outcome) {
    case 'found':
      return [chosen.fact.id, ...(chosen.also ? [chosen.also.id] : [])];
    case 'unsure':
      return { offered: chosen.facts.map(({ id }) => id) };
    case 'unknown':
      return { gap: chosen.gap?.id, nearest: chosen.nearest.map(({ id }) => id) };
  }
}
const corrected: JudgedQuestion = { correction: { fact: factOf(story, 'turnout') } };

test('the likeliest fact, where it is sure enough', () => {
  expect(choose('what of it', { turnout: 0.9, raise: 0.1 })).toEqual(['turnout']);
});

describe('what no fact answers', () => {
  const opposed = { fact: factOf(story, 'turnout') };

  test('is set right where a rule finds what it takes wrongly for granted', () => {
    expect(choose('what of it', { [GAP]: 0.9, raise: 0.05 }, {}, undefined, opposed)).toEqual(['turnout']);
    expect(choose('what of it', { [GAP]: 0.9, raise: 0.05 })).toMatchObject({ gap: GAP });
  });

  test('what one answers is answered by it', () => {
    expect(choose('what of it', { raise: 0.9 }, {}, undefined, opposed)).toEqual(['raise']);
  });
});

describe('a fact that is hardly ever asked for this kind of thing', () => {
  test('gives way to one that is', () => {
    expect(choose('who wants it', { turnout: 0.6, raise: 0.4 })).toEqual(['raise']);
    expect(choose('what is it', { turnout: 0.6, raise: 0.4 })).toEqual(['turnout']);
  });

  test('does not if it sets the question right', () => {
    expect(choose('who wants it', { turnout: 0.6, raise: 0.4 }, corrected)).toEqual(['turnout']);
  });

  test('brings its reason along if it is asked why', () => {
    expect(choose('why is it so', { 'yes-share': 0.9, raise: 0.1 })).toEqual(['yes-share', 'vote-2007']);
    expect(choose('what is it', { 'yes-share': 0.9, raise: 0.1 })).toEqual(['yes-share']);
    expect(choose('why is it so', { raise: 0.9 })).toEqual(['raise']);
  });
});

describe('a fact that gives no reason, and has none related to it', () => {
  test('does not answer "why"', () => {
    expect(choose('why is it so', { turnout: 0.9 })).toEqual({ gap: undefined, nearest: ['turnout'] });
    expect(choose('what is it', { turnout: 0.9 })).toEqual(['turnout']);
  });

  test('does where the question may well be wrong', () => {
    expect(choose('why is it so', { turnout: 0.9 }, { isDoubtful: true })).toEqual(['turnout']);
    expect(choose('why is it so', { turnout: 0.9 }, corrected)).toEqual(['turnout']);
  });
});

test('what may well be wrong gets a fact where a gap is likelier than it, but not where it is likelier than all facts', () => {
  const doubtful = { isDoubtful: true };
  const ranked = { [GAP]: 0.4, raise: 0.35, turnout: 0.25 };
  expect(choose('what of it', ranked)).toMatchObject({ gap: undefined });
  expect(choose('what of it', ranked, doubtful)).toEqual(['raise']);
  expect(choose('what of it', { [GAP]: 0.6, raise: 0.4 }, doubtful)).toMatchObject({ gap: GAP });
});

test('what is about others is refused, however likely a fact is', () => {
  expect(choose('what of it', { turnout: 0.9, raise: 0.1 }, { isOfOthers: true })).toEqual({
    gap: undefined,
    nearest: ['turnout', 'raise'],
  });
});

test('a yes/no question that a fact settles is answered, whatever gap is likelier', () => {
  expect(choose('is it so', { [GAP]: 0.85, raise: 0.1 }, { yesNo: 'yes' })).toEqual(['raise']);
});

test('a wrong premise is set right from a tenth on, whatever gap is likelier', () => {
  expect(choose('is it 40%', { [GAP]: 0.85, turnout: 0.1 }, corrected)).toEqual(['turnout']);
  expect(choose('is it 40%', { [GAP]: 0.85, turnout: 0.09 }, corrected)).toMatchObject({ gap: GAP });
});

describe('a refusal', () => {
  test('names a gap that is likely, with what is nearest to it', () => {
    expect(choose('what of it', { [GAP]: 0.5, turnout: 0.1 })).toEqual({ gap: GAP, nearest: ['vote-day'] });
  });

  test('names no other, and shows the facts that are near', () => {
    expect(choose('what of it', { [GAP]: 0.4, turnout: 0.1, raise: 0.01 })).toEqual({
      gap: undefined,
      nearest: ['turnout'],
    });
  });
});

describe('a follow-up', () => {
  const ranked = { [GAP]: 0.4, turnout: 0.2, raise: 0.1, health: 0.05 };

  test('is offered its readings, the likeliest first', () => {
    expect(choose('and in May?', ranked)).toEqual({ offered: ['turnout', 'raise', 'health'] });
    expect(choose('what happens in May?', ranked)).toMatchObject({ gap: undefined });
  });

  test('is refused where the gap is likely', () => {
    expect(choose('how about May?', { ...ranked, [GAP]: 0.5 })).toMatchObject({ gap: GAP });
  });
});

describe('in a knowledge with few wordings', () => {
  const ranked = { turnout: 0.5, [GAP]: 0.3, raise: 0.2, health: 0.1 };
  const chooseByMatch = (matches: Record<string, number>, by: Record<string, number> = ranked) =>
    choose('tell me of it', by, {}, matches);

  test('the fact that matches best is the answer, whichever is likelier', () => {
    expect(chooseByMatch({ raise: 0.6, turnout: 0.2 })).toEqual(['raise']);
  });

  test('two facts that match fairly well are answer enough together: the better one answers', () => {
    expect(chooseByMatch({ raise: 0.3, turnout: 0.2 })).toEqual(['raise']);
  });

  test('what matches less is offered, the best first', () => {
    expect(chooseByMatch({ raise: 0.3, turnout: 0.1 })).toEqual({
      offered: ['raise', 'turnout', 'health'],
    });
  });

  test('a gap that is likelier but not likely does not keep it from being offered', () => {
    const others = { [GAP]: 0.4, turnout: 0.3, raise: 0.2, health: 0.1 };
    expect(chooseByMatch({ turnout: 0.3 }, others)).toMatchObject({
      offered: ['turnout', 'raise', 'health'],
    });
    expect(chooseByMatch({ turnout: 0.3 }, { ...others, [GAP]: 0.6 })).toMatchObject({ gap: GAP });
  });

  test('what hardly matches is refused', () => {
    expect(chooseByMatch({ turnout: 0.05 })).toMatchObject({ gap: undefined });
  });
});
