// `npm run bench:answering`: what an answer costs on the real knowledge, from start-up to the reply on the wire.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'discord.js';
import { createApp } from '../src/app.ts';
import { connect, type Log } from '../src/discord/index.ts';
import { createLocalDiscord, type LocalDiscord, type WireEntry } from '../src/local/index.ts';

const ROOT = join(import.meta.dirname, '..');
const ROUNDS = 5;
const INTERACTIONS = 150;
const STARTS = 5;
const IDLE = 3_000;

const questions = readFileSync(join(ROOT, 'tests/held-out/questions.jsonl'), 'utf8')
  .split('\n')
  .flatMap((line) => (line ? [JSON.parse(line).q as string] : []));
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

const { desk, bot } = await createApp();
console.log('milliseconds                          median      p99');
print(
  'ask, real knowledge',
  measure(questions, (question) => desk.ask(question)),
);
print(
  'suggest, real knowledge',
  measure(questions, (question) => desk.suggest(question.slice(0, 12), 10)),
);
print(
  'ask, 6,000 characters',
  measure(slowInputs(), (text) => desk.ask(text)),
);

const ok = await replyTimes(async (local) => {
  const client = new Client({ intents: [], rest: { api: local.api } });
  client.on('interactionCreate', (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply('ok');
  });
  await client.login(local.token);
  await client.rest.put(`/applications/${local.applicationId}/commands`, {
    body: [
      { name: 'ask', description: 'Asks', options: [{ type: 3, name: 'question', description: 'What' }] },
    ],
  });
  return () => client.destroy();
});
const real = await replyTimes(async (local) => {
  const connection = await connect({ bot, log: silent, token: local.token, api: local.api });
  return () => connection.close();
});
print('interaction to reply, only "ok"', ok);
print('interaction to reply, this bot', real);
console.log(`overhead of this bot, median: ${(at(real, 0.5) - at(ok, 0.5)).toFixed(2)} ms`);

const starts = [];
for (let i = 0; i < STARTS; i += 1) starts.push(await start());
print(
  'start-up to ready',
  starts.map(({ ready }) => ready),
);
print(
  'resident memory idle, MB',
  starts.map(({ memory }) => memory),
);

/** The milliseconds of each call, sorted; the first round only warms up. */
function measure(texts: readonly string[], call: (text: string) => unknown): number[] {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const text of texts) {
      const start = performance.now();
      call(text);
      if (round > 0) times.push(performance.now() - start);
    }
  return times;
}

function slowInputs(): string[] {
  const typos = Array.from({ length: 2_000 }, (_, i) => `negotiat${i.toString(36)}xq`).join(' ');
  return ['how many voted yes '.repeat(315), 'a'.repeat(6_000), 'negotitaions '.repeat(460), typos];
}

/** Milliseconds from the gateway's INTERACTION_CREATE to the arrival of the reply, for one way of answering. */
async function replyTimes(login: (local: LocalDiscord) => Promise<() => unknown>): Promise<number[]> {
  const local = await createLocalDiscord();
  const leave = await login(local);
  await local.ready();
  const { people, places } = local.world;
  const times: number[] = [];
  for (const question of questions.slice(0, INTERACTIONS)) {
    const { wire } = await local.run(people.mia, places.general, 'ask', { question });
    const [asked, replied] = ['gateway', 'rest'].map((kind) =>
      wire.find((entry: WireEntry) => entry.kind === kind),
    );
    if (asked && replied) times.push(replied.at - asked.at);
  }
  await leave();
  await local.close();
  return times;
}

/** Starts the bot as an operator does, and waits until the local Discord sees it. */
async function start(): Promise<{ ready: number; memory: number }> {
  const local = await createLocalDiscord();
  const begin = performance.now();
  const env = { ...process.env, DISCORD_TOKEN: local.token, DISCORD_API: local.api, LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    env,
    stdio: 'ignore',
  });
  await local.ready();
  const ready = performance.now() - begin;
  await wait(IDLE);
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const memory = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  child.kill();
  await local.close();
  return { ready, memory };
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function print(what: string, times: readonly number[]): void {
  console.log(
    `${what.padEnd(36)} ${at(times, 0.5).toFixed(2).padStart(8)} ${at(times, 0.99).toFixed(2).padStart(8)}`,
  );
}
