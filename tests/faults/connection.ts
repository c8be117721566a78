// Faults of the connection to Discord: the gateway, the token, and the limits of logins.
import { connect } from '../../src/discord/index.ts';
import {
  createLocalDiscord,
  type LocalDiscord,
  type LocalDiscordOptions,
} from '../../src/local/server/index.ts';
import { createStage, type Entry, keep, type Stage } from '../discord/stage.ts';
import { answers, type FaultCase, logged, MESSAGES, same, summaryWith, type Theatre } from './fault-case.ts';

/** Does something with a bot of its own. */
async function withBot(
  { timeout }: Theatre,
  options: LocalDiscordOptions,
  act: (stage: Stage) => Promise<string>,
): Promise<string> {
  const stage = await createStage({}, { ...options, patience: { request: timeout } });
  try {
    return await act(stage);
  } finally {
    await stage.close();
  }
}

/** Starts a bot. @returns why it does not come to answer, or that it does */
async function startAt({ stage: { bot } }: Theatre, prepare: (local: LocalDiscord) => void): Promise<string> {
  const local = await createLocalDiscord();
  prepare(local);
  const seen = await connect({ bot, token: local.token, api: local.api, log: keep([]) }).then(
    (connection) => connection.close().then(() => 'started'),
    (error: Error) => `${error.name}: ${error.message}`,
  );
  await local.close();
  return seen.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, '(a time)');
}

const ask = async ({ local }: Stage) =>
  answers(await local.run(local.world.people.mia, local.world.places.general, 'about'));

/** Asks while the connection is lost; the answer comes once it is there again. */
async function askAcross(stage: Stage, lose: () => void): Promise<string> {
  const before = logged(stage).length;
  lose();
  const seen = await ask(stage);
  const trouble = logged(stage)
    .slice(before)
    .filter((sentence) => !sentence.startsWith('Connection lost'));
  return `${seen}, ${trouble.join() || 'resumed'}`;
}

export const connectionCases: FaultCase[] = [
  {
    fault: 'op 7, op 9 that can be resumed, close 4000, a cut connection; a question is asked meanwhile',
    expected: '1 answer, resumed',
    see: ({ stage }) => {
      const { gateway } = stage.local;
      return same(
        [
          () => gateway.reconnect(),
          () => gateway.invalidate(true),
          () => gateway.close(4000),
          () => gateway.drop(),
        ].map((lose) => () => askAcross(stage, lose)),
      );
    },
  },
  {
    fault: 'op 9 that cannot be resumed; close 1000',
    isSlow: true,
    expected: '1 answer',
    see: (theatre) =>
      same(
        [
          (stage: Stage) => stage.local.gateway.invalidate(false),
          (stage: Stage) => stage.local.gateway.close(1000),
        ].map(
          (lose) => () =>
            withBot(theatre, {}, async (stage) => {
              const back = new Promise<void>((resolve) => {
                stage.local.on('bot', ({ online }) => online && resolve());
              });
              lose(stage);
              await back;
              return ask(stage);
            }),
        ),
      ),
  },
  {
    fault: 'heartbeats that nobody acknowledges',
    expected: '1 answer, resumed',
    see: (theatre) =>
      withBot(theatre, { heartbeatInterval: 150 }, async (stage) => {
        stage.local.gateway.ignoreHeartbeats(true);
        await new Promise<void>((resolve) => {
          stage.local.on('bot', ({ online }) => online || resolve());
        });
        stage.local.gateway.ignoreHeartbeats(false);
        return askAcross(stage, () => {});
      }),
  },
  {
    fault: 'the gateway refuses connections for twenty seconds',
    isSlow: true,
    expected: 'at most 7 attempts, then 1 answer',
    async see({ stage }) {
      const { gateway } = stage.local;
      const before = gateway.attempts;
      gateway.refuse(true);
      gateway.drop();
      await new Promise((resolve) => setTimeout(resolve, 20_000));
      const attempts = gateway.attempts - before;
      gateway.refuse(false);
      await stage.local.ready();
      return `${attempts <= 7 ? 'at most 7' : attempts} attempts, then ${await ask(stage)}`;
    },
  },
  {
    fault:
      'close 4004, 4014 or 4011; 4011 for one shard of three; a request refused with 401 while the bot runs',
    expected: [
      'Discord refused the token. Copy the bot\'s token anew from https://discord.com/developers/applications ("Bot", "Reset Token") into DISCORD_TOKEN. (close code 4004)',
      'Discord refused the intents, though the bot asks for no privileged one. Check the application at https://discord.com/developers/applications. (close code 4014)',
      'Discord wants more shards, because the bot is in more servers now. Start it again. (close code 4011)',
      'Discord refused the token. Copy the bot\'s token anew from https://discord.com/developers/applications ("Bot", "Reset Token") into DISCORD_TOKEN.',
    ]
      .map((why) => `ends: ${why}`)
      .join(' / '),
    see: (theatre) => {
      const ends = (options: LocalDiscordOptions, cause: (stage: Stage) => unknown) => () =>
        withBot(theatre, options, async (stage) => {
          await cause(stage);
          return `ends: ${(await stage.connection.ended).message}`;
        });
      return same([
        ends({}, ({ local }) => local.gateway.close(4004)),
        ends({}, ({ local }) => local.gateway.close(4014)),
        ends({}, ({ local }) => local.gateway.close(4011)),
        ends({ shards: 3 }, ({ local }) => local.gateway.close(4011, 2)),
        ends({}, (stage) => summaryWith(stage, 'post', { method: 'POST', route: MESSAGES, status: 401 })),
      ]);
    },
  },
  {
    fault: 'at the start: 500 or 502 once',
    expected: 'started',
    see: (theatre) =>
      same(
        [500, 502].map(
          (status) => () => startAt(theatre, (local) => local.failNext({ route: /gateway\/bot/, status })),
        ),
      ),
  },
  {
    fault: "at the start: 502 for ever; a day's logins used up; a limit of ten minutes",
    expected: [
      "Something failed on Discord's side (502). See https://discordstatus.com, and start again later.",
      'Discord does not let the bot log in again until (a time), because it was started too often. Leave it stopped until then, and look in its log for what ended it.',
      'Discord accepts no more requests from this bot for 600 seconds. Start it again after that.',
    ]
      .map((why) => `DiscordRefusal: ${why}`)
      .join(' / '),
    see: (theatre) => {
      const route = /gateway\/bot/;
      const times = Number.POSITIVE_INFINITY;
      return same([
        () => startAt(theatre, (local) => local.failNext({ route, status: 502, times })),
        () => startAt(theatre, (local) => local.gateway.limitSessions(0, 3_600_000)),
        () => startAt(theatre, (local) => local.failNext({ route, status: 429, retryAfter: 599.95, times })),
      ]);
    },
  },
  {
    fault: "half of a day's logins used up, as by a crash loop",
    expected: 'the login waits, so that the rest lasts for the day',
    async see({ stage: { bot } }) {
      const local = await createLocalDiscord();
      local.gateway.limitSessions(500, 100_000);
      const entries: Entry[] = [];
      const connection = await connect({ bot, token: local.token, api: local.api, log: keep(entries) });
      await connection.close();
      await local.close();
      const waits = entries.some(
        ({ fields, sentence }) => sentence.startsWith('Few logins are left') && fields.milliseconds === 200,
      );
      return waits ? 'the login waits, so that the rest lasts for the day' : 'the login does not wait';
    },
  },
  {
    fault: 'three shards with 2,600 servers',
    expected: '1 answer in a server, 1 answer in a direct message',
    see: (theatre) =>
      withBot(theatre, { shards: 3, otherGuilds: 2_600 }, async (stage) => {
        const { mia } = stage.local.world.people;
        const direct = answers(await stage.local.run(mia, stage.local.world.dm(mia), 'about'));
        return `${await ask(stage)} in a server, ${direct} in a direct message`;
      }),
  },
];
