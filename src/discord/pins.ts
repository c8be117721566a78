// The one pinned summary of a channel: it is found among the pins, edited in place, posted again if gone, or deleted.
import type { APIMessage } from 'discord.js';
import {
  type Act,
  type Block,
  decode,
  encode,
  inChannel,
  notice,
  type Reply,
  type StoredRequest,
} from '../bot/index.ts';
import type { Store } from '../store/index.ts';
import { findDestination } from './destination.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { PUBLISHING, UNPUBLISHING } from './pin-permissions.ts';
import { type Access, checkChannel, type Destination, openChannel, TOO_MANY_PINS } from './pinned-channel.ts';
import { type Answerable, channelOf } from './read-interaction.ts';
import { customIds, readStamp } from './read-own-message.ts';
import type { Rendered } from './render-message.ts';
import { UserFacingError } from './user-facing-error.ts';

/** Maximum number of pins in a channel (Discord: Resources, Message, Pin Message). */
const MAX_PINS = 250;

type Publish = Extract<Act, { kind: 'publish' }>;
type AskBefore = Extract<Act, { kind: 'ask before' }>;

/** What `publish` takes besides the interaction. */
type Wanted = [reply: Reply, how: Pick<Publish, 'channelId' | 'onlyUpdate' | 'remakeBy'>, respond: Respond];

/** Replies to a stored request on behalf of the member who sent the interaction. */
type Respond = (request: StoredRequest) => Promise<Reply>;

export interface Pins {
  /**
   * Makes a reply the channel's summary.
   * @param how with `channelId`, in that channel instead of where the interaction was sent. With `onlyUpdate`, nothing
   *   is posted where none is pinned. With `remakeBy`, if the present summary has a button for one of these commands,
   *   `respond` replies to that button's request, and that reply is published instead
   * @returns the reply for the moderator
   * @throws what REST throws, if it cannot be explained; even then nothing is left half done
   */
  publish(interaction: Answerable, ...wanted: Wanted): Promise<Reply>;
  /** Deletes the channel's summary. Takes, returns and throws as above. */
  unpublish(interaction: Answerable, how: Pick<Publish, 'channelId'>): Promise<Reply>;
  /**
   * Checks whether a summary can be published, or deleted, in a channel. Nothing is changed there.
   *
   * @param reply the reply that leads on to it
   * @returns the reply; with what stops a summary from being published, or replaced by what stops one from being
   *   deleted
   * @throws what REST throws, if it cannot be explained
   */
  askBefore(interaction: Answerable, reply: Reply, how: Omit<AskBefore, 'kind'>): Promise<Reply>;
  /**
   * Whether that takes requests, so that the reply comes later. What a summary needs to be published here is told by the
   * interaction itself: moderators look at more previews than the bot may send requests.
   */
  takesRequests(interaction: Answerable, how: Omit<AskBefore, 'kind'>): boolean;
}

/**
 * Creates the keeper of pinned summaries. Requests for one channel are carried out one after the other.
 * @param access what the requests in the channel are sent with
 * @param compose turns a reply into a message with its pictures
 * @param store shared by all copies of the bot, so that their requests wait for each other, too
 */
export function createPins(access: Access, compose: (reply: Reply) => Promise<Rendered>, store: Store): Pins {
  const inTurn = createKeyedQueue(store);

  async function publish(
    destination: Destination,
    nonce: string,
    [reply, { onlyUpdate, remakeBy }, respond]: Wanted,
  ): Promise<Reply> {
    const channel = await openChannel(access, destination, PUBLISHING, nonce);
    const { pins, pinned, unpinned } = await channel.list();
    const [present] = pinned;
    const last = present ?? unpinned[0];
    if (onlyUpdate && !present) throw new UserFacingError(last ? UNPINNED : NONE);
    const wanted = (last && remakeBy && (await remake(last, remakeBy, respond))) || reply;
    const isCurrent = present && isUpToDate(present, wanted);
    const message = isCurrent ? undefined : await compose(wanted);
    const edited = present && message && (await channel.edit(present, message));
    const kept = isCurrent ? present : edited;
    if (onlyUpdate && !kept) throw new UserFacingError(NONE);
    if (!kept && pins >= MAX_PINS) throw new UserFacingError(TOO_MANY_PINS);
    const posted = kept ? undefined : message && (await channel.post(message));
    const others = [...pinned, ...unpinned].filter((one) => one !== present);
    const left = await removeAll(channel, others);

    const result = kept ?? posted;
    return {
      blocks: [
        { kind: 'text', text: isCurrent ? UP_TO_DATE : kept ? UPDATED : `${POSTED}${channel.note}` },
        ...(others.length > left.length ? [{ kind: 'text' as const, text: OTHERS }] : []),
        ...(result ? [channel.link(result)] : []),
        ...left.flatMap((one): Block[] => [{ kind: 'text', text: LEFT }, channel.link(one, 'Not deleted')]),
      ],
    };
  }

  async function unpublish(destination: Destination, nonce: string): Promise<Reply> {
    const channel = await openChannel(access, destination, UNPUBLISHING, nonce);
    const { pinned, unpinned } = await channel.list();
    const own = [...pinned, ...unpinned];
    const left = await removeAll(channel, own);
    if (left.length > 0)
      return {
        blocks: [{ kind: 'text', text: LEFT }, ...left.map((one) => channel.link(one, 'Not deleted'))],
      };
    if (own.length === 0) return notice(NOTHING);
    return { blocks: [{ kind: 'text', text: 'The summary is deleted.' }] };
  }

  /** @returns what stops a summary from being published or deleted in a channel; undefined if nothing does */
  async function whyNot(destination: Destination, nonce: string, next: AskBefore['next']) {
    if (next === 'publish') {
      checkChannel(destination, PUBLISHING);
      return undefined;
    }
    const channel = await openChannel(access, destination, UNPUBLISHING, nonce);
    const { pinned, unpinned } = await channel.list();
    return pinned.length + unpinned.length === 0 ? notice(NOTHING) : undefined;
  }

  /**
   * Does work in a channel, one task at a time. The reply names the channel if it is not the one where the reply is
   * given.
   */
  async function workIn(
    interaction: Answerable,
    channelId: string | undefined,
    work: (destination: Destination) => Promise<Reply>,
  ): Promise<Reply> {
    const own = channelOf(interaction);
    const reply = await inTurn(channelId ?? own, () =>
      findDestination(access, interaction, channelId).then(work).catch(toReply),
    );
    return { ...reply, blocks: [...inChannel(channelId === own ? undefined : channelId), ...reply.blocks] };
  }

  return {
    publish: (interaction, ...wanted) =>
      workIn(interaction, wanted[1].channelId, (destination) => publish(destination, interaction.id, wanted)),
    unpublish: (interaction, { channelId }) =>
      workIn(interaction, channelId, (destination) => unpublish(destination, interaction.id)),
    takesRequests: (interaction, { next, channelId = channelOf(interaction) }) =>
      next === 'unpublish' || channelId !== channelOf(interaction),
    async askBefore(interaction, reply, { next, channelId }) {
      const stopped = await findDestination(access, interaction, channelId)
        .then((destination) => whyNot(destination, interaction.id, next))
        .catch(toReply);
      if (!stopped) return reply;
      const start = reply.blocks.findIndex(({ kind }) => kind === 'channel') + 1;
      const where = reply.blocks.slice(0, start);
      return next === 'unpublish'
        ? { ...stopped, blocks: [...where, ...stopped.blocks] }
        : { ...reply, blocks: [...where, CANNOT_POST, ...stopped.blocks, ...reply.blocks.slice(start)] };
    },
  };
}

function toReply(error: unknown): Reply {
  if (error instanceof UserFacingError) return error.reply;
  throw error;
}

/** Deletes messages one after the other. @returns those that could not be deleted, as far as is known */
async function removeAll<M>(
  channel: { remove(message: M): Promise<void> },
  messages: readonly M[],
): Promise<M[]> {
  const left: M[] = [];
  for (const message of messages) await channel.remove(message).catch(() => left.push(message));
  return left;
}

const LEFT = 'I could not delete this summary of mine. Please delete it, or run the command again.';
const POSTED = 'The summary is posted and pinned.';
const UPDATED = 'The summary is updated, in its place.';
const UP_TO_DATE = 'The summary is already up to date.';
const NOTHING = 'There is no summary of mine here.';
const CANNOT_POST: Block = { kind: 'lead', text: 'As things are, it cannot be posted' };
const NONE = 'No summary of mine is pinned here, so there is nothing to update. Post one with /summary post.';
const UNPINNED =
  'The summary is not pinned any more, so it was not updated. Post it again with /summary post.';
const OTHERS = 'I deleted another summary of mine, so that there is only one.';

/** Whether a summary has the stamp and the buttons of a reply. A summary of an older version may have other buttons. */
const isUpToDate = ({ components = [] }: APIMessage, { blocks, buttons = [] }: Reply) =>
  readStamp(components) === blocks.find((block) => block.kind === 'stamp')?.text &&
  customIds(components).join() === buttons.map(({ request }) => encode(request)).join();

/** The reply to a summary's own button for one of the commands; undefined if it has none that still works. */
async function remake(
  summary: APIMessage,
  commands: readonly string[],
  respond: Respond,
): Promise<Reply | undefined> {
  const request = customIds(summary.components ?? [])
    .map((id) => decode(id))
    .find((stored) => stored && commands.includes(stored.command));
  const again = request && (await respond(request));
  return again?.act?.kind === 'publish' ? again : undefined;
}
