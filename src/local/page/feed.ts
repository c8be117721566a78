// Server-sent events: each open page gets its whole view again whenever something in it may have changed.
import type { ServerResponse } from 'node:http';
import type { LocalDiscord, LocalEvents } from '../server/index.ts';
import { type Greeting, type Standpoint, standpoint, viewFrom } from './view.ts';

export interface Feed {
  /** Sends the view to a browser now and after each change, until it disconnects. The keys name a person and a spot. */
  follow(browser: ServerResponse, as: string, where: string): void;
  stop(): void;
}

const CHANGES = [
  'message',
  'edit',
  'delete',
  'pins',
  'commands',
  'bot',
] as const satisfies (keyof LocalEvents)[];

/** Follows a local Discord for any number of browsers. */
export function createFeed(local: LocalDiscord, greeting: Greeting): Feed {
  const browsers = new Map<ServerResponse, Standpoint>();
  const send = (browser: ServerResponse, from: Standpoint) =>
    browser.write(`data: ${JSON.stringify(viewFrom(local, greeting, from))}\n\n`);

  let waiting = false;
  const tellAll = () => {
    if (waiting) return;
    waiting = true;
    // One view for everything in a turn of the event loop: a pin is three events.
    setImmediate(() => {
      waiting = false;
      for (const [browser, from] of browsers) send(browser, from);
    });
  };
  const ends = CHANGES.map((event) => local.on(event, tellAll));

  return {
    follow(browser, as, where) {
      const from = standpoint(local, as, where);
      browsers.set(browser, from);
      browser.once('close', () => browsers.delete(browser));
      send(browser, from);
    },
    stop() {
      for (const end of ends) end();
    },
  };
}
