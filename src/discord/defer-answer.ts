// Tells Discord that a private answer comes later, for commands that may take longer than it waits.
import { MessageFlags } from 'discord.js';
import type { Command } from '../bot/index.ts';
import { type Answerable, isButton } from './read-interaction.ts';
import type { Responses } from './responses.ts';

/** The answer will be a new message, or take the place of the private one whose button turned the page. */
export async function deferAnswer(
  interaction: Answerable,
  responses: Responses,
  { turnsPages }: Pick<Command, 'turnsPages'>,
): Promise<void> {
  // A public message must not become private words.
  const isPage = isButton(interaction) && ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  if (turnsPages && isPage) await responses.deferUpdate();
  else await responses.deferReply();
}
