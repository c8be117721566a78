// The HTTP server: reads a request of the bot, checks its token, finds its route, answers as Discord does, records it.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordError } from './errors.ts';
import type { Faults } from './faults.ts';
import { type ApiRequest, type ApiResponse, findRoute, type Routes } from './router.ts';
import type { UploadedFile, Uploads } from './uploads.ts';
import type { Wire } from './wire.ts';

const apiPrefix = '/api/v10';
/** Routes that the token in their path authorises. */
const withoutAuth = /^\/(interactions|webhooks)\//;

/**
 * Creates the HTTP server; it does not listen yet.
 * @param parts the token that is accepted, the routes, and `underWay`, which is called when a request for an interaction
 * token begins (1) and ends (-1)
 */
export function createRest(parts: {
  token: string;
  routes: Routes;
  uploads: Uploads;
  faults: Faults;
  wire: Wire;
  underWay: (interactionToken: string, change: 1 | -1) => void;
}): Server {
  const { token, routes, uploads, faults, wire } = parts;

  const serveApi = async (incoming: IncomingMessage, outgoing: ServerResponse, url: URL) => {
    const at = Date.now();
    const method = incoming.method ?? 'GET';
    const path = url.pathname.slice(apiPrefix.length);
    const { body, files, broken } = await readBody(incoming);
    const request: ApiRequest = {
      params: {},
      query: url.searchParams,
      body,
      files,
      about: { interactionId: null, messageId: null },
    };
    const fault = faults.take(method, path);
    if (fault?.delay) await sleep(fault.delay);
    let response: ApiResponse;
    let problems: string[] = [];
    try {
      if (fault?.status || fault?.reset) {
        response = { status: fault.status ?? 0, body: faults.body(fault) };
      } else {
        if (incoming.headers.authorization !== `Bot ${token}` && !withoutAuth.test(path))
          throw new DiscordError('unauthorized');
        if (broken) throw new DiscordError('invalidJson');
        const found = findRoute(routes, method, path);
        if (!found) throw new DiscordError('notFound');
        response = found.handle({ ...request, params: found.params });
      }
    } catch (error) {
      if (!(error instanceof DiscordError)) throw error;
      problems = error.problems.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
      response = { status: error.status, body: error };
    }
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
    if (fault?.retryAfter !== undefined) outgoing.setHeader('retry-after', fault.retryAfter);
    outgoing.writeHead(
      response.status,
      response.body === undefined ? {} : { 'content-type': 'application/json' },
    );
    outgoing.end(response.body === undefined ? undefined : JSON.stringify(response.body));
  };

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
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

/** Reads JSON, or a multipart form whose `payload_json` is the JSON and whose other parts are files. */
async function readBody(
  incoming: IncomingMessage,
): Promise<{ body: unknown; files: UploadedFile[]; broken: boolean }> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = incoming.headers['content-type'] ?? '';
  try {
    if (!type.startsWith('multipart/form-data'))
      return { body: bytes.length > 0 ? JSON.parse(String(bytes)) : undefined, files: [], broken: false };
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
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
    return { body: typeof payload === 'string' ? JSON.parse(payload) : {}, files, broken: false };
  } catch {
    return { body: undefined, files: [], broken: true };
  }
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
