// The JSON of a message as Discord sends it: only the fields that this server writes and a client draws.

/** A user as Discord shows it inside messages and interactions. */
export interface User {
  id: string;
  username: string;
  global_name: string | null;
  discriminator: string;
  avatar: string | null;
  bot?: boolean;
  public_flags: number;
  flags: number;
  primary_guild: null;
}

/** An uploaded file. `url` is served by this server on 127.0.0.1. */
export interface Attachment {
  id: string;
  filename: string;
  size: number;
  url: string;
  proxy_url: string;
  content_type: string;
  description?: string;
  title?: string;
  ephemeral?: boolean;
}

/** A picture or file that a component or embed points to; `attachment://name` is already resolved to a URL. */
export interface Media {
  id?: string;
  url: string;
  proxy_url?: string;
  content_type?: string;
  attachment_id?: string;
}

export interface SelectOption {
  label: string;
  value: string;
  description?: string;
  emoji?: { id?: string | null; name?: string };
  default?: boolean;
}

/**
 * Any message component; which fields are there follows from `type`: 1 action row, 2 button, 3 string select,
 * 9 section, 10 text, 11 thumbnail, 12 gallery, 13 file, 14 separator, 17 container.
 */
export interface Component {
  type: number;
  id: number;
  components?: Component[];
  accessory?: Component;
  content?: string;
  custom_id?: string;
  style?: number;
  label?: string;
  emoji?: { id?: string | null; name?: string };
  url?: string;
  disabled?: boolean;
  placeholder?: string;
  min_values?: number;
  max_values?: number;
  options?: SelectOption[];
  items?: { media: Media; description?: string | null; spoiler?: boolean }[];
  media?: Media;
  description?: string | null;
  file?: Media;
  name?: string;
  size?: number | null;
  divider?: boolean;
  spacing?: number;
  accent_color?: number | null;
  spoiler?: boolean;
}

export interface Embed {
  type?: string;
  title?: string;
  description?: string;
  url?: string;
  color?: number;
  timestamp?: string;
  author?: { name: string; url?: string; icon_url?: string };
  footer?: { text: string; icon_url?: string };
  image?: Media;
  thumbnail?: Media;
  fields?: { name: string; value: string; inline?: boolean }[];
}

export interface InteractionMetadata {
  id: string;
  type: number;
  user: User;
  authorizing_integration_owners: Record<string, string>;
  original_response_message_id?: string;
  interacted_message_id?: string;
  target_message_id?: string;
}

/** A message as Discord sends it to clients and bots. */
export interface Message {
  id: string;
  channel_id: string;
  type: number;
  author: User;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  flags: number;
  pinned: boolean;
  tts: boolean;
  mention_everyone: boolean;
  mentions: User[];
  mention_roles: string[];
  attachments: Attachment[];
  embeds: Embed[];
  components: Component[];
  webhook_id?: string;
  application_id?: string;
  interaction_metadata?: InteractionMetadata;
  message_reference?: { type: number; channel_id: string; message_id?: string; guild_id?: string };
  referenced_message?: Message | null;
  /** Of a forward: a copy of the message that was forwarded, without its author. */
  message_snapshots?: { message: Partial<Message> }[];
  poll?: Poll;
  sticker_items?: { id: string; name: string; format_type: number }[];
}

export interface Poll {
  question: { text: string };
  answers: { answer_id: number; poll_media: { text: string } }[];
  expiry: string | null;
  allow_multiselect: boolean;
  layout_type: number;
}

/** Message flags (Discord: Resources, Message, Message Flags). */
export const MessageFlag = {
  Ephemeral: 1 << 6,
  /** A deferred reply: clients draw "... is thinking". */
  Loading: 1 << 7,
  SuppressNotifications: 1 << 12,
  ComponentsV2: 1 << 15,
} as const;

/** Message types (Discord: Resources, Message, Message Types). */
export const MessageType = {
  Default: 0,
  PinNotice: 6,
  Reply: 19,
  ChatInputCommand: 20,
  ContextMenuCommand: 23,
} as const;

/** Component types (Discord: Components, Component Types). */
export const ComponentType = {
  ActionRow: 1,
  Button: 2,
  StringSelect: 3,
  Section: 9,
  TextDisplay: 10,
  Thumbnail: 11,
  MediaGallery: 12,
  File: 13,
  Separator: 14,
  Container: 17,
} as const;

/**
 * Every component below `components`, parents before children, section accessories included.
 * @param components components of a message, as sent or as received
 */
export function* eachComponent<C extends { components?: C[]; accessory?: C }>(
  components: readonly C[],
): Generator<C> {
  for (const component of components) {
    yield component;
    yield* eachComponent(component.components ?? []);
    if (component.accessory) yield* eachComponent([component.accessory]);
  }
}
