// `npm start -- --http`: on a local Discord that posts interactions, as a preview, and when something is wrong.
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import unanswered from '../../src/cli/unanswered.ts';
import { createLocalDiscord } from '../../src/local/server/index.ts';
import { freePort } from '../free-port.ts';
import { REDIS, startRedis } from '../store/redis-server.ts';
import { onStory } from './story-bot.ts';

const startBot = onStory();
const printUnanswered = onStory(unanswered);

async function localDiscord() {
  const local = await createLocalDiscord({ responseWindow: 60_000 });
  onTestFinished(() => local.close());
  return { local, login: { DISCORD_TOKEN: local.token, DISCORD_API: local.api } };
}

test('the bot says what to tell Discord, answers without a gateway, and ends with exit code 0', async () => {
  const { local, login } = await localDiscord();
  const port = await freePort();
  const bot = startBot(['--http'], { env: { ...login, PORT: String(port) } });
  await bot.written('Taking interactions over HTTP');
  expect(bot.output.stderr).toContain('Interactions Endpoint URL');
  await local.deliverTo(`http://127.0.0.1:${port}/interactions`);
  const { people, places } = local.world;
  const outcome = await local.run(people.mia, places.general, 'ask', { question: 'how many voted yes' });
  expect(outcome.status).toBe('answered');
  bot.askToEnd();
  const { code, stderr } = await bot.ended;
  expect(code).toBe(0);
  expect(stderr).not.toContain(local.token);
  expect(stderr).not.toContain('Connected to Discord');
  expect(local.problems()).toEqual([]);
});

test.skipIf(!REDIS)('two copies keep one list of unanswered questions, which is printed', async () => {
  const redis = await startRedis();
  onTestFinished(() => redis.stop());
  const { local, login } = await localDiscord();
  const shared = { REDIS_URL: redis.url, UNANSWERED_LOG: 'REDIS_URL' };
  const ports = [await freePort(), await freePort()];
  const copies = ports.map((port) =>
    startBot(['--http'], { env: { ...login, ...shared, PORT: String(port) } }),
  );
  await Promise.all(copies.map((copy) => copy.written('Taking interactions over HTTP')));
  await local.deliverTo(...ports.map((port) => `http://127.0.0.1:${port}/interactions`));
  const { people, places } = local.world;
  const ask = (question: string) => local.run(people.mia, places.general, 'ask', { question });
  await ask('which zebras ate pizza @mia');
  await ask('which giraffes like pasta');
  for (const copy of copies) copy.askToEnd();
  expect(await Promise.all(copies.map(({ ended }) => ended))).toMatchObject([{ code: 0 }, { code: 0 }]);
  const { stdout } = await printUnanswered([], { env: shared }).ended;
  expect(stdout).toContain('2 questions in');
  expect(stdout).toContain('zebras');
  expect(stdout).toContain('giraffes');
  expect(stdout).not.toContain('mia');
});

test('without a token it is a preview whose Discord posts interactions', async () => {
  const stdin = new PassThrough();
  const preview = startBot(['--http', '--terminal'], { stdin });
  await preview.written('Try:');
  stdin.write('/ask how many voted yes\n');
  await preview.written('96.3% voted yes');
  stdin.end('quit\n');
  const { code } = await preview.ended;
  expect(code).toBe(0);
});

test('a port that is taken, and a server that is not there, are told without a stack', async () => {
  const { login } = await localDiscord();
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const taken = await startBot(['--http'], { env: { ...login, PORT: String(port) } }).ended;
  expect([taken.code, taken.stderr]).toEqual([
    1,
    expect.stringContaining(
      `HTTP_HOST, PORT: cannot listen on 127.0.0.1, port ${port} (EADDRINUSE). Choose another one.`,
    ),
  ]);
  const foreign = await startBot(['--http'], { env: { ...login, HTTP_HOST: 'no-such-host.invalid' } }).ended;
  expect([foreign.code, foreign.stderr]).toEqual([
    1,
    expect.stringContaining('cannot listen on no-such-host.invalid, port 3000'),
  ]);
  const nowhere = `redis://user:secret@127.0.0.1:${await freePort()}`;
  const { code, stderr } = await startBot(['--http'], { env: { ...login, REDIS_URL: nowhere } }).ended;
  expect([code, stderr]).toEqual([1, expect.stringContaining('REDIS_URL: the server at 127.0.0.1:')]);
  expect(stderr).not.toContain('    at ');
  expect(stderr).not.toContain('secret');
});
