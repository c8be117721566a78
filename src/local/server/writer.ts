// Posts and edits the bot's messages: stores their files, checks and composes their content.
import { compose } from './compose.ts';
import type { MessageBody } from './limits.ts';
import { type Message, MessageFlag } from './message.ts';
import type { Messages } from './message-store.ts';
import type { UploadedFile, Uploads } from './uploads.ts';
import type { Place, World } from './world.ts';
import { personJson } from './world-json.ts';

export interface Writer {
  readonly applicationId: string;
  /** Posts a message of the bot. @throws DiscordError when Discord would refuse it */
  post(
    place: Place,
    body: MessageBody,
    files: readonly UploadedFile[],
    to?: { more?: Partial<Message>; onlyFor?: string | undefined },
  ): Message;
  /** Posts the "is thinking" that a deferred reply shows. */
  defer(place: Place, flags: number, personId: string, more: Partial<Message>): Message;
  /** Edits a message; fields left out stay. @throws DiscordError when Discord would refuse the result */
  edit(message: Message, body: MessageBody, files: readonly UploadedFile[]): Message;
}

/** Creates the writer for the world's bot. */
export function createWriter({
  world,
  messages,
  uploads,
}: {
  world: World;
  messages: Messages;
  uploads: Uploads;
}): Writer {
  const users = Object.values(world.people).map(personJson);
  return {
    applicationId: world.applicationId,
    post(place, body, files, { more = {}, onlyFor } = {}) {
      const attachments = uploads.store(place.id, files, body.attachments, []);
      return messages.post(place, world.bot, compose(body, attachments, undefined, users), more, onlyFor);
    },
    defer: (place, flags, personId, more) =>
      messages.post(
        place,
        world.bot,
        { flags },
        { webhook_id: world.applicationId, application_id: world.applicationId, ...more },
        flags & MessageFlag.Ephemeral ? personId : undefined,
      ),
    edit(message, body, files) {
      const attachments = uploads.store(message.channel_id, files, body.attachments, message.attachments);
      const wasThinking = (message.flags & MessageFlag.Loading) !== 0;
      return messages.edit(message, compose(body, attachments, message, users), wasThinking);
    },
  };
}
