// Faults of public messages: shared answers, facts, and their removal.
import type { RestFault } from '../../src/local/server/index.ts';
import { button, isPrivate, type Stage, textOf } from '../discord/stage.ts';
import {
  answerTo,
  CALLBACK,
  type FaultCase,
  FOLLOW_UP,
  ORIGINAL,
  publicMessages,
  same,
  seenOfShare,
  shareWith,
  toldBy,
} from './fault-case.ts';

const SHARED = '1 public, said to be shared, button gone';
const NOT_SHARED = '0 public, not said to be shared, button there';
const UNSURE =
  'I cannot tell whether your answer was shared. Look in the channel; if it is not there, press Share again."';

const followUp = (fault: RestFault): RestFault => ({ method: 'POST', route: FOLLOW_UP, ...fault });
const callback = (fault: RestFault): RestFault => ({ method: 'POST', route: CALLBACK, ...fault });

/** Shares an answer, and then has it removed while something fails. */
async function removeWith(stage: Stage, ...faults: RestFault[]): Promise<string> {
  const { mia } = stage.local.world.people;
  // A restarted bot has forgotten how much Mia shared.
  await stage.restart();
  await seenOfShare(stage, await answerTo(stage));
  const shared = publicMessages(stage).at(-1);
  if (!shared) throw new Error('Nothing was shared');
  for (const fault of faults) stage.local.failNext(fault);
  const told = await toldBy(stage, mia, () => stage.local.press(mia, shared, button(shared, 'Remove')));
  stage.local.mend();
  const isThere = publicMessages(stage).some(({ id }) => id === shared.id);
  return [isThere ? 'still there' : 'deleted', ...told.map((text) => `"${text}"`)].join(', ');
}

let facts = 0;

/** Has a moderator post a fact twice, the first time while something fails. */
async function factWith(stage: Stage, fault?: RestFault): Promise<string> {
  const { people, places } = stage.local.world;
  const ids = [...stage.desk.knowledge.facts.keys()];
  facts += 1;
  const options = { id: ids[facts % ids.length] ?? '' };
  if (fault) stage.local.failNext(callback(fault));
  const before = publicMessages(stage).length;
  const post = () => stage.local.run(people.max, places.general, 'fact', options);
  const first = await toldBy(stage, people.max, post);
  stage.local.mend();
  const [again = ''] = await toldBy(stage, people.max, post);
  const count = publicMessages(stage).length - before;
  return [`${count} public`, ...first, `the second time "${again.split('\n')[0]}"`].join(', ');
}

export const postCases: FaultCase[] = [
  {
    fault: "Share: the callback's answer lost (reset, 502, none at all)",
    expected: SHARED,
    see: ({ stage, lost }) => same(lost.map((fault) => () => shareWith(stage, callback(fault)))),
  },
  {
    fault: "Share: the public message is posted, Discord's answer lost (reset, 502, none at all)",
    expected: SHARED,
    see: ({ stage, lost }) => same(lost.map((fault) => () => shareWith(stage, followUp(fault)))),
  },
  {
    fault: 'the same, where the bot may not look into the channel',
    expected: `1 public, not said to be shared, button there, "Discord did not answer. ${UNSURE}`,
    async see({ stage }) {
      stage.local.deny('bot', stage.local.world.places.general, 'ReadMessageHistory');
      const seen = await shareWith(stage, followUp({ reset: true, taken: true }));
      stage.local.allow('bot', stage.local.world.places.general, 'ReadMessageHistory');
      return seen;
    },
  },
  {
    fault: 'Share: the public message fails in a way that leaves it open (500, reset)',
    expected: ["Something failed on Discord's side.", 'Discord did not answer.']
      .map((why) => `${NOT_SHARED}, "${why} ${UNSURE}`)
      .join(' / '),
    see: ({ stage }) =>
      same([{ status: 500 }, { reset: true }].map((fault) => () => shareWith(stage, followUp(fault)))),
  },
  {
    fault:
      'Share: the public message is refused (50001, 50013, AutoMod 200000, slow mode 20016, locked thread 160005, 10003)',
    expected: [
      'I cannot look into this channel: the permission "View Channel" is missing (for the chat of a voice channel "Connect", too), or I am not a member of this server. A moderator can change that.',
      'A permission is missing here, "Send Messages" or one that Discord does not name. A moderator can give it in the settings of the channel.',
      'AutoMod blocked my message. A moderator can exempt my role from that rule (Server Settings, AutoMod).',
      'Slow mode is on in this channel. Wait until it allows another message, or let a moderator give my role "Bypass Slowmode".',
      'This thread is locked. A moderator with "Manage Threads" can unlock it.',
      'This channel is gone.',
    ]
      .map((why) => `${NOT_SHARED}, "${why} Nothing was shared."`)
      .join(' / '),
    see: ({ stage }) =>
      same(
        [50001, 50013, 200000, 20016, 160005, 10003].map(
          (code) => () => shareWith(stage, followUp({ status: code === 10003 ? 404 : 403, code })),
        ),
      ),
  },
  {
    fault: 'Share: the time of the button is over (50027)',
    expected: NOT_SHARED,
    see: ({ stage }) => shareWith(stage, followUp({ status: 401, code: 50027, times: 2 })),
  },
  {
    fault: 'Share: posted, but the private message cannot be changed (500 three times)',
    expected: '1 public, not said to be shared, button there',
    see: ({ stage }) => shareWith(stage, { method: 'PATCH', route: ORIGINAL, status: 500, times: 3 }),
  },
  {
    fault:
      'the bot is brought along, and the member may not use external apps: Discord shows public replies to the member alone',
    expected:
      'not said to be shared: Nobody else would see it: in this server you lack the permission "Use External Apps", so Discord shows what I post to you alone. A moderator can give it, or invite me.',
    async see({ stage: { local } }) {
      const { mia } = local.world.people;
      const { elsewhere } = local.world.places;
      local.deny(mia, elsewhere, 'UseExternalApps');
      const { messages } = await local.run(mia, elsewhere, 'votes');
      const [answer] = messages;
      if (!answer) throw new Error('There is no answer');
      await local.press(mia, answer, button(answer, 'Share'));
      local.allow(mia, elsewhere, 'UseExternalApps');
      const [own, ...more] = local.messages(mia, elsewhere).filter(isPrivate).slice(-2).map(textOf);
      return `${own?.includes('Shared in') ? 'said' : 'not said'} to be shared: ${more.join()}`;
    },
  },
  {
    fault: "Remove: the callback's answer lost, or that of the deletion (reset, 502, none at all)",
    expected: 'deleted',
    see: ({ stage, lost }) =>
      same(
        lost.flatMap((fault) => [
          () => removeWith(stage, callback(fault)),
          () => removeWith(stage, { method: 'DELETE', route: ORIGINAL, ...fault }),
        ]),
      ),
  },
  {
    fault: 'Remove: the deletion is refused (50001), or Discord fails three times (500)',
    expected: [
      'I cannot look into this channel: the permission "View Channel" is missing (for the chat of a voice channel "Connect", too), or I am not a member of this server. A moderator can change that. The message is not deleted.',
      "Something failed on Discord's side. I cannot tell whether the message is deleted; if it is still there, try again.",
    ]
      .map((words) => `still there, "${words}"`)
      .join(' / '),
    see: ({ stage }) =>
      same(
        [
          { status: 403, code: 50001 },
          { status: 500, times: 3 },
        ].map((fault) => () => removeWith(stage, { method: 'DELETE', route: ORIGINAL, ...fault })),
      ),
  },
  {
    fault: "/fact: Discord's answer lost (reset, 502, none at all), and the command sent again",
    expected: '1 public, the second time "This was just posted in this channel."',
    see: ({ stage, lost }) => same(lost.map((fault) => () => factWith(stage, fault))),
  },
  {
    fault: 'the same INTERACTION_CREATE twice: Share, /fact',
    expected: `${SHARED} / 1 public, the second time "This was just posted in this channel."`,
    async see({ stage }) {
      const answer = await answerTo(stage);
      stage.local.gateway.repeatNext(1, 2);
      const shared = await seenOfShare(stage, answer);
      stage.local.gateway.repeatNext(1, 2);
      return `${shared} / ${await factWith(stage)}`;
    },
  },
];
