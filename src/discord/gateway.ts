// From what happens on Discord to the bot and back: the one place where failures are caught.
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import {
  type Bot,
  type Commands,
  decode,
  type Member,
  notice,
  outdated,
  type Reply,
  type StoredRequest,
} from '../bot/index.ts';
import { isReset, missingPermission, whyOver } from './failures.ts';
import type { Log } from './log.ts';
import { shownQuestion, toChoices, toMessage } from './message.ts';

/** What a reply answers. */
type Asking = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ButtonInteraction;

/** Makes the handler of all interactions; it never rejects. */
export function createGateway(bot: Bot, log: Log): (interaction: Interaction) => Promise<void> {
  return async (interaction) => {
    try {
      if (interaction.isAutocomplete()) await suggest(bot, interaction);
      else if (isAsking(interaction)) await answer(bot, interaction);
    } catch (error) {
      await settle(interaction, error, log);
    }
  };
}

const isAsking = (interaction: Interaction): interaction is Asking =>
  interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand() || interaction.isButton();

async function suggest(bot: Bot, interaction: AutocompleteInteraction): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const choices = bot.suggest({ command: interaction.commandName, option: name, typed: value });
  await onceMore(() => interaction.respond(toChoices(choices)));
}

async function answer(bot: Bot, interaction: Asking): Promise<void> {
  const request = requestOf(bot.commands, interaction);
  const reply = request ? await bot.respond({ ...request, member: memberOf(interaction) }) : outdated();
  if (interaction.isButton() && reply.act?.kind === 'share')
    await share(interaction, reply, reply.act.instead);
  else if (interaction.isButton() && reply.act?.kind === 'remove') await remove(interaction);
  else await onceMore(() => interaction.reply(privately(reply)));
}

/** Puts `instead` on the private message first, so that a second press finds nothing to share. */
async function share(interaction: ButtonInteraction, reply: Reply, instead: Reply): Promise<void> {
  await onceMore(() => interaction.update(toMessage(instead)));
  await interaction.followUp(toMessage(reply));
}

async function remove(interaction: ButtonInteraction): Promise<void> {
  await onceMore(() => interaction.deferUpdate());
  await interaction.deleteReply();
}

/** The request behind an interaction; undefined where it is none that the bot knows. */
function requestOf(commands: Commands, interaction: Asking): StoredRequest | undefined {
  if (interaction.isButton())
    return decode(interaction.customId, shownQuestion(interaction.message.components));
  if (interaction.isChatInputCommand()) {
    const options = interaction.options.data.map(({ name, value }) => [name, String(value)]);
    return { command: interaction.commandName, options: Object.fromEntries(options) };
  }
  const label = interaction.commandName;
  const [command, found] = [...commands].find(([, { onMessage }]) => onMessage?.label === label) ?? [];
  if (!command || !found?.onMessage) return undefined;
  return { command, options: { [found.onMessage.option]: interaction.targetMessage.content } };
}

function memberOf({ user, member, memberPermissions }: Asking): Member {
  return {
    id: user.id,
    name: (member && ('displayName' in member ? member.displayName : member.nick)) ?? user.displayName,
    moderates: memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false,
  };
}

const privately = (reply: Reply) => ({
  ...toMessage(reply),
  flags: [MessageFlags.IsComponentsV2 as const, MessageFlags.Ephemeral as const],
});

/** Sends a first response again when the connection broke; had it arrived, Discord says so and nothing is sent twice. */
async function onceMore<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!isReset(error)) throw error;
    return send();
  }
}

/** Logs a failure and tells the member, with an id to find it in the log by and nothing of its inside. */
async function settle(interaction: Interaction, error: unknown, log: Log): Promise<void> {
  const failure = { failure: interaction.id, err: error };
  const over = whyOver(error);
  if (over) return log.warn(failure, `An interaction came to nothing: ${over}`);
  log.error(failure, 'An interaction failed');
  if (!isAsking(interaction)) return;
  const permission = missingPermission(error);
  const message = privately(
    notice(
      permission
        ? `Discord does not let me do that here: the permission "${permission}" is missing. A moderator can give it.`
        : `Something went wrong on my side. Please try again; if it stays, tell the bot's operator this number: ${interaction.id}`,
    ),
  );
  try {
    if (interaction.replied || interaction.deferred) await interaction.followUp(message);
    else await interaction.reply(message);
  } catch (again) {
    log.warn({ failure: interaction.id, err: again }, 'The member could not be told');
  }
}
