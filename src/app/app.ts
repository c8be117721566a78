// The whole bot except for Discord: loads its knowledge and its commands from disk, and puts them together.
import { setImmediate } from 'node:timers/promises';
import { type Bot, createBot, type Desk, inPieces, type Kept } from '../bot/index.ts';
import type { Fingerprints, Model } from '../core/model.ts';
import { readJudgeWeights } from './judge-weights-file.ts';
import { knowledgeState } from './knowledge-state.ts';
import { COMMANDS, loadCommands } from './load-commands.ts';
import { KNOWLEDGE, loadKnowledge } from './load-knowledge.ts';
import { readModel } from './model-file.ts';
import { VERSION } from './version.ts';

export interface App {
  /** The desk that currently answers. */
  readonly desk: Desk;
  readonly bot: Bot;
  /** The fingerprints of the knowledge that the model was trained on. */
  readonly trainedOn: Fingerprints;
  /** The state of the knowledge folder when it was last read, successfully or not. */
  readonly readState: string;
  /**
   * Reads the knowledge again, for the next request and all after it.
   * @throws {KnowledgeError} with every problem of it; the desk then stays as it is
   */
  reload(): Promise<void>;
}

export interface AppOptions extends Kept {
  /** Folder of the knowledge; by default the one that comes with the bot. */
  knowledge?: string | undefined;
  /** Folder of the commands; by default the one that comes with the bot. */
  commands?: string;
  /** How to reach whoever runs the bot, if they give a contact. */
  contact?: string | undefined;
  /** Called with a sentence about anything that takes time; by default the sentence is written to standard error. */
  tell?: (sentence: string) => void;
}

/**
 * Loads everything and puts it together.
 *
 * @throws {KnowledgeError} with every problem of the knowledge
 * @throws {OperatorError} that names a command file that is broken
 */
export async function createApp(options: AppOptions = {}): Promise<App> {
  const { knowledge = KNOWLEDGE, commands = COMMANDS, contact, tell = console.error, ...kept } = options;
  let readState = await knowledgeState(knowledge);
  const [opened, files] = await Promise.all([openFolder(knowledge, tell), loadCommands(commands)]);
  let open = opened;
  return {
    get desk() {
      return open.desk;
    },
    get trainedOn() {
      return open.model.trainedOn;
    },
    get readState() {
      return readState;
    },
    bot: createBot(files, () => open.desk, kept, {
      version: VERSION,
      ...(contact && { contact }),
    }),
    async reload() {
      readState = await knowledgeState(knowledge);
      open = await openFolder(knowledge, tell, open.model);
    },
  };
}

/**
 * Opens the desk of a knowledge folder.
 *
 * @throws {KnowledgeError} with every problem of the knowledge
 * @throws {OperatorError} if its model is missing or unreadable
 */
export const openDesk = async (folder: string = KNOWLEDGE, tell = console.error): Promise<Desk> =>
  (await openFolder(folder, tell)).desk;

/** @param older the model for a folder that has none, so that a running bot need not stop to train one */
async function openFolder(
  folder: string,
  tell: (sentence: string) => void,
  older?: Model,
): Promise<{ desk: Desk; model: Model }> {
  // The desk is loaded meanwhile: loading its many modules is mostly waiting, and reading the knowledge is mostly work.
  const [knowledge, stored, weights, { createDeskInPieces }] = await Promise.all([
    loadKnowledge(folder),
    readModel(folder),
    readJudgeWeights(),
    import('../core/desk.ts'),
  ]);
  const model = stored ?? older ?? (await train(folder, tell));
  // A running bot answers with the desk that it has, until the new one is open.
  await setImmediate();
  return { desk: await inPieces(createDeskInPieces(knowledge, model, weights)), model };
}

/** Training is loaded only when needed: it is large, and a bot with a model never trains. */
async function train(folder: string, tell: (sentence: string) => void): Promise<Model> {
  const { trainSmallFolder } = await import('./train-folder.ts');
  return trainSmallFolder(folder, tell);
}
