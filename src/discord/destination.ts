// Where a summary goes: the channel where the command was used, or another one of the same server. And who may do
// what there.
import {
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  ChannelType,
  PermissionsBitField,
  Routes,
  type Snowflake,
} from 'discord.js';
import { permissionsIn } from './channel-permissions.ts';
import type { Access, Destination } from './pinned-channel.ts';
import { type Answerable, botPermissions, channelOf } from './read-interaction.ts';
import { resend } from './resend.ts';
import { explained, UserFacingError } from './user-facing-error.ts';

/** The fields of a channel that are read here. */
interface Channel {
  type: ChannelType;
  guild_id?: Snowflake;
  parent_id?: Snowflake | null;
  permission_overwrites?: APIOverwrite[];
}

/** The channel where an interaction was sent, with the permissions that Discord sent along. */
const here = (interaction: Answerable): Destination => ({
  channelId: channelOf(interaction),
  guildId: interaction.guild_id,
  type: interaction.channel?.type ?? ChannelType.GuildText,
  bot: botPermissions(interaction),
  moderator: new PermissionsBitField(BigInt(interaction.member?.permissions ?? '0')),
});

/**
 * Finds out what the bot and the member may do in a channel. A stored or forged request may name any channel, so only
 * what Discord says now is believed.
 * @param channelId where the interaction was sent, unless another one is given
 * @throws {UserFacingError} for a channel of another server or a private thread, and for one that the bot cannot see
 */
export async function findDestination(
  { rest, botId }: Access,
  interaction: Answerable,
  channelId = channelOf(interaction),
): Promise<Destination> {
  if (channelId === channelOf(interaction)) return here(interaction);
  const get = (route: `/${string}`): Promise<unknown> => explained(resend(() => rest.get(route)));
  const channel = (await get(Routes.channel(channelId))) as Channel;
  const { guild_id: guildId, member } = interaction;
  if (!member || guildId === undefined || channel.guild_id !== guildId)
    throw new UserFacingError(OTHER_SERVER);
  if (channel.type === ChannelType.PrivateThread) throw new UserFacingError(PRIVATE_THREAD);
  const isThread = 'thread_metadata' in channel && typeof channel.parent_id === 'string';
  const [guild, me, { permission_overwrites: overwrites = [] }] = (await Promise.all([
    get(Routes.guild(guildId)),
    get(Routes.guildMember(guildId, botId() ?? '')),
    isThread ? get(Routes.channel(channel.parent_id as Snowflake)) : channel,
  ])) as [APIGuild, APIGuildMember, Channel];
  return {
    channelId,
    guildId,
    type: channel.type,
    bot: permissionsIn(guild, overwrites, { ...me, id: me.user.id }),
    moderator: permissionsIn(guild, overwrites, { ...member, id: member.user.id }),
  };
}

const OTHER_SERVER = 'This channel is not in this server. Choose one from the list. Nothing was changed.';
const PRIVATE_THREAD =
  'This is a private thread, and I cannot tell who may see it. Use the command in the thread itself. Nothing was changed.';
