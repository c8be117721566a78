// /healthz is 200 while interactions arrive and 503 otherwise; /metrics counts what happened, and names nobody.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Health, openHealth } from '../../src/app/health.ts';
import { connect } from '../../src/discord/index.ts';
import { createLocalDiscord, type LocalDiscord } from '../../src/local/server/index.ts';
import { createStage, keep, type Stage } from '../discord/stage.ts';

const HERE = { host: '127.0.0.1', port: 0 };
let stage: Stage;
let health: Health;
beforeAll(async () => {
  stage = await createStage();
  await stage.connection.close();
  health = await openHealth(HERE, () => stage.desk.knowledge.facts.size);
});
afterAll(async () => {
  await health.close();
  await stage.close();
});

async function login(local: LocalDiscord = stage.local) {
  const { token, api } = local;
  const log = keep(stage.entries);
  const connection = await connect({ bot: stage.bot, token, api, log, observer: health.observer });
  local.trackIdle(connection.idle);
  health.watch(connection);
  return connection;
}

async function get(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${health.url}${path}`);
  return { status: response.status, text: await response.text() };
}

/** The value of one line of /metrics; undefined if there is no such line. */
async function metric(line: string): Promise<string | undefined> {
  const { text } = await get('/metrics');
  return text
    .split('\n')
    .find((one) => one.startsWith(`${line} `))
    ?.slice(line.length + 1);
}

test('ready only while the session is', async () => {
  expect(await get('/healthz')).toEqual({ status: 503, text: '{"ready":false,"shards":[]}' });
  stage.connection = await login();
  expect(await get('/healthz')).toEqual({
    status: 200,
    text: '{"ready":true,"shards":[{"id":0,"status":"Ready"}]}',
  });
  expect(await metric('picket_desk_gateway_ready{shard="0"}')).toBe('1');
  // A session that is lost at once is found as soon as the client notices, and again once it is taken up.
  const states: number[] = [];
  stage.local.gateway.drop();
  await expect
    .poll(async () => states.push((await get('/healthz')).status) && states.includes(503), { interval: 1 })
    .toBe(true);
  await expect.poll(async () => (await get('/healthz')).status).toBe(200);
  expect(await metric('picket_desk_gateway_reconnects_total')).toBe('1');
});

test('interactions are counted by command and outcome, and nothing says whose they are', async () => {
  const { people, places } = stage.local.world;
  await stage.local.run(people.mia, places.general, 'ask', { question: 'how many voted yes' });
  await stage.local.run(people.mia, places.general, 'ask', { question: 'how many voted yes' });
  await stage.local.run(people.noah, places.general, 'ask', { question: 'which shows would stop first' });
  expect(await metric('picket_desk_interactions_total{command="ask",outcome="found"}')).toBe('2');
  expect(await metric('picket_desk_interactions_total{command="ask",outcome="unknown"}')).toBe('1');
  expect(await metric('picket_desk_interaction_seconds_count{command="ask"}')).toBe('3');
  expect(await metric('picket_desk_facts')).toBe(String(stage.desk.knowledge.facts.size));
  const { text } = await get('/metrics');
  for (const secret of [people.mia.id, people.mia.name, places.general.id, 'how many', stage.local.token])
    expect(text).not.toContain(secret);
});

test('a rate limit is counted, and logged without a token', async () => {
  const { people, places } = stage.local.world;
  stage.local.failNext({ method: 'POST', route: /callback/, status: 429, retryAfter: 0.01 });
  const { wire } = await stage.local.run(people.mia, places.general, 'about');
  expect(await metric('picket_desk_rate_limits_total{scope="user"}')).toBe('1');
  const entry = stage.entries.find(({ sentence }) => sentence === 'Discord makes a request wait');
  expect(entry).toMatchObject({
    level: 'warn',
    fields: { method: 'POST', route: expect.stringContaining(':token') },
  });
  expect(wire.length).toBeGreaterThan(0);
});

test('after it is closed, a connection is not ready', async () => {
  const local = await createLocalDiscord();
  const connection = await login(local);
  expect(connection.health().ready).toBe(true);
  await connection.close();
  expect(connection.health().ready).toBe(false);
  await local.close();
});

test('nothing else is served, and nothing can be changed', async () => {
  expect((await get('/')).status).toBe(404);
  expect((await get('/metrics/../healthz?x')).status).toBe(404);
  expect((await fetch(`${health.url}/metrics`, { method: 'POST' })).status).toBe(405);
});

test('a port that is taken is told with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(openHealth({ host: '127.0.0.1', port }, () => 0)).rejects.toThrow(
    `HEALTH_HOST, HEALTH_PORT: cannot listen on 127.0.0.1, port ${port} (EADDRINUSE). Choose another one.`,
  );
  other.close();
});
