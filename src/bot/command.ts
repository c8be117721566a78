// What a command is: one file that says how it is asked and what it replies; one of several words holds subcommands.
import type { z } from 'zod';
import type { Desk } from '../core/desk.ts';
import type { UnansweredLog } from './deidentify.ts';
import type { Reply } from './reply.ts';

/** Who asks, and what they may do where they ask. */
export interface Member {
  id: string;
  /** As the channel shows it; never a mention. */
  name: string;
  /** May manage messages in this channel. */
  moderates: boolean;
  /** May pin messages in this channel, or manage them. */
  pins: boolean;
}

/** What a command may look at besides its options. */
export interface Context {
  desk: Desk;
  member: Member;
  /** Missing where the operator keeps no list of what was asked in vain. */
  unanswered?: UnansweredLog;
}

/** One entry offered while a member types an option. */
export interface Choice {
  name: string;
  value: string;
}

/** Options are strings, declared once: Discord's list and the check at run time both follow from the zod object. */
export type Options = z.ZodObject<Record<string, z.ZodType<string | undefined>>>;

/** A command; its name is the name of its file. */
export interface Command<O extends Options = Options> {
  /** What Discord shows beside the command's name; left out for one that only buttons reach. */
  description?: string;
  /** Each option's `describe` text is what Discord shows beside it; a failed check's message is shown to the member. */
  options: O;
  /** Choices for an option while it is typed, best first. */
  suggest?: Partial<Record<keyof z.infer<O>, (typed: string, desk: Desk) => readonly Choice[]>>;
  /** Also offered in the menu of a message, under this label; the message's text becomes the option named. */
  onMessage?: { label: string; option: keyof z.infer<O> & string };
  /** Who sees and may run it, in a server's channel alone; everyone everywhere where left out. */
  requires?: 'ManageMessages' | 'PinMessages';
  run(options: z.infer<O>, context: Context): Reply | Promise<Reply>;
}

/** A command that is typed with a second word, as in `/summary post`; each such subcommand is a command of its own. */
export interface CommandGroup {
  /** Discord wants one, and shows it where a server's commands are set up. */
  description: string;
  /** As with a command; Discord has one permission for all subcommands. */
  requires?: 'ManageMessages' | 'PinMessages';
  /** By the second word, in the order in which they are offered. */
  subcommands: Readonly<Record<string, Omit<Command, 'requires' | 'onMessage'>>>;
}

/** What the command files declare, by file name. */
export type Commands = ReadonlyMap<string, Command | CommandGroup>;

/** Declares a command, or one subcommand, keeping the types of its options. */
export const defineCommand = <O extends Options>(command: Command<O>): Command<O> => command;

/** Declares a command with subcommands. */
export const defineCommandGroup = (group: CommandGroup): CommandGroup => group;

/** Every command that can be run, by what is typed for it: `ask`, `summary post`. */
export const byTypedName = (commands: Commands): ReadonlyMap<string, Command> =>
  new Map(
    [...commands].flatMap(([name, command]): [string, Command][] =>
      'subcommands' in command
        ? Object.entries(command.subcommands).map(([word, subcommand]) => [
            `${name} ${word}`,
            { ...subcommand, ...(command.requires && { requires: command.requires }) },
          ])
        : [[name, command]],
    ),
  );
