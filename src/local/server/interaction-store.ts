// The interactions that people start, and when the bot has answered each.
import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Message, MessageFlag } from './message.ts';
import type { Messages } from './message-store.ts';
import { integrationOwners } from './offers.ts';
import type { Permissions } from './permissions.ts';
import { attachmentSizeLimit } from './uploads.ts';
import type { Person, Place, World } from './world.ts';
import { channelJson, memberJson, personJson } from './world-json.ts';

export const InteractionType = { Command: 2, Component: 3, Autocomplete: 4 } as const;
export const CallbackType = {
  Reply: 4,
  DeferReply: 5,
  DeferUpdate: 6,
  Update: 7,
  Choices: 8,
} as const;

/** Milliseconds until a person is told that a bot which deferred is still thinking. */
const patience = 15_000;
/** Milliseconds that a bot elsewhere has to act after it acknowledged a button without an answer. */
const afterDeferUpdate = 1_000;
/** Milliseconds without a request after which a bot elsewhere counts as done. */
const quiet = 40;

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly person: Person;
  readonly place: Place;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly metadata: NonNullable<Message['interaction_metadata']>;
  /** The message whose button or menu was used. */
  readonly source: Message | null;
  /** The bot's first response, or null. */
  callback: number | null;
  /** What `@original` means: the reply, or the message whose button was used. */
  originalId: string | null;
  /** Ids of the messages the bot wrote for it. */
  readonly written: Set<string>;
  /** Whether the bot did anything after its first response. */
  followed: boolean;
  choices: readonly { name: string; value: string | number }[] | null;
  /** Requests of the bot under way. */
  underWay: number;
  readonly activity: EventEmitter;
}

/** What a person did. */
export interface Action {
  type: number;
  person: Person;
  place: Place;
  data: object;
  /** The `integration_types` of the command behind it. */
  installs: readonly number[];
  /** The message that a message command was used on. */
  targetId?: string;
  source?: Message;
}

export interface Interactions {
  /** Sends an interaction to the bot. */
  start(action: Action): Interaction;
  byToken(token: string): Interaction | undefined;
  /** Notes that a request of the bot for a token began (1) or ended (-1). */
  underWay(token: string, change: 1 | -1): void;
  /** Resolves with true when the bot has responded, with false when its time is over. */
  acknowledged(interaction: Interaction): Promise<boolean>;
  /** Resolves when the bot is done: answered, a deferred answer filled in, nothing under way. */
  done(interaction: Interaction): Promise<void>;
  /** Asks a bot when it is done, instead of waiting for a pause in its requests. */
  trackIdle(idle: () => Promise<void>): void;
}

/**
 * Creates an empty store of interactions.
 * @param parts what an interaction is made of, what sends it, and the milliseconds that its first response may take
 */
export function createInteractions(parts: {
  world: World;
  permissions: Permissions;
  messages: Messages;
  responseWindow: number;
  dispatch: (interaction: Interaction, data: object) => void;
}): Interactions {
  const { world, permissions, messages, responseWindow } = parts;
  const byToken = new Map<string, Interaction>();
  let botIdle: (() => Promise<void>) | undefined;

  const payload = (interaction: Interaction, { type, person, place, data, source }: Action) => {
    const personal = permissions.of(person.id, person.role, place.id);
    const role = place.guild?.hasBot === false ? 'visitor' : 'bot';
    return {
      id: interaction.id,
      application_id: world.applicationId,
      type,
      token: interaction.token,
      version: 1,
      data,
      channel_id: place.id,
      channel: channelJson(place, personal),
      ...(place.guild
        ? {
            guild_id: place.guild.id,
            guild: { id: place.guild.id, locale: 'en-US', features: [] },
            guild_locale: 'en-US',
            member: memberJson(person, place.guild, personal),
          }
        : { user: personJson(person) }),
      ...(source && { message: source }),
      app_permissions: permissions.of(world.bot.id, role, place.id).toString(),
      locale: person.locale,
      entitlements: [],
      authorizing_integration_owners: interaction.metadata.authorizing_integration_owners,
      context: place.guild ? 0 : 1,
      attachment_size_limit: attachmentSizeLimit,
    };
  };

  const changed = (interaction: Interaction, signal: AbortSignal) =>
    once(interaction.activity, 'change', { signal }).then(
      () => true,
      () => false,
    );
  const until = async (interaction: Interaction, reached: () => boolean, milliseconds: number) => {
    const signal = AbortSignal.timeout(milliseconds);
    while (!reached() && (await changed(interaction, signal)));
    return reached();
  };

  return {
    start(action) {
      const id = world.snowflake();
      const interaction: Interaction = {
        id,
        token: randomBytes(48).toString('base64url'),
        type: action.type,
        person: action.person,
        place: action.place,
        createdAt: Date.now(),
        metadata: {
          id,
          type: action.type,
          user: personJson(action.person),
          authorizing_integration_owners: integrationOwners(action.installs, action.place, action.person),
          ...(action.targetId && { target_message_id: action.targetId }),
          ...(action.source && { interacted_message_id: action.source.id }),
        },
        source: action.source ?? null,
        callback: null,
        originalId: null,
        written: new Set(),
        followed: false,
        choices: null,
        underWay: 0,
        activity: new EventEmitter(),
      };
      byToken.set(interaction.token, interaction);
      parts.dispatch(interaction, payload(interaction, action));
      return interaction;
    },
    byToken: (token) => byToken.get(token),
    underWay(token, change) {
      const interaction = byToken.get(token);
      if (!interaction) return;
      interaction.underWay += change;
      interaction.activity.emit('change');
    },
    acknowledged: (interaction) => until(interaction, () => interaction.callback !== null, responseWindow),
    trackIdle(idle) {
      botIdle = idle;
    },
    async done(interaction) {
      if (botIdle) return Promise.race([botIdle(), sleep(patience, undefined, { ref: false })]);
      if (interaction.callback === CallbackType.DeferReply)
        await until(
          interaction,
          () => !isThinking(messages.anywhere(interaction.originalId ?? '')),
          patience,
        );
      if (interaction.callback === CallbackType.DeferUpdate)
        await until(interaction, () => interaction.followed, afterDeferUpdate);
      do await until(interaction, () => interaction.underWay === 0, patience);
      while (await changed(interaction, AbortSignal.timeout(quiet)));
    },
  };
}

/** Whether a message is a deferred reply that was not filled in yet. */
export function isThinking(message: Message | undefined): boolean {
  return message !== undefined && (message.flags & MessageFlag.Loading) !== 0;
}
