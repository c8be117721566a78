// Makes a message of what the bot sends: checks limits, resolves files, assigns ids.
import { DiscordError, type Problem } from './errors.ts';
import { checkMessage, isEmpty, type MessageBody } from './limits.ts';
import {
  type Attachment,
  type Component,
  ComponentType,
  type Embed,
  eachComponent,
  type Media,
  type Message,
  MessageFlag,
} from './message.ts';

/** The part of a message that its sender decides. */
export type Content = Pick<
  Message,
  'content' | 'embeds' | 'components' | 'attachments' | 'flags' | 'mentions' | 'mention_everyone'
>;

/**
 * The content of a message after a request.
 * @param body the request
 * @param attachments the message's attachments after the request
 * @param before the message before an edit, which keeps the fields that the request leaves out; undefined for a new one
 * @param mentionable everybody who can be mentioned
 * @throws DiscordError invalidForm or emptyMessage
 */
export function compose(
  body: MessageBody,
  attachments: Attachment[],
  before: Message | undefined,
  mentionable: readonly Message['author'][],
): Content {
  const kept = (before?.flags ?? 0) & ~MessageFlag.Loading;
  const flags = kept | ((body.flags ?? 0) & (before ? ~MessageFlag.Ephemeral : ~0));
  const whole: MessageBody = {
    ...body,
    content: body.content === undefined ? (before?.content ?? '') : (body.content ?? ''),
    embeds:
      body.embeds === undefined
        ? ((before?.embeds ?? []) as MessageBody['embeds'] & {})
        : (body.embeds ?? []),
    components: body.components === undefined ? (before?.components ?? []) : (body.components ?? []),
    flags,
  };
  const problems = checkMessage(whole);
  if (problems.length > 0) throw new DiscordError('invalidForm', problems);
  if (isEmpty(whole, attachments.length))
    throw new DiscordError('emptyMessage', [
      { path: [], code: 'EMPTY', message: 'Cannot send an empty message' },
    ]);

  const missing: Problem[] = [];
  const resolve = (media: Media): Media => {
    const name = /^attachment:\/\/(.+)$/.exec(media.url)?.[1];
    if (name === undefined) return { id: '0', proxy_url: media.url, ...media };
    const file = attachments.find((one) => one.filename === name);
    if (file)
      return {
        id: file.id,
        url: file.url,
        proxy_url: file.proxy_url,
        content_type: file.content_type,
        attachment_id: file.id,
      };
    missing.push({
      path: ['components'],
      code: 'ATTACHMENT_NOT_FOUND',
      message: `No attachment is named ${name}.`,
    });
    return media;
  };
  const components =
    whole.components?.map((component) => resolveComponent(component as Component, resolve)) ?? [];
  const embeds = (whole.embeds as Embed[]).map(({ image, thumbnail, ...embed }) => ({
    type: 'rich',
    ...embed,
    ...(image && { image: resolve(image) }),
    ...(thumbnail && { thumbnail: resolve(thumbnail) }),
  }));
  if (missing.length > 0) throw new DiscordError('invalidForm', missing);
  numberComponents(components);

  const text = [whole.content, ...[...eachComponent(components)].map(({ content }) => content)].join('\n');
  // Without `allowed_mentions` Discord pings everyone who is mentioned.
  const { parse = [], users = [] } = body.allowed_mentions ?? { parse: ['users', 'everyone'] };
  return {
    content: whole.content ?? '',
    embeds,
    components,
    attachments,
    flags,
    mentions: mentionable.filter(
      ({ id }) => new RegExp(`<@!?${id}>`).test(text) && (parse?.includes('users') || users?.includes(id)),
    ),
    mention_everyone: /@(everyone|here)\b/.test(text) && (parse?.includes('everyone') ?? false),
  };
}

/** A component as Discord sends it back: defaults filled in, files resolved. */
function resolveComponent(sent: Component, resolve: (media: Media) => Media): Component {
  const given = Object.fromEntries(
    Object.entries(sent).filter(([, value]) => value !== null),
  ) as unknown as Component;
  const looks = { description: null, spoiler: false };
  return {
    ...defaults[given.type],
    ...given,
    ...(given.components && {
      components: given.components.map((inner) => resolveComponent(inner, resolve)),
    }),
    ...(given.accessory && { accessory: resolveComponent(given.accessory, resolve) }),
    ...(given.media && { media: resolve(given.media) }),
    ...(given.file && {
      file: resolve(given.file),
      name: decodeURIComponent(given.file.url.split('/').at(-1) ?? ''),
    }),
    ...(given.items && {
      items: given.items.map((item) => ({ ...looks, ...item, media: resolve(item.media) })),
    }),
  };
}

/** The defaults that Discord fills in, by component type. */
const defaults: Partial<Record<number, Partial<Component>>> = {
  [ComponentType.StringSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.Thumbnail]: { description: null, spoiler: false },
  [ComponentType.File]: { size: null, spoiler: false },
  [ComponentType.Separator]: { divider: true, spacing: 1 },
  [ComponentType.Container]: { accent_color: null, spoiler: false },
};

/** Gives each component without an id (or with 0) the smallest free one, in order. */
function numberComponents(components: readonly Component[]): void {
  const taken = new Set([...eachComponent(components)].map(({ id }) => id));
  let next = 1;
  for (const component of eachComponent(components)) {
    if (component.id) continue;
    while (taken.has(next)) next += 1;
    component.id = next;
    taken.add(next);
  }
}
