// The small story of the fixtures as a knowledge folder on disk, for tests of what reads, watches and edits one.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
