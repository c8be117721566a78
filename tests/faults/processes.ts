// Faults of the process: signals while something is under way, and uncaught errors.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import start from '../../src/cli/start.ts';
import { createLocalDiscord, type LocalDiscord, type RestFault } from '../../src/local/server/index.ts';
import { begin } from '../cli/run.ts';
import { createStage, isPrivate, textOf } from '../discord/stage.ts';
import { CALLBACK, type FaultCase, MESSAGES, PIN, type Theatre } from './fault-case.ts';

/** The environment of a bot at a local Discord. */
const environment = ({ token, api }: LocalDiscord) => ({
  DISCORD_TOKEN: token,
  DISCORD_API: api,
  LOG_LEVEL: 'info',
});

/** Has a bot end while it does something, as soon as it has sent a request, as SIGTERM does. @returns what became of it */
async function endDuring(
  { timeout, grace }: Theatre,
  fault: RestFault,
  route: RegExp,
  act: (local: LocalDiscord) => Promise<unknown>,
  see: (local: LocalDiscord) => string,
): Promise<string> {
  const stage = await createStage({}, { patience: { request: timeout, grace } });
  const { local } = stage;
  local.failNext(fault);
  const arrived = new Promise<void>((done) => {
    local.on('arrival', ({ path }) => route.test(path) && done());
  });
  void act(local);
  await arrived;
  const unfinished = await stage.connection.close();
  const seen = `${see(local)}, ${unfinished} unfinished`;
  await local.close();
  return seen;
}

const summary = (local: LocalDiscord): string => {
  const { people, places } = local.world;
  const seen = local.messages(people.max, places.general);
  const told = seen.filter(isPrivate).map((message) => textOf(message).replaceAll('\\', '').split('\n-#')[0]);
  const posted = seen.filter((message) => !isPrivate(message) && message.type === 0);
  return `${posted.length} posted, ${posted.filter(({ pinned }) => pinned).length} pinned: ${told.join()}`;
};
const postSummary = (local: LocalDiscord) =>
  local.run(local.world.people.max, local.world.places.general, 'summary post');

export const processCases: FaultCase[] = [
  {
    fault: 'SIGTERM while 20 questions are under way',
    expected: '20 answers, 0 unfinished',
    see: (theatre) =>
      endDuring(
        theatre,
        { route: CALLBACK, delay: 200, times: 20 },
        CALLBACK,
        (local) =>
          Promise.all(
            Array.from({ length: 20 }, () =>
              local.run(local.world.people.mia, local.world.places.general, 'about'),
            ),
          ),
        (local) => `${local.messages(local.world.people.mia, local.world.places.general).length} answers`,
      ),
  },
  {
    fault: 'SIGTERM while a summary is posted and pinned',
    expected: '1 posted, 1 pinned: The summary is posted and pinned., 0 unfinished',
    see: (theatre) =>
      endDuring(theatre, { method: 'PUT', route: PIN, delay: 200 }, PIN, postSummary, summary),
  },
  {
    fault: 'SIGTERM during a limit of ten minutes',
    expected: '0 posted, 0 pinned: Discord asks me to wait 10 minutes. Nothing was posted., 0 unfinished',
    see: (theatre) =>
      endDuring(
        theatre,
        { method: 'POST', route: MESSAGES, status: 429, retryAfter: 595, delay: 100 },
        MESSAGES,
        postSummary,
        summary,
      ),
  },
  {
    fault: 'SIGTERM while Discord answers nothing at all',
    expected: 'ended with exit code 1: The bot ended with 1 interaction that could not be finished in time.',
    isSlow: true,
    async see() {
      const local = await createLocalDiscord();
      const bot = begin(start, [], { env: environment(local) });
      await bot.written('Invite the bot');
      local.failNext({ route: /./, hang: true, times: Number.POSITIVE_INFINITY });
      const arrived = new Promise<void>((done) => {
        local.on('arrival', () => done());
      });
      void postSummary(local);
      await arrived;
      bot.askToEnd();
      const { code, stderr } = await bot.ended;
      await local.close();
      return `ended with exit code ${code}: ${stderr.trim().split('\n').at(-1)}`;
    },
  },
  {
    fault: 'events that discord.js cannot read; then SIGTERM, and another one while an answer is under way',
    expected:
      '1 answer, each line of the log is JSON, 2 of them about errors that nobody caught; ended by the second signal',
    isSlow: true,
    async see() {
      const local = await createLocalDiscord();
      const { people, places } = local.world;
      const root = resolve(import.meta.dirname, '../..');
      const env = { PATH: process.env.PATH, ...environment(local) };
      const bot = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), 'src/cli/start.ts'], {
        cwd: root,
        env,
      });
      let log = '';
      const written = (part: string) =>
        new Promise<void>((done) => {
          const look = () => log.includes(part) && done();
          bot.stderr.on('data', look);
          look();
        });
      bot.stderr.on('data', (chunk) => {
        log += chunk;
      });
      await written('Invite the bot');
      for (const event of ['CHANNEL_UPDATE', 'MESSAGE_DELETE']) local.gateway.dispatch(event, null);
      const { messages } = await local.run(people.mia, places.general, 'about');
      local.failNext({ route: CALLBACK, hang: true });
      void local.run(people.mia, places.general, 'about');
      bot.kill('SIGTERM');
      await written('Closing');
      const ended = once(bot, 'exit');
      bot.kill('SIGTERM');
      const [code, signal] = await ended;
      await local.close();
      const lines = log
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { msg: string });
      const uncaught = lines.filter(({ msg }) => msg.startsWith('An error that nobody caught')).length;
      const end = signal === 'SIGTERM' ? 'ended by the second signal' : `exit code ${code}`;
      return `${messages.length} answer, each line of the log is JSON, ${uncaught} of them about errors that nobody caught; ${end}`;
    },
  },
];
