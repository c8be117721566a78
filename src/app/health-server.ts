// Two pages for the operator's machines: /healthz says whether the bot is ready, /metrics gives its figures.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cannotListen } from './cannot-listen.ts';
import type { Metrics } from './metrics.ts';

export interface HealthServer {
  /** The address, such as `http://127.0.0.1:9090`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts serving both pages.
 *
 * @param parts where to listen, whether the bot is ready and why not, and its figures
 * @throws {OperatorError} if it cannot listen there
 */
export async function serveHealth(parts: {
  host: string;
  port: number;
  health: () => { ready: boolean };
  metrics: Pick<Metrics, 'contentType' | 'render'>;
}): Promise<HealthServer> {
  const { host, port, health, metrics } = parts;
  const pages: Record<string, (response: ServerResponse) => void | Promise<void>> = {
    '/healthz'(response) {
      const state = health();
      response.writeHead(state.ready ? 200 : 503, { 'content-type': 'application/json' });
      response.end(JSON.stringify(state));
    },
    async '/metrics'(response) {
      const text = await metrics.render();
      response.writeHead(200, { 'content-type': metrics.contentType });
      response.end(text);
    },
  };
  const server = createServer((request, response) => {
    response.setHeader('cache-control', 'no-store');
    const page = pages[request.url ?? ''];
    if (!page) return void response.writeHead(404).end('Only /healthz and /metrics are served here.\n');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    void page(response);
  });
  server.listen(port, host);
  await once(server, 'listening').catch(cannotListen('HEALTH_HOST, HEALTH_PORT', host, port));
  const address = server.address() as AddressInfo;
  return {
    url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
