// What Discord's refusals mean, in words for whoever asked: the reason, and what to do about it.
import { RESTJSONErrorCodes as Code, HTTPError, RateLimitError } from 'discord.js';
import { codeOf } from './failures.ts';
import { fateOf } from './resend.ts';

const OLD_EDITS =
  'Discord limits the edits of messages older than an hour, and the limit is reached. Try again later.';

/** In sentences (Discord: Topics, Opcodes and Status Codes, JSON Error Codes). */
const REASONS: Partial<Record<number, string>> = {
  [Code.UnknownChannel]: 'This channel is gone.',
  [Code.UnknownMessage]: 'The message is gone.',
  [Code.MissingAccess]:
    'I cannot look into this channel: the permission "View Channel" is missing (for the chat of a voice channel "Connect", too), or I am not a member of this server. A moderator can change that.',
  [Code.MissingPermissions]:
    'A permission is missing here, "Send Messages" or one that Discord does not name. A moderator can give it in the settings of the channel.',
  [Code.CannotSendMessagesInNonTextChannel]: 'Nobody can post messages in this channel.',
  [Code.CannotSendMessagesToThisUser]: 'This person does not accept direct messages from me.',
  [Code.ChannelVerificationLevelTooHighForYouToGainAccess]:
    'The verification level of this server keeps me out. A moderator can give me a role, which exempts me.',
  [Code.InvalidActionOnArchivedThread]:
    'This thread is closed. Somebody must write in it first, which opens it again.',
  [Code.ThreadLocked]: 'This thread is locked. A moderator with "Manage Threads" can unlock it.',
  [Code.MessageWasBlockedByAutomaticModeration]:
    'AutoMod blocked my message. A moderator can exempt my role from that rule (Server Settings, AutoMod).',
  [Code.ActionCannotBePerformedDueToSlowmodeRateLimit]:
    'Slow mode is on in this channel. Wait until it allows another message, or let a moderator give my role "Bypass Slowmode".',
  [Code.AnnouncementEditLimitExceeded]:
    'Discord limits the edits in announcement channels, and the limit is reached. Try again later.',
  [Code.ChannelWriteRateLimit]: 'This channel accepts no more messages at the moment. Try again later.',
  [Code.ServerWriteRateLimit]: 'This server accepts no more messages at the moment. Try again later.',
  [Code.SendMessagesHasBeenTemporarilyDisabled]:
    'Discord accepts no messages at all at the moment. Try again later.',
  [Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached]: OLD_EDITS,
  [Code.MaximumNumberOfPinsReachedForTheChannel]:
    'The channel has 250 pinned messages, which is all that Discord allows. Unpin one and try again.',
};

/**
 * Why a request failed, in one or more sentences; undefined if the program is at fault. It does not say whether
 * anything was done: see `fateOf`.
 */
export function describeRefusal(error: unknown): string | undefined {
  if (error instanceof RateLimitError) {
    // Discord sends that refusal as a limit of the route.
    const isEdit = error.method.toUpperCase() === 'PATCH';
    return `${isEdit ? `${OLD_EDITS} ` : ''}Discord asks me to wait ${describeWait(error.retryAfter)}.`;
  }
  const reason = REASONS[Number(codeOf(error))];
  if (reason) return reason;
  if (fateOf(error) === 'refused') return undefined;
  return error instanceof HTTPError ? "Something failed on Discord's side." : 'Discord did not answer.';
}

/** A time to wait, rounded up. */
const describeWait = (milliseconds: number): string => {
  const seconds = Math.ceil(milliseconds / 1_000);
  if (seconds < 2) return 'a second';
  return seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
};
