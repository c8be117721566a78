// The endpoint accepts only what Discord has just signed; its check of signatures agrees with Discord's own.
import { generateKeyPairSync, sign } from 'node:crypto';
import { verifyKey } from 'discord-interactions';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { createEndpoint } from '../../../src/discord/http/endpoint.ts';
import { createVerifier } from '../../../src/discord/http/verify-signature.ts';
import { anyCharacter } from '../../any-character.ts';
import { type Entry, keep } from '../stage.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
const signatureOf = (timestamp: string, body: Uint8Array) =>
  sign(null, Buffer.concat([Buffer.from(timestamp), body]), privateKey).toString('hex');

const NOW = Date.UTC(2026, 2, 1);
let received: unknown[];
let takes: boolean;
let entries: Entry[];
let fetch: ReturnType<typeof createEndpoint>;
beforeEach(() => {
  received = [];
  takes = true;
  entries = [];
  fetch = createEndpoint({
    verify: createVerifier(key),
    receive(interaction) {
      received.push(interaction);
      return takes;
    },
    log: keep(entries),
    now: () => NOW,
  });
});

/** Posts a body as Discord does; a test may put something else in the place of a header. */
async function post(
  body: string | Uint8Array,
  { at = NOW, headers = {} }: { at?: number; headers?: Record<string, string> } = {},
) {
  const bytes = Buffer.from(body);
  const timestamp = String(Math.floor(at / 1000));
  const signature = signatureOf(timestamp, bytes);
  return fetch(
    new Request('http://127.0.0.1/interactions', {
      method: 'POST',
      body: bytes,
      headers: { 'x-signature-timestamp': timestamp, 'x-signature-ed25519': signature, ...headers },
    }),
  );
}

const command = { id: '1', token: 'token', application_id: '2', type: 2, data: { name: 'ask' } };
const typed = JSON.stringify(command);

test('a PING is answered with a PONG as JSON, and nobody else hears of it', async () => {
  const response = await post(JSON.stringify({ ...command, type: 1 }));
  expect(response.headers.get('content-type')).toContain('application/json');
  expect([response.status, await response.json(), received]).toEqual([200, { type: 1 }, []]);
});

test('an interaction is accepted without a body and handed on as it is', async () => {
  const response = await post(typed);
  expect([response.status, await response.text(), received]).toEqual([202, '', [command]]);
});

test('a bot that takes nothing any more says so', async () => {
  takes = false;
  expect((await post(typed)).status).toBe(503);
});

test.each([
  ['no signature', { 'x-signature-ed25519': '' }],
  ['the signature of something else', { 'x-signature-ed25519': signatureOf('1', Buffer.from(typed)) }],
  ['letters in place of a signature', { 'x-signature-ed25519': 'zz'.repeat(64) }],
  ['another timestamp', { 'x-signature-timestamp': String(NOW / 1000 + 1) }],
  ['no timestamp', { 'x-signature-timestamp': '' }],
])('%s is refused, as Discord tests now and then, and not logged', async (_, headers) => {
  const response = await post(typed, { headers });
  expect([response.status, received, entries]).toEqual([401, [], []]);
});

test.each([
  [299_000, 202],
  [301_000, 401],
  [-299_000, 202],
  [-301_000, 401],
  [Number.NaN, 401],
])(
  'a timestamp %i ms from the present: %i, and the operator is told of a clock that is wrong',
  async (off, status) => {
    expect((await post(typed, { at: NOW + off })).status).toBe(status);
    expect(received).toHaveLength(status === 202 ? 1 : 0);
    expect(entries.map(({ level }) => level)).toEqual(status === 202 ? [] : ['warn']);
  },
);

test.each([
  ['no JSON', 'no json'],
  ['no object', '[]'],
  ['an interaction without a token', JSON.stringify({ ...command, token: undefined })],
  ['an id that would change the address of a request', JSON.stringify({ ...command, id: '1/../2' })],
  ['text that is no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
])('%s, though signed, is refused', async (_, body) => {
  expect([(await post(body)).status, received]).toEqual([400, []]);
});

test('whatever is signed and posted, it is answered, and only what can be answered is passed on', async () => {
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.json().map((text) => Buffer.from(text)),
    fc
      .record(
        {
          id: fc.oneof(fc.constant('1'), fc.jsonValue()),
          token: fc.oneof(fc.constant('token'), fc.jsonValue()),
          application_id: fc.oneof(fc.constant('2'), fc.jsonValue()),
          type: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.jsonValue()),
          data: fc.jsonValue(),
        },
        { requiredKeys: [] },
      )
      .map((interaction) => Buffer.from(JSON.stringify(interaction))),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (body) => {
      received = [];
      const { status } = await post(body);
      expect([200, 202, 400]).toContain(status);
      expect(received.length).toBe(status === 202 ? 1 : 0);
      const numbers = { id: expect.stringMatching(/^\d+$/), application_id: expect.stringMatching(/^\d+$/) };
      for (const one of received)
        expect(one).toMatchObject({
          ...numbers,
          token: expect.stringMatching(/./s),
          type: expect.any(Number),
        });
    }),
    { numRuns: 300 },
  );
  expect(entries).toEqual([]);
});

test('only POST to its path is there', async () => {
  expect((await fetch(new Request('http://127.0.0.1/interactions'))).status).toBe(404);
  expect((await fetch(new Request('http://127.0.0.1/', { method: 'POST' }))).status).toBe(404);
});

describe('the check of signatures', () => {
  const hex = (length: number) =>
    fc
      .array(fc.constantFrom(...'0123456789abcdefABCDEF'), { minLength: length, maxLength: length })
      .map((all) => all.join(''));

  test('agrees with that of discord-interactions about any signature, timestamp and body', async () => {
    const verify = createVerifier(key);
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: anyCharacter }),
        fc.string({ unit: 'grapheme-ascii' }),
        fc.oneof(fc.constant(undefined), hex(128), hex(127), fc.string()),
        fc.nat(),
        async (text, timestamp, forged, where) => {
          const body = Buffer.from(text);
          const right = signatureOf(timestamp, body);
          const changed = Buffer.from(right, 'hex');
          changed.writeUInt8(changed.readUInt8(where % 64) ^ 1, where % 64);
          for (const signature of [
            right,
            right.toUpperCase(),
            changed.toString('hex'),
            forged ?? `${right}00`,
          ]) {
            const expected = await verifyKey(body, signature, timestamp, key).catch(() => false);
            expect([signature, verify(signature, timestamp, body)]).toEqual([signature, expected]);
          }
          expect(verify(right, timestamp, body)).toBe(true);
          expect(verify(changed.toString('hex'), timestamp, body)).toBe(false);
          expect(verify(right, `${timestamp}1`, body)).toBe(false);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('a key that is none is refused', () => {
    expect(() => createVerifier('abc')).toThrow('64 hexadecimal digits');
  });
});
