// The one summary of a channel: found among its pins, edited in place, made anew when gone or unpinned, taken away.
import type { APIMessage } from 'discord.js';
import { decode, encode, notice, type Reply, type StoredRequest } from '../bot/index.ts';
import { PUBLISHING, UNPUBLISHING } from './pin-permissions.ts';
import { type Asked, openChannel, TOO_MANY_PINS, UserFacingError } from './pinned-channel.ts';
import { customIds, readStamp } from './read-own-message.ts';
import type { toMessage } from './render-message.ts';

/** Pins a channel may hold (Discord: Resources, Message, Pin Message). */
const MAX_PINS = 250;

/** Answers a stored request for the member who asks. */
type Respond = (request: StoredRequest) => Promise<Reply>;

export interface Pins<A extends Asked> {
  /**
   * Makes a reply the channel's summary.
   * @param remakeBy where given, the button of this command on the summary that is there is pressed by `respond`, and
   * what that makes is published instead
   * @returns what the moderator is told
   * @throws what REST throws, where nothing better can be said; nothing is left half done then either
   */
  publish(asked: A, reply: Reply, remakeBy: string | undefined, respond: Respond): Promise<Reply>;
  /** Deletes the channel's summary; returns and throws as above. */
  unpublish(asked: A): Promise<Reply>;
}

/**
 * Creates the keeper of pinned summaries; two requests for one channel wait for each other.
 * @param compose draws a reply
 */
export function createPins<A extends Asked>(
  compose: (reply: Reply, asked: A) => Promise<ReturnType<typeof toMessage>>,
): Pins<A> {
  const inTurn = createKeyedQueue();

  const publish: Pins<A>['publish'] = async (asked, reply, remakeBy, respond) => {
    const channel = await openChannel(asked, PUBLISHING);
    const { pins, pinned, unpinned } = await channel.list();
    const [shown] = pinned;
    const last = shown ?? unpinned[0];
    const wanted = (last && remakeBy && (await remake(last, remakeBy, respond))) || reply;
    const isCurrent = shown && shows(shown, wanted);
    const message = isCurrent ? undefined : await compose(wanted, asked);
    const edited = shown && message && (await channel.edit(shown, message));
    const kept = isCurrent ? shown : edited;
    if (!kept && pins >= MAX_PINS) throw new UserFacingError(TOO_MANY_PINS);
    const posted = kept ? undefined : message && (await channel.post(message));
    const others = [...pinned, ...unpinned].filter((one) => one !== shown);
    for (const other of others) await channel.remove(other);

    const result = kept ?? posted;
    return {
      blocks: [
        { kind: 'text', text: isCurrent ? UP_TO_DATE : kept ? UPDATED : `${POSTED}${channel.note}` },
        ...(others.length > 0 ? [{ kind: 'text' as const, text: OTHERS }] : []),
        ...(result ? [channel.link(result)] : []),
      ],
    };
  };

  async function unpublish(asked: A): Promise<Reply> {
    const channel = await openChannel(asked, UNPUBLISHING);
    const { pinned, unpinned } = await channel.list();
    const own = [...pinned, ...unpinned];
    for (const message of own) await channel.remove(message);
    return notice(own.length > 0 ? 'The summary is removed.' : 'I find no summary of mine here.');
  }

  const tell = (error: unknown) => {
    if (error instanceof UserFacingError) return error.reply;
    throw error;
  };
  return {
    publish: (asked, ...wanted) => inTurn(asked.channelId ?? '', () => publish(asked, ...wanted).catch(tell)),
    unpublish: (asked) => inTurn(asked.channelId ?? '', () => unpublish(asked).catch(tell)),
  };
}

const POSTED = 'The summary is posted and pinned.';
const UPDATED = 'The summary is updated, in its place.';
const UP_TO_DATE = 'The summary is already up to date.';
const OTHERS = 'Another summary of mine is taken away, so that there is one.';

/** Whether a summary is made from what a reply is made from, and has its buttons: those of an older version may be others. */
const shows = ({ components = [] }: APIMessage, { blocks, buttons = [] }: Reply) =>
  readStamp(components) === blocks.find((block) => block.kind === 'stamp')?.text &&
  customIds(components).join() === buttons.map(({ request }) => encode(request)).join();

/** The reply to the button of a summary that makes it again; undefined where it has none that still works. */
async function remake(shown: APIMessage, command: string, respond: Respond): Promise<Reply | undefined> {
  const request = customIds(shown.components ?? [])
    .map((id) => decode(id))
    .find((stored) => stored?.command === command);
  const again = request && (await respond(request));
  return again?.act?.kind === 'publish' ? again : undefined;
}

/** Runs what belongs to one key one after the other. */
function createKeyedQueue(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, turn);
    const leave = () => last.get(key) === turn && last.delete(key);
    turn.then(leave, leave);
    return turn;
  };
}
