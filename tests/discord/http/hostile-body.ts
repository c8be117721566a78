// Checks that whatever is posted to the endpoint, only what Discord signed gets through, and nothing breaks.
import { generateKeyPairSync, sign } from 'node:crypto';
import type { APIInteraction } from 'discord.js';
import type { Bot } from '../../../src/bot/index.ts';
import { createEndpoint } from '../../../src/discord/http/endpoint.ts';
import { createVerifier } from '../../../src/discord/http/verify-signature.ts';
import { mayMention, openDoor } from '../hostile.ts';
import type { Posted } from './any-body.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const verify = createVerifier(
  publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
);

/** What an endpoint may say of a body that Discord signed. */
const SIGNED_STATUSES = [200, 202, 400];

/** Posts a body to the bot's endpoint. @returns what is not as it should be; empty if all is */
export async function bodyImpurities(bot: Bot, { body, signature, isWhole }: Posted): Promise<string[]> {
  const door = openDoor(bot);
  const received: APIInteraction[] = [];
  const found: string[] = [];
  const fetch = createEndpoint({
    verify,
    log: door.log,
    receive: (interaction) => received.push(interaction) > 0,
  });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signed = Buffer.concat([Buffer.from(timestamp), body, Buffer.from(signature === 'right' ? '' : ' ')]);
  const { status } = await fetch(
    new Request('http://127.0.0.1/interactions', {
      method: 'POST',
      body: new Uint8Array(body),
      headers: {
        'x-signature-timestamp': timestamp,
        ...(signature !== 'none' && {
          'x-signature-ed25519': sign(null, signed, privateKey).toString('hex'),
        }),
      },
    }),
  );
  if (signature !== 'right')
    return status === 401 && received.length === 0 ? [] : [`a forged body was answered with ${status}`];
  if (!SIGNED_STATUSES.includes(status)) found.push(`a signed body was answered with ${status}`);
  for (const interaction of received) {
    await door.handle(interaction).catch((error: Error) => found.push(`the handler threw ${error.stack}`));
    // Of an interaction without all of its parts an exception is caught, logged and told to the member.
    if (isWhole) found.push(...door.thrown());
    found.push(...door.unclean(mayMention(interaction)));
  }
  return found;
}
