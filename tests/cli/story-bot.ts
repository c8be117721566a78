// Starts the bot in this process, on the small story, which loads faster than the knowledge that comes with it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import start from '../../src/cli/start.ts';
import { writeStory } from '../story-folder.ts';
import { begin, type Given, type Running } from './run.ts';

/** Keeps the story in a folder for the tests of a file. @returns a function that starts the bot on it */
export function onStory(): (args: readonly string[], given?: Given) => Running {
  let story: string;
  beforeAll(async () => {
    story = await mkdtemp(join(tmpdir(), 'picket-desk-'));
    await writeStory(story);
  });
  afterAll(() => rm(story, { recursive: true }));
  return (args, { env, ...given } = {}) =>
    begin(start, args, { ...given, env: { KNOWLEDGE_DIR: story, ...env } });
}
