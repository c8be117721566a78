// Reads the request out of an interaction: the command, its options, and the member who sent it.
import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
  type RepliableInteraction,
} from 'discord.js';
import { byTypedName, type Commands, decode, type Request } from '../bot/index.ts';
import { readMessage } from './read-message.ts';
import { readQuestion } from './read-own-message.ts';

/** The request behind an interaction; undefined for one that another bot of the application left, such as a menu. */
export function requestOf(
  commands: Commands,
  interaction: RepliableInteraction,
): Omit<Request, 'member'> | undefined {
  if (interaction.isButton())
    return decode(interaction.customId, readQuestion(interaction.message.components));
  if (interaction.isChatInputCommand()) {
    const { command, given } = typedIn(interaction);
    return { command, options: Object.fromEntries(given.map(({ name, value }) => [name, String(value)])) };
  }
  if (!interaction.isMessageContextMenuCommand()) return undefined;
  const label = interaction.commandName;
  const [command, found] =
    [...byTypedName(commands)].find(([, { onMessage }]) => onMessage?.label === label) ?? [];
  if (!command || !found?.onMessage) return undefined;
  const target = readMessage(interaction.targetMessage);
  return { command, options: { [found.onMessage.option]: target.text }, target };
}

/** A command's typed name, with its subcommand, and the options given. */
export function typedIn({ commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction) {
  const [first] = options.data;
  return first?.type === ApplicationCommandOptionType.Subcommand
    ? { command: `${commandName} ${first.name}`, given: first.options ?? [] }
    : { command: commandName, given: options.data };
}

/** The member behind an interaction, what they may do there, and whether the bot is a member there. */
export function senderOf(interaction: RepliableInteraction): Pick<Request, 'member' | 'place'> {
  const { user, member, memberPermissions, guildId, authorizingIntegrationOwners: owners } = interaction;
  const may = (name: 'ManageMessages' | 'PinMessages') =>
    memberPermissions?.has(PermissionFlagsBits[name]) ?? false;
  const isGuest = owners[ApplicationIntegrationType.GuildInstall] === undefined;
  const place = guildId === null ? 'direct message' : isGuest ? 'visited server' : undefined;
  return {
    member: {
      id: user.id,
      name: (member && ('displayName' in member ? member.displayName : member.nick)) ?? user.displayName,
      moderates: may('ManageMessages'),
      pins: may('PinMessages') || may('ManageMessages'),
    },
    ...(place && { place }),
  };
}
