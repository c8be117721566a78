// What a moderator is told when the work on a channel's summary stops, such as what Discord's error codes mean.
import { type Block, notice, type Reply } from '../bot/index.ts';
import { describeRefusal } from './refusals.ts';
import { fateOf } from './resend.ts';

/** Stops the work; the moderator is told its text. */
export class UserFacingError extends Error {
  override name = 'UserFacingError';
  readonly reply: Reply;
  constructor(text: string, ...more: Block[]) {
    super(text);
    this.reply = { ...notice(text), blocks: [...notice(text).blocks, ...more] };
  }
}

/** The member is not allowed what they ask for; nothing failed. */
export class NotAllowed extends UserFacingError {
  override name = 'NotAllowed';
}

/**
 * Waits for a request, and turns a failure that can be explained into words for the moderator.
 * @param refused what holds after Discord refused it
 * @param unknown what holds, or can be done, if Discord did not say whether it carried it out
 */
export async function explained<T>(
  request: Promise<T>,
  refused = 'Nothing was changed.',
  unknown = refused,
): Promise<T> {
  try {
    return await request;
  } catch (error) {
    const why = describeRefusal(error);
    throw why ? new UserFacingError(`${why} ${fateOf(error) === 'unknown' ? unknown : refused}`) : error;
  }
}
