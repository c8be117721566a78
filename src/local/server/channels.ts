// The channel routes: reading a channel, posting, editing and deleting messages, pins. All of them check permissions.
import { DiscordError } from './errors.ts';
import { overwritesOf } from './guilds.ts';
import type { MessageBody } from './limits.ts';
import { type Message, MessageFlag, MessageType } from './message.ts';
import { type Messages, maxPins } from './message-store.ts';
import { Permission, type PermissionName, type Permissions } from './permissions.ts';
import { type ApiRequest, noContent, ok, type Routes, read } from './router.ts';
import type { Place, World } from './world.ts';
import { channelJson } from './world-json.ts';
import type { Writer } from './writer.ts';

/**
 * The channel routes.
 * @param parts the stores they work on; `place` finds a channel unless it was deleted
 */
export function channelRoutes(parts: {
  world: World;
  place: (id: string) => Place | undefined;
  permissions: Permissions;
  messages: Messages;
  writer: Writer;
}): Routes {
  const { world, permissions, messages, writer } = parts;

  /** What was posted with `enforce_nonce`: the same nonce gets the same message again (Discord: Create Message). */
  const byNonce = new Map<string, string>();

  const may = (place: Place, name: PermissionName) =>
    (permissions.of(world.bot.id, 'bot', place.id) & Permission[name]) !== 0n;
  const need = (place: Place, name: PermissionName) => {
    if (!may(place, name)) throw new DiscordError('missingPermissions');
  };
  const placeOf = ({ params }: ApiRequest): Place => {
    const place = parts.place(params.channel ?? '');
    if (!place) throw new DiscordError('unknownChannel');
    if (place.guild?.hasBot === false || !may(place, 'ViewChannel')) throw new DiscordError('missingAccess');
    return place;
  };
  const messageOf = (request: ApiRequest, place: Place): Message => {
    const message = messages.find(place.id, request.params.message ?? '');
    if (!message || message.flags & MessageFlag.Ephemeral) throw new DiscordError('unknownMessage');
    request.about.messageId = message.id;
    request.about.interactionId = message.interaction_metadata?.id ?? null;
    return message;
  };
  const needFor = (place: Place, body: MessageBody, files: number) => {
    need(place, place.parent ? 'SendMessagesInThreads' : 'SendMessages');
    if (body.embeds?.length) need(place, 'EmbedLinks');
    if (files > 0) need(place, 'AttachFiles');
  };

  /** Without the Message Content intent, a bot gets no text of messages that others write in a server. */
  const readable = (message: Message, place: Place): Message =>
    message.author.id === world.bot.id || !place.guild
      ? message
      : { ...message, content: '', embeds: [], attachments: [], components: [] };

  return {
    'GET /channels/:channel': (request) => {
      const place = placeOf(request);
      const overwrites = overwritesOf(place, world, permissions);
      return ok({ ...channelJson(place), ...(place.guild && { permission_overwrites: overwrites }) });
    },

    // Stands before the route of one message, which would read "pins" as an id.
    'GET /channels/:channel/messages/pins': (request) => {
      const place = placeOf(request);
      if (!may(place, 'ReadMessageHistory')) return ok({ items: [], has_more: false });
      const limit = Number(request.query.get('limit') ?? 50);
      if (!(limit >= 1 && limit <= 50))
        throw new DiscordError('invalidForm', [
          { path: ['limit'], code: 'NUMBER_TYPE_MAX', message: 'int value should be between 1 and 50.' },
        ]);
      const before = Date.parse(request.query.get('before') ?? '') || Infinity;
      const older = messages.pins(place.id).filter(({ pinned_at }) => Date.parse(pinned_at) < before);
      const items = older
        .slice(0, limit)
        .map(({ message, ...pin }) => ({ ...pin, message: readable(message, place) }));
      return ok({ items, has_more: older.length > limit });
    },
    'GET /channels/:channel/messages': (request) => {
      const place = placeOf(request);
      if (!may(place, 'ReadMessageHistory')) return ok([]);
      const { limit, before, after } = Object.fromEntries(request.query);
      const wanted = messages
        .seenBy(null, place.id)
        .filter(
          ({ id }) => (!before || BigInt(id) < BigInt(before)) && (!after || BigInt(id) > BigInt(after)),
        )
        .toReversed();
      const count = Number(limit ?? 50);
      const listed = after ? wanted.slice(-count) : wanted.slice(0, count);
      return ok(listed.map((message) => readable(message, place)));
    },
    'GET /channels/:channel/messages/:message': (request) => {
      const place = placeOf(request);
      if (!may(place, 'ReadMessageHistory')) throw new DiscordError('missingAccess');
      return ok(readable(messageOf(request, place), place));
    },
    'POST /channels/:channel/messages': (request) => {
      const place = placeOf(request);
      if (place.kind === 'forum') throw new DiscordError('noTextChannel');
      const body = read<MessageBody>('message', request.body);
      needFor(place, body, request.files.length);
      const key = body.enforce_nonce && body.nonce !== undefined ? `${place.id} ${body.nonce}` : undefined;
      const before = key && messages.anywhere(byNonce.get(key) ?? '');
      if (before) {
        request.about.messageId = before.id;
        return ok(before);
      }
      const answered = body.message_reference && messages.find(place.id, body.message_reference.message_id);
      const more = answered && {
        type: MessageType.Reply,
        message_reference: { type: 0, channel_id: place.id, message_id: answered.id },
        referenced_message: answered,
      };
      const message = writer.post(place, body, request.files, { more: more ?? {} });
      request.about.messageId = message.id;
      if (key) byNonce.set(key, message.id);
      return ok(message);
    },
    'PATCH /channels/:channel/messages/:message': (request) => {
      const place = placeOf(request);
      const message = messageOf(request, place);
      if (message.author.id !== world.bot.id) throw new DiscordError('foreignMessage');
      const body = read<MessageBody>('messageEdit', request.body);
      if (body.embeds?.length) need(place, 'EmbedLinks');
      if (request.files.length > 0) need(place, 'AttachFiles');
      return ok(writer.edit(message, body, request.files));
    },
    'DELETE /channels/:channel/messages/:message': (request) => {
      const place = placeOf(request);
      const message = messageOf(request, place);
      if (message.author.id !== world.bot.id) need(place, 'ManageMessages');
      messages.remove(message);
      return noContent;
    },

    'PUT /channels/:channel/messages/pins/:message': (request) => {
      const place = placeOf(request);
      need(place, 'PinMessages');
      const elsewhere = messages.anywhere(request.params.message ?? '');
      if (elsewhere && elsewhere.channel_id !== place.id) throw new DiscordError('pinnedElsewhere');
      const message = messageOf(request, place);
      if (message.type === MessageType.PinNotice) throw new DiscordError('systemMessage');
      if (!message.pinned && messages.pins(place.id).length >= maxPins) throw new DiscordError('tooManyPins');
      messages.pin(message, world.bot);
      return noContent;
    },
    'DELETE /channels/:channel/messages/pins/:message': (request) => {
      const place = placeOf(request);
      need(place, 'PinMessages');
      messages.unpin(messageOf(request, place));
      return noContent;
    },
  };
}
