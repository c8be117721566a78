// The whole preview on free ports: the local Discord, the real bot logged in to it, and the page.
import { createApp } from '../../../src/app/app.ts';
import { createLogger } from '../../../src/app/create-logger.ts';
import { greet, namesFor } from '../../../src/app/preview.ts';
import { connect } from '../../../src/discord/index.ts';
import { startPage } from '../../../src/local/page/index.ts';
import { createLocalDiscord, type LocalDiscord } from '../../../src/local/server/index.ts';
import { draw } from '../../../src/picture/index.ts';

export interface Preview {
  local: LocalDiscord;
  url: string;
  close(): Promise<void>;
}

/**
 * Starts the preview on free ports.
 * @param knowledge another folder than the one that comes with the bot
 */
export async function openPreview(knowledge?: string): Promise<Preview> {
  const { bot, desk } = await createApp({ knowledge, contact: 'desk@example.org' });
  const local = await createLocalDiscord({ names: namesFor(desk) });
  const log = await createLogger('silent', { stream: process.stderr, colours: false });
  const connection = await connect({ bot, log, draw, token: local.token, api: local.api });
  local.trackIdle(connection.idle);
  const page = await startPage({ local, greeting: greet(desk), port: 0 });
  return {
    local,
    url: page.url,
    async close() {
      await page.close();
      await connection.close();
      await local.close();
    },
  };
}
