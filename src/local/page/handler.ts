// The page's HTTP server: its files, the stream of views, and the visitor's actions.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isFromHere } from '../server/index.ts';
import type { Asset } from './assets.ts';
import type { Feed } from './feed.ts';

/** The maximum size of a request. A message has 2,000 characters and an option 6,000 (Discord), so none comes near. */
const MAX_BYTES = 256 * 1024;

/**
 * Answers the browser.
 * @param parts the page's files; what carries out an action, given as JSON; the stream of views and where pictures in
 *   messages come from, for a page that has them
 */
export function createHandler(parts: {
  assets: ReadonlyMap<string, Asset>;
  act: (json: string) => Promise<{ status: number; result: object }>;
  feed?: Feed;
  picturesFrom?: string;
}): RequestListener {
  const headers = {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      `img-src 'self' ${parts.picturesFrom ?? ''}`.trim(),
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      // Text of a message cannot become markup by mistake: no policy exists that could create it.
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const send = (status: number, type: string, body: string | Uint8Array) =>
      outgoing.writeHead(status, { ...headers, 'content-type': type }).end(body);
    if (!isFromHere(incoming))
      return send(403, 'text/plain', 'Open this page by its address on this machine.');
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    if (incoming.method === 'POST' && pathname === '/act') {
      // A page of another origin cannot send this type without asking first (CORS).
      if (incoming.headers['content-type'] !== 'application/json')
        return send(415, 'text/plain', 'Send JSON.');
      const body = await read(incoming);
      if (body === null) return send(413, 'text/plain', 'Too long.');
      const { status, result } = await parts.act(body);
      return send(status, 'application/json', JSON.stringify(result));
    }
    if (incoming.method !== 'GET') return send(405, 'text/plain', 'Not allowed');
    if (pathname === '/feed' && parts.feed) {
      outgoing.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
      return parts.feed.follow(outgoing, searchParams.get('as') ?? '', searchParams.get('in') ?? '');
    }
    const asset = parts.assets.get(pathname);
    return asset ? send(200, asset.type, asset.bytes) : send(404, 'text/plain', 'Not found');
  };

  return (incoming, outgoing) => {
    serve(incoming, outgoing).catch((error: unknown) => {
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'text/plain' });
      outgoing.end(`The page failed: ${String(error)}`);
    });
  };
}

/** The text of a request, or null when it is too long. */
async function read(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) return null;
    chunks.push(chunk);
  }
  return String(Buffer.concat(chunks));
}
