// The REST routes that answer an interaction: its callback, and the webhook of its token for edits and follow-ups.
import { checkChoices } from './command-limits.ts';
import { DiscordError } from './errors.ts';
import {
  CallbackType,
  type Interaction,
  type Interactions,
  InteractionType,
  isThinking,
} from './interaction-store.ts';
import type { MessageBody } from './limits.ts';
import { type Message, MessageFlag, MessageType } from './message.ts';
import type { Messages } from './message-store.ts';
import { Permission, type Permissions } from './permissions.ts';
import { type ApiRequest, type ApiResponse, noContent, ok, type Routes, read } from './router.ts';
import type { Writer } from './writer.ts';

interface Callback {
  type: number;
  data?: MessageBody & { choices?: { name: string; value: string | number }[] };
}

/** The kinds of interaction that each callback type may answer (Discord: Interactions, Callback Types). */
const answers: Record<number, readonly number[]> = {
  [CallbackType.Reply]: [InteractionType.Command, InteractionType.Component],
  [CallbackType.DeferReply]: [InteractionType.Command, InteractionType.Component],
  [CallbackType.DeferUpdate]: [InteractionType.Component],
  [CallbackType.Update]: [InteractionType.Component],
  [CallbackType.Choices]: [InteractionType.Autocomplete],
};

/**
 * The interaction routes.
 * @param parts the stores they work on, and Discord's two time limits in milliseconds
 */
export function callbackRoutes(parts: {
  interactions: Interactions;
  permissions: Permissions;
  messages: Messages;
  writer: Writer;
  responseWindow: number;
  tokenLife: number;
}): Routes {
  const { interactions, permissions, messages, writer, responseWindow, tokenLife } = parts;

  /** Whether everybody may see the answer: not in a server where the person may not use apps that are not installed there. */
  const mayBePublic = ({ person, place, metadata }: Interaction) =>
    !place.guild ||
    '0' in metadata.authorizing_integration_owners ||
    (permissions.of(person.id, person.role, place.id) & Permission.UseExternalApps) !== 0n;

  const post = (
    request: ApiRequest,
    interaction: Interaction,
    body: MessageBody,
    more: Partial<Message> = {},
  ) => {
    const isPrivate = (body.flags ?? 0) & MessageFlag.Ephemeral || !mayBePublic(interaction);
    const flags = (body.flags ?? 0) | (isPrivate ? MessageFlag.Ephemeral : 0);
    const message = writer.post(interaction.place, { ...body, flags }, request.files, {
      more: {
        type: messageType(interaction),
        ...(interaction.source && replyTo(interaction.source)),
        webhook_id: writer.applicationId,
        application_id: writer.applicationId,
        interaction_metadata: interaction.metadata,
        ...more,
      },
      onlyFor: isPrivate ? interaction.person.id : undefined,
    });
    interaction.written.add(message.id);
    return message;
  };
  const edit = (request: ApiRequest, interaction: Interaction, message: Message, body: MessageBody) => {
    const edited = writer.edit(message, body, request.files);
    interaction.written.add(edited.id);
    return edited;
  };

  const acknowledge = (request: ApiRequest, interaction: Interaction): Message | null => {
    const { type, data = {} } = readCallback(request.body, interaction);
    switch (type) {
      case CallbackType.Choices:
        interaction.choices = data.choices ?? [];
        return null;
      case CallbackType.DeferReply: {
        const flags = MessageFlag.Loading | ((data.flags ?? 0) & MessageFlag.Ephemeral);
        return writer.defer(interaction.place, flags, interaction.person.id, {
          type: messageType(interaction),
          ...(interaction.source && replyTo(interaction.source)),
          interaction_metadata: interaction.metadata,
        });
      }
      case CallbackType.Reply:
        return post(request, interaction, data);
      case CallbackType.Update: {
        const source = messages.anywhere(interaction.source?.id ?? '');
        if (!source) throw new DiscordError('unknownMessage');
        return edit(request, interaction, source, data);
      }
      default:
        return interaction.source;
    }
  };

  const open = (request: ApiRequest): Interaction => {
    const interaction = interactions.byToken(request.params.token ?? '');
    if (!interaction) throw new DiscordError('unknownWebhook');
    request.about.interactionId = interaction.id;
    if (Date.now() - interaction.createdAt > tokenLife) throw new DiscordError('expiredToken');
    if (interaction.callback === null) throw new DiscordError('unknownWebhook');
    interaction.followed = true;
    return interaction;
  };
  const target = (request: ApiRequest): { interaction: Interaction; message: Message } => {
    const interaction = open(request);
    const asked = request.params.message;
    const id = asked === '@original' ? interaction.originalId : asked;
    const message = messages.anywhere(id ?? '');
    if (!message || (id !== interaction.originalId && !interaction.written.has(message.id)))
      throw new DiscordError('unknownMessage');
    request.about.messageId = message.id;
    return { interaction, message };
  };

  return {
    'POST /interactions/:id/:token/callback': (request) => {
      const interaction = interactions.byToken(request.params.token ?? '');
      if (!interaction || interaction.id !== request.params.id) throw new DiscordError('unknownInteraction');
      request.about.interactionId = interaction.id;
      if (interaction.callback !== null) throw new DiscordError('alreadyAcknowledged');
      if (Date.now() - interaction.createdAt > responseWindow) throw new DiscordError('unknownInteraction');
      const message = acknowledge(request, interaction);
      interaction.callback = (request.body as Callback).type;
      interaction.originalId = message?.id ?? null;
      if (message) interaction.written.add(message.id);
      request.about.messageId = interaction.originalId;
      return request.query.get('with_response') === 'true'
        ? ok(callbackResponse(interaction, interaction.callback, message))
        : noContent;
    },
    'POST /webhooks/:application/:token': (request) => {
      const interaction = open(request);
      const body = read<MessageBody>('followUp', request.body);
      const original = messages.anywhere(interaction.originalId ?? '');
      // Discord fills a deferred reply with the first follow-up.
      const message =
        original && isThinking(original)
          ? edit(request, interaction, original, body)
          : post(request, interaction, body, {
              ...(original && {
                ...replyTo(original),
                interaction_metadata: { ...interaction.metadata, original_response_message_id: original.id },
              }),
            });
      request.about.messageId = message.id;
      return ok(message);
    },
    'GET /webhooks/:application/:token/messages/:message': (request) => ok(target(request).message),
    'PATCH /webhooks/:application/:token/messages/:message': (request): ApiResponse => {
      const { interaction, message } = target(request);
      return ok(edit(request, interaction, message, read<MessageBody>('replyEdit', request.body)));
    },
    'DELETE /webhooks/:application/:token/messages/:message': (request) => {
      messages.remove(target(request).message);
      return noContent;
    },
  };
}

function readCallback(body: unknown, interaction: Interaction): Callback {
  const { type } = (body ?? {}) as { type?: unknown };
  if (typeof type !== 'number' || !answers[type]?.includes(interaction.type))
    throw new DiscordError('invalidForm', [
      {
        path: ['type'],
        code: 'BASE_TYPE_CHOICES',
        message: `An interaction of type ${interaction.type} is not answered with ${type}.`,
      },
    ]);
  if (type === CallbackType.Choices)
    return read<Callback>('choices', body, ({ data }) =>
      checkChoices(data?.choices ?? [], ['data', 'choices']),
    );
  if (type === CallbackType.DeferUpdate || type === CallbackType.Update) return read('update', body);
  return read<Callback>('reply', body, ({ data }) =>
    type === CallbackType.DeferReply && (data?.flags ?? 0) & ~MessageFlag.Ephemeral
      ? [
          {
            path: ['data', 'flags'],
            code: 'MESSAGE_FLAGS',
            message: 'A deferred reply carries no flag but Ephemeral.',
          },
        ]
      : [],
  );
}

/** Responses to buttons and follow-ups are drawn as replies. */
function replyTo(message: Message): Partial<Message> {
  const message_reference = { type: 0, channel_id: message.channel_id, message_id: message.id };
  return { type: MessageType.Reply, message_reference, referenced_message: message };
}

function messageType({ metadata }: Interaction): number {
  return metadata.target_message_id ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
}

function callbackResponse(interaction: Interaction, type: number, message: Message | null): object {
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: interaction.place.id,
      ...(interaction.place.guild && { guild_id: interaction.place.guild.id }),
      ...(message && {
        response_message_id: message.id,
        response_message_loading: isThinking(message),
        response_message_ephemeral: (message.flags & MessageFlag.Ephemeral) !== 0,
      }),
    },
    ...(message && { resource: { type, message } }),
  };
}
