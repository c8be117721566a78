// The preview: a Discord on this machine with the bot logged in to it, and a page or a prompt to use it by.

import { capitalize, type Desk } from '../bot/index.ts';
import { connect, type Log } from '../discord/index.ts';
import { type Greeting, startPage } from '../local/page/index.ts';
import { createLocalDiscord } from '../local/server/index.ts';
import { startTerminal } from '../local/terminal/index.ts';
import { draw } from '../picture/index.ts';
import type { App } from './app.ts';
import { untilAskedToEnd } from './until-asked-to-end.ts';

/** Examples that a visitor is shown. */
const EXAMPLES = 3;

/**
 * Runs until the person leaves or the process is asked to end.
 * @param parts the bot; whether to open a prompt in the terminal instead of the page; the page's port on 127.0.0.1, the
 *   next free one if it is taken
 */
export async function preview(parts: { app: App; log: Log; terminal: boolean; port: number }): Promise<void> {
  const { app, log, terminal, port } = parts;
  const local = await createLocalDiscord();
  const connection = await connect({ bot: app.bot, log, draw, token: local.token, api: local.api });
  const greeting = greet(app.desk);
  const left = terminal ? [prompt(local, greeting)] : [];
  const page = terminal ? null : await startPage({ local, greeting, port });
  if (page) console.log(`The preview is at ${page.url} (Ctrl+C ends it)`);
  await Promise.race([...left, untilAskedToEnd(), connection.ended]);
  await connection.close();
  await page?.close();
  await local.close();
}

/** What a visitor is greeted with: what the article is about, and questions that the desk knows. */
export function greet({ knowledge, suggest }: Desk): Greeting {
  return {
    text: `Picket Desk answers questions from one article, about ${knowledge.article.subject}. Each answer is cited; where the article leaves something open, the answer says so.`,
    tries: suggest('', EXAMPLES).map(({ question }) => ({
      command: 'ask',
      options: { question: capitalize(question) },
    })),
  };
}

function prompt(local: Parameters<typeof startTerminal>[0]['local'], { tries }: Greeting): Promise<void> {
  const { stdin: input, stdout: output } = process;
  return startTerminal({
    local,
    input,
    output,
    tries: tries.map(({ command, options }) => [`/${command}`, ...Object.values(options)].join(' ')),
    colour: output.isTTY ?? false,
  });
}
