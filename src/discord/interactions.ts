// Passes interactions to the bot and carries out its replies. All failures are caught here.
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type Interaction,
  MessageFlags,
  messageLink,
  PermissionFlagsBits,
  type RepliableInteraction,
} from 'discord.js';
import { type Bot, justPosted, notice, outdated, type Reply, type Request } from '../bot/index.ts';
import { type Cooldown, createCooldown } from './cooldown.ts';
import { type Draw, drawPictures } from './draw-pictures.ts';
import { expiredReason, missingPermission, retryOnReset } from './failures.ts';
import type { Log } from './logger.ts';
import { createPins, type Pins } from './pins.ts';
import { requestOf, senderOf, typedIn } from './read-request.ts';
import { toMessage } from './render-message.ts';

/** Turns a reply into a message, with its pictures if the bot may attach files. */
type Compose = (reply: Reply, interaction: RepliableInteraction) => Promise<ReturnType<typeof toMessage>>;

/** Creates the handler of all interactions, which never rejects. Without `draw`, replies have no pictures. */
export function createInteractionHandler(
  bot: Bot,
  log: Log,
  draw?: Draw,
): (interaction: Interaction) => Promise<void> {
  const compose: Compose = async (reply, { appPermissions }) =>
    toMessage(
      reply,
      draw && appPermissions.has(PermissionFlagsBits.AttachFiles) ? await drawPictures(reply, draw, log) : [],
    );
  const pins = createPins(compose);
  const cooldown = createCooldown();
  return async (interaction) => {
    try {
      if (interaction.isAutocomplete()) await suggest(bot, interaction);
      else if (interaction.isRepliable()) await answer(bot, interaction, compose, pins, cooldown);
    } catch (error) {
      await handleFailure(interaction, error, log);
    }
  };
}

async function suggest(bot: Bot, interaction: AutocompleteInteraction): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const choices = bot.suggest({ ...typedIn(interaction), option: name, typed: value });
  await retryOnReset(() => interaction.respond(choices));
}

async function answer(
  bot: Bot,
  interaction: RepliableInteraction,
  compose: Compose,
  pins: Pins<RepliableInteraction>,
  cooldown: Cooldown,
): Promise<void> {
  const given = requestOf(bot.commands, interaction);
  const respond = (request: Omit<Request, 'member'>) => bot.respond({ ...request, ...senderOf(interaction) });
  const reply = given ? await respond(given) : outdated();
  switch (reply.act?.kind) {
    case 'share':
    case 'post': {
      const { act } = reply;
      const send = () =>
        act.kind === 'post'
          ? post(interaction, reply, compose)
          : share(interaction, reply, act.instead, compose);
      const earlier = await cooldown.post(interaction.channelId ?? '', act.subject, send);
      if (earlier) {
        const message = asEphemeral(toMessage(justPosted(linkTo(interaction, earlier))));
        await retryOnReset(() => interaction.reply(message));
      }
      return;
    }
    case 'remove':
      if (interaction.isButton()) {
        await remove(interaction);
        cooldown.forget(interaction.message.id);
      }
      return;
    case 'publish':
    case 'unpublish': {
      await retryOnReset(() => interaction.deferReply({ flags: MessageFlags.Ephemeral }));
      const result =
        reply.act.kind === 'publish'
          ? await pins.publish(interaction, reply, reply.act.remakeBy, respond)
          : await pins.unpublish(interaction);
      await interaction.editReply(toMessage(result));
      return;
    }
    default: {
      const message = asEphemeral(await compose(reply, interaction));
      await retryOnReset(() => interaction.reply(message));
    }
  }
}

/** Replies for everyone in the channel. @returns the message's id */
async function post(interaction: RepliableInteraction, reply: Reply, compose: Compose): Promise<string> {
  const message = { ...(await compose(reply, interaction)), withResponse: true as const };
  const { resource } = await retryOnReset(() => interaction.reply(message));
  return resource?.message?.id ?? '';
}

const linkTo = ({ channelId, guildId }: RepliableInteraction, { messageId }: { messageId?: string }) =>
  messageId && channelId ? messageLink(channelId, messageId, guildId ?? '@me') : undefined;

/** Puts `instead` on the private message first, so that nobody can share twice. @returns the public message's id */
async function share(
  interaction: RepliableInteraction,
  reply: Reply,
  instead: Reply,
  compose: Compose,
): Promise<string> {
  if (!interaction.isButton()) throw new Error('Only a button shares');
  const [update, shared] = await Promise.all([compose(instead, interaction), compose(reply, interaction)]);
  await retryOnReset(() => interaction.update(update));
  const { id } = await interaction.followUp(shared);
  return id;
}

async function remove(interaction: ButtonInteraction): Promise<void> {
  await retryOnReset(() => interaction.deferUpdate());
  await interaction.deleteReply();
}

const asEphemeral = (message: ReturnType<typeof toMessage>) => ({
  ...message,
  flags: [MessageFlags.IsComponentsV2 as const, MessageFlags.Ephemeral as const],
});

/** Logs a failure, and tells the member the number by which the operator finds it in the log; no details. */
async function handleFailure(interaction: Interaction, error: unknown, log: Log): Promise<void> {
  const failure = { failure: interaction.id, err: error };
  const reason = expiredReason(error);
  if (reason) return log.warn(failure, `An interaction could not be answered: ${reason}`);
  log.error(failure, 'An interaction failed');
  if (!interaction.isRepliable()) return;
  const permission = missingPermission(error);
  const words = permission
    ? `Discord does not let me do that here: the permission "${permission}" is missing. A moderator can give it.`
    : `Something went wrong on my side. Please try again. If it happens again, tell the bot's operator this number: ${interaction.id}`;
  const message = asEphemeral(toMessage(notice(words)));
  try {
    if (interaction.replied || interaction.deferred) await interaction.followUp(message);
    else await interaction.reply(message);
  } catch (again) {
    log.warn({ failure: interaction.id, err: again }, 'The member could not be told');
  }
}
