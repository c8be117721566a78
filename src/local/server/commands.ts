// The commands that the bot has registered.
import { DiscordError } from './errors.ts';

/** The value of an option: text, a number, yes or no, or the id of a user or channel. */
export type OptionValue = string | number | boolean;

export interface CommandOption {
  /** 1 subcommand, 2 group, 3 text, 4 integer, 5 yes or no, 6 user, 7 channel, 8 role, 10 number. */
  type: number;
  name: string;
  description: string;
  required?: boolean;
  autocomplete?: boolean;
  choices?: { name: string; value: string | number }[];
  options?: CommandOption[];
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
}

export interface Command {
  id: string;
  application_id: string;
  /** The server that the command belongs to, if it belongs to one. */
  guild_id?: string;
  version: string;
  /** 1 slash command, 2 user command, 3 message command, 4 Entry Point command of an Activity. */
  type: number;
  name: string;
  description: string;
  options?: CommandOption[];
  default_member_permissions: string | null;
  contexts: number[] | null;
  integration_types: number[];
  nsfw: boolean;
  /** Of an Entry Point command: 1 the application answers it, 2 Discord launches the Activity. */
  handler?: number;
}

/** The option types that hold options themselves. */
const NestedType = { Subcommand: 1, Group: 2 } as const;

/** Whether an option is a subcommand, or a group of them. */
export const isNested = ({ type }: CommandOption): boolean =>
  type === NestedType.Subcommand || type === NestedType.Group;

export const CommandType = { Slash: 1, User: 2, Message: 3, EntryPoint: 4 } as const;

/** A command as the bot sends it, already validated. */
export type CommandBody = Partial<Command> & { name: string };

/** The maximum number of commands of each type in a scope (Discord: Interactions, Application Commands). */
const maxCommands: Record<number, number> = {
  [CommandType.Slash]: 100,
  [CommandType.User]: 15,
  [CommandType.Message]: 15,
  [CommandType.EntryPoint]: 1,
};

export interface CommandRegistry {
  all(): readonly Command[];
  /** The commands of one scope: a server's id, or null for global ones. */
  of(scope: string | null): readonly Command[];
  /** One command. @throws DiscordError unknownCommand */
  get(scope: string | null, id: string): Command;
  /** Replaces all commands of a scope; a command that stays keeps its id. @throws DiscordError entryPointRemoved */
  replace(scope: string | null, bodies: readonly CommandBody[]): readonly Command[];
  /** Adds a command, or overwrites the one of the same type and name. */
  add(scope: string | null, body: CommandBody): { command: Command; created: boolean };
  change(scope: string | null, id: string, body: Partial<CommandBody>): Command;
  remove(scope: string | null, id: string): void;
}

/**
 * Creates an empty registry.
 * @param applicationId the application that the commands belong to
 * @param snowflake makes ids
 * @param changed called after every change
 */
export function createCommands(
  applicationId: string,
  snowflake: () => string,
  changed: () => void,
): CommandRegistry {
  const scopes = new Map<string | null, readonly Command[]>();
  const of = (scope: string | null) => scopes.get(scope) ?? [];
  const set = (scope: string | null, commands: readonly Command[]) => {
    for (const [type, most] of Object.entries(maxCommands)) {
      if (commands.filter((command) => command.type === Number(type)).length > most)
        throw new DiscordError('tooManyCommands');
    }
    scopes.set(scope, commands);
    changed();
  };
  const get = (scope: string | null, id: string) => {
    const command = of(scope).find((one) => one.id === id);
    if (!command) throw new DiscordError('unknownCommand');
    return command;
  };
  const complete = (scope: string | null, body: Partial<CommandBody>, previous?: Command): Command => {
    const { name = '', type = CommandType.Slash, ...rest } = { ...previous, ...body };
    return {
      description: '',
      ...rest,
      type,
      name,
      id: previous?.id ?? snowflake(),
      application_id: applicationId,
      version: snowflake(),
      default_member_permissions: rest.default_member_permissions?.toString() ?? null,
      contexts: scope ? null : (rest.contexts ?? null),
      integration_types: rest.integration_types ?? [0],
      nsfw: rest.nsfw ?? false,
      ...(scope && { guild_id: scope }),
    };
  };
  const same = (scope: string | null, body: CommandBody) =>
    of(scope).find((one) => one.name === body.name && one.type === (body.type ?? CommandType.Slash));

  return {
    all: () => [...scopes.values()].flat(),
    of,
    get,
    replace(scope, bodies) {
      const has = (some: readonly { type?: number }[]) =>
        some.some(({ type }) => type === CommandType.EntryPoint);
      if (has(of(scope)) && !has(bodies)) throw new DiscordError('entryPointRemoved');
      set(
        scope,
        bodies.map((body) => {
          const kept = same(scope, body);
          return complete(scope, body, kept && ({ id: kept.id } as Command));
        }),
      );
      return of(scope);
    },
    add(scope, body) {
      const overwritten = same(scope, body);
      const command = complete(scope, body, overwritten && ({ id: overwritten.id } as Command));
      set(scope, [...of(scope).filter((one) => one !== overwritten), command]);
      return { command, created: !overwritten };
    },
    change(scope, id, body) {
      const command = complete(scope, body, get(scope, id));
      set(
        scope,
        of(scope).map((one) => (one.id === id ? command : one)),
      );
      return command;
    },
    remove(scope, id) {
      const removed = get(scope, id);
      set(
        scope,
        of(scope).filter((one) => one !== removed),
      );
    },
  };
}
