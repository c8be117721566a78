// The errors whose text a member is shown, such as the meaning of one of Discord's error codes.
import { type Block, notice, type Reply } from '../bot/index.ts';
import { describeRefusal } from './refusals.ts';
import { fateOf } from './resend.ts';

/** Stops the work. The member is shown the text. */
export class UserFacingError extends Error {
  override name = 'UserFacingError';
  readonly reply: Reply;
  constructor(text: string, ...more: Block[]) {
    super(text);
    this.reply = { ...notice(text), blocks: [...notice(text).blocks, ...more] };
  }
}

/** Thrown when the member is not allowed to do something; nothing failed. */
export class NotAllowed extends UserFacingError {
  override name = 'NotAllowed';
}

/**
 * Waits for a request, and turns a failure that can be explained into words for the moderator.
 *
 * @param refused what is the case after Discord refused it
 * @param unknown what is the case, or can be done, if Discord did not say whether it was carried out
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
