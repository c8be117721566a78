// The whole bot minus Discord: its knowledge and its commands, loaded from disk and put together.
import { type Bot, createBot, type Desk, type UnansweredLog } from '../bot/index.ts';
import { createDesk } from '../core/desk.ts';
import type { Model } from '../core/model.ts';
import { knowledgeState } from './knowledge-state.ts';
import { COMMANDS, loadCommands } from './load-commands.ts';
import { KNOWLEDGE, loadKnowledge } from './load-knowledge.ts';
import { readRanker } from './model-file.ts';

export interface App {
  /** The desk that answers now. */
  readonly desk: Desk;
  readonly bot: Bot;
  /** The fingerprint of the wordings that the ranker was trained on. */
  readonly trainedOn: string;
  /** The state of the knowledge folder when it was last read, successfully or not. */
  readonly readState: string;
  /**
   * Reads the knowledge again, for the next request and all after it.
   * @throws {KnowledgeError} with every problem of it; the desk then stays as it is
   */
  reload(): Promise<void>;
}

export interface AppOptions {
  /** Folder of the knowledge; by default the one that comes with the bot. */
  knowledge?: string | undefined;
  /** Folder of the commands; by default the one that comes with the bot. */
  commands?: string;
  /** Where unanswered questions are kept, if anywhere. */
  unanswered?: UnansweredLog | undefined;
}

/**
 * Loads everything and puts it together.
 * @throws {KnowledgeError} with every problem of the knowledge, or {OperatorError} naming a command file that is broken.
 */
export async function createApp(options: AppOptions = {}): Promise<App> {
  const { knowledge = KNOWLEDGE, commands = COMMANDS, unanswered } = options;
  let readState = await knowledgeState(knowledge);
  let open = await openFolder(knowledge);
  return {
    get desk() {
      return open.desk;
    },
    get trainedOn() {
      return open.ranker.trainedOn;
    },
    get readState() {
      return readState;
    },
    bot: createBot(await loadCommands(commands), () => open.desk, unanswered),
    async reload() {
      readState = await knowledgeState(knowledge);
      open = await openFolder(knowledge, open.ranker);
    },
  };
}

/**
 * The desk of a knowledge folder, with its ranker; a folder without one gets it trained now, which takes its time.
 * @throws {KnowledgeError} with every problem of the knowledge.
 */
export const openDesk = async (folder: string = KNOWLEDGE): Promise<Desk> => (await openFolder(folder)).desk;

/** @param older serves a folder that has no ranker, so that a running bot needn't stop to train one */
async function openFolder(folder: string, older?: Model): Promise<{ desk: Desk; ranker: Model }> {
  const [knowledge, stored] = await Promise.all([loadKnowledge(folder), readRanker(folder)]);
  const ranker = stored ?? older ?? (await train(folder));
  return { desk: createDesk(knowledge, ranker), ranker };
}

/** Loaded only where it is needed: training is large, and a bot with a model never trains. */
async function train(folder: string): Promise<Model> {
  const { trainFolder } = await import('./train-folder.ts');
  return (await trainFolder(folder, () => {})).model;
}
