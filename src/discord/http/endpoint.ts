// The endpoint that Discord posts interactions to: refuses what is not from Discord, and passes on what is.
import { type APIInteraction, InteractionResponseType, InteractionType } from 'discord.js';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Log } from '../logger.ts';
import type { VerifySignature } from './verify-signature.ts';

/** The path of the endpoint. */
export const PATH = '/interactions';

/** Maximum bytes in a request. The largest interaction, a message with ten full embeds, is a quarter of this. */
export const MAX_BODY = 256 * 1024;

/** Milliseconds by which a timestamp may differ from the present: clocks are not quite equal. */
const MAX_AGE = 5 * 60_000;

/**
 * The fields without which an interaction cannot be answered. Discord signs the interaction, so it is trusted with
 * the rest.
 */
const Envelope = z.looseObject({
  id: z.string().regex(/^\d+$/),
  token: z.string().min(1),
  application_id: z.string().regex(/^\d+$/),
  type: z.int(),
});

/**
 * Creates the endpoint, as a function from a request to a response.
 *
 * @param parts.receive takes an interaction, which is answered by its callback and not by the response; returns false
 *   if the bot no longer takes any
 */
export function createEndpoint(parts: {
  verify: VerifySignature;
  receive: (interaction: APIInteraction) => boolean;
  log: Log;
  /** The present in milliseconds since 1970. */
  now?: () => number;
}) {
  const { verify, receive, log, now = Date.now } = parts;
  const endpoint = new Hono();
  endpoint.post(PATH, limitBody, async (context) => {
    const timestamp = context.req.header('x-signature-timestamp') ?? '';
    const signature = context.req.header('x-signature-ed25519') ?? '';
    const body = new Uint8Array(await context.req.arrayBuffer());
    // Discord itself sends wrong signatures now and then, and removes an endpoint that does not refuse them.
    if (!verify(signature, timestamp, body)) return context.text('The signature is not right.', 401);
    // A timestamp that is not a number is not near the present either.
    if (!(Math.abs(now() - Number(timestamp) * 1_000) <= MAX_AGE)) {
      log.warn({ timestamp }, "An interaction's timestamp was refused: set this machine's clock");
      return context.text('The timestamp is too far from the present.', 401);
    }
    const interaction = parse(body);
    if (!interaction) return context.text('This is not an interaction.', 400);
    if (interaction.type === InteractionType.Ping)
      return context.json({ type: InteractionResponseType.Pong });
    // Accepted: the answer goes to the interaction's callback (Discord: Receiving and Responding, Interaction Callback).
    return context.body(null, receive(interaction) ? 202 : 503);
  });
  endpoint.onError((err, context) => {
    log.error({ err }, 'A request to the endpoint failed');
    return context.body(null, 500);
  });
  return endpoint.fetch;
}

const tooLarge = (context: Context) => context.text('The body is too large.', 413);
const limitStream = bodyLimit({ maxSize: MAX_BODY, onError: tooLarge });

/**
 * Refuses a body that is too large. If the request tells its length, that is enough, since Node reads no more than that:
 * hono's own limit makes a stream of the body first, which takes as long as all the rest of a request.
 */
const limitBody: MiddlewareHandler = async (context, next) => {
  const length = context.req.header('content-length');
  const isTold = length !== undefined && context.req.header('transfer-encoding') === undefined;
  if (!isTold) return limitStream(context, next);
  return Number(length) <= MAX_BODY ? next() : tooLarge(context);
};

function parse(body: Uint8Array): APIInteraction | undefined {
  try {
    return Envelope.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)))
      .data as unknown as APIInteraction;
  } catch {
    return undefined;
  }
}
