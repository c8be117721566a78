// The requests for a pinned summary in its channel: check the channel, list, post and pin, edit, delete.
import {
  type APIChannel,
  type APIMessage,
  ChannelType,
  RESTJSONErrorCodes as Code,
  messageLink,
  type PermissionsBitField,
  type REST,
  type RESTGetAPIChannelMessagesPinsResult,
  type RESTGetAPIChannelMessagesResult,
  Routes,
} from 'discord.js';
import type { Block } from '../bot/index.ts';
import { codeOf } from './failures.ts';
import { missingOf, type Needs } from './pin-permissions.ts';
import { readStamp } from './read-own-message.ts';
import { describeRefusal } from './refusals.ts';
import { type Rendered, toRequest } from './render-message.ts';
import { requestBody } from './request-body.ts';
import { resend } from './resend.ts';
import { explained, UserFacingError } from './user-facing-error.ts';

/** Maximum number of pins that one request lists (Discord: Resources, Message, Get Channel Pins). */
const PINS_A_PAGE = 50;

/** Maximum number of messages that one request lists (Discord: Resources, Message, Get Channel Messages). */
const MESSAGES_A_PAGE = 100;

/** The bot's own access to Discord. */
export interface Access {
  rest: REST;
  /** The id of the bot's user, known as soon as it receives anything. */
  botId(): string | undefined;
}

/** A channel, and what the bot and the moderator may do there. */
export interface Destination {
  channelId: string;
  /** Undefined in a direct message. */
  guildId: string | undefined;
  type: ChannelType;
  bot: PermissionsBitField;
  moderator: PermissionsBitField;
}

export const TOO_MANY_PINS =
  'This channel has 250 pinned messages, which is all that Discord allows. Unpin one and try again. Nothing was posted.';

/** Why nothing can be posted in a channel of this type; undefined if it can. */
export const whyNotIn = (type: ChannelType): string | undefined =>
  type === ChannelType.GuildForum || type === ChannelType.GuildMedia
    ? 'A forum has no messages of its own. Use the command inside one of its posts.'
    : undefined;

const NOTES: Partial<Record<ChannelType, string>> = {
  [ChannelType.GuildAnnouncement]:
    ' Servers that follow this channel get it only if a moderator publishes the message.',
  [ChannelType.PublicThread]: ' It is in this thread, not in the channel above it.',
  [ChannelType.PrivateThread]: ' It is in this thread, not in the channel above it.',
  [ChannelType.AnnouncementThread]: ' It is in this thread, not in the channel above it.',
};

/**
 * Checks what the bot and the moderator may do in a channel. This sends no request.
 *
 * @throws {UserFacingError} that names every missing permission, or says why the channel cannot have a summary
 */
export function checkChannel({ type, bot, moderator }: Omit<Destination, 'channelId'>, needs: Needs): void {
  requirePermissions('You lack', needs.moderator, moderator, type);
  if (!moderator.any(['PinMessages', 'ManageMessages'])) throw new UserFacingError(MAY_NOT_PIN);
  requirePermissions('I lack', needs.bot, bot, type);
  const refusal = whyNotIn(type);
  if (refusal) throw new UserFacingError(refusal);
}

/**
 * Checks the channel before anything is done in it, and that it is still there.
 *
 * @param needs the permissions that the work takes
 * @param nonce of the message to be posted: 1 to 25 characters, the same only for the same message
 * @returns what can be done in the channel
 * @throws {UserFacingError} that names every missing permission, or says why the channel cannot have a summary
 */
export async function openChannel(
  { rest, botId }: Access,
  destination: Destination,
  needs: Needs,
  nonce: string,
) {
  const { channelId, guildId, bot } = destination;
  // Without this permission, not even the type of the channel can be read.
  if (!bot.has('ViewChannel')) requirePermissions('I lack', needs.bot, bot, ChannelType.GuildText);
  const { type } = await explained(resend(() => rest.get(Routes.channel(channelId)) as Promise<APIChannel>));
  checkChannel({ ...destination, type }, needs);

  /** Deletes a message. If it is gone already, that is fine. */
  async function remove({ id }: APIMessage): Promise<void> {
    await resend(() => rest.delete(Routes.channelMessage(channelId, id))).catch(passGone);
  }

  const link = ({ id }: APIMessage, text = 'Pinned here'): Block => ({
    kind: 'note',
    text,
    link: messageLink(channelId, id, guildId ?? '@me'),
    label: 'go to the summary',
  });

  return {
    /** What a moderator should know about this type of channel, with a space in front; empty if there is nothing. */
    note: NOTES[type] ?? '',
    link,
    remove,
    /**
     * The number of pinned messages, and the bot's summaries: the pinned ones, newest pin first, and those among the
     * last hundred messages that somebody unpinned, newest first.
     */
    async list(): Promise<{ pins: number; pinned: APIMessage[]; unpinned: APIMessage[] }> {
      const items: RESTGetAPIChannelMessagesPinsResult['items'] = [];
      for (let more = true; more; ) {
        const before = items.at(-1)?.pinned_at;
        const query = new URLSearchParams({ limit: String(PINS_A_PAGE), ...(before && { before }) });
        const page = (await explained(
          resend(() => rest.get(Routes.channelMessagesPins(channelId), { query })),
        )) as RESTGetAPIChannelMessagesPinsResult;
        items.push(...page.items);
        more = page.has_more && page.items.length > 0;
      }
      const query = new URLSearchParams({ limit: String(MESSAGES_A_PAGE) });
      const recent = (await explained(
        resend(() => rest.get(Routes.channelMessages(channelId), { query })),
      )) as RESTGetAPIChannelMessagesResult;
      const isOwn = ({ author, components = [] }: APIMessage) =>
        author.id === botId() && readStamp(components) !== undefined;
      const pinned = items.map(({ message }) => message).filter(isOwn);
      const unpinned = recent.filter((one) => isOwn(one) && !pinned.some(({ id }) => id === one.id));
      return { pins: items.length, pinned, unpinned };
    },
    /** Edits a message; returns undefined if the message is gone. */
    async edit({ id }: APIMessage, message: Rendered): Promise<APIMessage | undefined> {
      const { body, files } = toRequest(message);
      return (await explained(
        resend(() => rest.patch(Routes.channelMessage(channelId, id), requestBody(body, files))).catch(
          passGone,
        ),
        'The summary stays as it was.',
        'I cannot tell whether the summary is updated. Look at it, and run the command again if it is not.',
      )) as APIMessage | undefined;
    },
    /** Posts and pins a message. If it cannot be pinned, it is deleted again. */
    async post(message: Rendered): Promise<APIMessage> {
      // If the request arrives twice, the nonce makes Discord return the first message.
      const once = { nonce, enforce_nonce: true };
      const { body, files } = toRequest(message);
      const posted = (await explained(
        resend(() => rest.post(Routes.channelMessages(channelId), requestBody({ ...body, ...once }, files))),
        'Nothing was posted.',
        'I cannot tell whether the summary was posted; it is not pinned. Run the command again, and I will delete what is left of this one.',
      )) as APIMessage;
      try {
        await resend(() => rest.put(Routes.channelMessagesPin(channelId, posted.id)));
        return posted;
      } catch (error) {
        const why = `The summary could not be pinned. ${WHY_UNPINNED[Number(codeOf(error))] ?? describeRefusal(error) ?? 'Discord does not say why; try again.'}`;
        const left = await remove(posted).then(
          () => undefined,
          () => posted,
        );
        if (!left) throw new UserFacingError(`${why} I deleted it again.`);
        throw new UserFacingError(
          `${why} I could not delete it again either; please do.`,
          link(left, 'Not pinned'),
        );
      }
    },
  };
}

/** @throws {UserFacingError} that names what somebody lacks in a channel of this type; the text begins with `who` */
function requirePermissions(
  who: 'I lack' | 'You lack',
  needs: Needs['bot'],
  held: PermissionsBitField,
  type: ChannelType,
): void {
  const wanted = isVoice(type) ? [...needs, 'Connect' as const] : needs;
  const isThread = NOTES[type] !== undefined && type !== ChannelType.GuildAnnouncement;
  const missing = missingOf(wanted, (one) => held.has(one), isThread);
  if (missing.length === 0) return;
  const list = missing.map((name) => `"${name}"`).join(', ');
  throw new UserFacingError(
    `${who} ${missing.length === 1 ? 'a permission' : 'permissions'} in this channel: ${list}. Nothing was changed.`,
  );
}

const MAY_NOT_PIN =
  'You lack a permission in this channel: "Pin Messages" or "Manage Messages". Nothing was changed.';

/** Whether a channel is the chat of a voice or stage channel, which nobody may read without "Connect". */
const isVoice = (type: ChannelType) =>
  type === ChannelType.GuildVoice || type === ChannelType.GuildStageVoice;

/** What a refusal means when it is about a pin. */
const WHY_UNPINNED: Partial<Record<number, string>> = {
  [Code.MissingPermissions]: 'The permission "Pin Messages" is missing.',
  [Code.UnknownMessage]: 'Somebody, or AutoMod, deleted it right away.',
};

/** Ignores that a message no longer exists. */
function passGone(error: unknown): undefined {
  if (codeOf(error) !== Code.UnknownMessage) throw error;
}
