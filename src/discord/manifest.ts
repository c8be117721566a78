// What Discord must be told of the commands, as its own JSON, and whether it knows that already.
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { z } from 'zod';
import type { Command, Commands } from '../bot/index.ts';

/** The longest text that an option takes (Discord: Application Command Option, max_length). */
const MOST_TEXT = 6000;

export type Manifest = RESTPostAPIApplicationCommandsJSONBody[];

/**
 * The commands as Discord registers them, in the order of the map.
 * @throws {Error} naming an option that has no description
 */
export function toManifest(commands: Commands): Manifest {
  return [...commands].flatMap(([name, command]): Manifest => {
    const where = command.only ? forMembersWith(command.only) : FOR_ALL;
    return [
      ...(command.description === undefined
        ? []
        : [
            {
              type: ApplicationCommandType.ChatInput as const,
              name,
              description: command.description,
              options: toOptions(name, command),
              ...where,
            },
          ]),
      ...(command.onMessage
        ? [{ type: ApplicationCommandType.Message as const, name: command.onMessage.label, ...where }]
        : []),
    ];
  });
}

const FOR_ALL = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** Discord takes permissions that a member must have all of, so "or Manage Messages" is left to a server's own settings. */
const forMembersWith = (only: 'moderators' | 'pinners') => ({
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions:
    PermissionFlagsBits[only === 'pinners' ? 'PinMessages' : 'ManageMessages'].toString(),
});

function toOptions(commandName: string, { options, suggest }: Command) {
  const { properties = {}, required = [] } = z.toJSONSchema(options, { io: 'input' });
  return Object.entries(properties)
    .map(([name, schema]) => {
      const {
        description,
        enum: values,
        minLength,
        maxLength,
        member,
      } = schema as z.core.JSONSchema.BaseSchema;
      if (!description)
        throw new Error(
          `commands/${commandName}.ts: option "${name}" needs .describe(...), which Discord shows`,
        );
      const named = { name, description, required: required.includes(name) };
      if (member) return { type: ApplicationCommandOptionType.User as const, ...named };
      const option = {
        type: ApplicationCommandOptionType.String as const,
        ...named,
        ...(minLength !== undefined && { min_length: minLength }),
        ...(maxLength !== undefined && { max_length: Math.min(maxLength, MOST_TEXT) }),
      };
      return values
        ? { ...option, choices: values.map((value) => ({ name: String(value), value: String(value) })) }
        : { ...option, ...(suggest?.[name] && { autocomplete: true as const }) };
    })
    .sort((a, b) => Number(b.required) - Number(a.required));
}
