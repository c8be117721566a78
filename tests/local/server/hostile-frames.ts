// What a WebSocket may get instead of gateway messages, and a check that it only ends that socket.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import type { LocalDiscord } from '../../../src/local/server/index.ts';

/** Bytes in place of frames, or payloads in well-formed ones. */
export type Frames = { bytes: Uint8Array } | { payloads: unknown[] };

/** Codes with which Discord, or the protocol itself, ends a socket. */
const CLOSES = [1009, 4002, 4003, 4004, 4005, 4010, 4013, 4014];

/** Any bytes, and any JSON, that of logins and resumes above all. @param token the token that is right */
export const anyFrames = (token: string): fc.Arbitrary<Frames> => {
  const payload = fc.oneof(
    fc.jsonValue(),
    fc.record({ op: fc.integer({ min: -1, max: 12 }), d: fc.jsonValue() }, { requiredKeys: ['op'] }),
    fc.record({
      op: fc.constantFrom(2, 6),
      d: fc.record(
        {
          token: fc.constantFrom(token, 'no-token', 7),
          intents: fc.oneof(fc.constant(0), fc.jsonValue()),
          shard: fc.oneof(fc.constantFrom([0, 1], [1, 1], [0, 0], [0.5, 2], [0, '1']), fc.jsonValue()),
          presence: fc.jsonValue(),
          session_id: fc.jsonValue(),
          seq: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    }),
  );
  return fc.oneof(
    fc.uint8Array({ minLength: 2, maxLength: 200 }).map((bytes) => ({ bytes })),
    fc.array(payload, { minLength: 1, maxLength: 4 }).map((payloads) => ({ payloads })),
  );
};

/** Sends frames on a socket of their own. @returns what is not as it should be; empty if all is */
export async function frameImpurities(local: LocalDiscord, frames: Frames): Promise<string[]> {
  if ('bytes' in frames) {
    await sendBytes(local, frames.bytes);
    return [];
  }
  const socket = new WebSocket(`${local.url.replace('http', 'ws')}/gateway`);
  await once(socket, 'message');
  const closed = once(socket, 'close');
  for (const one of frames.payloads) socket.send(JSON.stringify(one));
  socket.send('{');
  const [code] = await closed;
  return CLOSES.includes(code) ? [] : [`the socket was closed with ${code}`];
}

/** Opens a WebSocket by hand, sends bytes in place of frames, and waits for its end. */
export async function sendBytes(local: LocalDiscord, bytes: Uint8Array): Promise<void> {
  const { hostname, port } = new URL(local.url);
  const key = randomBytes(16).toString('base64');
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  socket.write(
    `GET /gateway HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  await once(socket, 'data');
  socket.end(bytes);
  socket.resume();
  await once(socket, 'close');
}
