// Shares a private answer in the channel: posts it once, and says "Shared" only when everybody can see it there.
import {
  type APIMessage,
  ApplicationIntegrationType,
  MessageFlags,
  type RESTGetAPIChannelMessagesResult,
  Routes,
} from 'discord.js';
import type { Access } from './pinned-channel.ts';
import { type Answerable, channelOf } from './read-interaction.ts';
import { describeRefusal } from './refusals.ts';
import type { Rendered } from './render-message.ts';
import { fateOf, resend } from './resend.ts';
import type { Responses } from './responses.ts';
import { UserFacingError } from './user-facing-error.ts';

/**
 * Posts a message in answer to a pressed button, and then puts `instead` in the place of the private message with the
 * button. Whatever fails before that leaves the button where it is.
 * @returns the id of the public message
 * @throws {UserFacingError} that says what is known of the public message; what REST throws for the first response
 */
export async function shareAnswer(
  { rest, botId }: Access,
  interaction: Answerable,
  responses: Responses,
  { message, instead }: { message: Rendered; instead: Rendered },
): Promise<string> {
  await responses.deferUpdate();
  const posted = await post();
  if ((posted.flags ?? 0) & MessageFlags.Ephemeral) {
    await responses.remove(posted.id).catch(() => {});
    throw new UserFacingError(
      'Nobody else would see it: in this server you lack the permission "Use External Apps", so Discord shows what I post to you alone. A moderator can give it, or invite me.',
    );
  }
  // It is shared, whether or not the private message says so.
  await responses.edit(instead).catch(() => {});
  return posted.id;

  async function post(): Promise<APIMessage> {
    try {
      return await responses.followUp(message);
    } catch (error) {
      if (fateOf(error) !== 'unknown') {
        const why = describeRefusal(error);
        throw why ? new UserFacingError(`${why} Nothing was shared.`) : error;
      }
      const found = await findPosted().catch(() => undefined);
      if (found) return found;
      throw new UserFacingError(
        `${describeRefusal(error)} I cannot tell whether your answer was shared. Look in the channel; if it is not there, press Share again.`,
      );
    }
  }

  /** Looks for the message in the channel, where the bot may read that. */
  async function findPosted(): Promise<APIMessage | undefined> {
    const isMember =
      interaction.authorizing_integration_owners[ApplicationIntegrationType.GuildInstall] !== undefined;
    if (!isMember) return undefined;
    const query = new URLSearchParams({ after: interaction.id, limit: '100' });
    const later = (await resend(() =>
      rest.get(Routes.channelMessages(channelOf(interaction)), { query }),
    )) as RESTGetAPIChannelMessagesResult;
    return later.find(
      ({ author, interaction_metadata }) =>
        author.id === botId() && interaction_metadata?.id === interaction.id,
    );
  }
}
