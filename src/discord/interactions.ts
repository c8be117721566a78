// The door between Discord and the bot: takes an interaction as Discord sends it, over the gateway or over HTTP, and
// carries out the bot's reply. All failures are caught here.
import { type APIInteraction, InteractionType, messageLink, RESTJSONErrorCodes } from 'discord.js';
import { type Bot, justPosted, outdated, type Reply, type Request } from '../bot/index.ts';
import { createMemoryStore, type Store } from '../store/index.ts';
import { type Cooldown, createCooldown } from './cooldown.ts';
import { type Draw, drawPictures } from './draw-pictures.ts';
import { codeOf } from './failures.ts';
import { handleFailure } from './handle-failure.ts';
import { logHandled, type Result, resultOf } from './handled.ts';
import type { Log } from './logger.ts';
import { createLoopTurns } from './loop-turns.ts';
import type { Observer } from './observer.ts';
import type { Access } from './pinned-channel.ts';
import { createPins } from './pins.ts';
import { createPostLimits } from './post-limits.ts';
import {
  type Answerable,
  botPermissions,
  channelOf,
  isButton,
  isOnPrivateMessage,
  maySend,
  requestOf,
  senderOf,
  typingOf,
} from './read-interaction.ts';
import { describeRefusal } from './refusals.ts';
import { asEphemeral, type Rendered, toMessage } from './render-message.ts';
import { createIsNew } from './repeated-ids.ts';
import { fateOf } from './resend.ts';
import { createResponses, type Responses } from './responses.ts';
import { shareAnswer } from './share-answer.ts';
import { NotAllowed, UserFacingError } from './user-facing-error.ts';

export interface DoorOptions extends Access {
  bot: Bot;
  log: Log;
  /** Draws the pictures of replies. Without it, replies have none. */
  draw?: Draw | undefined;
  /** Called with the outcome of each interaction, like the log. */
  observer?: Pick<Observer, 'handled'> | undefined;
  /** What the bot shares with its other copies; by default it runs alone. */
  store?: Store | undefined;
}

/** Creates the handler of all interactions, which never rejects. */
export function createInteractionHandler({
  bot,
  log,
  draw,
  observer,
  store = createMemoryStore(),
  rest,
  botId,
}: DoorOptions): (interaction: APIInteraction) => Promise<void> {
  const access = { rest, botId };
  const composeWithPictures = async (reply: Reply): Promise<Rendered> =>
    toMessage(reply, draw ? await drawPictures(reply, draw, log) : []);
  /** Turns a reply into a message, with its pictures if the bot may attach files. */
  const compose = async (reply: Reply, interaction: Answerable): Promise<Rendered> =>
    hasPictures(reply) && botPermissions(interaction).has('AttachFiles')
      ? composeWithPictures(reply)
      : toMessage(reply);
  const pins = createPins(access, composeWithPictures, store);
  const cooldown = createCooldown(store);
  const limits = createPostLimits(store);
  const isNew = createIsNew();
  const turn = createLoopTurns();

  async function answer(
    interaction: Answerable,
    given: Omit<Request, 'member'> | undefined,
    responses: Responses,
  ): Promise<Result> {
    const respond = (request: Omit<Request, 'member'>) =>
      bot.respond({ ...request, ...senderOf(interaction) });
    const command = given && bot.runnable.get(given.command);
    const isInPlace = command?.inPlace === true && isOnPrivateMessage(interaction);
    const show = (message: Parameters<typeof asEphemeral>[0]) =>
      isInPlace ? responses.update(message) : responses.reply(asEphemeral(message));
    if (given && command?.takesLong) {
      await (isInPlace ? responses.deferUpdate() : responses.deferReply());
      const reply = await respond(given);
      await responses.edit(await compose(reply, interaction));
      return resultOf(reply);
    }
    const reply = given ? await respond(given) : outdated();
    switch (reply.act?.kind) {
      case 'share':
      case 'post': {
        const { act } = reply;
        if (act.kind === 'share' && !maySend(interaction)) throw new NotAllowed(MAY_NOT_SEND);
        const send = async () => {
          if (act.kind === 'post')
            return (await responses.reply(await compose(reply, interaction)))?.id ?? '';
          const [instead, message] = await Promise.all([
            compose(act.instead, interaction),
            compose(reply, interaction),
          ]);
          return shareAnswer(access, interaction, responses, { instead, message });
        };
        const channelId = channelOf(interaction);
        const { member } = senderOf(interaction);
        const earlier = await cooldown.post(channelId, act.subject, () =>
          limits.within(member.id, channelId, send),
        );
        if (earlier) await responses.reply(asEphemeral(toMessage(justPosted(linkTo(interaction, earlier)))));
        return resultOf(reply, earlier ? 'just-posted' : act.kind === 'post' ? 'posted' : 'shared');
      }
      case 'remove':
        // No client offers it as a typed command, which would have no message to remove.
        if (!isButton(interaction)) {
          await responses.reply(asEphemeral(toMessage(outdated())));
          return resultOf(outdated());
        }
        await remove(interaction, responses, cooldown);
        return resultOf(reply, 'removed');
      case 'publish':
      case 'unpublish': {
        await responses.deferReply();
        const result =
          reply.act.kind === 'publish'
            ? await pins.publish(interaction, reply, reply.act, respond)
            : await pins.unpublish(interaction, reply.act);
        await tell(responses, toMessage(result));
        return resultOf(
          result,
          result.outcome ?? (reply.act.kind === 'publish' ? 'published' : 'unpublished'),
        );
      }
      case 'ask before': {
        const comesLater = pins.takesRequests(interaction, reply.act);
        if (comesLater) await (isInPlace ? responses.deferUpdate() : responses.deferReply());
        const result = await pins.askBefore(interaction, reply, reply.act);
        const message = await compose(result, interaction);
        await (comesLater ? responses.edit(message) : show(message));
        return resultOf(result);
      }
      default: {
        await show(await compose(reply, interaction));
        return resultOf(reply);
      }
    }
  }

  return async (interaction) => {
    if (interaction.type === InteractionType.Ping) return;
    // Discord may send an event twice, such as after a resume.
    if (!isNew(interaction.id)) return log.debug({}, 'An interaction arrived twice');
    const arrived = performance.now();
    await turn();
    const responses = createResponses(rest, interaction);
    let typed: string | undefined;
    let result: Result;
    try {
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
        const typing = typingOf(interaction);
        typed = typing?.command;
        await responses.suggest(typing ? bot.suggest(typing) : []);
        result = { outcome: 'suggested', facts: [] };
      } else {
        const given = requestOf(bot.commands, interaction, botId());
        typed = given?.command;
        result = await answer(interaction, given, responses);
      }
    } catch (error) {
      result = await handleFailure(interaction, responses, error, log);
    }
    const command = typed !== undefined && bot.runnable.has(typed) ? typed : 'unknown';
    const handled = { command, ...result, milliseconds: performance.now() - arrived };
    logHandled(log, handled);
    observer?.handled(handled);
  };
}

const hasPictures = ({ blocks }: Reply) => blocks.some(({ kind }) => kind === 'picture');

const linkTo = (interaction: Answerable, { messageId }: { messageId?: string }) =>
  messageId && interaction.channel
    ? messageLink(interaction.channel.id, messageId, interaction.guild_id ?? '@me')
    : undefined;

/** Says what was done, in a message of its own if the waiting one cannot be edited. */
const tell = (responses: Responses, message: Rendered): Promise<unknown> =>
  responses.edit(message).catch(() => responses.followUp(asEphemeral(message)));

async function remove(interaction: Answerable, responses: Responses, cooldown: Cooldown): Promise<void> {
  await responses.deferUpdate();
  try {
    await responses.remove();
  } catch (error) {
    const why = describeRefusal(error);
    if (codeOf(error) !== RESTJSONErrorCodes.UnknownMessage)
      throw why
        ? new UserFacingError(`${why} ${fateOf(error) === 'unknown' ? NOT_KNOWN_GONE : NOT_GONE}`)
        : error;
  }
  if (interaction.message) await cooldown.forget(interaction.message.id);
}

const MAY_NOT_SEND = 'You may not send messages in this channel, so nothing can be shared here in your name.';
const NOT_GONE = 'The message is not deleted.';
const NOT_KNOWN_GONE = 'I cannot tell whether the message is deleted; if it is still there, try again.';
