// The small story of the fixtures as a knowledge folder on disk, for tests of what reads, watches and edits one.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { stringify } from 'yaml';
import { fingerprintsOf } from '../src/app/fingerprints.ts';
import { writeModel } from '../src/app/model-file.ts';
import { files, knowledge } from './fixtures.ts';
import { model } from './story-desk.ts';

/** Writes the story and the model trained on it into a folder. */
export async function writeStory(folder: string): Promise<void> {
  for (const [path, data] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), stringify(data));
  }
  await writeModel(folder, { ...model, trainedOn: await fingerprintsOf(folder, knowledge) });
}

/** Keeps the story in a folder while the tests of a file run. @returns the folder, once they do */
export function keepStory(): () => string {
  let story: string;
  beforeAll(async () => {
    story = await mkdtemp(join(tmpdir(), 'picket-desk-'));
    await writeStory(story);
  });
  afterAll(() => rm(story, { recursive: true }));
  return () => story;
}
