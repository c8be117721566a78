// Finds a port of this machine for a page.
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const LAST_PORT = 65_535;

/** Listens on a port of 127.0.0.1, on the next free one if it is taken, or on any free one if there is none up to the last. */
export async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; ; port = port < LAST_PORT ? port + 1 : 0) {
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port === 0) throw error;
    }
  }
}
