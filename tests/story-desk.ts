// The real desk over the small story of the fixtures. Its model is trained once a process, in a second or two.
import { createDesk } from '../src/core/desk.ts';
import type { Knowledge } from '../src/core/knowledge/parse.ts';
import type { Model } from '../src/core/model.ts';
import { createTraining, trainCalibrated } from '../src/training/train-model.ts';
import { knowledge } from './fixtures.ts';

/** A model trained on the spot. */
export async function trainHere(knowledge: Knowledge): Promise<Model> {
  const train = createTraining(knowledge, knowledge.wordings, 'here');
  const trainPart = async (leftOut: number | undefined) => train(leftOut);
  return (await trainCalibrated(knowledge, knowledge.wordings, trainPart, () => {})).model;
}

export const model: Model = await trainHere(knowledge);

export const desk = createDesk(knowledge, model);
