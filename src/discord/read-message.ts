// Reads the text of any message, wherever it is: content, embeds, components, a poll, or the copy in a forward.
import {
  type APIEmbed,
  type APIMessage,
  type APIMessageSnapshotFields,
  EmbedType,
  MessageFlags,
} from 'discord.js';
import type { ReadPart, TargetMessage, UnreadPart } from '../bot/index.ts';

/**
 * The text of a message in the order in which a member sees it. A forward holds a copy of the forwarded message.
 * @param botId the id of the bot's own user
 */
export function readMessage(message: APIMessage, botId: string | undefined): TargetMessage {
  const forwarded = (message.message_snapshots ?? []).map((snapshot) => snapshot.message);
  const { poll } = message;
  const texts: Record<ReadPart, string[]> = {
    'its text': contentOf(message),
    'the forwarded message': forwarded.flatMap((one) => [...contentOf(one), ...embedsOf(one)]),
    'its embeds': embedsOf(message),
    'its poll': poll
      ? [poll.question.text, ...poll.answers.map(({ poll_media }) => poll_media.text)].flatMap(textIn)
      : [],
  };
  return {
    text: Object.values(texts).flat().join('\n'),
    read: (Object.keys(texts) as ReadPart[]).filter((part) => texts[part].length > 0),
    unread: [...new Set([message, ...forwarded].flatMap(unreadIn))],
    isOwn: message.author.id === botId,
  };
}

type Written = APIMessage | APIMessageSnapshotFields;

const contentOf = ({ content, components }: Written) => [
  ...textIn(content),
  ...(components ?? []).flatMap(displaysIn),
];

/** The fields of a component that hold text. */
interface TextHolder {
  readonly id?: number | undefined;
  readonly content?: string;
  readonly components?: readonly object[];
}

/** The text displays of a message with Components V2, which has no content. */
const displaysIn = (component: TextHolder): string[] => [
  ...textIn(component.content),
  ...(component.components ?? []).flatMap(displaysIn),
];

const embedsOf = ({ embeds }: Written) => (embeds ?? []).flatMap(embedTexts);

/**
 * What an embed says. Author, provider and footer only say where it comes from, and Discord itself writes the result
 * of a poll.
 */
const embedTexts = ({ type, title, description, fields = [] }: Readonly<APIEmbed>): string[] =>
  type === EmbedType.PollResult
    ? []
    : [
        ...textIn(title),
        ...textIn(description),
        // A name without letters is only there for the layout.
        ...fields.flatMap(({ name, value }) => textIn(/\p{L}/u.test(name) ? `${name}: ${value}` : value)),
      ];

const unreadIn = ({ attachments = [], sticker_items = [], flags }: Written): UnreadPart[] => [
  ...(attachments.length > 0
    ? [(flags ?? 0) & MessageFlags.IsVoiceMessage ? ('a voice message' as const) : ('files' as const)]
    : []),
  ...(sticker_items.length > 0 ? ['stickers' as const] : []),
];

const textIn = (text: string | null | undefined): string[] => (text?.trim() ? [text] : []);
