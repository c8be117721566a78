// The page: the local Discord in a browser, as its channel looks to whom and where one chooses to be.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalDiscord } from '../server/index.ts';
import { createActions } from './actions.ts';
import { loadAssets } from './assets.ts';
import { createFeed } from './feed.ts';
import { createHandler } from './handler.ts';
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
 * @param parts the Discord to show; what a visitor is greeted with; the port to take, 0 for any, or the next free one
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

const LAST_PORT = 65_535;

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; ; port += 1) {
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= LAST_PORT) throw error;
    }
  }
}
