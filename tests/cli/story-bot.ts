// Starts the bot, or another program, in this process, on the small story, which loads faster than the knowledge that comes
// with it.
import type { Program } from '../../src/cli/shell.ts';
import start from '../../src/cli/start.ts';
import { keepStory } from '../story-folder.ts';
import { begin, type Given, type Running } from './run.ts';

/** Keeps the story in a folder for the tests of a file. @returns a function that starts the program on it */
export function onStory(program: Program = start): (args: readonly string[], given?: Given) => Running {
  const story = keepStory();
  return (args, { env, ...given } = {}) =>
    begin(program, args, { ...given, env: { KNOWLEDGE_DIR: story(), ...env } });
}
