// A Discord on this machine: a bot logs in to it over REST and gateway, and people use it through the API below.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { applicationRoutes } from './applications.ts';
import { callbackRoutes } from './callbacks.ts';
import { channelRoutes } from './channels.ts';
import { createClientActions } from './client-actions.ts';
import { createCommands } from './commands.ts';
import { createConversation } from './conversation.ts';
import { createWorld } from './create-world.ts';
import { createEndpoints } from './endpoints.ts';
import { createEvents } from './events.ts';
import { createFaults } from './faults.ts';
import { createGateway, DIRECT_MESSAGES } from './gateway.ts';
import { guildRoutes } from './guilds.ts';
import { createInteractions } from './interaction-store.ts';
import type { LocalDiscord, LocalDiscordOptions } from './local-discord.ts';
import { MessageFlag } from './message.ts';
import { createMessages } from './message-store.ts';
import { createPermissions } from './permissions.ts';
import { createRest } from './rest.ts';
import { createUploads } from './uploads.ts';
import { createWire } from './wire.ts';
import { allPlaces, type Person, type Place } from './world.ts';
import { createWriter } from './writer.ts';

export type { Choice, Outcome } from './client-actions.ts';
export type { Command, CommandOption, OptionValue } from './commands.ts';
export type { LocalEvents } from './events.ts';
export type { RestFault } from './faults.ts';
export { isFromHere } from './from-here.ts';
export type { GatewayFaults, LocalDiscord, LocalDiscordOptions } from './local-discord.ts';
export * from './message.ts';
export { type Offer, offersOf } from './offers.ts';
export { Refused } from './options.ts';
export { Permission, type PermissionName } from './permissions.ts';
export type { GatewayDispatch, RestExchange, WireEntry } from './wire.ts';
export { allPlaces, type Names, type Person, type Place, type World } from './world.ts';

/**
 * Starts a local Discord on 127.0.0.1.
 * @returns once it listens
 * @throws the listen error when the port is taken
 */
export async function createLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const { responseWindow = 3_000, tokenLife = 900_000, heartbeatInterval = 41_250 } = options;
  const { shards = 1, otherGuilds = 0 } = options;
  const token = options.token ?? `local.${randomBytes(24).toString('base64url')}`;
  const world = createWorld(options.names);
  const places = new Map(allPlaces(world).map((place) => [place.id, place]));
  const placeOf = (id: string) => allPlaces(world).find((place) => place.id === id) as Place;
  let url = '';

  const events = createEvents();
  const wire = createWire((entry) => events.emit('wire', entry));
  const faults = createFaults();
  const endpoints = createEndpoints(responseWindow);
  const permissions = createPermissions();
  const uploads = createUploads(() => url, world.snowflake);
  const commands = createCommands(world.applicationId, world.snowflake, () =>
    events.emit('commands', { commands: commands.all() }),
  );
  const messages = createMessages(world.snowflake, {
    message(message) {
      const place = placeOf(message.channel_id);
      events.emit('message', { message, place });
      if (place.kind !== 'dm' || message.flags & MessageFlag.Ephemeral) return;
      const event = 'MESSAGE_CREATE';
      const data = { ...message, channel_type: 1 };
      if (gateway.dispatch(event, data, DIRECT_MESSAGES))
        wire.add({
          kind: 'gateway',
          at: Date.now(),
          interactionId: null,
          messageId: message.id,
          event,
          data,
        });
    },
    edit: (message) => events.emit('edit', { message, place: placeOf(message.channel_id) }),
    delete: (message) => events.emit('delete', { message, place: placeOf(message.channel_id) }),
    pins: (channelId) => events.emit('pins', { place: placeOf(channelId) }),
  });
  const interactions = createInteractions({
    world,
    permissions,
    messages,
    responseWindow,
    dispatch(interaction, data) {
      wire.add({
        kind: 'gateway',
        at: interaction.createdAt,
        interactionId: interaction.id,
        messageId: null,
        event: 'INTERACTION_CREATE',
        data: { ...data, token: ':token' },
      });
      if (endpoints.urls.length > 0) endpoints.deliver(data);
      else gateway.dispatch('INTERACTION_CREATE', data);
    },
  });
  const writer = createWriter({ world, messages, uploads });
  const server = createRest({
    token,
    uploads,
    faults,
    wire,
    routes: {
      ...applicationRoutes({
        world,
        commands,
        gatewayUrl: () => `${url.replace('http', 'ws')}/gateway`,
        shards,
        sessionLimit: () => gateway.sessionLimit,
        publicKey: endpoints.publicKey,
        endpointUrl: () => endpoints.urls[0] ?? null,
      }),
      ...guildRoutes(world),
      ...callbackRoutes({ interactions, permissions, messages, writer, responseWindow, tokenLife }),
      ...channelRoutes({ world, place: (id) => places.get(id), permissions, messages, writer }),
    },
    underWay: (interactionToken, change) => interactions.underWay(interactionToken, change),
    arrived: (request) => events.emit('arrival', request),
    isInteractionToken: (interactionToken) => interactions.byToken(interactionToken) !== undefined,
  });
  const gateway = createGateway(server, {
    token,
    heartbeatInterval,
    shards,
    ready: () => ({
      user: world.bot,
      application: { id: world.applicationId, flags: 0 },
    }),
    guilds: [world.places.general.guild?.id ?? '', ...Array.from({ length: otherGuilds }, world.snowflake)],
    onlineChanged: (online) => events.emit('bot', { online }),
  });
  const clientActions = createClientActions({
    world,
    permissions,
    commands: commands.all,
    messages,
    interactions,
    wire,
    exists: ({ id }) => places.has(id),
    reachable: () => gateway.reachable || endpoints.urls.length > 0,
  });
  const conversation = createConversation({
    world,
    permissions,
    messages,
    exists: ({ id }) => places.has(id),
  });
  const idOf = (who: Person | 'bot') => (who === 'bot' ? world.bot.id : who.id);

  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    ...clientActions,
    ...conversation,
    url,
    api: `${url}/api`,
    token,
    applicationId: world.applicationId,
    world,
    get status() {
      return gateway.status;
    },
    get online() {
      return gateway.online || endpoints.urls.length > 0;
    },
    async deliverTo(...urls) {
      await endpoints.use(urls);
      events.emit('bot', { online: urls.length > 0 || gateway.online });
    },
    signed: endpoints.signed,
    ready: () =>
      new Promise((resolve) => {
        if (gateway.online) return resolve();
        const stop = events.on('bot', ({ online }) => {
          if (!online) return;
          stop();
          resolve();
        });
      }),
    trackIdle: interactions.trackIdle,
    registered: commands.all,
    deleteChannel: ({ id }) => void places.delete(id),
    allow: (who, place, ...names) => permissions.allow(idOf(who), place.id, names),
    deny: (who, place, ...names) => permissions.deny(idOf(who), place.id, names),
    failNext: faults.add,
    mend: faults.clear,
    gateway,
    wire: wire.all,
    wireOf: ({ id }) => wire.ofMessage(id),
    problems: () => [...wire.problems(), ...endpoints.problems()],
    on: events.on,
    async close() {
      events.emit('close', {});
      gateway.stop();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
