// The answers to the parts of a question become one that leaves none of them out.
import { describe, expect, test } from 'vitest';
import type { Answer, Unknown, Unsure } from '../../../src/core/asking/answer.ts';
import { joinAnswers } from '../../../src/core/asking/join-answers.ts';
import type { QuestionPart } from '../../../src/core/asking/question-parts.ts';
import { factOf } from '../../../src/core/knowledge/parse.ts';
import type { Gap } from '../../../src/core/knowledge/schema.ts';
import { found, knowledge } from '../../fixtures.ts';

const [known] = [...knowledge.gaps.values()] as [Gap];
const gap: Unknown = { outcome: 'unknown', gap: known, nearest: [] };
const otherGap: Unknown = { ...gap, gap: { ...known, id: 'other' } };
const nothing: Unknown = { outcome: 'unknown', nearest: [] };
const unsure: Unsure = {
  outcome: 'unsure',
  candidates: ['raise', 'health', 'vote-day'].map((id) => ({ fact: factOf(knowledge, id), question: id })),
};
const correction = { fact: factOf(knowledge, 'raise') };

const part = (of: Partial<QuestionPart> = {}): QuestionPart => ({
  text: 'part',
  asked: 'part as asked',
  isElliptical: false,
  refersBack: false,
  ...of,
});
const join = (answers: readonly (Answer | [Answer, Partial<QuestionPart>])[], whole: Answer = nothing) =>
  joinAnswers(
    answers.map((one) =>
      Array.isArray(one) ? { part: part(one[1]), answer: one[0] } : { part: part(), answer: one },
    ),
    () => whole,
  );
const idsOf = (answer: Answer | undefined) =>
  answer?.outcome === 'found' ? [answer.fact, ...answer.also].map(({ id }) => id) : answer?.outcome;
const relatedIn = (answer: Answer | undefined) =>
  answer?.outcome === 'found' ? answer.related.map(({ id }) => id) : undefined;

test('every part is answered, in its order', () => {
  expect(idsOf(join([found('turnout'), found('raise'), found('vote-day')]))).toEqual([
    'turnout',
    'raise',
    'vote-day',
  ]);
  expect(join([found('turnout'), found('raise')])).not.toHaveProperty('unanswered');
});

test('what is related to any part is offered, unless it is shown already', () => {
  expect(relatedIn(join([found('yes-share'), found('health')]))).toEqual(['vote-2007', 'refusal']);
  expect(relatedIn(join([found('yes-share'), found('vote-2007')]))).toEqual([]);
});

test('a wrong premise is set right first, whichever part has it', () => {
  for (const answers of [
    [found('raise', { correction }), found('turnout')],
    [found('turnout'), found('raise', { correction })],
  ]) {
    const joined = join(answers);
    expect(idsOf(joined)).toEqual(['raise', 'turnout']);
    expect(joined).toMatchObject({ correction });
  }
});

test.each<[string, Parameters<typeof join>[0], Answer]>([
  ['parts with one answer', [found('turnout'), found('turnout')], nothing],
  ['two wrong premises', [found('turnout', { correction }), found('raise', { correction })], nothing],
  ['an answer of its own', [found('turnout'), gap], found('raise')],
  ['a correction of its own', [found('turnout'), gap], found('turnout', { correction })],
  ['a part that nobody understands', [found('turnout'), nothing], nothing],
  ['a part without a verb', [found('turnout'), [gap, { isElliptical: true }]], nothing],
  ['a reference to what no fact answers', [gap, [found('turnout'), { refersBack: true }]], nothing],
])('%s leaves the question whole', (_, answers, whole) => {
  expect(join(answers, whole)).toBeUndefined();
});

describe('a part that no fact answers is named', () => {
  test('with its gap, in the words in which it was asked', () => {
    expect(join([found('turnout'), gap, unsure])).toMatchObject({
      fact: { id: 'turnout' },
      unanswered: [
        { question: 'part as asked', standalone: 'part', isUnsure: false, gap: gap.gap },
        { question: 'part as asked', standalone: 'part', isUnsure: true },
      ],
    });
  });

  test('if the whole is about the fact of another part', () => {
    const joined = join([nothing, [found('turnout'), { refersBack: true }]], found('turnout'));
    expect(joined).toMatchObject({ unanswered: [{ isUnsure: false }] });
  });

  test('but not as lacking if it may refer to what another part says', () => {
    const joined = join([found('turnout'), [nothing, { refersBack: true }]], found('turnout'));
    expect(joined).toMatchObject({ unanswered: [{ isUnsure: true }] });
  });

  test('but not if it only asks for more about the fact that answers the whole', () => {
    const joined = join([found('turnout'), [nothing, { isElliptical: true }]], found('turnout'));
    expect(idsOf(joined)).toEqual(['turnout']);
    expect(joined).not.toHaveProperty('unanswered');
  });
});

test('a refusal of the whole begins with the facts of the parts that have one', () => {
  expect(join([found('raise'), gap], { ...gap, nearest: [factOf(knowledge, 'health')] })).toMatchObject({
    outcome: 'unknown',
    gap: gap.gap,
    nearest: [{ id: 'raise' }, { id: 'health' }],
  });
});

test('a refusal of the whole names the gap of every part', () => {
  const refused = join([gap, otherGap], gap);
  expect(refused).toMatchObject({ gap: gap.gap, unanswered: [{ gap: otherGap.gap }] });
  expect(join([gap, gap], gap)).not.toHaveProperty('unanswered');
});
