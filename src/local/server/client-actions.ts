// What people do with the bot at a Discord client: commands, buttons, menus; and what the client refuses by itself.
import { type Command, CommandType, type OptionValue } from './commands.ts';
import { seenMessage } from './conversation.ts';
import {
  CallbackType,
  type Interaction,
  type Interactions,
  InteractionType,
  isThinking,
} from './interaction-store.ts';
import { type Component, ComponentType, eachComponent, type Message } from './message.ts';
import type { Messages } from './message-store.ts';
import { isOffered } from './offers.ts';
import { fillOptions, Refused, resolveOptions } from './options.ts';
import type { Permissions } from './permissions.ts';
import type { Wire, WireEntry } from './wire.ts';
import { allPlaces, type Person, type Place, type World } from './world.ts';

/** The outcome of something a person did. */
export interface Outcome {
  /**
   * `answered`: the bot responded; `thinking`: it deferred and has not answered yet; `failed`: no valid response in
   * time; `rejected`: the person's own client refused before the bot was asked.
   */
  readonly status: 'answered' | 'thinking' | 'failed' | 'rejected';
  /** What the client says to the person when `failed` or `rejected`, else null. */
  readonly notice: string | null;
  /** What the bot sent or edited in response, as it stands now: the response first, then follow-ups. */
  readonly messages: readonly Message[];
  /** Everything that passed on the wire for it. */
  readonly wire: readonly WireEntry[];
}

export interface Choice {
  name: string;
  value: string | number;
}

type Options = Readonly<Record<string, OptionValue>>;

/**
 * Creates the actions that a bot answers.
 * @param parts the stores they act on; `exists` says whether a place still exists, `reachable` whether a bot is there
 */
export function createClientActions(parts: {
  world: World;
  permissions: Permissions;
  commands: () => readonly Command[];
  messages: Messages;
  interactions: Interactions;
  wire: Wire;
  exists: (place: Place) => boolean;
  reachable: () => boolean;
}) {
  const { world, permissions, messages, interactions, wire } = parts;
  const allowed = (person: Person, place: Place) => permissions.of(person.id, person.role, place.id);
  const offered = (person: Person, place: Place) =>
    parts.exists(place)
      ? parts.commands().filter((one) => isOffered(one, place, allowed(person, place)))
      : [];
  const command = (person: Person, place: Place, type: number, name: string): Command => {
    const found = offered(person, place).find((one) => one.type === type && one.name === name);
    if (!found) throw new Refused(`There is no command ${name} here for ${person.name}.`);
    return found;
  };
  const placeOf = (message: Message): Place =>
    allPlaces(world).find(({ id }) => id === message.channel_id) as Place;
  const seen = (person: Person, message: Message) => seenMessage(messages, person, message);

  const perform = async (begin: () => Interaction): Promise<Outcome> => {
    let interaction: Interaction;
    try {
      if (!parts.reachable()) return { status: 'failed', notice: noBot, messages: [], wire: [] };
      interaction = begin();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { status: 'rejected', notice: error.message, messages: [], wire: [] };
    }
    const acknowledged = await interactions.acknowledged(interaction);
    if (acknowledged) await interactions.done(interaction);
    const sent = [...interaction.written].flatMap((id) => messages.anywhere(id) ?? []);
    const record = wire.ofInteraction(interaction.id);
    if (!acknowledged) {
      const notice = interaction.type === InteractionType.Component ? 'This interaction failed' : noAnswer;
      return { status: 'failed', notice, messages: sent, wire: record };
    }
    return {
      status: sent.some(isThinking) ? 'thinking' : 'answered',
      notice: null,
      messages: sent,
      wire: record,
    };
  };

  const slash = (
    type: number,
    person: Person,
    place: Place,
    typed: string,
    given: Options,
    focused?: string,
  ) => {
    const [name = '', ...path] = typed.split(' ');
    const chosen = command(person, place, CommandType.Slash, name);
    const options = fillOptions(chosen, path, given, focused);
    const places = allPlaces(world).filter((one) => one.guild && one.guild === place.guild);
    const resolved = resolveOptions(options, Object.values(world.people), places, {
      person,
      place,
      allowed,
    });
    return interactions.start({
      type,
      person,
      place,
      installs: chosen.integration_types,
      data: { ...commandData(chosen), options, ...(resolved && { resolved }) },
    });
  };
  const useComponent = (
    person: Person,
    message: Message,
    customId: string,
    type: number,
    values?: readonly string[],
  ) =>
    perform(() => {
      const source = seen(person, message);
      const component = [...eachComponent(source.components)].find((one) => one.custom_id === customId);
      if (component?.type !== type) throw new Refused(`The message has no such button or menu: ${customId}.`);
      if (component.disabled) throw new Refused('It is switched off.');
      if (values) checkValues(component, values);
      const place = placeOf(source);
      return interactions.start({
        type: InteractionType.Component,
        person,
        place,
        source,
        installs: Object.keys(source.interaction_metadata?.authorizing_integration_owners ?? { 0: '' }).map(
          Number,
        ),
        data: { component_type: type, custom_id: customId, id: component.id, ...(values && { values }) },
      });
    });

  return {
    commands: offered,
    run: (person: Person, place: Place, typed: string, given: Options = {}): Promise<Outcome> =>
      perform(() => slash(InteractionType.Command, person, place, typed, given)),
    async complete(person: Person, place: Place, typed: string, given: Options, focused: string) {
      if (!parts.reachable()) throw new Error(noChoices);
      const interaction = slash(InteractionType.Autocomplete, person, place, typed, given, focused);
      if (!(await interactions.acknowledged(interaction)) || interaction.callback !== CallbackType.Choices)
        throw new Error(noChoices);
      return interaction.choices ?? [];
    },
    runOnMessage: (person: Person, place: Place, name: string, message: Message): Promise<Outcome> =>
      perform(() => {
        const chosen = command(person, place, CommandType.Message, name);
        const target = seen(person, message);
        return interactions.start({
          type: InteractionType.Command,
          person,
          place,
          installs: chosen.integration_types,
          targetId: target.id,
          data: {
            ...commandData(chosen),
            target_id: target.id,
            resolved: { messages: { [target.id]: target } },
          },
        });
      }),
    press: (person: Person, message: Message, customId: string) =>
      useComponent(person, message, customId, ComponentType.Button),
    select: (person: Person, message: Message, customId: string, values: readonly string[]) =>
      useComponent(person, message, customId, ComponentType.StringSelect, values),
  };
}

const noAnswer = 'The application did not respond';
const noBot = 'The application did not respond: no bot is logged in.';
const noChoices = 'Loading options failed';

function commandData({ id, name, type, guild_id }: Command): object {
  return { id, name, type, ...(guild_id && { guild_id }) };
}

function checkValues(menu: Component, values: readonly string[]): void {
  const unknown = values.find((value) => !menu.options?.some((option) => option.value === value));
  if (unknown !== undefined) throw new Refused(`The menu does not offer ${unknown}.`);
  if (values.length < (menu.min_values ?? 1) || values.length > (menu.max_values ?? 1))
    throw new Refused(`Choose ${menu.min_values ?? 1} to ${menu.max_values ?? 1}.`);
}
