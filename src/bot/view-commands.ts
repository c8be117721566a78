// The commands that an article has of its own: one for each view of article.yaml, among those of the command files.
import type { Knowledge } from '../core/knowledge/parse.ts';
import { type AskedCommand, createAskedCommand } from './asked-command.ts';
import { byTypedName, type Command, type CommandGroup, type Commands } from './command.ts';
import { comparisonCommand } from './comparison-command.ts';
import { listCommand } from './list-command.ts';

/**
 * The commands of the files and of the article's views, in alphabetical order.
 *
 * @param files by name; no view has the name of one, which is checked when the knowledge is read
 */
export function withViews(files: Commands, { article }: Knowledge): Commands {
  const first = article.views.find(({ kind }) => kind === 'comparison');
  const views = article.views.map((view): [string, Command] => [
    view.id,
    view.kind === 'comparison' ? comparisonCommand(view, view === first) : listCommand(view),
  ]);
  const all: [string, Command | CommandGroup][] = [...files, ...views];
  return new Map(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The commands that the knowledge has content for. */
export const offeredCommands = (files: Commands, knowledge: Knowledge): Commands =>
  new Map(
    [...withViews(files, knowledge)].filter(
      ([, command]) => !('appliesTo' in command) || (command.appliesTo?.(knowledge) ?? true),
    ),
  );

/** The commands as a bot needs them. */
export interface BotCommands {
  /** All commands. */
  commands: Commands;
  /** The same commands by what a member types for each. */
  runnable: ReadonlyMap<string, Command>;
  /** The commands that the knowledge has content for. */
  offered: Commands;
  /** Finds the command that a question asks for. */
  askedCommand: AskedCommand;
}

/** Creates the function that gives the commands for a knowledge, made once for each state of the knowledge. */
export function createCommandsFor(files: Commands): (knowledge: Knowledge) => BotCommands {
  let last: { of: Knowledge; made: BotCommands } | undefined;
  return (knowledge) => {
    if (last?.of === knowledge) return last.made;
    const commands = withViews(files, knowledge);
    const offered = offeredCommands(files, knowledge);
    const askedCommand = createAskedCommand(offered, knowledge);
    const made = { commands, runnable: byTypedName(commands), offered, askedCommand };
    last = { of: knowledge, made };
    return made;
  };
}
