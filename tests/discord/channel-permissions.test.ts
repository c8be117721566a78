// Permissions in a channel, compared with those that discord.js computes for the same server.
import {
  ChannelType,
  Client,
  PermissionFlagsBits,
  PermissionsBitField,
  type PermissionsString,
  type REST,
  Routes,
} from 'discord.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { permissionsIn } from '../../src/discord/channel-permissions.ts';
import { findDestination } from '../../src/discord/destination.ts';

const SERVER = '100000000000000001';
const OWNER = '100000000000000002';
const MEMBER = '100000000000000003';
const ROLES = ['100000000000000004', '100000000000000005', '100000000000000006'];
const CHANNEL = '100000000000000007';
const BOT = '100000000000000008';

const KNOWN = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.ManageMessages,
  PermissionFlagsBits.PinMessages,
] as const;

const bits = fc.subarray([...KNOWN]).map((some) => some.reduce((all, one) => all | one, 0n).toString());
const withAdministrator = fc
  .tuple(bits, fc.integer({ min: 0, max: 9 }))
  .map(([some, chance]) =>
    chance === 0 ? (BigInt(some) | PermissionFlagsBits.Administrator).toString() : some,
  );

test('they are those that discord.js works out, whatever the roles and overwrites', async () => {
  const client = new Client({ intents: [] });
  const guilds = client.guilds as unknown as { _add(data: object): import('discord.js').Guild };
  fc.assert(
    fc.property(
      fc.tuple(bits, withAdministrator, withAdministrator, withAdministrator),
      fc.subarray(ROLES),
      fc.uniqueArray(fc.record({ id: fc.constantFrom(SERVER, MEMBER, ...ROLES), allow: bits, deny: bits }), {
        selector: ({ id }) => id,
      }),
      fc.boolean(),
      (permissions, held, overwrites, isOwner) => {
        const roles = [SERVER, ...ROLES].map((id, at) => ({
          id,
          name: id,
          position: at,
          permissions: permissions[at] ?? '0',
        }));
        const user = { id: MEMBER, username: 'max', discriminator: '0' };
        const permission_overwrites = overwrites.map((one) => ({
          ...one,
          type: one.id === MEMBER ? (1 as const) : (0 as const),
        }));
        const server = { id: SERVER, owner_id: isOwner ? MEMBER : OWNER, roles };
        for (const { cache } of [client.guilds, client.channels, client.users]) cache.clear();
        const guild = guilds._add({
          ...server,
          name: 'Newsroom',
          members: [{ user, roles: held, joined_at: '2024-01-01T00:00:00Z' }],
          channels: [{ id: CHANNEL, name: 'general', type: ChannelType.GuildText, permission_overwrites }],
        });
        const member = guild.members.cache.get(MEMBER);
        const theirs = member && guild.channels.cache.get(CHANNEL)?.permissionsFor(member);
        const ours = permissionsIn(server, permission_overwrites, { id: MEMBER, roles: held });
        for (const permission of KNOWN) expect(ours.has(permission)).toBe(theirs?.has(permission));
      },
    ),
    { numRuns: 300, seed: 20170424 },
  );
  await client.destroy();
});

test('a private thread is refused, since nobody outside knows who is in it', async () => {
  const thread = {
    type: ChannelType.PrivateThread,
    guild_id: SERVER,
    parent_id: CHANNEL,
    thread_metadata: {},
  };
  const rest = { get: async () => thread } as unknown as REST;
  const interaction = { guild_id: SERVER, member: { user: { id: MEMBER }, roles: [] }, channel: { id: '1' } };
  await expect(findDestination({ rest, botId: () => BOT }, interaction as never, CHANNEL)).rejects.toThrow(
    'This is a private thread',
  );
});

const NOW = Date.parse('2026-11-30T12:00:00Z');
const SOON = '2026-11-30T12:10:00+00:00';

const ofThe = (...names: PermissionsString[]) => String(PermissionsBitField.resolve(names));

test.each<[string, { who?: string; role?: PermissionsString; until?: string }, PermissionsString[]]>([
  ['may only read', { until: SOON }, ['ViewChannel', 'ReadMessageHistory']],
  [
    'has all of theirs again when it is over',
    { until: '2026-11-30T11:59:59+00:00' },
    ['ViewChannel', 'SendMessages', 'ReadMessageHistory', 'PinMessages'],
  ],
  ['who owns the server has everything', { who: OWNER, until: SOON }, ['SendMessages', 'PinMessages']],
  ['who is an administrator too', { role: 'Administrator', until: SOON }, ['SendMessages', 'BanMembers']],
])('a member who is timed out %s', (_, { who = MEMBER, role = 'PinMessages', until = null }, expected) => {
  const roles = [
    { id: SERVER, permissions: ofThe('ViewChannel', 'SendMessages', 'ReadMessageHistory') },
    { id: '100000000000000004', permissions: ofThe(role) },
  ];
  const member = { id: who, roles: ['100000000000000004'], communication_disabled_until: until };
  const theirs = permissionsIn({ id: SERVER, owner_id: OWNER, roles }, [], member, NOW);
  expect(theirs.has(expected)).toBe(true);
  if (expected.includes('ReadMessageHistory')) expect(theirs.toArray().sort()).toEqual(expected.sort());
});

test('in another channel a time-out counts, that of the moderator and that of the bot', async () => {
  const later = new Date(Date.now() + 60_000).toISOString();
  const guild = {
    id: SERVER,
    owner_id: OWNER,
    roles: [{ id: SERVER, permissions: ofThe('ViewChannel', 'SendMessages', 'PinMessages') }],
  };
  async function find(until: { bot?: string; moderator?: string }) {
    const answers: Record<string, object> = {
      [Routes.channel(CHANNEL)]: { type: ChannelType.GuildText, guild_id: SERVER },
      [Routes.guild(SERVER)]: guild,
      [Routes.guildMember(SERVER, BOT)]: {
        user: { id: BOT },
        roles: [],
        communication_disabled_until: until.bot,
      },
    };
    const rest = { get: async (route: string) => answers[route] } as unknown as REST;
    const member = { user: { id: MEMBER }, roles: [], communication_disabled_until: until.moderator };
    const interaction = { guild_id: SERVER, member, channel: { id: '1' } };
    const { bot, moderator } = await findDestination(
      { rest, botId: () => BOT },
      interaction as never,
      CHANNEL,
    );
    return [bot, moderator].map((one) => one.has('SendMessages'));
  }
  expect(await find({})).toEqual([true, true]);
  expect(await find({ bot: later })).toEqual([false, true]);
  expect(await find({ moderator: later })).toEqual([true, false]);
});
