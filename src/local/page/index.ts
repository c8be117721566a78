// The page: the local Discord in a browser, as a person of the visitor's choice sees it.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { LocalDiscord } from '../server/index.ts';
import { createActions } from './actions.ts';
import { loadAssets } from './assets.ts';
import { createFeed } from './feed.ts';
import { createHandler } from './handler.ts';
import { listen } from './listen.ts';
import type { Greeting } from './view.ts';

export type { Greeting, Try } from './view.ts';

export interface Page {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  /** Cuts all connections and stops. */
  close(): Promise<void>;
}

/**
 * Serves the page on 127.0.0.1.
 * @param parts the Discord to show; the greeting; the port (0 for any), or the next free one if it is taken
 * @returns once it listens
 */
export async function startPage(parts: {
  local: LocalDiscord;
  greeting: Greeting;
  port: number;
}): Promise<Page> {
  const { local, greeting } = parts;
  const feed = createFeed(local, greeting);
  const server = createServer(
    createHandler({ assets: await loadAssets(), act: createActions(local), feed, picturesFrom: local.url }),
  );
  const port = await listen(server, parts.port);
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      feed.stop();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
