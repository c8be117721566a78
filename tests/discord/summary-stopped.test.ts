// The pinned summary end to end: who may post it, and what can stop that.
import { ChannelType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { whyNotIn } from '../../src/discord/pinned-channel.ts';
import type { PermissionName } from '../../src/local/server/index.ts';
import { request } from './stage.ts';
import { withChange } from './summaries.ts';
import { general, keepSummaryStage, max, own, pinned, remove, run, stage } from './summary-stage.ts';

keepSummaryStage();

describe('who may', () => {
  test('a member is offered it only with Pin Messages', async () => {
    const { mia } = stage.local.world.people;
    expect(stage.local.commands(mia, general).map(({ name }) => name)).not.toContain('summary');
    stage.local.allow(mia, general, 'PinMessages');
    expect(await run('preview', { person: mia })).toContain('Preview');
  });

  test('Pin Messages is enough', async () => {
    stage.local.deny(max, general, 'ManageMessages');
    expect(await run('post')).toContain('posted and pinned');
  });
});

describe('what stops it', () => {
  const nothingLeft = () => expect(own()).toEqual([]);

  test.each<[PermissionName, string]>([
    ['ViewChannel', 'View Channel'],
    ['SendMessages', 'Send Messages'],
    ['EmbedLinks', 'Embed Links'],
    ['AttachFiles', 'Attach Files'],
    ['ReadMessageHistory', 'Read Message History'],
    ['PinMessages', 'Pin Messages'],
  ])('without %s it names it before anything is posted', async (permission, name) => {
    stage.local.deny('bot', general, permission);
    expect(await run('post')).toContain(`"${name}"`);
    nothingLeft();
  });

  test('several missing permissions are named one by one', async () => {
    stage.local.deny('bot', general, 'PinMessages', 'AttachFiles');
    expect(await run('post')).toContain('"Attach Files", "Pin Messages"');
    nothingLeft();
  });

  test('in a thread, sending is a permission of its own', async () => {
    const { thread } = stage.local.world.places;
    stage.local.deny('bot', thread, 'SendMessages');
    expect(await run('post', { place: thread })).toContain('It is in this thread');
    expect(pinned(thread)).toHaveLength(1);
    await remove(thread);
    stage.local.deny('bot', thread, 'SendMessagesInThreads');
    expect(await run('post', { place: thread })).toContain('"Send Messages in Threads"');
    expect(own(thread)).toEqual([]);
  });

  test('250 pins stop it before anything is posted, but not an update', async () => {
    stage.local.fillPins(general, 250);
    expect(await run('post')).toContain('250 pinned messages');
    nothingLeft();
    const { deskTalk } = stage.local.world.places;
    await run('post', { place: deskTalk });
    stage.local.fillPins(deskTalk, 250);
    stage.desk = withChange(stage.desk, 'Changed');
    expect(await run('update', { place: deskTalk })).toContain('updated, in its place');
  });

  test.each([
    [30003, 400, '250 pinned messages'],
    [50013, 403, '"Pin Messages"'],
    [0, 500, "Something failed on Discord's side"],
  ])('when pinning meets error %i, what was posted is deleted again', async (code, status, words) => {
    stage.local.failNext({ method: 'PUT', route: /\/pins\//, status, code, times: 4 });
    const said = await run('post');
    expect(said).toContain(words);
    expect(said).toContain('I deleted it again');
    nothingLeft();
  });

  test('what can be neither pinned nor deleted is linked for the moderator', async () => {
    stage.local.failNext({ method: 'PUT', route: /\/pins\//, status: 403, code: 50013 });
    stage.local.failNext({ method: 'DELETE', route: /\/messages\//, status: 403, code: 50013 });
    const said = await run('post');
    expect(said).toContain('could not delete it again either');
    expect(said).toContain(own()[0]?.id);
  });

  test('the edit limit leaves it as it was', async () => {
    await run('post');
    const before = pinned();
    stage.desk = withChange(stage.desk, 'Changed');
    stage.local.failNext({ method: 'PATCH', route: /\/messages\//, status: 400, code: 30046 });
    expect(await run('update')).toContain('older than an hour');
    expect(pinned()).toEqual(before);
  });

  test('a summary that is deleted during the edit is posted again', async () => {
    await run('post');
    const [summary] = pinned();
    if (!summary) throw new Error('no summary');
    stage.desk = withChange(stage.desk, 'Changed');
    // What the bot lists last before it edits.
    const unlisten = stage.local.on('wire', (entry) => {
      if (entry.kind !== 'rest' || !entry.request.path.includes('/messages?limit=')) return;
      unlisten();
      stage.local.remove(max, summary);
    });
    expect(await run('post')).toContain('posted and pinned');
    expect(pinned()).toHaveLength(1);
  });

  test.each([
    [10003, 'This channel is gone'],
    [50001, 'I cannot look into this channel'],
    [50083, 'This thread is closed'],
  ])('error %i of the channel is told, and nothing is posted', async (code, words) => {
    for (const [method, route] of [
      ['GET', /^\/channels\/\d+$/],
      ['GET', /\/messages\/pins/],
      ['GET', /\/messages$/],
      ['POST', /^\/channels\/\d+\/messages$/],
    ] as const) {
      stage.local.failNext({ method, route, status: 400, code });
      expect(await run('post')).toContain(words);
    }
    nothingLeft();
  });

  test('a forum has no messages of its own', () => {
    expect(whyNotIn(ChannelType.GuildForum)).toContain('inside one of its posts');
    expect(whyNotIn(ChannelType.GuildText)).toBeUndefined();
  });

  test.each(['POST', 'PUT', 'GET'])(
    'a connection that breaks at a %s is tried again or told',
    async (method) => {
      stage.local.failNext({ method, route: /^\/channels\/.*\/messages/, reset: true });
      const said = await run('post');
      if (method !== 'GET') expect(said).toContain('posted and pinned');
      expect(own().length).toBe(pinned().length);
    },
  );

  test('an announcement channel says what its followers get; a post of a forum works like a thread', async () => {
    const { announcements, post } = stage.local.world.places;
    expect(await run('post', { place: announcements })).toContain('only if a moderator publishes');
    expect(await run('post', { place: post })).toContain('It is in this thread');
  });

  test('a forum itself, a direct message and a server without the bot are not offered it', async () => {
    const { forum, elsewhere } = stage.local.world.places;
    for (const place of [forum, elsewhere, stage.local.world.dm(max)])
      expect(stage.local.commands(max, place).map(({ name }) => name)).not.toContain('summary');
  });

  test('registered too widely, it says in each of these places, and to members, why it cannot', async () => {
    await registerEverywhere();
    const { elsewhere } = stage.local.world.places;
    expect(await run('post', { place: stage.local.world.dm(max) })).toContain('this is a direct message');
    expect(await run('post', { place: elsewhere })).toContain('needs me as a member of this server');
    const said = await run('post', { person: stage.local.world.people.mia });
    expect(said).toContain('/summary post is only for members with the permission "Pin Messages"');
  });
});

/** Registers the command by hand for every place, as an old or careless registration may have it. */
const registerEverywhere = () =>
  request(stage, 'PUT', `/applications/${stage.local.applicationId}/commands`, [
    {
      name: 'summary',
      description: 'Everywhere',
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      options: [{ type: 1, name: 'post', description: 'Post' }],
    },
  ]);
