// What a command file declares: how the command is typed, who may run it, and what it replies.
import type { z } from 'zod';
import type { Desk } from '../core/desk.ts';
import type { Knowledge } from '../core/knowledge/parse.ts';
import type { Host } from './host.ts';
import type { Reply } from './reply.ts';
import type { SharingSwitch } from './sharing-switch.ts';
import type { UnansweredLog } from './unanswered-list.ts';

/** The member who sends a request, and what they may do in that channel. */
export interface Member {
  id: string;
  /** The name that the channel shows; never a mention. */
  name: string;
  /** May manage messages in this channel. */
  moderates: boolean;
  /** May pin messages in this channel, or manage them. */
  pins: boolean;
}

/** What a command gets besides its options. */
export interface Context {
  desk: Desk;
  member: Member;
  /** Where the request was sent. */
  channelId?: string | undefined;
  /** The channel above a thread. */
  parentId?: string | undefined;
  /** The server of that channel, if it has the bot as a member. */
  serverId?: string | undefined;
  sharing: SharingSwitch;
  /** The list of unanswered questions; missing if the operator keeps none. */
  unanswered?: UnansweredLog;
  /** All commands, for lists of them. */
  commands: Commands;
  host: Host;
  /**
   * The reply of the command that a question asks for, such as that of /tldr for "summarize"; undefined if it asks
   * for none.
   */
  askedCommand(question: string): Promise<Reply> | undefined;
}

/** A choice offered while a member types an option: the name that the member sees, and the value behind it. */
export interface Choice {
  name: string;
  value: string;
}

/** A command's options, all of them strings. Discord's list of them and the check of what arrives follow from this object. */
export type Options = z.ZodObject<Record<string, z.ZodType<string | undefined>>>;

/** A command. Its name is the name of its file. */
export interface Command<O extends Options = Options> {
  /** What Discord shows beside the command's name. A command without one is reached by buttons only. */
  description?: string;
  /** Discord shows the text of `.describe()` beside an option. The member sees the message of a check that fails. */
  options: O;
  /** Choices for an option while a member types it, best first. */
  suggest?: Partial<Record<keyof z.infer<O>, (typed: string, desk: Desk) => readonly Choice[]>>;
  /** The same for an option that takes any text: texts that a member may mean, each of which is its own value. */
  complete?: Partial<Record<keyof z.infer<O>, (typed: string, desk: Desk) => readonly string[]>>;
  /** Offers the command in the menu of every message, with this label. The message's text becomes the named option. */
  onMessage?: { label: string; option: keyof z.infer<O> & string };
  /**
   * What members type to /ask for it, such as "summarize". `{speaker}` stands for a choice of the option with that name,
   * `{periods}` for a name of every period of the article.
   */
  phrases?: readonly string[];
  /**
   * Whether a knowledge has content for it. If not, the command is neither registered nor listed. Without this, it
   * always is.
   */
  appliesTo?(knowledge: Knowledge): boolean;
  /** The permission that a member needs to see and run it, in channels of servers only; without one it is for everyone. */
  requires?: 'ManageMessages' | 'PinMessages';
  /** Set if its reply may take longer than Discord waits. Such a reply has no act. */
  takesLong?: true;
  /** Set if its reply takes the place of the private message whose button or menu asked for it. */
  inPlace?: true;
  run(options: z.infer<O>, context: Context): Reply | Promise<Reply>;
}

/** A command that is typed with a second word, as in `/summary post`. Each subcommand is a command of its own. */
export interface CommandGroup {
  /** Discord requires one, and shows it in a server's settings. */
  description: string;
  /** As for a command. Discord has one permission for all subcommands together. */
  requires?: 'ManageMessages' | 'PinMessages';
  /** By the second word, in the order in which Discord lists them. */
  subcommands: Readonly<Record<string, Omit<Command, 'requires' | 'onMessage'>>>;
}

/** What the command files declare, by the name of the file. */
export type Commands = ReadonlyMap<string, Command | CommandGroup>;

/** Declares a command or a subcommand, and infers the types of its options. */
export const defineCommand = <O extends Options>(command: Command<O>): Command<O> => command;

/** Declares a command with subcommands. */
export const defineCommandGroup = (group: CommandGroup): CommandGroup => group;

/** Every command that can be run, by what a member types for it: `ask`, `summary post`. */
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
