// The real desk with the small story of the fixtures. Its model is trained once per process, in a second or two.
import { readJudgeWeights } from '../src/app/judge-weights-file.ts';
import { createDesk, type Desk } from '../src/core/desk.ts';
import type { Knowledge } from '../src/core/knowledge/parse.ts';
import type { Model } from '../src/core/model.ts';
import { trainModel } from '../src/training/train-model.ts';
import { knowledge } from './fixtures.ts';

/** A model trained on the spot. */
export const trainHere = (knowledge: Knowledge): Model =>
  trainModel(knowledge, { shared: 'here', records: {} }).model;

export const model: Model = trainHere(knowledge);

const weights = await readJudgeWeights();

/** A desk with the weights that come with the bot. */
export const openHere = (knowledge: Knowledge, model: Model = trainHere(knowledge)): Desk =>
  createDesk(knowledge, model, weights);

export const desk = openHere(knowledge, model);
