// A desk can be opened piece by piece, so that another one can answer in between.
import { expect, test } from 'vitest';
import { readJudgeWeights } from '../../src/app/judge-weights-file.ts';
import { createDeskInPieces } from '../../src/core/desk.ts';
import { knowledge } from '../fixtures.ts';
import { desk, model } from '../story-desk.ts';

test('between the pieces of a desk that is opened another one answers, and both answer alike', async () => {
  const pieces = createDeskInPieces(knowledge, model, await readJudgeWeights());
  const question = 'so what about that turnout';
  const answers = [];
  let piece = pieces.next();
  while (!piece.done) {
    answers.push(desk.ask(question));
    piece = pieces.next();
  }
  expect(answers.length).toBeGreaterThanOrEqual(4);
  expect(piece.value.ask(question)).toEqual(answers[0]);
  expect(piece.value.check('96.3% voted yes')).toEqual(desk.check('96.3% voted yes'));
});
