// Which of the registered commands a client offers to whom and where, and how it lists them.
import { type Command, type CommandOption, CommandType, isNested } from './commands.ts';
import { Permission } from './permissions.ts';
import type { Person, Place } from './world.ts';

/** A slash command as a client lists it: a subcommand is an entry of its own, named with its command. */
export interface Offer {
  name: string;
  description: string;
  options: readonly CommandOption[];
}

/** The slash commands of a list as entries, in alphabetical order. */
export const offersOf = (commands: readonly Command[]): Offer[] =>
  commands
    .filter(({ type }) => type === CommandType.Slash)
    .flatMap(flatten)
    .sort((a, b) => a.name.localeCompare(b.name));

function flatten({
  name,
  description,
  options = [],
}: Pick<Command, 'name' | 'description' | 'options'>): Offer[] {
  const nested = options.filter(isNested);
  if (nested.length === 0) return [{ name, description, options }];
  return nested.flatMap((inner) => flatten({ ...inner, name: `${name} ${inner.name}` }));
}

/**
 * Whether a client offers a command to a person in a place.
 * @param permissions the person's permissions in that place
 */
export function isOffered(command: Command, place: Place, permissions: bigint): boolean {
  if (place.kind === 'forum') return false;
  if (command.guild_id && command.guild_id !== place.guild?.id) return false;
  if (command.contexts && !command.contexts.includes(place.guild ? 0 : 1)) return false;
  if (place.guild && !place.guild.hasBot) return command.integration_types.includes(1);
  if (!place.guild) return true;
  if (!(permissions & Permission.UseApplicationCommands)) return false;
  const needed = command.default_member_permissions;
  if (needed === null || !command.integration_types.includes(0)) return true;
  return needed !== '0' && (permissions & BigInt(needed)) === BigInt(needed);
}

/**
 * The installations that make a command available, as `authorizing_integration_owners`: 0 the server (or '0' in a
 * direct message), 1 the person. Everybody here has installed the bot for themselves too.
 * @param types the command's `integration_types`
 */
export function integrationOwners(
  types: readonly number[],
  place: Place,
  person: Person,
): Record<string, string> {
  return {
    ...(types.includes(0) && (!place.guild || place.guild.hasBot) && { '0': place.guild?.id ?? '0' }),
    ...(types.includes(1) && { '1': person.id }),
  };
}
