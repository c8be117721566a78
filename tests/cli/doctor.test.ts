// `npm run doctor` finds what is wrong, one line each with what to do, and changes nothing.
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { examineInstallation } from '../../src/app/examine-installation.ts';
import doctor from '../../src/cli/doctor.ts';
import register from '../../src/cli/register.ts';
import { createLocalDiscord, type LocalDiscord } from '../../src/local/server/index.ts';
import { keepStory } from '../story-folder.ts';
import { run } from './run.ts';

async function localDiscord(): Promise<LocalDiscord> {
  const local = await createLocalDiscord();
  onTestFinished(() => local.close());
  return local;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/**
 * Stands before a local Discord and changes what it answers.
 * @returns the address of its REST API
 */
async function before(local: LocalDiscord, change: (path: string, body: object) => object, date?: string) {
  const server = createServer(async (request, response) => {
    const answer = await fetch(`${local.url}${request.url}`, {
      headers: { authorization: request.headers.authorization ?? '' },
    });
    const body = change(request.url ?? '', (await answer.json()) as object);
    if (date) response.setHeader('date', date);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

const story = keepStory();

const login = ({ token, api }: LocalDiscord) => ({ DISCORD_TOKEN: token, DISCORD_API: api });

/** The lines that are not in order, by what was looked at; by default of the small story, which loads faster. */
async function wrong(env: Record<string, string>, args: string[] = []) {
  const { code, stdout, stderr } = await run(doctor, args, { env: { KNOWLEDGE_DIR: story(), ...env } });
  const lines = stdout.split('\n').filter((line) => line.startsWith('WRONG'));
  expect([code, stderr]).toEqual(lines.length > 0 ? [1, `${lines.length} to mend\n`] : [0, '']);
  expect(stdout + stderr).not.toContain(env.DISCORD_TOKEN);
  return Object.fromEntries(lines.map((line) => [line.slice(9, 24).trim(), line.slice(24)]));
}

test('a bot in order: every line says so, nothing was changed, no session was started', async () => {
  const local = await localDiscord();
  const env = {
    KNOWLEDGE_DIR: story(),
    ...login(local),
    UNANSWERED_LOG: join(temporaryFolder(), 'list'),
  };
  await run(register, [], { env });
  const sent = () => local.wire().filter((entry) => entry.kind !== 'rest' || entry.request.method !== 'GET');
  const changes = sent().length;
  const { code, stdout } = await run(doctor, ['--channel', local.world.places.general.id], { env });
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.slice(0, 24).trim().replace(/ +/, ' ')),
  ).toEqual(
    [
      'Node.js',
      'Configuration',
      'Knowledge',
      'Model',
      'Unanswered',
      'Sharing',
      'Store',
      'Token',
      'Intents',
      'Interactions',
      'Sessions',
      'Clock',
      'Commands',
      'Channel',
    ].map((subject) => `ok ${subject}`),
  );
  expect(code).toBe(0);
  expect(sent()).toHaveLength(changes);
  expect(local.problems()).toEqual([]);
});

test('without a token, Discord is not asked', async () => {
  const { code, stdout } = await run(doctor, [], { env: { KNOWLEDGE_DIR: story() } });
  expect([code, stdout]).toEqual([0, expect.stringMatching(/skipped +Discord +there is no token/)]);
});

test('a token that Discord refuses, and commands that differ, are told with what to do', async () => {
  const local = await localDiscord();
  expect(await wrong({ ...login(local), DISCORD_TOKEN: 'local.another-token' })).toEqual({
    Token: expect.stringContaining("Copy the bot's token anew"),
  });
  expect(await wrong(login(local))).toEqual({ Commands: expect.stringContaining('npm run register') });
});

test('what depends on a malformed configuration is skipped, and not said to be unset', async () => {
  const { code, stdout } = await run(doctor, [], {
    env: { OPERATOR_CONTACT: 'nonsense', KNOWLEDGE_DIR: story() },
  });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^WRONG +Configuration +.*OPERATOR_CONTACT/m);
  for (const subject of ['Unanswered', 'Sharing', 'Store', 'Discord'])
    expect(stdout).toMatch(
      new RegExp(`^skipped +${subject} +will be checked once the configuration is in order$`, 'm'),
    );
  expect(stdout).not.toContain('not set');
});

test('of a channel the permissions that are missing are named, of a thread too', async () => {
  const local = await localDiscord();
  await run(register, [], { env: { ...login(local), KNOWLEDGE_DIR: story() } });
  const { general, thread, deskTalk, elsewhere } = local.world.places;
  local.deny('bot', general, 'PinMessages', 'AttachFiles', 'SendMessages');
  const missing = async (id: string) => (await wrong(login(local), ['--channel', id])).Channel;
  expect(await missing(general.id)).toContain('lacks "Send Messages", "Attach Files", "Pin Messages"');
  expect(await missing(thread.id)).toContain('lacks "Attach Files", "Pin Messages"');
  expect(await missing(deskTalk.id)).toBe(undefined);
  expect(await missing(elsewhere.id)).toContain('is not a member of that server');
});

test('a bot that is timed out in the server of a channel is told until when, unless it is an administrator', async () => {
  const local = await localDiscord();
  await run(register, [], { env: { ...login(local), KNOWLEDGE_DIR: story() } });
  const found = async (until: number, permissions?: bigint) => {
    const change = (path: string, body: object) => {
      if (/\/members\/\d+$/.test(path))
        return { ...body, communication_disabled_until: new Date(until).toISOString() };
      const { roles } = body as { roles?: object[] };
      return roles && permissions !== undefined && /\/guilds\/\d+\?/.test(path)
        ? { ...body, roles: roles.map((role) => ({ ...role, permissions: String(permissions) })) }
        : body;
    };
    const DISCORD_API = await before(local, change);
    const args = ['--channel', local.world.places.general.id];
    return (await wrong({ ...login(local), DISCORD_API }, args)).Channel;
  };
  const hour = 3_600_000;
  expect(await found(Date.now() + hour)).toMatch(
    /timed out in "Newsroom" until \d{4}-\d\d-\d\dT.*Have a moderator end the time-out/,
  );
  expect(await found(Date.now() - hour)).toBe(undefined);
  expect(await found(Date.now() + hour, PermissionFlagsBits.Administrator)).toBe(undefined);
});

test('a clock that differs, session starts that are used up, and an endpoint elsewhere are found', async () => {
  const local = await localDiscord();
  await run(register, [], { env: { ...login(local), KNOWLEDGE_DIR: story() } });
  const hourAgo = new Date(Date.now() - 3_600_000).toUTCString();
  const change = (path: string, body: object) => {
    if (path.endsWith('/gateway/bot')) {
      const used = { total: 1000, remaining: 0, reset_after: 90_000, max_concurrency: 1 };
      return { ...body, session_start_limit: used };
    }
    return path.endsWith('/@me') ? { ...body, interactions_endpoint_url: 'https://bot.example' } : body;
  };
  const DISCORD_API = await before(local, change, hourAgo);
  expect(await wrong({ ...login(local), DISCORD_API })).toEqual({
    Clock: expect.stringMatching(/differs from Discord's by 3(?:59|60)\d seconds/),
    Sessions: expect.stringContaining('Wait 2 minutes'),
    Interactions: expect.stringContaining('https://bot.example'),
  });
});

test('faults of the configuration and the knowledge are told, and the rest is looked at all the same', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'article.yaml'), 'title: [');
  const found = await wrong({ PORT: 'x', KNOWLEDGE_DIR: folder });
  expect(found).toEqual({
    Configuration: expect.stringContaining('PORT must be'),
    Knowledge: expect.stringContaining('article.yaml'),
    Model: expect.stringContaining('npm run train'),
  });
});

test.each([
  ['a device', '/dev/null', 'is not a regular file'],
  ['a folder', tmpdir(), 'is not a regular file'],
  ['a file in no folder', '/no/such/list', 'cannot be written (ENOENT)'],
])('as a file that the bot writes, %s is wrong', async (_, path, words) => {
  expect(await wrong({ UNANSWERED_LOG: path })).toEqual({ Unanswered: expect.stringContaining(words) });
  expect(await wrong({ SHARING_FILE: path })).toEqual({ Sharing: expect.stringContaining(words) });
});

test.each([
  ['20.19.0', 'ok'],
  ['20.20.1', 'ok'],
  ['22.0.0', 'ok'],
  ['20.18.9', 'wrong'],
  ['18.99.0', 'wrong'],
])('Node.js %s is %s', async (version, state) => {
  const { diagnoses } = await examineInstallation({}, '/no/such/folder', version);
  expect(diagnoses[0]).toMatchObject({ subject: 'Node.js', state });
});

test('what is no id of a channel is refused', async () => {
  const { code, stderr } = await run(doctor, ['--channel', 'general']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('17 to 20 digits')]);
});
