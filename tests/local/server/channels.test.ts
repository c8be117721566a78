// Posting, editing, deleting, listing and pinning in channels by a real discord.js client, permissions included.
import {
  AttachmentBuilder,
  ChannelType,
  DMChannel,
  PermissionFlagsBits,
  REST,
  Routes,
  type SendableChannels,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { Permission, type Place } from '../../../src/local/server/index.ts';
import { discord, login } from './bot.ts';

async function posting() {
  const local = await discord();
  const { client } = await login(local, () => {});
  const channel = async ({ id }: Place) => (await client.channels.fetch(id)) as SendableChannels;
  return { local, client, channel, ...local.world.people, ...local.world.places };
}

test('the permission bits are those of discord.js', () => {
  for (const [name, bit] of Object.entries(Permission))
    expect(bit).toBe(PermissionFlagsBits[name as keyof typeof PermissionFlagsBits]);
});

describe('messages', () => {
  test('are posted, listed, read, edited and deleted', async () => {
    const { local, channel, mia, general } = await posting();
    const said = local.say(mia, general, 'Hello');
    const there = await channel(general);
    const message = await there.send({ content: 'One', reply: { messageReference: said.id } });
    expect(local.messages(mia, general).map(({ content }) => content)).toEqual(['Hello', 'One']);
    expect(local.messages(mia, general)[1]).toMatchObject({
      type: 19,
      message_reference: { message_id: said.id },
    });
    expect([...(await there.messages.fetch({ limit: 10 })).values()].map((m) => m.content)).toEqual([
      'One',
      // Without the Message Content intent.
      '',
    ]);
    expect((await there.messages.fetch(said.id)).content).toBe('');
    await message.edit('Two');
    expect(local.messages(mia, general)[1]).toMatchObject({
      content: 'Two',
      edited_timestamp: expect.any(String),
    });
    await expect((await there.messages.fetch(said.id)).edit('x')).rejects.toMatchObject({ code: 50005 });
    await expect(there.messages.delete(said.id)).rejects.toMatchObject({ code: 50013, status: 403 });
    await message.delete();
    await expect(there.messages.fetch({ message: message.id, force: true })).rejects.toMatchObject({
      code: 10008,
    });
    expect(local.messages(mia, general)).toHaveLength(1);
    expect(local.problems()).toEqual([]);
  });

  test('an edit keeps a picture unless it is replaced', async () => {
    const { local, channel, mia, general } = await posting();
    const picture = (text: string) =>
      new AttachmentBuilder(Buffer.from(text), { name: 'chart.png', description: text });
    const message = await (await channel(general)).send({ content: 'x', files: [picture('old')] });
    await message.edit('y');
    expect(local.messages(mia, general)[0]?.attachments).toMatchObject([{ description: 'old' }]);
    await message.edit({ files: [picture('new')], attachments: [] });
    expect(local.messages(mia, general)[0]?.attachments).toMatchObject([{ description: 'new' }]);
    expect(local.problems()).toEqual([]);
  });

  test('channels are what Discord says they are', async () => {
    const { local, client, mia, general, announcements, forum, thread, post, elsewhere } = await posting();
    const types = [];
    for (const place of [general, announcements, forum, thread, post])
      types.push((await client.channels.fetch(place.id))?.type);
    expect(types).toEqual([
      ChannelType.GuildText,
      ChannelType.GuildAnnouncement,
      ChannelType.GuildForum,
      ChannelType.PublicThread,
      ChannelType.PublicThread,
    ]);
    expect(await client.channels.fetch(local.world.dm(mia).id)).toBeInstanceOf(DMChannel);
    await expect(client.channels.fetch(elsewhere.id)).rejects.toMatchObject({ code: 50001 });
    await expect(
      client.rest.post(Routes.channelMessages(forum.id), { body: { content: 'x' } }),
    ).rejects.toMatchObject({
      code: 50008,
    });
    local.deleteChannel(general);
    await expect(client.channels.fetch(general.id, { force: true })).rejects.toMatchObject({ code: 10003 });
    expect(local.messages(mia, general)).toEqual([]);
  });

  test.each([
    ['ViewChannel', 'general', { content: 'x' }, 50001],
    ['SendMessages', 'general', { content: 'x' }, 50013],
    ['SendMessagesInThreads', 'thread', { content: 'x' }, 50013],
    ['EmbedLinks', 'general', { embeds: [{ title: 'x' }] }, 50013],
    ['AttachFiles', 'general', { files: [Buffer.from('x')] }, 50013],
  ] as const)('posting without %s is refused', async (permission, name, message, code) => {
    const { local, channel, ...places } = await posting();
    const place = places[name];
    const there = await channel(place);
    await there.send(message as never);
    local.deny('bot', place, permission);
    await expect(there.send(message as never)).rejects.toMatchObject({ code, status: 403 });
    local.allow('bot', place, permission);
    await there.send(message as never);
  });
});

describe('pins', () => {
  test('are put, listed newest first by pages, announced, and taken away', async () => {
    const { local, channel, mia, general } = await posting();
    const there = await channel(general);
    const message = await there.send('Summary');
    await message.pin('asked for by Max – today');
    expect(local.pins(general)).toMatchObject([{ id: message.id, pinned: true }]);
    expect(local.messages(mia, general).at(-1)).toMatchObject({
      type: 6,
      message_reference: { message_id: message.id },
    });
    expect(local.wire().at(-1)).toMatchObject({ request: { reason: 'asked for by Max – today' } });
    local.fillPins(general, 61);
    const first = await there.messages.fetchPins({ limit: 50 });
    expect([first.items.length, first.hasMore]).toEqual([50, true]);
    const rest = await there.messages.fetchPins({ before: first.items.at(-1)?.pinnedTimestamp ?? 0 });
    expect([rest.items.length, rest.hasMore, rest.items.at(-1)?.message.id]).toEqual([11, false, message.id]);
    await message.unpin();
    expect(local.pins(general)).toHaveLength(60);
    expect(local.problems()).toEqual([]);
  });

  test('end at 250, need the permission, the history, and their own channel', async () => {
    const { local, client, channel, general, deskTalk } = await posting();
    const there = await channel(general);
    const message = await there.send('x');
    const pins = Routes.channelMessagesPin.bind(null, deskTalk.id);
    await expect(client.rest.put(pins(message.id))).rejects.toMatchObject({ code: 50019 });
    local.fillPins(general, 250);
    await expect(message.pin()).rejects.toMatchObject({ code: 30003 });
    local.deny('bot', general, 'PinMessages');
    await expect(message.pin()).rejects.toMatchObject({ code: 50013 });
    expect((await there.messages.fetchPins()).items).toHaveLength(50);
    local.deny('bot', general, 'ReadMessageHistory');
    expect((await there.messages.fetchPins()).items).toEqual([]);
    expect((await there.messages.fetch({ limit: 5 })).size).toBe(0);
  });

  test('are for people with the permission', async () => {
    const { local, mia, max, general } = await posting();
    const message = local.say(mia, general, 'x');
    expect(() => local.pin(mia, message, true)).toThrow('permission');
    local.pin(max, message, true);
    expect(local.pins(general)).toHaveLength(1);
    local.pin(max, message, false);
    expect(local.pins(general)).toHaveLength(0);
    expect(() => local.remove(local.world.people.noah, message)).toThrow('permission');
    local.remove(max, message);
    expect(local.messages(mia, general).map(({ type }) => type)).toEqual([6]);
  });
});

describe('failures on request', () => {
  test('a status with a Discord error, a cut connection, a rate limit, a delay', async () => {
    const { local, channel, mia, general } = await posting();
    const there = await channel(general);
    local.failNext({
      method: 'POST',
      route: /messages$/,
      status: 403,
      code: 50013,
      message: 'Missing Permissions',
    });
    await expect(there.send('x')).rejects.toMatchObject({ code: 50013, status: 403 });
    local.failNext({ method: 'POST', status: 500 });
    await expect(there.send('x')).rejects.toMatchObject({ status: 500 });
    local.failNext({ reset: true });
    await expect(there.send('x')).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(local.messages(mia, general)).toEqual([]);
    local.failNext({ status: 429, retryAfter: 0.05 });
    await there.send('waited');
    local.failNext({ delay: 60 });
    const begun = Date.now();
    await there.send('slow');
    expect(Date.now() - begun).toBeGreaterThanOrEqual(55);
    expect(local.messages(mia, general).map(({ content }) => content)).toEqual(['waited', 'slow']);
  });

  test('only its own token is accepted', async () => {
    const local = await discord();
    expect(local.token).toMatch(/^local\./);
    const rest = new REST({ api: local.api }).setToken('local.other');
    await expect(rest.get(Routes.gatewayBot())).rejects.toMatchObject({ status: 401 });
    expect(JSON.stringify(local.wire())).not.toContain('local.other');
  });
});
