// The endpoint reads no body that is too large, whatever a request says about its length. These requests are real ones.
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createEndpoint, MAX_BODY } from '../../../src/discord/http/endpoint.ts';
import { keep } from '../stage.ts';

/** The lengths of the bodies that reach the check of signatures, which comes before anything else is done with them. */
let read: number[];
beforeEach(() => {
  read = [];
});

let server: Server;
beforeAll(async () => {
  const fetch = createEndpoint({
    verify(_signature, _timestamp, body) {
      read.push(body.length);
      return false;
    },
    receive: () => true,
    log: keep([]),
  });
  server = serve({ fetch, hostname: '127.0.0.1', port: 0 }) as Server;
  await once(server, 'listening');
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

/** Sends a request with these headers and this body, and returns the status of every response until the last. */
async function statuses(headers: readonly string[], body = ''): Promise<number[]> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  // The server may close the connection before it has read everything.
  socket.on('error', () => {});
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    received += text;
  });
  const head = ['POST /interactions HTTP/1.1', 'Host: 127.0.0.1', ...headers, 'Connection: close', '', ''];
  socket.write(head.join('\r\n'));
  socket.write(body);
  await once(socket, 'close');
  return [...received.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status));
}

const chunked = (length: number, chunk = 16_384) => {
  const sizes = Array.from({ length: Math.ceil(length / chunk) }, (_, i) =>
    Math.min(chunk, length - i * chunk),
  );
  return `${sizes.map((size) => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`).join('')}0\r\n\r\n`;
};

test.each([
  ['the length', [`Content-Length: ${MAX_BODY}`], 'x'.repeat(MAX_BODY)],
  ['no length', ['Transfer-Encoding: chunked'], chunked(MAX_BODY)],
])('a body that is just small enough is read, with %s told', async (_, headers, body) => {
  expect([await statuses(headers, body), read]).toEqual([[401], [MAX_BODY]]);
});

test('a body that is too long by its header is refused before it is sent', async () => {
  expect([await statuses([`Content-Length: ${MAX_BODY + 1}`]), read]).toEqual([[413], []]);
});

test('a body that is too long without a header is refused', async () => {
  expect([await statuses(['Transfer-Encoding: chunked'], chunked(MAX_BODY + 1)), read]).toEqual([[413], []]);
});

test('of a body that is longer than its header says, no more is read', async () => {
  // What follows is no request, which may end the connection before the first answer.
  expect([400, 401]).toContain((await statuses(['Content-Length: 10'], 'x'.repeat(MAX_BODY + 1)))[0]);
  expect(read).toEqual([10]);
});

test.each([
  ['two lengths', ['Content-Length: 10', `Content-Length: ${MAX_BODY + 1}`]],
  ['a length beside chunks', ['Content-Length: 10', 'Transfer-Encoding: chunked']],
  ['chunks beside a length', ['Transfer-Encoding: chunked', 'Content-Length: 10']],
  ['a length that is no number', ['Content-Length: ten']],
  ['a negative length', ['Content-Length: -10']],
])('%s: the request is refused as a whole', async (_, headers) => {
  expect([await statuses(headers, chunked(MAX_BODY + 1)), read]).toEqual([[400], []]);
});
