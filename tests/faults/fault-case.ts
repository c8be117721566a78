// The type of a row in the fault table, and what its cases do and look at.
import { counted } from '../../src/core/text/counted.ts';
import type { Message, Outcome, Person, RestFault } from '../../src/local/server/index.ts';
import { button, buttonsOf, createStage, isPrivate, only, type Stage, textOf } from '../discord/stage.ts';

export interface FaultCase {
  /** The fault, as the table names it. */
  fault: string;
  /** What is to be seen. */
  expected: string;
  /** Discord's own times, or a process, make it take long: `npm run faults` alone brings it about. */
  isSlow?: true;
  /** Brings the fault about, at a bot that was just started. @returns what was seen */
  see(theatre: Theatre): Promise<string>;
}

export interface Theatre {
  stage: Stage;
  /** Milliseconds that a request of the bot may take. */
  timeout: number;
  /** Milliseconds that what is under way gets when the bot ends. */
  grace: number;
  /** The ways in which the answer to a request is lost although the request was carried out. */
  lost: readonly RestFault[];
}

/** Brings a fault about, at a bot of its own. @returns what was seen */
export async function bringAbout({ see }: FaultCase, given: Omit<Theatre, 'stage'>): Promise<string> {
  const stage = await createStage({}, { patience: { request: given.timeout } });
  try {
    return await see({ stage, ...given });
  } finally {
    await stage.close();
  }
}

export const CALLBACK = /^\/interactions\/.*\/callback/;
export const FOLLOW_UP = /^\/webhooks\/\d+\/[^/]+$/;
export const ORIGINAL = /^\/webhooks\/.*\/messages\//;
export const MESSAGES = /^\/channels\/\d+\/messages$/;
export const PIN = /^\/channels\/\d+\/messages\/pins\//;
export const ONE_MESSAGE = /^\/channels\/\d+\/messages\/\d+$/;

/** All ways in which the answer to a request is lost. The last takes the time that a request may take. */
export const LOST: readonly RestFault[] = [
  { reset: true, taken: true },
  { status: 502, taken: true },
  { hang: true, taken: true },
];

/** The messages of the bot that everybody sees in the channel, notices of pins left out. */
export const publicMessages = ({ local }: Stage): Message[] =>
  local
    .messages(local.world.people.noah, local.world.places.general)
    .filter((message) => message.author.bot && !isPrivate(message) && message.type !== 6);

/** What a person is told in private by something that they did, without what was there before. */
export async function toldBy(stage: Stage, person: Person, act: () => Promise<unknown>): Promise<string[]> {
  const { general } = stage.local.world.places;
  const seen = () => stage.local.messages(person, general).filter(isPrivate);
  const before = new Set(seen().map(({ id }) => id));
  await act();
  return seen()
    .filter(({ id }) => !before.has(id))
    .map((message) => textOf(message).replaceAll('\\', ''));
}

let asked = 0;

/** Asks what nobody asked here before, and gets an answer that can be shared. */
export async function answerTo(stage: Stage): Promise<Message> {
  const { people, places } = stage.local.world;
  const facts = [...stage.desk.knowledge.facts.values()];
  asked += 1;
  const question = facts[asked % facts.length]?.questions[0] ?? '';
  return only(await stage.local.run(people.mia, places.general, 'ask', { question }));
}

/** Shares an answer while something fails. @returns how it went, for the table */
export async function shareWith(stage: Stage, ...faults: RestFault[]): Promise<string> {
  const answer = await answerTo(stage);
  for (const fault of faults) stage.local.failNext(fault);
  return seenOfShare(stage, answer);
}

/** Presses Share, and says how it went. */
export async function seenOfShare(stage: Stage, answer: Message): Promise<string> {
  const { people, places } = stage.local.world;
  const before = publicMessages(stage).length;
  const told = await toldBy(stage, people.mia, () =>
    stage.local.press(people.mia, answer, button(answer, 'Share')),
  );
  stage.local.mend();
  const own = stage.local.messages(people.mia, places.general).find(({ id }) => id === answer.id);
  const isSaid = textOf(own).includes('Shared in this channel.');
  return [
    `${publicMessages(stage).length - before} public`,
    isSaid ? 'said to be shared' : 'not said to be shared',
    `button ${buttonsOf(own).has('Share') ? 'there' : 'gone'}`,
    ...told.map((text) => `"${text}"`),
  ].join(', ');
}

/** Has a moderator use a command about the summary while something fails. @returns what they were told */
export async function summaryWith(stage: Stage, word: string, ...faults: RestFault[]): Promise<string> {
  const { people, places } = stage.local.world;
  for (const fault of faults) stage.local.failNext(fault);
  const told = await toldBy(stage, people.max, () =>
    stage.local.run(people.max, places.general, `summary ${word}`),
  );
  stage.local.mend();
  return told.map((text) => text.split('\n-#')[0]).join(' ');
}

/** How many summaries stand in the channel, and how many of them are pinned. */
export function summaries(stage: Stage): string {
  const all = publicMessages(stage).filter((message) => /\bEdition [0-9a-f]{8}\b/.test(textOf(message)));
  return `${all.length} posted, ${all.filter(({ pinned }) => pinned).length} pinned`;
}

/** Deletes all that the bot posted in the channel. */
export function clear(stage: Stage): void {
  for (const message of publicMessages(stage)) stage.local.remove(stage.local.world.people.max, message);
}

/** What each of several things comes to, once if it is the same for all. */
export async function same(all: readonly (() => Promise<string>)[]): Promise<string> {
  const seen = new Set<string>();
  for (const one of all) seen.add(await one());
  return [...seen].join(' / ');
}

/** Whether a person's question was answered, and how often. */
export const answers = ({ messages }: Outcome): string => counted(messages.length, 'answer');

/** The sentences that were logged as a warning or an error. */
export const logged = ({ entries }: Stage): string[] =>
  entries
    .filter(({ level }) => level === 'warn' || level === 'error')
    .map(({ sentence }) => sentence)
    .filter((sentence) => sentence !== 'Discord makes a request wait');
