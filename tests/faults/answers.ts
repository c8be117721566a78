// Faults of the answer to a command, which only its asker sees.
import { counted } from '../../src/core/text/counted.ts';
import type { RestFault } from '../../src/local/server/index.ts';
import { createStage } from '../discord/stage.ts';
import type { Theatre } from './fault-case.ts';
import { answers, CALLBACK, type FaultCase, LOST, logged, MESSAGES, same, toldBy } from './fault-case.ts';

async function askWith({ stage }: Theatre, fault: RestFault): Promise<string> {
  const { people, places } = stage.local.world;
  stage.local.failNext({ method: 'POST', route: CALLBACK, ...fault });
  const outcome = await stage.local.run(people.mia, places.general, 'votes');
  stage.local.mend();
  return answers(outcome);
}

/** A question that Discord does not let be answered: what is shown, and what is logged. */
async function refusedWith({ timeout }: Theatre, fault: RestFault): Promise<string> {
  const stage = await createStage({}, { responseWindow: 300, patience: { request: timeout } });
  const { people, places } = stage.local.world;
  stage.local.failNext({ method: 'POST', route: CALLBACK, ...fault });
  const requests = () =>
    stage.local.wire().filter((entry) => entry.kind === 'rest' && CALLBACK.test(entry.request.path));
  const told = await toldBy(stage, people.mia, () => stage.local.run(people.mia, places.general, 'about'));
  await stage.connection.idle();
  const seen = `${counted(told.length, 'answer')} after ${counted(requests().length, 'request')}, logged: ${logged(stage).join(', ')}`;
  await stage.close();
  return seen;
}

const EXPIRED = '0 answers after 1 request, logged: An interaction could not be answered:';

export const answerCases: FaultCase[] = [
  {
    fault: "the answer's callback: 500, 502 or 503 once, reset before it was taken, 429 with Retry-After",
    expected: '1 answer',
    see: (theatre) =>
      same(
        [
          { status: 500 },
          { status: 502 },
          { status: 503 },
          { reset: true },
          { status: 429, retryAfter: 0.1 },
        ].map((fault) => () => askWith(theatre, fault)),
      ),
  },
  {
    fault: "the answer's callback: reset, 502 or no answer at all after it was taken",
    expected: '1 answer',
    see: (theatre) => same(LOST.map((fault) => () => askWith(theatre, fault))),
  },
  {
    fault: "the answer's callback: 429 without Retry-After, for ever",
    expected:
      '0 answers after 6 requests, logged: Discord refused something, or did not answer, The member could not be told',
    see: (theatre) => refusedWith(theatre, { status: 429, times: Number.POSITIVE_INFINITY }),
  },
  {
    fault: 'a limit of the whole bot (global 429) while somebody asks',
    expected: 'answered before the summary, which waits: The summary is posted and pinned.',
    async see(theatre) {
      const { local } = theatre.stage;
      const { people, places } = local.world;
      local.failNext({ method: 'POST', route: MESSAGES, status: 429, retryAfter: 3, global: true });
      const limited = new Promise<void>((resolve) => {
        local.on('wire', (entry) => entry.kind === 'rest' && entry.response.status === 429 && resolve());
      });
      let isPosted = false;
      const told = toldBy(theatre.stage, people.max, () =>
        local.run(people.max, places.general, 'summary post'),
      );
      void told.then(() => {
        isPosted = true;
      });
      await limited;
      await theatre.stage.bot.respond({
        command: 'about',
        options: {},
        member: { id: '1', name: 'x', moderates: false, pins: false },
      });
      const before = await new Promise<boolean>((resolve) => {
        local.on(
          'message',
          ({ message }) => message.interaction_metadata?.user.id === people.mia.id && resolve(!isPosted),
        );
        void local.run(people.mia, places.general, 'source');
      });
      const [text = ''] = await told;
      return `answered ${before ? 'before' : 'after'} the summary, which waits: ${text.split('\n')[0]}`;
    },
  },
  {
    fault: 'the callback is refused: 10062, 40060, 50027',
    expected: [
      `${EXPIRED} Discord did not wait for the response any longer`,
      `${EXPIRED} it was responded to already`,
      `${EXPIRED} its time is over`,
    ].join(' / '),
    see: (theatre) =>
      same(
        [
          { status: 404, code: 10062 },
          { status: 400, code: 40060 },
          { status: 401, code: 50027 },
        ].map((fault) => () => refusedWith(theatre, fault)),
      ),
  },
];
