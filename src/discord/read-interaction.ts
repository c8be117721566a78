// Reads an interaction as Discord sends it, over the gateway or over HTTP: the request behind it, who sent it, and where.
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentButtonInteraction,
  type APIPingInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  InteractionType,
  MessageFlags,
  type Permissions,
  PermissionsBitField,
} from 'discord.js';
import { byTypedName, type Commands, decode, decodeMenu, type Request, type Typing } from '../bot/index.ts';
import { readMessage } from './read-message.ts';
import { readQuestion } from './read-own-message.ts';

/** An interaction that is answered with a message. */
export type Answerable = Exclude<
  APIInteraction,
  APIPingInteraction | APIApplicationCommandAutocompleteInteraction
>;

/**
 * The request behind an interaction; undefined for an interaction that another bot of the application left behind,
 * such as a form.
 *
 * @param botId the id of the bot's own user
 */
export function requestOf(
  commands: Commands,
  interaction: Answerable,
  botId: string | undefined,
): Omit<Request, 'member'> | undefined {
  if (isButton(interaction))
    return decode(interaction.data.custom_id, readQuestion(interaction.message.components ?? []));
  if (
    interaction.type === InteractionType.MessageComponent &&
    interaction.data.component_type === ComponentType.StringSelect
  )
    return decodeMenu(interaction.data.custom_id, interaction.data.values);
  if (interaction.type !== InteractionType.ApplicationCommand) return undefined;
  const { data } = interaction;
  if (data.type === ApplicationCommandType.ChatInput) {
    const { command, given } = typedIn(data);
    return {
      command,
      options: Object.fromEntries(
        given.map((option) => [option.name, 'value' in option ? String(option.value) : '']),
      ),
    };
  }
  if (data.type !== ApplicationCommandType.Message) return undefined;
  const [command, found] =
    [...byTypedName(commands)].find(([, { onMessage }]) => onMessage?.label === data.name) ?? [];
  const message = data.resolved.messages[data.target_id];
  if (!command || !found?.onMessage || !message) return undefined;
  const target = readMessage(message, botId);
  return { command, options: { [found.onMessage.option]: target.text }, target };
}

/** Whether a button was pressed. */
export const isButton = (interaction: APIInteraction): interaction is APIMessageComponentButtonInteraction =>
  interaction.type === InteractionType.MessageComponent &&
  interaction.data.component_type === ComponentType.Button;

/** Whether a button or menu was used on a message that its member alone sees. */
export const isOnPrivateMessage = (interaction: Answerable): boolean =>
  interaction.type === InteractionType.MessageComponent &&
  ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

/** What a member has typed so far; undefined if no option has the focus. */
export function typingOf({ data }: APIApplicationCommandAutocompleteInteraction): Typing | undefined {
  const { command, given } = typedIn(data);
  const option = given.find((one) => 'focused' in one && one.focused);
  return option && 'value' in option
    ? { command, option: option.name, typed: String(option.value) }
    : undefined;
}

/** A command's typed name, with its subcommand, and the options given. */
function typedIn({
  name,
  options = [],
}: Pick<
  APIChatInputApplicationCommandInteraction['data'] | APIApplicationCommandAutocompleteInteraction['data'],
  'name' | 'options'
>) {
  const [first] = options;
  return first?.type === ApplicationCommandOptionType.Subcommand
    ? { command: `${name} ${first.name}`, given: first.options ?? [] }
    : { command: name, given: options };
}

/**
 * Reads the member behind an interaction, what they may do there, where it is, and whether the bot is a member there.
 *
 * @throws {Error} for an interaction without a user, which Discord never sends
 */
export function senderOf(interaction: Answerable): Omit<Request, 'command' | 'options' | 'share' | 'target'> {
  const { member, channel, guild_id, authorizing_integration_owners: owners } = interaction;
  const user = member?.user ?? interaction.user;
  if (!user) throw new Error('An interaction without a user');
  const permissions = permissionsIn(member?.permissions);
  const moderates = permissions.has('ManageMessages');
  const isGuest = owners[ApplicationIntegrationType.GuildInstall] === undefined;
  const place = guild_id === undefined ? 'direct message' : isGuest ? 'visited server' : undefined;
  return {
    member: {
      id: user.id,
      name: member?.nick ?? user.global_name ?? user.username,
      moderates,
      pins: moderates || permissions.has('PinMessages'),
    },
    ...(place && { place }),
    ...(channel && { channelId: channel.id }),
    ...(channel && 'thread_metadata' in channel && channel.parent_id && { parentId: channel.parent_id }),
    ...(guild_id !== undefined && !isGuest && { serverId: guild_id }),
  };
}

/** The id of the channel that an interaction was sent from; empty if Discord does not say. */
export const channelOf = ({ channel }: Answerable): string => channel?.id ?? '';

/** Whether the member may send messages where they are. In direct messages everybody may. */
export function maySend({ member, channel }: Answerable): boolean {
  if (!member) return true;
  const inThread = channel !== undefined && THREADS.includes(channel.type);
  return permissionsIn(member.permissions).has(inThread ? 'SendMessagesInThreads' : 'SendMessages');
}

const THREADS: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

/** What the bot may do in the channel that an interaction was sent from. */
export const botPermissions = ({ app_permissions }: Answerable) => permissionsIn(app_permissions);

const permissionsIn = (bits: Permissions | undefined) => new PermissionsBitField(BigInt(bits ?? '0'));
