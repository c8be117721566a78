// Takes interactions from the gateway as Discord sends them, which is the same over HTTP.
import {
  type APIInteraction,
  GatewayDispatchEvents,
  SimpleShardingStrategy,
  type WebSocketOptions,
} from 'discord.js';

/** The name under which a shard passes an event of Discord's to discord.js. */
const DISPATCH = 'dispatch';

type Emit = (name: string, ...given: { data: { t: string; d: unknown } }[]) => boolean;

/**
 * The options with which the gateway gives interactions to a function, and to nobody else. discord.js's own classes for
 * them do not fit those that come over HTTP, and would be made for nobody. And where discord.js 14.28 makes one of a
 * message with a poll, in a server without the bot, it throws an exception that no handler catches.
 */
export const giveInteractionsTo = (
  take: (interaction: APIInteraction) => void,
): Required<Pick<WebSocketOptions, 'buildStrategy'>> => ({
  buildStrategy(manager) {
    const emit: Emit = manager.emit.bind(manager);
    const emitOthers: Emit = (name, ...given) => {
      const event = name === DISPATCH ? given[0]?.data : undefined;
      if (event?.t !== GatewayDispatchEvents.InteractionCreate) return emit(name, ...given);
      take(event.d as APIInteraction);
      return true;
    };
    manager.emit = emitOthers as typeof manager.emit;
    return new SimpleShardingStrategy(manager);
  },
});
