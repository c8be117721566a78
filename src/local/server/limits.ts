// The limits of a message that Discord enforces but its specification does not state.
import type { Problem } from './errors.ts';
import { ComponentType, eachComponent, MessageFlag } from './message.ts';

/** A message as the bot sends it; after an edit, what the message would become. */
export interface MessageBody {
  content?: string | null;
  embeds?: SentEmbed[] | null;
  components?: SentComponent[] | null;
  attachments?: SentAttachment[] | null;
  flags?: number | null;
  allowed_mentions?: {
    parse?: string[] | null;
    users?: string[] | null;
    replied_user?: boolean | null;
  } | null;
  message_reference?: { message_id: string } | null;
  /** Only in channel messages. */
  nonce?: string | number;
  enforce_nonce?: boolean;
}

export interface SentAttachment {
  id: string;
  filename?: string | null;
  description?: string | null;
  title?: string | null;
}

export interface SentEmbed {
  title?: string | null;
  description?: string | null;
  fields?: { name: string; value: string }[] | null;
  footer?: { text?: string | null } | null;
  author?: { name?: string | null } | null;
  image?: { url?: string | null } | null;
  thumbnail?: { url?: string | null } | null;
}

export interface SentComponent {
  type: number;
  id?: number | null;
  components?: SentComponent[];
  accessory?: SentComponent;
  content?: string;
  custom_id?: string | null;
  style?: number;
  label?: string | null;
  emoji?: object | null;
  url?: string | null;
  options?: { value: string }[];
  min_values?: number | null;
  max_values?: number | null;
}

/** Discord: Resources, Message; Components, Reference. */
const max = { content: 2000, embedText: 6000, components: 40, displayText: 4000, rows: 5 } as const;
const linkStyle = 5;
const premiumStyle = 6;

/**
 * Finds what is wrong with a message although the specification allows it.
 * @param body the whole message, not only what an edit changes
 */
export function checkMessage(body: MessageBody): Problem[] {
  const problems: Problem[] = [];
  const wrong = (path: Problem['path'], code: string, message: string) =>
    problems.push({ path, code, message });
  const components = body.components ?? [];
  const all = [...eachComponent(components)];

  if ((body.content ?? '').length > max.content)
    wrong(['content'], 'BASE_TYPE_MAX_LENGTH', `Must be ${max.content} or fewer in length.`);
  if ((body.flags ?? 0) & MessageFlag.ComponentsV2) {
    for (const field of ['content', 'embeds'] as const)
      if (body[field]?.length)
        wrong(
          [field],
          'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        );
  } else {
    components.forEach(({ type }, index) => {
      if (type !== ComponentType.ActionRow)
        wrong(
          ['components', index, 'type'],
          'UNION_TYPE_CHOICES',
          'Value of field "type" must be one of (1,).',
        );
    });
    if (components.length > max.rows)
      wrong(['components'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${max.rows} in length.`);
  }
  if (all.length > max.components)
    wrong(
      ['components'],
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The total number of components must be less than or equal to ${max.components}; this message has ${all.length}.`,
    );
  const text = sum(
    all.map((component) => (component.type === ComponentType.TextDisplay ? component.content : '')),
  );
  if (text > max.displayText)
    wrong(
      ['components'],
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `The total displayable text size must be ${max.displayText} or fewer; this message has ${text}.`,
    );
  for (const field of ['custom_id', 'id'] as const)
    for (const value of repeated(all.map((component) => component[field] ?? undefined)))
      wrong(
        ['components'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        `Component ${field} cannot be duplicated: ${value}`,
      );
  for (const [index, component] of all.entries())
    for (const complaint of checkComponent(component))
      wrong(
        ['components'],
        'COMPONENT_INVALID',
        `component ${index + 1} (type ${component.type}): ${complaint}`,
      );

  const embeds = body.embeds ?? [];
  embeds.forEach((embed, index) => {
    if (!Object.entries(embed).some(([key, value]) => value && key !== 'color' && key !== 'type'))
      wrong(['embeds', index], 'BASE_TYPE_REQUIRED', 'An embed needs something to show.');
  });
  const embedText = sum(embeds.flatMap(embedTexts));
  if (embedText > max.embedText)
    wrong(
      ['embeds'],
      'MAX_EMBED_SIZE_EXCEEDED',
      `Embed size exceeds maximum size of ${max.embedText}: ${embedText}`,
    );

  if (body.allowed_mentions?.parse?.includes('users') && body.allowed_mentions.users?.length)
    wrong(
      ['allowed_mentions'],
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      'parse:["users"] and users: [ids...] are mutually exclusive.',
    );
  return problems;
}

/**
 * Whether Discord would call a message empty (error 50006).
 * @param files how many files it has, kept ones included
 */
export function isEmpty(body: MessageBody, files: number): boolean {
  return !body.content?.trim() && !body.embeds?.length && !body.components?.length && files === 0;
}

function checkComponent(component: SentComponent): string[] {
  const complaints: string[] = [];
  const { type, style, components = [], options } = component;
  if (type === ComponentType.ActionRow && components.length > 1)
    if (components.some((inner) => inner.type !== ComponentType.Button))
      complaints.push('a row holds either up to 5 buttons or one select menu.');
  if (type === ComponentType.Button && style !== premiumStyle) {
    if (!component.label && !component.emoji) complaints.push('a button needs a label or an emoji.');
    if (style === linkStyle && (!component.url || component.custom_id))
      complaints.push('a link button needs a url and no custom_id.');
    if (style !== linkStyle && !component.custom_id) complaints.push('a custom_id is required.');
    if (style !== linkStyle && component.url) complaints.push('only a link button has a url.');
  }
  for (const value of repeated((options ?? []).map((option) => option.value)))
    complaints.push(`the option value ${value} is used twice.`);
  const { min_values, max_values } = component;
  if (options && ((max_values ?? 1) > options.length || (min_values ?? 1) > (max_values ?? 1)))
    complaints.push('min_values, max_values and the number of options do not fit together.');
  return complaints;
}

function embedTexts({
  title,
  description,
  fields,
  footer,
  author,
}: SentEmbed): (string | null | undefined)[] {
  return [
    title,
    description,
    footer?.text,
    author?.name,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ];
}

function sum(texts: readonly (string | null | undefined)[]): number {
  return texts.reduce((total, text) => total + (text?.length ?? 0), 0);
}

/** The values that occur more than once, each listed once. */
export function repeated<T>(values: readonly (T | undefined)[]): T[] {
  const given = values.filter((value) => value !== undefined);
  return [...new Set(given.filter((value, index) => given.indexOf(value) !== index))];
}
