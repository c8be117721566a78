// The page's HTTP side: its files, the stream of what is to be seen, and what the visitor does.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Act } from './actions.ts';
import type { Asset } from './assets.ts';
import type { Feed } from './feed.ts';

/** Names by which a browser on this machine reaches it; any other could be a foreign page's name for 127.0.0.1. */
const OWN_HOST = /^(127\.0\.0\.1|localhost):\d+$/;

/** A person's message has 2,000 characters and an option 6,000 (Discord): no request comes near. */
const MOST_BYTES = 256 * 1024;

/**
 * Answers the browser.
 * @param parts the page's files; what carries out an action; the stream; where pictures in messages come from
 */
export function createHandler(parts: {
  assets: ReadonlyMap<string, Asset>;
  act: Act;
  feed: Feed;
  picturesFrom: string;
}): RequestListener {
  const headers = {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      `img-src 'self' ${parts.picturesFrom}`,
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      // Text of a message can then not become markup by mistake: there is no policy that could make it.
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
    if (!OWN_HOST.test(incoming.headers.host ?? ''))
      return send(403, 'text/plain', 'Open this page by its address on this machine.');
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    if (incoming.method === 'POST' && pathname === '/act') {
      // A page of another origin cannot send this type unasked.
      if (incoming.headers['content-type'] !== 'application/json')
        return send(415, 'text/plain', 'Send JSON.');
      const body = await read(incoming);
      if (body === null) return send(413, 'text/plain', 'Too long.');
      const { status, result } = await parts.act(body);
      return send(status, 'application/json', JSON.stringify(result));
    }
    if (incoming.method !== 'GET') return send(405, 'text/plain', 'Not allowed');
    if (pathname === '/feed') {
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
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return String(Buffer.concat(chunks));
}
