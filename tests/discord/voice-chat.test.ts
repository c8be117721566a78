// The chat of a voice channel is readable only with the permission to connect to it.
import { ChannelType, PermissionsBitField, type REST } from 'discord.js';
import { expect, test } from 'vitest';
import { PUBLISHING } from '../../src/discord/pin-permissions.ts';
import { openChannel } from '../../src/discord/pinned-channel.ts';

/** Opens a channel of a type in which the bot may do certain things. */
const open = (type: ChannelType, ...more: 'Connect'[]) => {
  const rest = { get: async () => ({ type }) } as unknown as REST;
  const moderator = new PermissionsBitField(PermissionsBitField.All);
  const bot = new PermissionsBitField([...PUBLISHING.bot, ...more]);
  const destination = { channelId: '3', guildId: '4', type, bot, moderator };
  return openChannel({ rest, botId: () => '1' }, destination, PUBLISHING, '2');
};

test.each([ChannelType.GuildVoice, ChannelType.GuildStageVoice])(
  'in a channel of type %i Connect is needed too, and named',
  async (type) => {
    await expect(open(type)).rejects.toThrow(
      'I lack a permission in this channel: "Connect". Nothing was changed.',
    );
    await expect(open(type, 'Connect')).resolves.toBeDefined();
  },
);

test('in a text channel it is not', async () => {
  await expect(open(ChannelType.GuildText)).resolves.toBeDefined();
});
