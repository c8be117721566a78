// The commands in Discord's own JSON, ready to be registered.
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { z } from 'zod';
import type { Command, CommandGroup, Commands } from '../bot/index.ts';

/** Characters that an option can take (Discord: Application Command Option, max_length). */
const MAX_OPTION_TEXT = 6000;

/** The channels on offer: those that take messages, except private threads, which only their members know about. */
const OFFERED_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.AnnouncementThread,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
] as const;

export type Manifest = RESTPostAPIApplicationCommandsJSONBody[];

/**
 * The commands as Discord registers them, in the order of the map.
 * @throws {Error} that names an option or a subcommand without a description
 */
export function toManifest(commands: Commands): Manifest {
  return [...commands].flatMap(([name, command]): Manifest => {
    const where = command.requires ? forMembersWith(command.requires) : FOR_ALL;
    const slash = (description: string, options: APIApplicationCommandOption[]) => ({
      type: ApplicationCommandType.ChatInput as const,
      name,
      description,
      options,
      ...where,
    });
    if ('subcommands' in command) return [slash(command.description, toSubcommands(name, command))];
    const { description, onMessage } = command;
    return [
      ...(description === undefined ? [] : [slash(description, toOptions(name, command))]),
      ...(onMessage
        ? [{ type: ApplicationCommandType.Message as const, name: onMessage.label, ...where }]
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

/** Discord requires all permissions that are listed, so the "or Manage Messages" is left to a server's own settings. */
const forMembersWith = (permission: 'ManageMessages' | 'PinMessages') => ({
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: PermissionFlagsBits[permission].toString(),
});

const toSubcommands = (groupName: string, { subcommands }: CommandGroup) =>
  Object.entries(subcommands).map(([name, { description, ...command }]) => {
    if (!description)
      throw new Error(
        `commands/${groupName}.ts: subcommand "${name}" needs a description, which Discord shows`,
      );
    return {
      type: ApplicationCommandOptionType.Subcommand as const,
      name,
      description,
      options: toOptions(groupName, command),
    };
  });

function toOptions(
  fileName: string,
  { options, suggest, complete }: Pick<Command, 'options' | 'suggest' | 'complete'>,
): APIApplicationCommandBasicOption[] {
  const { properties = {}, required = [] } = z.toJSONSchema(options, { io: 'input' });
  return Object.entries(properties)
    .filter(([, schema]) => !(schema as z.core.JSONSchema.BaseSchema).stored)
    .map(([name, schema]) => {
      const {
        description,
        enum: values,
        minLength,
        maxLength,
        member,
        channel,
      } = schema as z.core.JSONSchema.BaseSchema;
      if (!description)
        throw new Error(
          `commands/${fileName}.ts: option "${name}" needs .describe(...), which Discord shows`,
        );
      const named = { name, description, required: required.includes(name) };
      if (member) return { type: ApplicationCommandOptionType.User as const, ...named };
      if (channel)
        return {
          type: ApplicationCommandOptionType.Channel as const,
          ...named,
          channel_types: [...OFFERED_CHANNELS],
        };
      const option = {
        type: ApplicationCommandOptionType.String as const,
        ...named,
        ...(minLength !== undefined && { min_length: minLength }),
        ...(maxLength !== undefined && { max_length: Math.min(maxLength, MAX_OPTION_TEXT) }),
      };
      return values
        ? { ...option, choices: values.map((value) => ({ name: String(value), value: String(value) })) }
        : { ...option, ...((suggest?.[name] ?? complete?.[name]) && { autocomplete: true as const }) };
    })
    .sort((a, b) => Number(b.required) - Number(a.required));
}
