// `npm run register`: registers the commands with Discord, or prints what would be sent.
import { createApp } from '../app/app.ts';
import { parseConfig } from '../app/config.ts';
import { OperatorError } from '../app/operator-error.ts';
import { counted } from '../core/text/counted.ts';
import { registerOnce, toBody, toManifest } from '../discord/index.ts';
import { runAsMain } from './main.ts';
import { defineProgram } from './shell.ts';

const register = defineProgram({
  summary: 'Registers the commands with Discord. `npm start` does this by itself.',
  usage: ['npm run register', 'npm run register -- --dry-run'],
  options: { 'dry-run': { type: 'boolean', help: 'send nothing, and print the commands as JSON' } },
  async run({ options }, { env, knowledge, print }) {
    const { discord, guildId } = parseConfig(env);
    const { bot } = await createApp({ knowledge });
    const manifest = toManifest(bot.offered);
    if (options['dry-run']) return print(JSON.stringify(toBody(manifest, guildId), null, 2));
    if (!discord)
      throw new OperatorError(
        'DISCORD_TOKEN is missing. Set it in .env, or add --dry-run to see the commands.',
      );
    const sent = await registerOnce(manifest, { ...discord, guildId });
    print(
      sent
        ? `${counted(manifest.length, 'command was', 'commands were')} sent to Discord.`
        : 'Discord has these commands already.',
    );
  },
});
export default register;

await runAsMain(import.meta.filename, register);
