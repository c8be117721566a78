// A knowledge folder gets its model: a whole one, one at the start if the folder is small, or only what was added.
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDesk } from '../../src/app/app.ts';
import { changesSince, describeChanges, fingerprintsOf } from '../../src/app/fingerprints.ts';
import { loadKnowledge } from '../../src/app/load-knowledge.ts';
import { MODEL_FILE, readModel } from '../../src/app/model-file.ts';
import { OperatorError } from '../../src/app/operator-error.ts';
import { rankHeldOut } from '../../src/app/train-folder.ts';
import train from '../../src/cli/train.ts';
import { run } from '../cli/run.ts';
import { writeStory } from '../story-folder.ts';

let folder: string;
let told: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picket-desk-'));
  told = [];
  await writeStory(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const tell = (sentence: string) => void told.push(sentence);
const npmRunTrain = (...args: string[]) => run(train, args, { env: { KNOWLEDGE_DIR: folder } });

/** What the model's training lacks of the knowledge as it is. */
async function lacking() {
  const model = await readModel(folder);
  const now = await fingerprintsOf(folder, await loadKnowledge(folder));
  return model && describeChanges(changesSince(model.trainedOn, now));
}

async function addFact(id: string, question: string) {
  const path = join(folder, 'facts/votes.yaml');
  const fact = `
- id: ${id}
  short: Short of ${id}
  claim: Claim of ${id}.
  status: stated
  citations: [{ paragraph: 1, excerpt: words on ${id} }]
  values: [{ kind: direction, direction: for }]
  questions: [${question}, please tell ${question}]
  related: [yes-share]
`;
  await writeFile(path, `${await readFile(path, 'utf8')}${fact}`);
}

test('a small folder without a model is trained when it is opened, and keeps the model', async () => {
  await rm(join(folder, MODEL_FILE));
  const desk = await openDesk(folder, tell);
  expect(told).toEqual([expect.stringContaining(folder)]);
  expect(desk.ask('how many voted yes')).toMatchObject({ outcome: 'found', fact: { id: 'yes-share' } });
  expect(await lacking()).toBeUndefined();
  await openDesk(folder, tell);
  expect(told).toHaveLength(1);
});

test('where the model cannot be kept, it answers all the same, and says so', async () => {
  await rm(join(folder, MODEL_FILE));
  const desk = await openDesk(folder, (sentence) => {
    tell(sentence);
    // From the first sentence on there is nothing to write to.
    rmSync(folder, { recursive: true, force: true });
  });
  expect(desk.ask('how many voted yes').outcome).toBe('found');
  expect(told).toEqual([expect.any(String), expect.stringContaining('ENOENT')]);
});

test('a large folder without a model is not trained without being asked to', async () => {
  await rm(join(folder, MODEL_FILE));
  const wordings = Array.from({ length: 5_000 }, (_, i) => `    - wording number ${i}`);
  await writeFile(join(folder, 'wordings.yaml'), ['turnout:', '  asked:', ...wordings, ''].join('\n'));
  const error: unknown = await openDesk(folder, tell).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(OperatorError);
  expect((error as Error).message).toMatch(/npm run train .*minute/);
  expect(told).toEqual([]);
});

test('with few wordings, held-out questions are ranked among what the folder has of its own', async () => {
  const asked = Array.from({ length: 200 }, (_, i) => `so how many times was it, friend ${i}`);
  const gap = { id: 'chatter', says: 'Hm.', nearest: [], questions: ['how many'] };
  await writeFile(join(folder, 'common/gaps.yaml'), JSON.stringify([gap]));
  await writeFile(join(folder, 'common/wordings.yaml'), JSON.stringify({ chatter: { asked } }));
  const { facts, gaps } = await loadKnowledge(folder);
  expect(gaps.has('chatter')).toBe(true);
  const ranked = await rankHeldOut(folder);
  expect(ranked).toHaveLength(
    [...facts.values(), ...gaps.values()].flatMap(({ questions }) => questions).length - 1,
  );
  expect(ranked.flatMap((one) => one.ranked.map(({ id }) => id))).not.toContain('chatter');
});

test('npm run train replaces a model that cannot be read', async () => {
  await writeFile(join(folder, MODEL_FILE), 'damaged');
  await expect(openDesk(folder, tell)).rejects.toThrow('npm run train');
  expect((await npmRunTrain()).code).toBe(0);
  expect((await openDesk(folder, tell)).ask('how many voted yes').outcome).toBe('found');
});

test('npm run train -- --added teaches what is new, and what else changed stays to be trained', async () => {
  await npmRunTrain();
  await addFact('picnic', 'who baked the cake for the picnic');
  expect(await lacking()).toContain('--added');
  const added = await npmRunTrain('--added');
  expect(added.stdout).toContain('picnic');
  expect(await lacking()).toBeUndefined();

  await addFact('raffle', 'who won the raffle');
  const votes = join(folder, 'facts/votes.yaml');
  await writeFile(votes, (await readFile(votes, 'utf8')).replace('what was the result', 'what came of it'));
  await npmRunTrain('--added');
  expect(await lacking()).toBe('Since the training, 1 fact or gap was changed. Run: npm run train');
});

test('npm run train -- --added leaves a model alone that knows all there is, and needs one', async () => {
  await npmRunTrain();
  const { mtimeNs } = await stat(join(folder, MODEL_FILE), { bigint: true });
  expect((await npmRunTrain('--added')).stdout).toContain('Nothing was added');
  expect((await stat(join(folder, MODEL_FILE), { bigint: true })).mtimeNs).toBe(mtimeNs);
  await rm(join(folder, MODEL_FILE));
  const without = await npmRunTrain('--added');
  expect(without).toMatchObject({ code: 1, stderr: expect.stringContaining('npm run train') });
});
