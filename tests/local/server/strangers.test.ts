// Only this machine can use the local Discord: foreign pages, rebound names, large bodies and broken frames are
// refused.
import { once } from 'node:events';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { isFromHere, type LocalDiscord } from '../../../src/local/server/index.ts';
import { discord, login, only, registerAsk } from './bot.ts';
import { anyFrames, frameImpurities, sendBytes } from './hostile-frames.ts';

/** The status of a REST request with any headers. */
const statusOf = (local: LocalDiscord, headers: Record<string, string>, path = '/api/v10/users/@me') =>
  new Promise<number | undefined>((resolve, reject) => {
    const authorization = `Bot ${local.token}`;
    const sent = request(`${local.url}${path}`, { headers: { authorization, ...headers } }, (response) =>
      resolve(response.resume().statusCode),
    );
    sent.on('error', reject).end();
  });

/** How a WebSocket fares: whether it opens, or the status it is refused with. */
const openedOf = (local: LocalDiscord, headers: Record<string, string>) =>
  new Promise((resolve) => {
    const socket = new WebSocket(`${local.url.replace('http', 'ws')}/gateway`, { headers });
    socket.on('open', () => resolve(socket.terminate() ?? 'open'));
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
    socket.on('error', () => {});
  });

test.each([
  ['the name that a foreign site took for this machine', { host: 'rebound.example:80' }, 403],
  ['a page of a foreign site', { origin: 'https://foreign.example' }, 403],
  ['a page without an origin of its own, as in a sandboxed frame', { origin: 'null' }, 403],
  ['a page whose name begins like this machine', { origin: 'http://127.0.0.1.foreign.example' }, 403],
  ['a page of this machine', { origin: 'http://127.0.0.1:3000' }, 200],
  ['a program', {}, 200],
] as const)('%s gets the same from REST and gateway', async (_, headers, status) => {
  const local = await discord();
  expect(await statusOf(local, headers)).toBe(status);
  expect(await openedOf(local, headers)).toBe(status === 200 ? 'open' : status);
});

test('whatever a foreign page is called, it is not from here', () => {
  const foreign = fc
    .webAuthority({ withPort: true, withIPv4: true })
    .filter((authority) => !/^(127\.0\.0\.1|localhost)(:|$)/.test(authority));
  fc.assert(
    fc.property(fc.constantFrom('http', 'https'), foreign, (scheme, authority) => {
      const { origin, host } = new URL(`${scheme}://${authority}`);
      expect(isFromHere({ headers: { host: '127.0.0.1:1', origin } })).toBe(false);
      expect(isFromHere({ headers: { host } })).toBe(false);
    }),
    { numRuns: 50 },
  );
});

test('a body is read up to 25 MiB, of somebody without a token up to 64 KiB', async () => {
  const local = await discord();
  /** The status and Discord's code that a body gets, sent on a connection of its own. */
  const codeOf = (path: string, size: number, authorization = '') =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', authorization };
      const sent = request(`${local.api}/v10${path}`, { method: 'POST', headers, agent: false });
      sent.on('response', async (response) => {
        const { code } = (await json(response)) as { code: number };
        resolve([response.statusCode, code]);
      });
      sent.on('error', reject).end(Buffer.alloc(size, '"'));
    });
  const channel = `/channels/${local.world.places.general.id}/messages`;
  const callback = '/interactions/1/no-such-token/callback';
  const bot = `Bot ${local.token}`;
  expect(await codeOf(callback, 70_000)).toEqual([413, 40005]);
  expect(await codeOf(callback, 60_000)).toEqual([400, 50109]);
  expect(await codeOf(channel, 70_000)).toEqual([401, 0]);
  expect(await codeOf(channel, 27_000_000, bot)).toEqual([413, 40005]);
  expect(await codeOf(channel, 70_000, bot)).toEqual([400, 50109]);
});

test('whatever is sent to whichever route is answered as Discord would, and a bot is served after it', async () => {
  const local = await discord();
  const bot = await login(local, async (i) => i.isChatInputCommand() && (await i.reply('still here')));
  const { general, forum } = local.world.places;
  const said = local.say(local.world.people.mia, general, 'Good evening');
  const id = fc.constantFrom(
    ...[general.id, forum.id, general.guild?.id ?? '', local.applicationId, said.id, '1', '%2e%2e', 'x'],
  );
  const segment = fc.oneof(
    id,
    fc.constantFrom('channels', 'messages', 'pins', 'guilds', 'members', 'applications', 'commands'),
    fc.constantFrom('interactions', 'callback', 'webhooks', '@original', 'users', '@me', 'gateway', 'bot'),
    fc.string({ maxLength: 5 }).map(encodeURIComponent),
  );
  const path = fc.oneof(
    fc.array(segment, { maxLength: 6 }).map((segments) => `/${segments.join('/')}`),
    id.map((channel) => `/channels/${channel}/messages`),
    id.map((message) => `/channels/${general.id}/messages/${message}`),
    id.map((application) => `/applications/${application}/commands`),
  );
  const body = fc.oneof(fc.json(), fc.string(), fc.uint8Array({ maxLength: 100 }));
  const type = fc.constantFrom(
    'application/json',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'text/plain',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'),
      path,
      body,
      type,
      fc.boolean(),
      async (method, route, sent, contentType, isKnown) => {
        const response = await fetch(`${local.api}/v10${route}`, {
          method,
          headers: { 'content-type': contentType, ...(isKnown && { authorization: `Bot ${local.token}` }) },
          ...(method !== 'GET' && { body: sent }),
        });
        expect(response.status).toBeLessThan(500);
        await response.arrayBuffer();
      },
    ),
    { numRuns: 200 },
  );
  await registerAsk(bot);
  expect(only(await local.run(local.world.people.mia, general, 'ask')).content).toBe('still here');
  expect(bot.errors).toEqual([]);
});

test('broken frames and any JSON end their own socket, with a code of Discord, and no other', async () => {
  const local = await discord();
  const bot = await login(local, async (i) => i.isChatInputCommand() && (await i.reply('still here')));
  await registerAsk(bot);
  // Reserved bits, no mask, a control frame that is too long, and a length beyond all bounds.
  const malformed = [
    [0xf1, 0x80],
    [0x81, 0x05, 1, 2, 3, 4, 5],
    [0x89, 0xff],
    [0x82, 0xff, ...Array(8).fill(0xff)],
  ];
  for (const bytes of malformed) await sendBytes(local, Uint8Array.from(bytes));
  await fc.assert(
    fc.asyncProperty(anyFrames(local.token), async (frames) => {
      expect(await frameImpurities(local, frames)).toEqual([]);
    }),
    { numRuns: 150 },
  );
  const { people, places } = local.world;
  expect(only(await local.run(people.mia, places.general, 'ask')).content).toBe('still here');
  expect(bot.errors).toEqual([]);
});

test.each([
  ['that is too long', 'x'.repeat(5_000), 1009],
  ['that is no JSON', '{', 4002],
  ['that comes before any login', '{"op":3}', 4003],
])('a gateway message %s closes its socket with %#', async (_, text, code) => {
  const local = await discord();
  const socket = new WebSocket(`${local.url.replace('http', 'ws')}/gateway`);
  await once(socket, 'message');
  socket.send(text);
  expect((await once(socket, 'close'))[0]).toBe(code);
});
