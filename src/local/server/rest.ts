// The HTTP server: reads a request of the bot, checks its token, finds its route, answers as Discord does, records it.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordError } from './errors.ts';
import type { Faults } from './faults.ts';
import { isFromHere } from './from-here.ts';
import { type ApiRequest, type ApiResponse, findRoute, type Routes } from './router.ts';
import type { UploadedFile, Uploads } from './uploads.ts';
import type { Wire } from './wire.ts';

const apiPrefix = '/api/v10';
/** How a request without an answer is recorded. */
const NO_ANSWER: ApiResponse = { status: 0 };
/** Routes that the token in their path authorises. */
const withoutAuth = /^\/(interactions|webhooks)\//;
/** Bytes that a request may have: ten files at the size limit would be 100 MB, and no bot of this project comes near. */
const MAX_BYTES = 25 * 1024 * 1024;
/** Bytes that are read of somebody without a token. */
const MAX_BYTES_OF_STRANGERS = 64 * 1024;

/**
 * Creates the HTTP server; it does not listen yet.
 * @param parts the token that is accepted, the routes, `underWay`, which is called when a request for an interaction
 * token begins (1) and ends (-1), what knows the tokens of interactions, and `arrived`, which is called first of all
 */
export function createRest(parts: {
  token: string;
  routes: Routes;
  uploads: Uploads;
  faults: Faults;
  wire: Wire;
  underWay: (interactionToken: string, change: 1 | -1) => void;
  isInteractionToken: (token: string) => boolean;
  arrived: (request: { method: string; path: string }) => void;
}): Server {
  const { token, routes, uploads, faults, wire } = parts;

  const serveApi = async (incoming: IncomingMessage, outgoing: ServerResponse, url: URL) => {
    const at = Date.now();
    const method = incoming.method ?? 'GET';
    const path = url.pathname.slice(apiPrefix.length);
    parts.arrived({ method, path: redact(path) });
    const hasToken = incoming.headers.authorization === `Bot ${token}`;
    const isKnown = hasToken || parts.isInteractionToken(tokenIn(path) ?? '');
    const {
      body,
      files,
      fault: unreadable,
    } = await readBody(incoming, isKnown ? MAX_BYTES : MAX_BYTES_OF_STRANGERS);
    const request: ApiRequest = {
      params: {},
      query: url.searchParams,
      body,
      files,
      about: { interactionId: null, messageId: null },
    };
    const fault = faults.take(method, path);
    if (fault?.delay) await sleep(fault.delay);
    let response: ApiResponse = NO_ANSWER;
    let problems: string[] = [];
    const failed = fault && faults.answer(fault);
    const isLost = fault?.reset || fault?.hang;
    try {
      if (fault?.taken || !(failed || isLost)) {
        if (!hasToken && !withoutAuth.test(path)) throw new DiscordError('unauthorized');
        if (unreadable) throw new DiscordError(unreadable);
        const found = findRoute(routes, method, path);
        if (!found) throw new DiscordError('notFound');
        response = found.handle({ ...request, params: found.params });
      }
    } catch (error) {
      if (!(error instanceof DiscordError)) throw error;
      problems = error.problems.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
      response = { status: error.status, body: error };
    }
    if (failed || isLost) response = failed ?? NO_ANSWER;
    const reason = incoming.headers['x-audit-log-reason'];
    wire.add({
      kind: 'rest',
      at,
      ...request.about,
      request: {
        method,
        path: redact(path + url.search),
        body,
        files: files.map(({ name, type, bytes }) => ({ name, type, size: bytes.length })),
        reason: typeof reason === 'string' ? decodeURIComponent(reason) : null,
      },
      response: { status: response.status, body: plain(response.body) },
      problems,
      duration: Date.now() - at,
    });
    if (fault?.reset) return incoming.socket.destroy();
    if (fault?.hang) return void (await once(outgoing, 'close'));
    outgoing.writeHead(response.status, {
      ...failed?.headers,
      ...(response.body === undefined ? {} : { 'content-type': 'application/json' }),
    });
    outgoing.end(response.body === undefined ? undefined : JSON.stringify(response.body));
  };

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (!isFromHere(incoming)) {
      outgoing.writeHead(403, { 'content-type': 'text/plain', connection: 'close' });
      return void outgoing.end('Only programs on this machine are served, at http://127.0.0.1.');
    }
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    if (url.pathname.startsWith(apiPrefix)) {
      const interactionToken = tokenIn(url.pathname);
      if (interactionToken) parts.underWay(interactionToken, 1);
      try {
        await serveApi(incoming, outgoing, url);
      } finally {
        if (interactionToken) parts.underWay(interactionToken, -1);
      }
      return;
    }
    const file = uploads.get(url.pathname);
    outgoing.writeHead(file ? 200 : 404, {
      'content-type': file?.type ?? 'text/plain',
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
    });
    outgoing.end(file?.bytes ?? 'Not found');
  };

  return createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch((error: unknown) => {
      outgoing.writeHead(500, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ message: `The local Discord failed: ${String(error)}`, code: 0 }));
    });
  });
}

/** What a request holds, or why it could not be read. */
interface Received {
  body: unknown;
  files: UploadedFile[];
  fault?: 'invalidJson' | 'tooLarge';
}

/** Reads JSON, or a multipart form whose `payload_json` is the JSON and whose other parts are files. */
async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Received> {
  const bytes = await readBytes(incoming, maxBytes);
  if (!bytes) return { body: undefined, files: [], fault: 'tooLarge' };
  const type = incoming.headers['content-type'] ?? '';
  try {
    if (!type.startsWith('multipart/form-data'))
      return { body: bytes.length > 0 ? JSON.parse(String(bytes)) : undefined, files: [] };
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    const payload = form.get('payload_json');
    const files: UploadedFile[] = [];
    for (const [field, part] of form)
      if (part instanceof Blob)
        files.push({
          field,
          name: 'name' in part ? String(part.name) : field,
          type: part.type || 'application/octet-stream',
          bytes: new Uint8Array(await part.arrayBuffer()),
        });
    return { body: typeof payload === 'string' ? JSON.parse(payload) : {}, files };
  } catch {
    return { body: undefined, files: [], fault: 'invalidJson' };
  }
}

/** The bytes of a request; undefined if they are too many. The rest of those is thrown away as it comes, not kept. */
async function readBytes(incoming: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= maxBytes ? Buffer.concat(chunks) : undefined;
}

/** The interaction token in a path, or undefined. */
function tokenIn(path: string): string | undefined {
  return /\/(?:interactions|webhooks)\/\d+\/([^/?]+)/.exec(path)?.[1];
}

function redact(path: string): string {
  const token = tokenIn(path);
  return token ? path.replace(token, ':token') : path;
}

/** A copy of a value as JSON, since the original may change after it was recorded. */
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
