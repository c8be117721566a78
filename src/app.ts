// The whole bot minus Discord: its knowledge and its commands, loaded from disk and put together.
import { type Bot, createBot, type Desk } from './bot/index.ts';
import { createDesk } from './core/desk.ts';
import { COMMANDS, KNOWLEDGE, loadCommands, loadKnowledge } from './load.ts';
import { readRanker, trainFolder } from './ranker-file.ts';

export interface App {
  desk: Desk;
  bot: Bot;
}

/**
 * Loads everything and puts it together; the folders default to those that come with the bot.
 * @throws {KnowledgeError} with every problem of the knowledge, or {Error} naming a command file that is broken.
 */
export async function createApp({ knowledge = KNOWLEDGE, commands = COMMANDS } = {}): Promise<App> {
  const desk = await openDesk(knowledge);
  return { desk, bot: createBot(await loadCommands(commands), desk) };
}

/**
 * The desk of a knowledge folder, with its ranker; a folder without one gets it trained now, which takes its time.
 * @throws {KnowledgeError} with every problem of the knowledge.
 */
export async function openDesk(folder: string = KNOWLEDGE): Promise<Desk> {
  const [knowledge, ranker] = await Promise.all([loadKnowledge(folder), readRanker(folder)]);
  return createDesk(knowledge, ranker ?? (await trainFolder(folder, () => {})).model);
}
