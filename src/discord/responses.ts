// Answers one interaction: first its callback, afterwards the webhook of its token. Both are plain REST, whichever way
// the interaction came.
import {
  type APIInteraction,
  type APIMessage,
  InteractionResponseType,
  MessageFlags,
  type REST,
  type RESTPostAPIInteractionCallbackWithResponseResult,
  Routes,
} from 'discord.js';
import type { Choice } from '../bot/index.ts';
import { type Rendered, toRequest } from './render-message.ts';
import { requestBody, type SentFile } from './request-body.ts';
import { acknowledge, removeOnce, resend, sendOnce } from './resend.ts';

/** Makes Discord answer a callback with the message that it created. */
const WITH_RESPONSE = new URLSearchParams({ with_response: 'true' });

/** The ways to answer an interaction. Every method throws what REST throws. */
export interface Responses {
  /** Whether the first response is sent: one of `suggest`, `reply`, `update` and the two that defer. */
  readonly begun: boolean;
  suggest(choices: readonly Choice[]): Promise<void>;
  /** @returns the message that Discord made of it; undefined if its answer was lost, though the message is there */
  reply(message: Rendered): Promise<APIMessage | undefined>;
  /** Puts a message in the place of the one whose button was pressed. */
  update(message: Rendered): Promise<void>;
  /** Shows that the bot is thinking, to the member alone, until `edit`. */
  deferReply(): Promise<void>;
  /** Acknowledges a button without changing anything yet. */
  deferUpdate(): Promise<void>;
  /** Sends another message, after the first response. Discord would post it twice, so it is not sent again if its fate is unknown. */
  followUp(message: Rendered): Promise<APIMessage>;
  /** Edits the reply, or the message whose button was pressed. */
  edit(message: Rendered): Promise<void>;
  /** Deletes the reply, or the message whose button was pressed; with an id, a message that was sent in answer. */
  remove(id?: string): Promise<void>;
}

/** Makes the responses of an interaction. They are authorized by its own token, and need no other. */
export function createResponses(
  rest: REST,
  { id, token, application_id }: Pick<APIInteraction, 'id' | 'token' | 'application_id'>,
): Responses {
  let begun = false;
  /** The route of the reply, or of another message that was sent in answer. */
  const messageRoute = (messageId = '@original') => Routes.webhookMessage(application_id, token, messageId);

  async function callback(
    type: InteractionResponseType,
    { body, files }: { body?: object; files?: readonly SentFile[] } = {},
  ): Promise<APIMessage | undefined> {
    const response = (await acknowledge(() =>
      rest.post(Routes.interactionCallback(id, token), {
        auth: false,
        query: WITH_RESPONSE,
        ...requestBody({ type, ...(body && { data: body }) }, files),
      }),
    )) as RESTPostAPIInteractionCallbackWithResponseResult | undefined;
    begun = true;
    return response?.resource?.message;
  }

  return {
    get begun() {
      return begun;
    },
    async suggest(choices) {
      await callback(InteractionResponseType.ApplicationCommandAutocompleteResult, { body: { choices } });
    },
    async reply(message) {
      const sent = await callback(InteractionResponseType.ChannelMessageWithSource, toRequest(message));
      if (sent) return sent;
      // The message is there, but Discord's answer was lost. A caller that cannot look it up does without.
      return resend(() => rest.get(messageRoute(), { auth: false })).then(
        (found) => found as APIMessage,
        () => undefined,
      );
    },
    async update(message) {
      await callback(InteractionResponseType.UpdateMessage, toRequest(message));
    },
    async deferReply() {
      const body = { flags: MessageFlags.Ephemeral };
      await callback(InteractionResponseType.DeferredChannelMessageWithSource, { body });
    },
    async deferUpdate() {
      await callback(InteractionResponseType.DeferredMessageUpdate);
    },
    async followUp(message) {
      const query = new URLSearchParams({ wait: 'true' });
      const { body, files } = toRequest(message);
      const request = { auth: false, query, ...requestBody(body, files) };
      return (await sendOnce(() => rest.post(Routes.webhook(application_id, token), request))) as APIMessage;
    },
    async edit(message) {
      const { body, files } = toRequest(message);
      await resend(() => rest.patch(messageRoute(), { auth: false, ...requestBody(body, files) }));
    },
    async remove(id) {
      await removeOnce(() => rest.delete(messageRoute(id), { auth: false }));
    },
  };
}
