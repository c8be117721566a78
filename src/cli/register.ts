// Registers the commands with Discord, or with --dry-run prints what it would be sent.
import { parseArgs } from 'node:util';
import { config as loadEnv } from 'dotenv';
import { createApp } from '../app/app.ts';
import { ConfigError, parseConfig } from '../app/config.ts';
import { registerOnce, toBody, toManifest } from '../discord/index.ts';
import { runToExit } from './exit.ts';

await runToExit(async () => {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean' } } });
  loadEnv({ quiet: true });
  const { discord, guildId, knowledge } = parseConfig(process.env);
  const { bot } = await createApp(knowledge ? { knowledge } : {});
  const manifest = toManifest(bot.commands);
  if (values['dry-run']) return console.log(JSON.stringify(toBody(manifest, guildId), null, 2));
  if (!discord)
    throw new ConfigError('DISCORD_TOKEN is missing. Set it in .env, or add --dry-run to see the commands.');
  const sent = await registerOnce(manifest, { ...discord, guildId });
  console.log(
    sent ? `${manifest.length} commands were sent to Discord.` : 'Discord has these commands already.',
  );
});
