// `npm start` and `npm run register`: on a local Discord, as a preview, and when something is wrong.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, Server } from 'node:net';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test, vi } from 'vitest';
import register from '../../src/cli/register.ts';
import type { UncaughtListeners } from '../../src/cli/shell.ts';
import start from '../../src/cli/start.ts';
import { createLocalDiscord, type LocalDiscord } from '../../src/local/server/index.ts';
import { freePort } from '../free-port.ts';
import { run } from './run.ts';
import { onStory } from './story-bot.ts';

const startBot = onStory();
const startRegister = onStory(register);

async function localDiscord(): Promise<LocalDiscord> {
  const local = await createLocalDiscord();
  onTestFinished(() => local.close());
  return local;
}

const login = ({ token, api }: LocalDiscord) => ({ DISCORD_TOKEN: token, DISCORD_API: api });

/** A port that something else listens on until the test ends. */
async function takenPort(port = 0): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test('the bot answers until it is asked to end; its log is JSON lines without token and question', async () => {
  const local = await localDiscord();
  const bot = startBot([], { env: { ...login(local), LOG_LEVEL: 'trace' } });
  await bot.written('Invite the bot');
  const { people, places } = local.world;
  const outcome = await local.run(people.mia, places.general, 'ask', { question: 'how many voted yes' });
  expect(outcome.status).toBe('answered');
  bot.askToEnd();
  const { code, stdout, stderr } = await bot.ended;
  expect([code, stdout]).toEqual([0, '']);
  expect(local.online).toBe(false);
  const lines = stderr.trim().split('\n');
  const sentences = lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
  expect(sentences).toEqual(expect.arrayContaining(['Connected to Discord', 'Closing']));
  expect(stderr).not.toContain(local.token);
  expect(stderr).not.toContain('how many voted yes');
});

test('with HEALTH_PORT it says that it is ready, and gives its figures', async () => {
  const local = await localDiscord();
  const port = await freePort();
  const bot = startBot([], { env: { ...login(local), HEALTH_PORT: String(port) } });
  await bot.written('Invite the bot');
  const health = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect([health.status, await health.json()]).toMatchObject([200, { ready: true }]);
  const { people, places } = local.world;
  await local.run(people.mia, places.general, 'ask', { question: 'how many voted yes' });
  const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(figures).toContain('picket_desk_interactions_total{command="ask",outcome="found"} 1');
  bot.askToEnd();
  expect((await bot.ended).code).toBe(0);
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
});

test('when Discord takes the token back, the bot ends with a clear message and exit code 1', async () => {
  const local = await localDiscord();
  const bot = startBot([], { env: login(local) });
  await bot.written('Invite the bot');
  local.gateway.close(4004);
  const { code, stderr } = await bot.ended;
  expect(code).toBe(1);
  expect(stderr).toContain('Discord refused the token. Copy the bot');
  expect(stderr).toContain('"level":60');
  expect(stderr).not.toContain(local.token);
});

test('an error that nobody caught is one line of the log without secrets, and an exception ends the bot', async () => {
  const local = await localDiscord();
  let listeners: UncaughtListeners | undefined;
  let isListening = false;
  const onUncaught = (given: UncaughtListeners) => {
    listeners = given;
    isListening = true;
    return () => {
      isListening = false;
    };
  };
  const bot = startBot([], { env: login(local), onUncaught });
  await bot.written('Invite the bot');
  listeners?.rejection(new Error(`a promise with ${local.token}`));
  const { people, places } = local.world;
  expect((await local.run(people.mia, places.general, 'about')).status).toBe('answered');
  listeners?.exception(new Error(`an exception with ${local.token}`));
  const { code, stderr } = await bot.ended;
  expect([code, isListening]).toEqual([1, false]);
  const lines = stderr.trim().split('\n');
  expect(lines.pop()).toMatch(/^The bot ended because of an error that nobody foresaw/);
  const errors = lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);
  expect(errors.map(({ err }) => err.message)).toEqual([
    'a promise with [secret]',
    'an exception with [secret]',
  ]);
  expect(stderr).not.toContain(local.token);
});

test('a token that Discord refuses ends the bot with exit code 1, and is not shown', async () => {
  const env = { ...login(await localDiscord()), DISCORD_TOKEN: 'local.wrong-token' };
  const { code, stdout, stderr } = await startBot([], { env }).ended;
  expect(code).toBe(1);
  expect(stderr).toContain('Discord refused the token');
  expect(stdout + stderr).not.toContain('local.wrong-token');
});

test.each([
  [
    'a malformed configuration',
    { DISCORD_TOKEN: 'not-a-token-at-all', PORT: 'x' },
    ['- DISCORD_TOKEN is not a bot token.', '- PORT must be'],
  ],
  ['a knowledge folder that is not there', { KNOWLEDGE_DIR: '/no/such/folder' }, ['/no/such/folder: ']],
  ['a list that cannot be written', { UNANSWERED_LOG: '/no/such/list' }, ['UNANSWERED_LOG: /no/such/list ']],
])('%s is told without a stack, with exit code 1', async (_, env, parts) => {
  const { code, stdout, stderr } = await startBot([], { env }).ended;
  expect(code).toBe(1);
  for (const part of parts) expect(stderr).toContain(part);
  expect(stderr).not.toContain('    at ');
  expect(stdout + stderr).not.toContain('not-a-token-at-all');
});

test('without a token it is a preview, on the next free port if the wanted one is taken', async () => {
  const taken = await takenPort();
  const preview = startBot([], { env: { PORT: String(taken) } });
  await preview.written('\n');
  const [address = '', ...more] = preview.output.stdout.match(/http:\S+/g) ?? [];
  expect(more).toEqual([]);
  const { hostname, port } = new URL(address);
  expect(hostname).toBe('127.0.0.1');
  expect(Number(port)).not.toBe(taken);
  expect(await (await fetch(address)).text()).toContain('<title>Preview</title>');
  preview.askToEnd();
  expect(await preview.ended).toMatchObject({ code: 0, stderr: '' });
});

test('where the last port of all is taken, the preview takes any that is free', async () => {
  // Another program may have it already, which is as good.
  await takenPort(65_535).catch(() => {});
  const preview = startBot([], { env: { PORT: '65535' } });
  await preview.written('http://127.0.0.1:');
  preview.askToEnd();
  expect(await preview.ended).toMatchObject({ code: 0, stderr: '' });
});

test('where the preview may not listen at all, it says so, and what to do', async () => {
  const listen = Server.prototype.listen;
  vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server, ...args: unknown[]) {
    if (args[0] !== 80) return listen.apply(this, args as never);
    const refused = { code: 'EACCES', syscall: 'listen' };
    process.nextTick(() => this.emit('error', Object.assign(new Error('EACCES'), refused)));
    return this;
  } as never);
  onTestFinished(() => void vi.restoreAllMocks());
  const { code, stderr } = await startBot([], { env: { PORT: '80', LOG_LEVEL: 'silent' } }).ended;
  expect([code, stderr]).toEqual([
    1,
    'PORT: cannot listen on 127.0.0.1, port 80 (EACCES). Choose another one.\n',
  ]);
});

test('with --terminal a prompt answers until its input ends, and no page is opened', async () => {
  const stdin = new PassThrough();
  const preview = startBot(['--terminal'], { stdin });
  await preview.written('Try:');
  stdin.write('/ask how many voted yes\n');
  await preview.written('96.3% voted yes');
  stdin.end('quit\n');
  const { code, stdout, stderr } = await preview.ended;
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).not.toContain('http://127.0.0.1');
});

test('--terminal beside a token is refused, since it would have no effect', async () => {
  const { code, stderr } = await run(start, ['--terminal'], { env: login(await localDiscord()) });
  expect([code, stderr]).toEqual([1, expect.stringContaining('Leave one of them out')]);
});

test('register --dry-run prints the commands as JSON and asks nobody', async () => {
  const { code, stdout } = await startRegister(['--dry-run']).ended;
  expect(code).toBe(0);
  const commands = JSON.parse(stdout) as { name: string; contexts: number[] }[];
  expect(commands.find(({ name }) => name === 'ask')?.contexts).toEqual([0, 1, 2]);
});

test('register sends the commands of one server, and says when there is nothing to send', async () => {
  const local = await localDiscord();
  const env = { ...login(local), DISCORD_GUILD_ID: local.world.places.general.guild?.id ?? '' };
  const first = await startRegister([], { env }).ended;
  expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+ commands were sent/) });
  expect(local.registered().every(({ guild_id }) => guild_id === env.DISCORD_GUILD_ID)).toBe(true);
  const second = await startRegister([], { env }).ended;
  expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining('has these commands already') });
  expect(local.problems()).toEqual([]);
});

test('register without a token says what to do', async () => {
  const { code, stderr } = await startRegister([]).ended;
  expect([code, stderr]).toEqual([1, expect.stringContaining('DISCORD_TOKEN is missing')]);
});
