// What a moderator is told when the work on a channel's summary stops, such as what Discord's error codes mean.
import { RESTJSONErrorCodes as Code } from 'discord.js';
import { type Block, notice, type Reply } from '../bot/index.ts';
import { codeOf } from './failures.ts';

/** Stops the work; the moderator is told its text. */
export class UserFacingError extends Error {
  override name = 'UserFacingError';
  readonly reply: Reply;
  constructor(text: string, ...more: Block[]) {
    super(text);
    this.reply = { ...notice(text), blocks: [...notice(text).blocks, ...more] };
  }
}

/** What Discord's error codes mean here. All of these occur before anything is changed. */
const MEANING: Partial<Record<number, string>> = {
  [Code.UnknownChannel]: 'This channel is gone.',
  [Code.MissingAccess]:
    'I cannot look into this channel: the permission "View Channel" is missing, or I am not a member of this server.',
  [Code.MissingPermissions]: 'Discord says that a permission is missing here. Nothing was changed.',
  [Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached]:
    'Discord limits the edits of messages older than an hour, and the limit is reached. The summary stays as it was; try again later.',
  [Code.InvalidActionOnArchivedThread]: 'This thread is closed. Open it again first.',
};

/** Waits for a request, and turns a known failure into words for the moderator. */
export async function explained<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    const meaning = MEANING[Number(codeOf(error))];
    throw meaning ? new UserFacingError(meaning) : error;
  }
}
