// Faults of the pinned summary.
import type { RestFault } from '../../src/local/server/index.ts';
import type { Stage } from '../discord/stage.ts';
import { withChange } from '../discord/summaries.ts';
import {
  CALLBACK,
  clear,
  type FaultCase,
  MESSAGES,
  ONE_MESSAGE,
  ORIGINAL,
  PIN,
  same,
  summaries,
  summaryWith,
} from './fault-case.ts';

/** Posts a summary in an empty channel while something fails. */
async function postWith(stage: Stage, ...faults: RestFault[]): Promise<string> {
  clear(stage);
  const told = await summaryWith(stage, 'post', ...faults);
  return `${summaries(stage)}: ${told}`;
}

let changes = 0;

/** Updates a summary, after the knowledge changed, while something fails. */
async function updateWith(stage: Stage, ...faults: RestFault[]): Promise<string> {
  clear(stage);
  await summaryWith(stage, 'post');
  changes += 1;
  const { desk } = stage;
  stage.desk = withChange(desk, `ballots${changes}`);
  const told = await summaryWith(stage, 'update', ...faults);
  stage.desk = desk;
  return `${summaries(stage)}: ${told}`;
}

const POSTED = '1 posted, 1 pinned: The summary is posted and pinned.';
const each = (words: readonly string[], before: string, after = '') =>
  words.map((why) => `${before}${why}${after}`).join(' / ');

const NO_VIEW =
  'I cannot look into this channel: the permission "View Channel" is missing (for the chat of a voice channel "Connect", too), or I am not a member of this server. A moderator can change that.';

export const summaryCases: FaultCase[] = [
  {
    fault: "/summary: the deferral's answer lost (reset, 502, none at all)",
    expected: POSTED,
    see: ({ stage, lost }) =>
      same(lost.map((fault) => () => postWith(stage, { method: 'POST', route: CALLBACK, ...fault }))),
  },
  {
    fault: "/summary: posted or pinned, Discord's answer lost (reset, 502, none at all)",
    expected: POSTED,
    see: ({ stage, lost }) =>
      same(
        lost.flatMap((fault) => [
          () => postWith(stage, { method: 'POST', route: MESSAGES, ...fault }),
          () => postWith(stage, { method: 'PUT', route: PIN, ...fault }),
        ]),
      ),
  },
  {
    fault:
      '/summary: the posting is refused (50001, 50013, 10003, locked thread 160005, closed thread 50083)',
    expected: each(
      [
        NO_VIEW,
        'A permission is missing here, "Send Messages" or one that Discord does not name. A moderator can give it in the settings of the channel.',
        'This channel is gone.',
        'This thread is locked. A moderator with "Manage Threads" can unlock it.',
        'This thread is closed. Somebody must write in it first, which opens it again.',
      ],
      '0 posted, 0 pinned: ',
      ' Nothing was posted.',
    ),
    see: ({ stage }) =>
      same(
        [50001, 50013, 10003, 160005, 50083].map(
          (code) => () => postWith(stage, { method: 'POST', route: MESSAGES, status: 403, code }),
        ),
      ),
  },
  {
    fault: '/summary: the pin is refused (30003, 50013, 50001, 10008), or Discord fails three times (500)',
    expected: each(
      [
        'The channel has 250 pinned messages, which is all that Discord allows. Unpin one and try again.',
        'The permission "Pin Messages" is missing.',
        NO_VIEW,
        'Somebody, or AutoMod, deleted it right away.',
        "Something failed on Discord's side.",
      ],
      '0 posted, 0 pinned: The summary could not be pinned. ',
      ' I deleted it again.',
    ),
    see: ({ stage }) =>
      same([
        ...[30003, 50013, 50001, 10008].map(
          (code) => () => postWith(stage, { method: 'PUT', route: PIN, status: 400, code }),
        ),
        () => postWith(stage, { method: 'PUT', route: PIN, status: 500, times: 3 }),
      ]),
  },
  {
    fault:
      '/summary: the answer to the moderator fails (reset, 500), or can only be sent anew (500 three times)',
    expected: POSTED,
    see: ({ stage }) =>
      same(
        [{ reset: true }, { status: 500 }, { status: 500, times: 3 }].map(
          (fault) => () => postWith(stage, { method: 'PATCH', route: ORIGINAL, ...fault }),
        ),
      ),
  },
  {
    fault: '/summary update: the summary was deleted meanwhile (10008)',
    expected:
      '0 posted, 0 pinned: No summary of mine is pinned here, so there is nothing to update. Post one with /summary post.',
    async see({ stage }) {
      clear(stage);
      await summaryWith(stage, 'post');
      // It goes as soon as the bot has looked for it.
      const stop = stage.local.on('wire', (entry) => {
        if (
          entry.kind !== 'rest' ||
          entry.request.method !== 'GET' ||
          !entry.request.path.includes('limit=100')
        )
          return;
        clear(stage);
      });
      const { desk } = stage;
      stage.desk = withChange(desk, 'votes cast');
      const told = await summaryWith(stage, 'update');
      stage.desk = desk;
      stop();
      return `${summaries(stage)}: ${told}`;
    },
  },
  {
    fault:
      '/summary update: too many edits of an old message (30046, sent as a 429 of ten minutes), or in an announcement channel (20022)',
    expected: each(
      [
        'Discord limits the edits of messages older than an hour, and the limit is reached. Try again later. Discord asks me to wait 10 minutes.',
        'Discord limits the edits in announcement channels, and the limit is reached. Try again later.',
      ],
      '1 posted, 1 pinned: ',
      ' The summary stays as it was.',
    ),
    see: ({ stage }) =>
      same(
        [
          { status: 429, retryAfter: 595, code: 30046 },
          { status: 400, code: 20022 },
        ].map((fault) => () => updateWith(stage, { method: 'PATCH', route: ONE_MESSAGE, ...fault })),
      ),
  },
];
